/**
 * What the pages of the roster and of the opening do alike: a template is opened, a filled file is
 * chosen and checked, and is imported in steps that go on wherever they stopped.
 */
import { uploadWorkbook } from '../client/workbook-file';
import { fontScale } from '../platform/display';
import { chooseWorkbook, openWorkbook } from '../platform/workbooks';
import { replyWords, type Unmet } from '../text/reply';

/** Somebody else wrote between two steps: the next try reads it anew. */
const triesMax = 5;

type WorkbookFile = NonNullable<Awaited<ReturnType<typeof uploadWorkbook>>>;
type Answered<Value> = { ok: true; value: Value } | ({ ok: false } & Unmet);

interface Words {
  choose: string;
  chooseOther: string;
  import: string;
  importing(done: number, all: number): string;
  uploadFailed: string;
  openFailed: string;
  stopped(words: string): string;
}

/** What differs from one page to the other. */
interface Import<Checked, Step extends { left: number }> {
  words: Words;
  template(): Promise<Answered<Parameters<typeof openWorkbook>[0]>>;
  check(input: { file: WorkbookFile }): Promise<Answered<Checked>>;
  step(input: { file: WorkbookFile }): Promise<Answered<Step>>;
  /** What is shown while no file was checked, and of one that was. */
  nothingChecked: object;
  viewOf(checked: Checked): object;
  /** What a step added, of each kind; `done` says the sums. */
  addedBy(step: Step): [number, number];
  done(one: number, other: number): string;
}

interface ImportingPage {
  data: { isChecking: boolean; isImporting: boolean };
  file: WorkbookFile | undefined;
  isUnloaded: boolean;
  setData(data: object): void;
  import(): Promise<void>;
}

/** The page's data besides what it shows of a checked file. */
export const importFields = (words: Words) => ({
  fontScale: 1,
  skeleton: [{ width: '60%' }, { width: '90%' }],
  name: '',
  isChecking: false,
  isImporting: false,
  percent: 0,
  refused: '',
  importWords: words.import,
  chooseWords: words.choose,
});

/** A page spreads it first; its own `onImportTap` may ask before `import`. */
export function importPage<Checked, Step extends { left: number }>(of: Import<Checked, Step>) {
  const { words } = of;
  return {
    file: undefined as WorkbookFile | undefined,
    isUnloaded: false,

    onLoad(this: ImportingPage) {
      this.setData({ fontScale: fontScale() });
    },

    onUnload(this: ImportingPage) {
      this.isUnloaded = true;
    },

    async onTemplateTap(this: ImportingPage) {
      const reply = await of.template();
      if (!reply.ok) {
        this.setData({ refused: replyWords(reply) });
        return;
      }
      await openWorkbook(reply.value).catch(() => this.setData({ refused: words.openFailed }));
    },

    async onChooseTap(this: ImportingPage) {
      if (this.data.isChecking || this.data.isImporting) return;
      const chosen = await chooseWorkbook();
      if (!chosen) return;
      this.setData({ name: chosen.name, refused: '', isChecking: true, ...of.nothingChecked });
      this.file = await uploadWorkbook(chosen.path);
      const shown = this.file ? await checked(of, this.file) : { refused: words.uploadFailed };
      this.setData({ ...shown, isChecking: false, chooseWords: words.chooseOther });
    },

    async onImportTap(this: ImportingPage) {
      if (!this.data.isImporting) await this.import();
    },

    async import(this: ImportingPage) {
      this.setData({ isImporting: true, refused: '', percent: 0 });
      await importAll(this, of);
      this.setData({ isImporting: false, importWords: words.import });
    },
  };
}

async function checked<Checked>(
  { check, viewOf }: Pick<Import<Checked, never>, 'check' | 'viewOf'>,
  file: WorkbookFile,
): Promise<object> {
  const reply = await check({ file });
  return reply.ok ? viewOf(reply.value) : { refused: replyWords(reply) };
}

async function importAll<Checked, Step extends { left: number }>(
  page: ImportingPage,
  of: Import<Checked, Step>,
): Promise<void> {
  const { file } = page;
  const added: [number, number] = [0, 0];
  let tries = 0;
  // Leaving the page stops it; the same file goes on where it stopped.
  while (file && !page.isUnloaded) {
    const reply = await of.step({ file });
    if (!reply.ok) {
      const isOutrun = 'refusal' in reply && reply.refusal === 'changed_meanwhile';
      tries += 1;
      if (isOutrun && tries < triesMax) continue;
      page.setData({ refused: of.words.stopped(replyWords(reply)) });
      return;
    }
    tries = 0;
    const [one, other] = of.addedBy(reply.value);
    added[0] += one;
    added[1] += other;
    const { left } = reply.value;
    page.setData(progress(of.words, added[0] + added[1], left));
    if (left > 0) continue;
    page.setData({ ...of.nothingChecked, isClean: true, result: of.done(...added) });
    return;
  }
}

function progress({ importing }: Words, done: number, left: number) {
  const all = done + left;
  return {
    percent: all === 0 ? 100 : Math.round((done / all) * 100),
    importWords: importing(done, all),
  };
}
