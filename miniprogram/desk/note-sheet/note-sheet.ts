/** A sheet that asks for a note, with reasons that one tap puts in; and for a time where one is wanted. */
import { joinReasons } from '../../text/review';

Component({
  options: { addGlobalClass: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    confirm: { type: String, value: '' },
    /** What else goes with it, or the passage that it is about. */
    about: { type: String, value: '' },
    reasons: { type: Array, value: [] },
    /** What stands in the field when the sheet opens. */
    initial: { type: String, value: '' },
    asksUntil: { type: Boolean, value: false },
    /** May be sent without words. */
    isOptional: { type: Boolean, value: false },
    noteMax: { type: Number, value: 500 },
  },
  data: { note: '', day: '', clock: '09:00', today: '' },
  observers: {
    visible(isVisible: boolean) {
      if (!isVisible) return;
      const today = dayOf(Date.now());
      this.setData({ note: this.data.initial, day: '', today });
    },
  },
  methods: {
    onNoteChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value });
    },
    onReasonTap(event: WechatMiniprogram.TouchEvent<object, object, { reason: string }>) {
      this.setData({ note: joinReasons(this.data.note, event.currentTarget.dataset.reason) });
    },
    onDayChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ day: event.detail.value });
    },
    onClockChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ clock: event.detail.value });
    },
    onConfirmTap() {
      const { note, isOptional, day, clock } = this.data;
      if (note.trim() === '' && !isOptional) return;
      const until = day === '' ? null : Date.parse(`${day}T${clock}:00+08:00`);
      this.triggerEvent('confirm', { note: note.trim(), until });
    },
    onCloseTap() {
      this.triggerEvent('close');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
  },
});

const shanghaiMs = 8 * 60 * 60 * 1000;
const dayOf = (at: number) => new Date(at + shanghaiMs).toISOString().slice(0, 10);
