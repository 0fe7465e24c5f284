import { checkOpening, importOpening, templateOpening } from '../../client/paper';
import { uploadWorkbook } from '../../client/workbook-file';
import { fontScale } from '../../platform/display';
import { chooseWorkbook, openWorkbook } from '../../platform/workbooks';
import { replyWords } from '../../text/review';
import { openingText } from '../wording/opening';
import { nothingChecked, viewOf } from './view';

/** Somebody else posted between two steps: the next try reads it anew. */
const triesMax = 5;

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '60%' }, { width: '90%' }],
    name: '',
    isChecking: false,
    isImporting: false,
    percent: 0,
    refused: '',
    importWords: openingText.import,
    chooseWords: openingText.choose,
    ...nothingChecked,
  },

  file: undefined as { sha256: string; bytes: number } | undefined,
  isUnloaded: false,

  onLoad() {
    this.setData({ fontScale: fontScale() });
  },

  onUnload() {
    this.isUnloaded = true;
  },

  async onTemplateTap() {
    const reply = await templateOpening();
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    await openWorkbook(reply.value).catch(() => this.setData({ refused: openingText.openFailed }));
  },

  onOutletsTap() {
    wx.navigateTo({ url: '/admin/outlets/outlets' });
  },

  onRulebooksTap() {
    wx.navigateTo({ url: '/admin/rulebooks/rulebooks' });
  },

  async onChooseTap() {
    if (this.data.isChecking || this.data.isImporting) return;
    const chosen = await chooseWorkbook();
    if (!chosen) return;
    this.setData({ name: chosen.name, refused: '', isChecking: true, ...nothingChecked });
    this.file = await uploadWorkbook(chosen.path);
    if (this.file) await this.check();
    else this.setData({ refused: openingText.uploadFailed });
    this.setData({ isChecking: false, chooseWords: openingText.chooseOther });
  },

  async onImportTap() {
    if (this.data.isImporting) return;
    const { balances, printings } = this.data;
    const { confirm } = await wx.showModal(openingText.confirm(balances, printings));
    if (!confirm) return;
    this.setData({ isImporting: true, refused: '', percent: 0 });
    await this.importAll();
    this.setData({ isImporting: false, importWords: openingText.import });
  },

  async check() {
    if (!this.file) return;
    const reply = await checkOpening({ file: this.file });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else this.setData(viewOf(reply.value));
  },

  async importAll() {
    const { file } = this;
    const added = { balances: 0, printings: 0 };
    let tries = 0;
    // Leaving the page stops it; the same file goes on where it stopped.
    while (file && !this.isUnloaded) {
      const reply = await importOpening({ file });
      if (!reply.ok) {
        const isOutrun = 'refusal' in reply && reply.refusal === 'changed_meanwhile';
        tries += 1;
        if (isOutrun && tries < triesMax) continue;
        this.setData({ refused: openingText.stopped(replyWords(reply)) });
        return;
      }
      const { balances, printings, left } = reply.value;
      tries = 0;
      added.balances += balances;
      added.printings += printings;
      this.progress(added.balances + added.printings, left);
      if (left > 0) continue;
      const result = openingText.done(added.balances, added.printings);
      this.setData({ ...nothingChecked, isClean: true, result });
      return;
    }
  },

  progress(done: number, left: number) {
    const all = done + left;
    this.setData({
      percent: all === 0 ? 100 : Math.round((done / all) * 100),
      importWords: openingText.importing(done, all),
    });
  },
});
