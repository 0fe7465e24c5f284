import type { WholeStory } from '../../store/stories';
import type { CommandScene } from '../handler';

export async function checkStory(_scene: CommandScene, whole: WholeStory): Promise<WholeStory> {
  return whole;
}
