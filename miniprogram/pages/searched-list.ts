/**
 * What a list does that is searched and narrowed to a unit: its pages are read one after the other, and an
 * answer that a newer question has overtaken is not shown.
 */
import { listUnit } from '../client/directory';
import { createPaging, type Paging } from '../client/paging';
import { namesOf, treeOf } from '../components/unit-picker/tree';
import { readPage } from '../platform/read-page';
import { replyWords, type Unmet } from '../text/reply';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;
/** A page of rows as they are shown; `after` is null at the end of the list. */
type Found = { ok: true; value: { rows: object[]; after: string | null } };
type Failed = { ok: false } & Unmet;

interface SearchedPage {
  data: { unitId: string };
  unitNames: Record<string, string>;
  list: Paging<object, object, Found | Failed> | undefined;
  setData(data: object): void;
  /** What is searched for. */
  question(): object;
  /** What follows of it. */
  ask(input: { after: string | null }): Promise<Found | Failed>;
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

/** A page spreads it first and brings `read`, `question`, `ask` and `emptyWords`. */
export const searchedList = (allUnits: string) => ({
  ...readPage,

  unitNames: {} as Record<string, string>,
  list: undefined as SearchedPage['list'],

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
    this.list ??= createPaging(
      (input: { after: string | null }) => this.ask(input),
      ({ rows }) => rows,
    );
    const found = await this.list.readFirst(this.question());
    if (!found) return;
    if (!found.ok) {
      this.fail(replyWords(found));
      return;
    }
    const { rows, after } = found.value;
    this.setData({ rows, after, empty: this.emptyWords(), isLoading: false, message: '' });
  },

  async readMore(this: SearchedPage) {
    const found = await this.list?.readMore();
    if (found?.ok) this.setData({ rows: this.list?.items(), after: found.value.after });
  },

  nameUnit(this: SearchedPage) {
    this.setData({ unitName: this.unitNames[this.data.unitId] ?? allUnits });
  },

  fail(this: SearchedPage, message: string) {
    this.setData({ message, isLoading: false });
  },
});
