/** Fields of a rulebook's form. What is changed goes out as `write`, `append` or `remove` with its path. */
import type { Field } from '../rulebook/fields';
import { storedOf, wordsOf } from '../rulebook/fields';
import { amountOf } from '../rulebook/words';

type At = { place: number };
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, At>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, At>;
type Tap = WechatMiniprogram.TouchEvent<object, object, At>;

Component({
  options: { addGlobalClass: true },
  properties: {
    fields: { type: Array, value: [] as Field[] },
    /** What the fields belong to, said before each label to who cannot see it. */
    of: { type: String, value: '' },
    /** Something stands above them in the same card. */
    isJoined: { type: Boolean, value: false },
  },
  data: { openPath: '' },
  methods: {
    onNumberChange(event: Typed) {
      const field = this.fieldOf(event);
      if (field?.type !== 'number') return;
      const number = amountOf(event.detail.value, field.scale);
      // What is no number yet, such as a lone minus, is left until it is one.
      if (number === undefined || (number === null && !field.mayBeEmpty)) return;
      const value = number === null ? null : storedOf(field, number);
      this.triggerEvent('write', { path: field.path, value });
    },
    onTextChange(event: Typed) {
      this.write(event, event.detail.value.trim() || null);
    },
    onWordsChange(event: Typed) {
      this.write(event, wordsOf(event.detail.value));
    },
    onOneChange(event: Chosen) {
      const field = this.fieldOf(event);
      const [value = ''] = event.detail.chosen;
      if (field?.type !== 'one') return;
      this.write(event, field.plain ? field.plain[value] : value);
    },
    onManyChange(event: Chosen) {
      const field = this.fieldOf(event);
      const { chosen } = event.detail;
      if (field?.type === 'many' && chosen.length >= field.least) this.write(event, chosen);
    },
    onFoldTap(event: Tap) {
      const path = this.fieldOf(event)?.path ?? '';
      this.setData({ openPath: this.data.openPath === path ? '' : path });
    },
    onAddTap(event: Tap) {
      const field = this.fieldOf(event);
      if (field?.type === 'add') {
        this.triggerEvent('append', { path: field.path, value: field.plain });
      }
    },
    onRemoveTap(event: Tap) {
      this.triggerEvent('remove', { path: this.fieldOf(event)?.path });
    },
    fieldOf(event: { currentTarget: { dataset: At } }): Field | undefined {
      return this.data.fields[event.currentTarget.dataset.place];
    },
    write(event: { currentTarget: { dataset: At } }, value: unknown) {
      this.triggerEvent('write', { path: this.fieldOf(event)?.path, value });
    },
  },
});
