/** A sheet for the conditions of a rule, row or column: all of them must hold. */
import type { Condition } from '../wording/rulebook';
import { conditionLines, conditionOf, dimensionChoices, howChoices, isNumber } from './view';
import { nothingMade, valueChoices, type Making } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }>;

Component({
  options: { addGlobalClass: true },
  properties: {
    visible: { type: Boolean, value: false },
    isPrinting: { type: Boolean, value: true },
    hasLabel: { type: Boolean, value: false },
    hasDays: { type: Boolean, value: false },
    from: { type: String, value: '' },
    to: { type: String, value: '' },
    mayRaise: { type: Boolean, value: false },
    mayRemove: { type: Boolean, value: false },
    label: { type: String, value: '' },
    conditions: { type: Array, value: [] as Condition[] },
  },
  data: {
    lines: [] as string[],
    dimensions: [] as ReturnType<typeof dimensionChoices>,
    values: [] as ReturnType<typeof valueChoices>,
    hows: [] as ReturnType<typeof howChoices>,
    isNumber: false,
    making: nothingMade,
    mayAdd: false,
  },
  observers: {
    'conditions, isPrinting, visible'(conditions: Condition[], isPrinting: boolean) {
      this.setData({
        ...{ lines: conditionLines(conditions), dimensions: dimensionChoices(isPrinting) },
      });
      this.make(nothingMade);
    },
  },
  methods: {
    onLabelChange(event: Typed) {
      this.tell({ label: event.detail.value });
    },
    onFromChange(event: Typed) {
      this.tell({ from: event.detail.value });
    },
    onToChange(event: Typed) {
      this.tell({ to: event.detail.value });
    },
    onDaysTap() {
      this.tell({ from: '', to: '' });
    },
    onDimensionChange(event: Chosen) {
      this.make({ ...nothingMade, dimension: event.detail.chosen[0] ?? '' });
    },
    onValuesChange(event: Chosen) {
      this.make({ ...this.data.making, chosen: event.detail.chosen });
    },
    onTypedChange(event: Typed) {
      this.make({ ...this.data.making, typed: event.detail.value });
    },
    onLeastChange(event: Typed) {
      this.make({ ...this.data.making, atLeast: event.detail.value });
    },
    onUnderChange(event: Typed) {
      this.make({ ...this.data.making, under: event.detail.value });
    },
    onHowChange(event: Chosen) {
      const [how = 'is'] = event.detail.chosen as Making['how'][]; // the chips' own values
      this.make({ ...this.data.making, how });
    },
    onAddTap() {
      const condition = conditionOf(this.data.making);
      if (condition) this.tell({ conditions: [...this.data.conditions, condition] });
    },
    onDropTap(event: WechatMiniprogram.TouchEvent<object, object, { place: number }>) {
      const { place } = event.currentTarget.dataset;
      const { conditions } = this.data;
      this.tell({ conditions: conditions.filter((_one: Condition, at: number) => at !== place) });
    },
    onRaiseTap() {
      this.triggerEvent('raise');
    },
    onRemoveTap() {
      this.triggerEvent('remove');
    },
    onCloseTap() {
      this.triggerEvent('close');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
    tell(changed: { label?: string; from?: string; to?: string; conditions?: Condition[] }) {
      const { label, from, to, conditions } = this.data;
      this.triggerEvent('change', { label, from, to, conditions, ...changed });
    },
    make(making: Making) {
      const { dimension } = making;
      this.setData({
        ...{ making, values: valueChoices(dimension), isNumber: isNumber(dimension) },
        hows: howChoices(dimension),
        mayAdd: conditionOf(making) !== undefined,
      });
    },
  },
});
