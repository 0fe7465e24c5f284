import { hear, note } from '../../hear';

interface TForm {
  submit(): Promise<unknown>;
}

Page({
  data: {
    filled: { headline: '' },
    rules: { headline: [{ required: true, message: '标题必填' }] },
    raw: '',
  },
  hear,
  onHeadline(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'filled.headline': event.detail.value });
  },
  submit() {
    const form = this.selectComponent('#form') as unknown as TForm;
    void form.submit();
  },
  onSubmit(event: WechatMiniprogram.CustomEvent<{ validateResult: unknown }>) {
    note(`t-form ${JSON.stringify(event.detail.validateResult)}`);
  },
});
