/** The fields of a printing as the office settles it; every change goes out by its name. */
import { cloudNow } from '../../platform/clock';
import { choicesOf, genreText, modeText, positionText } from '../../text/adoption';
import { plainDayWords } from '../../text/day';

type FieldTap = WechatMiniprogram.CustomEvent<
  { value?: string; chosen?: string[] },
  object,
  { field: string }
>;

Component({
  options: { addGlobalClass: true },
  properties: {
    /** PrintingForm of desk/printing-form. */
    form: { type: Object, value: {} },
    today: { type: String, value: '' },
  },
  data: {
    positions: choicesOf(positionText),
    genres: choicesOf(genreText),
    modes: choicesOf(modeText),
    day: '',
  },
  observers: {
    form({ printedOn }: { printedOn?: string }) {
      this.setData({ day: printedOn ? plainDayWords(printedOn, cloudNow()) : '' });
    },
  },
  methods: {
    onOutletTap() {
      this.triggerEvent('pick');
    },
    onFieldChange({ detail, currentTarget }: FieldTap) {
      const { field } = currentTarget.dataset;
      const value = detail.chosen ? detail.chosen[0] : detail.value;
      this.triggerEvent('change', { change: { [field]: value } });
    },
  },
});
