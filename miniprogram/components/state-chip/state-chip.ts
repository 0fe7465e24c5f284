import { stateText, type StoryState } from '../../text/story';

/** Colours of UI's state table, by state; the chip always carries the word too. */
const tones: Record<StoryState, string> = {
  filed: 'review',
  in_review: 'review',
  returned: 'returned',
  withdrawn: 'queued',
  held: 'queued',
  signed_off: 'signed',
  published: 'published',
  corrected: 'published',
  spiked: 'spiked',
  killed: 'killed',
};

/** A state as a word in its colour. */
Component({
  properties: {
    state: { type: String, value: '' },
    /** A closer word than the state's own, e.g. the stage. */
    word: { type: String, value: '' },
  },
  data: { shown: '', tone: 'queued' },
  observers: {
    'state, word'(state: string, word: string) {
      if (!isState(state)) return;
      this.setData({ shown: word || stateText[state], tone: tones[state] });
    },
  },
});

const isState = (state: string): state is StoryState => state in stateText;
