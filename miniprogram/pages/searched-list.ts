/**
 * What a list does that is searched and narrowed to a unit: its pages are read one after the other, and an
 * answer that a newer question has overtaken is not shown.
 */
import { listUnit } from '../client/directory';
import { namesOf, treeOf } from '../components/unit-picker/tree';
import { readPage } from '../platform/read-page';
import { replyWords } from '../text/review';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;
/** A page of rows as they are shown; `after` is null at the end of the list. */
type Found = { ok: true; rows: object[]; after: string | null };
type Failed = { ok: false } & Parameters<typeof replyWords>[0];

interface SearchedPage {
  data: { unitId: string; rows: object[]; after: string | null };
  unitNames: Record<string, string>;
  asked: number;
  isReadingMore: boolean;
  setData(data: object): void;
  /** What follows, under what is searched for. */
  ask(after: string | null): Promise<Found | Failed>;
  /** What is said when nothing was found. */
  emptyWords(): string;
  readFirst(): Promise<void>;
  readMore(): Promise<void>;
  nameUnit(): void;
  fail(message: string): void;
}

/** The page's data besides its rows and what it searches for. */
export const searchedFields = (allUnits: string) => ({
  fontScale: 1,
  isLoading: true,
  message: '',
  empty: '',
  unitId: '',
  unitName: allUnits,
  after: null as string | null, // null at the end of the list
  choices: [] as { id: string; name: string; depth: number }[],
  isPicking: false,
});

/** A page spreads it first and brings `read`, `ask` and `emptyWords`. */
export const searchedList = (allUnits: string) => ({
  ...readPage,

  unitNames: {} as Record<string, string>,
  /** Counts questions. */
  asked: 0,
  isReadingMore: false,

  onReachBottom(this: SearchedPage) {
    void this.readMore();
  },

  onFilterTap(this: SearchedPage) {
    this.setData({ isPicking: true });
  },

  onPickerClose(this: SearchedPage) {
    this.setData({ isPicking: false });
  },

  onUnitChoose(this: SearchedPage, event: Change<{ ids: string[] }>) {
    const [unitId = ''] = event.detail.ids;
    this.setData({ unitId, isPicking: false, isLoading: true });
    this.nameUnit();
    void this.readFirst();
  },

  /** Whether the units are there; the page says so when not. */
  async readUnits(this: SearchedPage): Promise<boolean> {
    const units = await listUnit();
    if (!units.ok) {
      this.fail(replyWords(units));
      return false;
    }
    this.unitNames = namesOf(units.value.units);
    const all = { id: '', name: allUnits, depth: 0 };
    this.setData({ choices: [all, ...treeOf(units.value.units)] });
    this.nameUnit();
    return true;
  },

  async readFirst(this: SearchedPage) {
    const mine = (this.asked += 1);
    const found = await this.ask(null);
    if (mine !== this.asked) return;
    if (!found.ok) {
      this.fail(replyWords(found));
      return;
    }
    const { rows, after } = found;
    this.setData({ rows, after, empty: this.emptyWords(), isLoading: false, message: '' });
  },

  async readMore(this: SearchedPage) {
    const { after, rows } = this.data;
    if (after === null || this.isReadingMore) return;
    this.isReadingMore = true;
    const mine = this.asked;
    const found = await this.ask(after);
    this.isReadingMore = false;
    if (mine !== this.asked || !found.ok) return;
    this.setData({ rows: [...rows, ...found.rows], after: found.after });
  },

  nameUnit(this: SearchedPage) {
    this.setData({ unitName: this.unitNames[this.data.unitId] ?? allUnits });
  },

  fail(this: SearchedPage, message: string) {
    this.setData({ message, isLoading: false });
  },
});
