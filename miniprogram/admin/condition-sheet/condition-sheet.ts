/** A sheet for the conditions of a rule, row or column: all of them must hold. */
import type { Condition } from '../../text/rulebook';
import { conditionLines, conditionOf, dimensionChoices, isNumber } from './view';
import { nothingMade, valueChoices, type Making } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }>;

Component({
  options: { addGlobalClass: true },
  properties: {
    visible: { type: Boolean, value: false },
    isPrinting: { type: Boolean, value: true },
    hasLabel: { type: Boolean, value: false },
    mayRemove: { type: Boolean, value: false },
    label: { type: String, value: '' },
    conditions: { type: Array, value: [] as Condition[] },
  },
  data: {
    lines: [] as string[],
    dimensions: [] as ReturnType<typeof dimensionChoices>,
    values: [] as ReturnType<typeof valueChoices>,
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
      const { conditions } = this.data;
      this.triggerEvent('change', { label: event.detail.value, conditions });
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
    onNotChange(event: Chosen) {
      this.make({ ...this.data.making, isNot: event.detail.chosen[0] === 'not' });
    },
    onAddTap() {
      const condition = conditionOf(this.data.making);
      if (condition) this.change([...this.data.conditions, condition]);
    },
    onDropTap(event: WechatMiniprogram.TouchEvent<object, object, { place: number }>) {
      const { place } = event.currentTarget.dataset;
      this.change(this.data.conditions.filter((_one: Condition, at: number) => at !== place));
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
    change(conditions: Condition[]) {
      this.triggerEvent('change', { label: this.data.label, conditions });
    },
    make(making: Making) {
      const { dimension } = making;
      this.setData({
        ...{ making, values: valueChoices(dimension), isNumber: isNumber(dimension) },
        mayAdd: conditionOf(making) !== undefined,
      });
    },
  },
});
