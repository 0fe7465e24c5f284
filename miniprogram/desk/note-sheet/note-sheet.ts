/** A sheet that asks for a note, with reasons that one tap puts in; and for a time where one is wanted. */
import { cloudNow } from '../../platform/clock';
import { dayOn, dayStart } from '../../text/day';
import { joinReasons } from '../../text/review';
import { clockFor } from './clock';

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
    /** With a keyboard: reasons have numbers. */
    isWide: { type: Boolean, value: false },
    isBusy: { type: Boolean, value: false },
    refused: { type: String, value: '' },
  },
  data: { note: '', day: '', clock: '', today: '', tomorrow: '', isTyping: false, isOpen: false },
  observers: {
    visible(isVisible: boolean) {
      // It may be set to what it was; what is typed stays as long as the sheet does.
      const isOpening = isVisible && !this.data.isOpen;
      this.setData({ isOpen: isVisible });
      if (!isOpening) return;
      const now = cloudNow();
      const [today, tomorrow] = [dayOn(now), dayOn(dayStart(now, 1))];
      this.setData({ note: this.data.initial, day: '', today, tomorrow, isTyping: false });
    },
  },
  methods: {
    onNoteChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value });
    },
    onReasonTap(event: WechatMiniprogram.TouchEvent<object, object, { reason: string }>) {
      this.addReason(event.currentTarget.dataset.reason);
    },
    addReason(reason: string) {
      this.setData({ note: joinReasons(this.data.note, reason) });
    },
    onFocus() {
      this.setData({ isTyping: true });
    },
    onBlur() {
      this.setData({ isTyping: false });
    },
    /** Of a PC's keyboard, while nothing is being typed into the field. */
    onKey(key: string) {
      const { visible, isTyping, reasons } = this.data;
      if (!visible || isTyping) return;
      const reason = reasons[Number(key) - 1] as string | undefined; // what the page hands in
      if (reason !== undefined) this.addReason(reason);
      else if (key === 'Enter') this.onConfirmTap();
    },
    onDayChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const day = event.detail.value;
      this.setData({ day, clock: clockFor(day, cloudNow()) });
    },
    onClockChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ clock: event.detail.value });
    },
    onConfirmTap() {
      const { note, isOptional, isBusy, day, clock } = this.data;
      if (isBusy || (note.trim() === '' && !isOptional)) return;
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
