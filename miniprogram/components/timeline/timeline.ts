/** Who did what when, newest first; `acts` are words already. */
Component({
  options: { addGlobalClass: true },
  properties: {
    acts: { type: Array, value: [] as TimelineAct[] },
  },
});

/** One act in words. */
export interface TimelineAct {
  id: string;
  words: string;
  when: string;
  note: string;
}
