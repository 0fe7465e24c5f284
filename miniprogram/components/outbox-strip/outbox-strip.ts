import { outboxText, type OutboxState } from '../../text/outbox';

/** A line of the outbox, as `outbox().lines()` gives it. */
interface Line extends OutboxState {
  storyId: string;
  headline: string;
  thumbnail: string | null;
  percent: number;
  isChangeable: boolean;
}

/** Stories on their way: thumbnail, progress, plain state, and the one thing to do if any. */
Component({
  options: { addGlobalClass: true },
  properties: {
    lines: { type: Array, value: [] as Line[] },
  },
  data: { shown: [] as ReturnType<typeof shownOf>[], text: outboxText },
  observers: {
    lines(lines: Line[]) {
      this.setData({ shown: lines.map(shownOf) });
    },
  },
  methods: {
    onActionTap(event: WechatMiniprogram.BaseEvent<object, { act: string; story: string }>) {
      const { act, story } = event.currentTarget.dataset;
      this.triggerEvent(act, { storyId: story });
    },
  },
});

function shownOf(line: Line) {
  const { storyId, headline, status, percent, thumbnail, isChangeable } = line;
  return {
    ...{ storyId, thumbnail, percent },
    tone: status === 'filed' || status === 'refused' ? status : 'open',
    headline: headline.trim() || outboxText.untitled,
    state: outboxText.state(line),
    isMoving: status === 'uploading' || status === 'sending',
    actions: actionsOf(line, isChangeable),
  };
}

/** Refusals that the story would meet again as it is. */
const needChange = [
  'story_incomplete',
  'day_ahead',
  'bylines_invalid',
  'file_changed',
  'file_lost',
];

function actionsOf({ status, waitingFor, refusal }: Line, isChangeable: boolean) {
  const mayPass = status === 'refused' && !needChange.includes(refusal ?? '');
  const actions = [
    { act: 'open', words: outboxText.open, isShown: status === 'filed' },
    { act: 'dismiss', words: outboxText.dismiss, isShown: status === 'filed' },
    { act: 'mobile', words: outboxText.useMobile, isShown: waitingFor === 'wifi' },
    { act: 'change', words: outboxText.change, isShown: isChangeable && status !== 'uploading' },
    {
      act: 'retry',
      words: outboxText.retry,
      isShown: mayPass || (status === 'waiting' && waitingFor !== 'wifi'),
    },
  ];
  return actions.filter(({ isShown }) => isShown);
}
