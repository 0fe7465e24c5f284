import { listKeptColumns } from '../../client/kept-answers';
import { adviseDraft } from '../../client/newsroom';
import { listPerson } from '../../client/directory';
import { beginReading } from '../../client/newest';
import { copyDraft, type Draft } from '../../outbox/index';
import { chooseDocuments } from '../../platform/attachments';
import { chooseVideo } from '../../platform/photos';
import { choosePlace } from '../../platform/place';
import { filingText } from '../../text/filing';
import { datedPage } from '../dated-page';
import { adviceWords } from './advice';
import type { Author } from './author';
import { placeOfMissing, type StoryKind } from './kinds';
import { tell } from './submit';
import { columnChoices, countsOf, notChosenWords, savedWords, shownOf } from './view';
import type { Saved } from './writing';
import { writingFields, writingPage } from './writing-page';

/** The cloud takes no file over 10 MB from a phone. */
const fileBytesMax = 10 * 1024 * 1024;
const placeMax = 60;

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: TextField }>;
type TextField = 'headline' | 'body' | 'place' | 'noteToEditor';

Page({
  ...writingPage({ kind: 'news', photosMax: 20 }),
  ...datedPage,

  data: {
    ...writingFields,
    skeleton: [{ width: '100%' }, { width: '60%' }, { width: '100%', height: '320rpx' }],
    today: '',
    shown: null as ReturnType<typeof shownOf> | null,
    counts: null as ReturnType<typeof countsOf> | null,
    units: [] as Author['units'],
    advice: [] as string[],
    suggestions: [] as { id: string; name: string }[],
    columns: [] as ReturnType<typeof columnChoices>,
  },

  /** Known once somebody comes to the field. */
  columns: undefined as string[] | undefined,

  onOpened({ author, draft }: { author: Author; draft: Draft }) {
    this.setData({ units: author.units });
    if (draft.refileVersion !== null) {
      wx.setNavigationBarTitle({ title: filingText.refileTitle });
    }
    this.show();
  },

  onSaved(saved: Saved) {
    this.setData({ saved: savedWords(saved), refused: '' });
    if (saved === 'full' || !this.writing) return;
    void copyDraft(this.writing.draft());
    void this.askAdvice();
  },

  /** Draws all but the texts that are being typed. */
  show() {
    if (!this.writing) return;
    this.followDay();
    const draft = this.writing.draft();
    this.setData({ shown: shownOf(draft), counts: countsOf(draft) });
  },

  change(change: Partial<Draft>) {
    this.writing?.change(change);
    this.show();
  },

  onTextChange({ detail, currentTarget }: FieldEvent) {
    this.writing?.change({ [currentTarget.dataset.field]: detail.value });
    if (this.writing) this.setData({ counts: countsOf(this.writing.draft()) });
  },

  async onColumnFocus() {
    this.columns ??= await listKeptColumns();
    this.suggestColumns();
  },

  onColumnChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.writing?.change({ column: detail.value.trim() || null });
    this.suggestColumns();
  },

  onColumnChoice({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
    const [column] = detail.chosen;
    if (column) this.fill('column', column);
    this.suggestColumns();
  },

  suggestColumns() {
    const column = this.writing?.draft().column ?? '';
    this.setData({ columns: columnChoices(this.columns ?? [], column) });
  },

  /** Only a tap asks the phone where it is. */
  async onLocateTap() {
    const place = await choosePlace();
    if (typeof place === 'string') return tell(filingText.noPlace[place]);
    this.fill('place', place.name.slice(0, placeMax));
  },

  /** Writes a text that was not typed into its field. */
  fill(field: 'place' | 'column', words: string) {
    const { writing } = this;
    if (!writing) return;
    // First what is typed there: a field draws nothing when it is given what it was given last.
    this.setData({ [`first.${field}`]: writing.draft()[field] });
    writing.change({ [field]: words });
    this.setData({ [`first.${field}`]: words });
  },

  onKindTap({ currentTarget }: WechatMiniprogram.BaseEvent<object, { kind: StoryKind }>) {
    this.change({ kind: currentTarget.dataset.kind });
  },

  onUnitTap({ currentTarget }: WechatMiniprogram.BaseEvent<object, { unit: string }>) {
    this.change({ unitId: currentTarget.dataset.unit });
  },

  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ happenedOn: detail.value });
  },

  onPhotoAdd() {
    void this.bringPhotos(['album', 'camera']);
  },

  async onVideoAdd() {
    const video = await chooseVideo().catch(() => null);
    if (video === null) return tell(filingText.photoFailed);
    if (typeof video === 'string') return tell(notChosenWords(video));
    if (video.bytes > fileBytesMax) return tell(filingText.fileTooLarge);
    this.change({ video });
  },

  onVideoRemove() {
    this.change({ video: null });
  },

  async onAttachmentAdd() {
    const present = this.writing?.draft().attachments ?? [];
    const files = await chooseDocuments(5 - present.length).catch(() => null);
    if (files === null) return tell(filingText.photoFailed);
    if (typeof files === 'string') return tell(notChosenWords(files));
    const fit = files.filter(({ bytes }) => bytes > 0 && bytes <= fileBytesMax);
    const isEmpty = files.some(({ bytes }) => bytes === 0);
    if (fit.length < files.length) tell(isEmpty ? filingText.fileEmpty : filingText.fileTooLarge);
    this.change({ attachments: [...present, ...fit] });
  },

  onAttachmentRemove({ currentTarget }: WechatMiniprogram.BaseEvent<object, { index: number }>) {
    const attachments = (this.writing?.draft().attachments ?? []).filter(
      (_, index) => index !== currentTarget.dataset.index,
    );
    this.change({ attachments });
  },

  async onNameSearch({ detail }: WechatMiniprogram.CustomEvent<{ name: string }>) {
    const { name: typed } = detail;
    const isNewest = beginReading(this, 'names');
    const reply = typed ? await listPerson({ unitId: null, name: typed, after: null }) : undefined;
    if (!isNewest()) return;
    const people = reply?.ok ? reply.value.people.slice(0, 3) : [];
    this.setData({ suggestions: people.map(({ id, name }) => ({ id, name })) });
  },

  onBylineAdd({ detail }: WechatMiniprogram.CustomEvent<Draft['bylines'][number]>) {
    const bylines = this.writing?.draft().bylines ?? [];
    const isThere = bylines.some(({ name, part }) => name === detail.name && part === detail.part);
    if (!isThere) this.change({ bylines: [...bylines, detail] });
    this.setData({ suggestions: [] });
  },

  onBylineRemove({ detail }: WechatMiniprogram.CustomEvent<{ index: number }>) {
    const bylines = this.writing?.draft().bylines ?? [];
    this.change({ bylines: bylines.filter((_, index) => index !== detail.index) });
  },

  /** Words to look at and stories alike; without a network there is just none. */
  async askAdvice() {
    const draft = this.writing?.draft();
    if (!draft?.unitId || draft.body.length < 20) return;
    const isNewest = beginReading(this, 'advice');
    const { kind, headline, body, unitId, storyId } = draft;
    const reply = await adviseDraft({ kind, headline, body, unitId, storyId });
    const isRefiling = draft.refileVersion !== null;
    if (reply.ok && isNewest()) this.setData({ advice: adviceWords(reply.value, { isRefiling }) });
  },

  /** The first thing that is missing comes into sight. */
  onMissingTap() {
    const selector = this.writing && placeOfMissing(this.writing.draft());
    if (selector) wx.pageScrollTo({ selector });
  },
});
