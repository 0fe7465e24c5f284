import { keepsRulebook } from '../../domain/points/keepers';
import { presetNote, presets, type PresetKey } from '../../domain/points/presets';
import { refused, type QueryHandler } from '../handler';

/** `rulebook.presets`: tables to start from. */
export const presetsRulebookHandler: QueryHandler<'rulebook.presets'> = async (_input, scene) => {
  const asker = await scene.person();
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  const keys = Object.keys(presets) as PresetKey[]; // its own keys
  return {
    ok: true,
    value: {
      presets: keys.map((key) => ({ key, name: presets[key].name, note: presetNote(key) })),
    },
  };
};
