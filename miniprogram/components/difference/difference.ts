import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { storyText } from '../../text/story';

type Piece = ValueOf<'revision.compare'>['body'][number];

/** A text with what was added and what was removed; each is marked by more than its colour. */
Component({
  options: { addGlobalClass: true },
  properties: {
    pieces: { type: Array, value: [] as Piece[] },
  },
  data: { shown: [] as (Piece & { label: string })[] },
  observers: {
    pieces(pieces: Piece[]) {
      this.setData({ shown: pieces.map((piece) => ({ ...piece, label: labelOf(piece) })) });
    },
  },
});

function labelOf({ change, text }: Piece): string {
  return change === 'same' ? text : `${storyText[change]} ${text}`;
}
