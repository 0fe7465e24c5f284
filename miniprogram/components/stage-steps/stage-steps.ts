import { storyText } from '../../text/story';

type Progress = keyof typeof storyText.progress;

/** One station of the chain. */
interface StageStep {
  name: string;
  progress: Progress;
}

const icons: Record<Progress, string> = {
  passed: 'check-circle-filled',
  current: 'time-filled',
  ahead: 'circle',
  skipped: 'minus-circle',
};

/** The review chain, one step beside the next; wraps where it does not fit. */
Component({
  options: { addGlobalClass: true },
  properties: {
    stages: { type: Array, value: [] as StageStep[] },
  },
  data: { shown: [] as (StageStep & { icon: string; label: string })[] },
  observers: {
    stages(stages: StageStep[]) {
      this.setData({
        shown: stages.map(({ name, progress }) => ({
          ...{ name, progress, icon: icons[progress] },
          label: storyText.stage(name, storyText.progress[progress]),
        })),
      });
    },
  },
});
