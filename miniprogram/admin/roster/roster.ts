import { checkRoster, importRoster, templateRoster } from '../../client/paper';
import { uploadWorkbook } from '../../client/workbook-file';
import { fontScale } from '../../platform/display';
import { chooseWorkbook, openWorkbook } from '../../platform/workbooks';
import { rosterText } from '../wording/admin';
import { replyWords } from '../../text/review';
import { nothingChecked, viewOf } from './view';

/** Somebody else changed the directory between two steps: the next try reads it anew. */
const triesMax = 3;

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '60%' }, { width: '90%' }],
    name: '',
    isChecking: false,
    isImporting: false,
    percent: 0,
    refused: '',
    importWords: rosterText.import,
    chooseWords: rosterText.choose,
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
    const reply = await templateRoster();
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    await openWorkbook(reply.value).catch(() => this.setData({ refused: rosterText.openFailed }));
  },

  async onChooseTap() {
    if (this.data.isChecking || this.data.isImporting) return;
    const chosen = await chooseWorkbook();
    if (!chosen) return;
    this.setData({ name: chosen.name, refused: '', isChecking: true, ...nothingChecked });
    this.file = await uploadWorkbook(chosen.path);
    if (this.file) await this.check();
    else this.setData({ refused: rosterText.uploadFailed });
    this.setData({ isChecking: false, chooseWords: rosterText.chooseOther });
  },

  async onImportTap() {
    if (this.data.isImporting) return;
    this.setData({ isImporting: true, refused: '', percent: 0 });
    await this.importAll();
    this.setData({ isImporting: false, importWords: rosterText.import });
  },

  async check() {
    if (!this.file) return;
    const reply = await checkRoster({ file: this.file });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else this.setData(viewOf(reply.value));
  },

  async importAll() {
    const { file } = this;
    const added = { units: 0, people: 0 };
    let tries = 0;
    // Leaving the page stops it; the same file goes on where it stopped.
    while (file && !this.isUnloaded) {
      const reply = await importRoster({ file });
      if (!reply.ok) {
        const isOutrun = 'refusal' in reply && reply.refusal === 'changed_meanwhile';
        tries += 1;
        if (isOutrun && tries < triesMax) continue;
        this.setData({ refused: rosterText.stopped(replyWords(reply)) });
        return;
      }
      const { units, people, left } = reply.value;
      added.units += units;
      added.people += people;
      this.progress(added.units + added.people, left);
      if (left > 0) continue;
      this.setData({
        ...nothingChecked,
        isClean: true,
        result: rosterText.done(added.units, added.people),
      });
      return;
    }
  },

  progress(done: number, left: number) {
    const all = done + left;
    this.setData({
      percent: all === 0 ? 100 : Math.round((done / all) * 100),
      importWords: rosterText.importing(done, all),
    });
  },
});
