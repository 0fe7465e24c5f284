import { listRulebook, presetsRulebook } from '../../client/rulebook';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { readPage } from '../../platform/read-page';
import { replyWords } from '../../text/reply';
import { draftLine, versionLines } from './view';

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    draft: null as ReturnType<typeof draftLine>,
    versions: [] as ReturnType<typeof versionLines>,
    presets: [] as { key: string; name: string; note: string }[],
  },

  onDraftTap() {
    openPage('/admin/rulebook/rulebook');
  },

  onVersionTap(event: Tap<{ version: number }>) {
    const { version } = event.currentTarget.dataset;
    openPage(`/admin/rulebook/rulebook?version=${version}`);
  },

  onBlankTap() {
    openPage('/admin/rulebook/rulebook?blank=1');
  },

  onPresetTap(event: Tap<{ key: string }>) {
    const { key } = event.currentTarget.dataset;
    openPage(`/admin/rulebook/rulebook?preset=${key}`);
  },

  async read() {
    const [listed, offered] = await Promise.all([listRulebook(), presetsRulebook()]);
    const failed = [listed, offered].find(({ ok }) => !ok);
    if (failed && !failed.ok) this.setData({ message: replyWords(failed), isLoading: false });
    if (!listed.ok || !offered.ok) return;
    this.setData({
      ...{ isLoading: false, message: '', presets: offered.value.presets },
      ...{
        draft: draftLine(listed.value, cloudNow()),
        versions: versionLines(listed.value, cloudNow()),
      },
    });
  },
});
