import { listChain } from '../../client/chain';
import { listOutlet } from '../../client/outlet';
import { listRulebook } from '../../client/rulebook';
import { listChannel } from '../../client/syndication';
import { listUnit, listVacancy } from '../../client/directory';
import { openPage } from '../../pages/open-page';
import { readPage } from '../../platform/read-page';
import { adminText } from '../wording/admin';
import { replyWords } from '../../text/reply';

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    units: '',
    vacancies: '',
    chains: '',
    /** Of what a new county has none yet; empty once it has some. */
    lacks: { channels: '', outlets: '', rulebook: '' },
  },

  onPageTap({ currentTarget }: WechatMiniprogram.CustomEvent<object, object, { url: string }>) {
    openPage(currentTarget.dataset.url);
  },

  async read() {
    // Chains are for administrators alone, so that their answer also says who may be here.
    const [chains, units, vacancies] = await Promise.all([listChain(), listUnit(), listVacancy()]);
    const failed = [chains, units, vacancies].find(({ ok }) => !ok);
    if (failed && !failed.ok) this.setData({ message: replyWords(failed), isLoading: false });
    if (!chains.ok || !units.ok || !vacancies.ok) return;
    this.setData({
      isLoading: false,
      message: '',
      units: adminText.count(units.value.units.length),
      vacancies: adminText.vacant(vacancies.value.units.length, vacancies.value.owing),
      chains: adminText.chains(chains.value.chains.length),
    });
    await this.readLacks();
  },

  /** Where one cannot be asked, its line says nothing. */
  async readLacks() {
    const [channels, outlets, rulebook] = await Promise.all([
      listChannel(),
      listOutlet(),
      listRulebook(),
    ]);
    const isNone = (some: unknown[]) => some.length === 0;
    const { lacking, noRulebook } = adminText;
    this.setData({
      lacks: {
        channels: channels.ok && isNone(channels.value.channels) ? lacking : '',
        outlets: outlets.ok && isNone(outlets.value.outlets) ? lacking : '',
        rulebook: rulebook.ok && isNone(rulebook.value.versions) ? noRulebook : '',
      },
    });
  },
});
