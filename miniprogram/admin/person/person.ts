import type { Reply } from '../../client/call';
import {
  addMembership,
  endDuty,
  endMembership,
  leavePerson,
  listDirectoryEvent,
  listUnit,
  makeInvite,
  showPerson,
} from '../../client/directory';
import { administers, knownSession } from '../../client/kept-answers';
import { beginReading } from '../../client/newest';
import { openPage } from '../../pages/open-page';
import { copyText } from '../../platform/clipboard';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { newInviteCode } from '../../platform/ids';
import { readPage } from '../../platform/read-page';
import { adminText, personText } from '../wording/admin';
import { momentWords } from '../../text/day';
import { dutyWords } from '../../text/people';
import { replyWords } from '../../text/reply';
import { namesOf, treeOf, type TreeLine } from '../../components/unit-picker/tree';
import { noSuccessor, openWorkWords, successorsFor } from './successor';
import { actsOf, grouped, viewOf, type Person } from './view';

type Tap<Place extends object> = WechatMiniprogram.TouchEvent<object, object, Place>;
type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    refused: '',
    view: null as ReturnType<typeof viewOf> | null, // null until it is read
    units: [] as TreeLine[],
    isPicking: false,
    code: '',
    shownCode: '',
    until: '',
    successor: noSuccessor,
    acts: [] as ReturnType<typeof actsOf>,
  },

  person: null as Person | null,
  personId: '',
  unitNames: {} as Record<string, string>,
  session: undefined as Awaited<ReturnType<typeof knownSession>>,

  onLoad({ id = '' }: { id?: string }) {
    this.personId = id;
    this.setData({ fontScale: fontScale() });
  },

  onChangeTap() {
    openPage(`/admin/person-form/person-form?id=${this.personId}`);
  },

  onGrantTap() {
    openPage(`/admin/duty/duty?id=${this.personId}`);
  },

  onJoinTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  async onUnitChoose(event: Change<{ ids: string[] }>) {
    const [unitId = ''] = event.detail.ids;
    this.setData({ isPicking: false });
    this.settle(await addMembership({ personId: this.personId, unitId, isHead: false }));
  },

  async onHeadTap(event: Tap<{ id: string }>) {
    const unitId = event.currentTarget.dataset.id;
    const isHead = this.person?.memberships.find((one) => one.unitId === unitId)?.isHead ?? false;
    this.settle(await addMembership({ personId: this.personId, unitId, isHead: !isHead }));
  },

  async onQuitTap(event: Tap<{ id: string; name: string }>) {
    const { id: unitId, name } = event.currentTarget.dataset;
    if (!(await this.isSure(personText.quit, name))) return;
    this.settle(await endMembership({ personId: this.personId, unitId }));
  },

  async onEndDutyTap(event: Tap<{ index: number }>) {
    const held = this.person?.duties[event.currentTarget.dataset.index];
    if (!held || !(await this.isSure(personText.endDuty, dutyWords(held)))) return;
    const { duty, stage } = held;
    // The contract's stages are 1 to 4; a view repeats what was granted by it.
    this.settle(await endDuty({ personId: this.personId, duty, stage }));
  },

  async onLeaveTap() {
    if (!(await this.isSure(personText.leave, this.person?.name ?? ''))) return;
    await this.leave(null);
  },

  async leave(successorId: string | null) {
    const reply = await leavePerson({ personId: this.personId, successorId });
    if (!reply.ok && 'refusal' in reply && reply.refusal === 'work_open') {
      await this.askSuccessor(openWorkWords(reply.detail), '');
    } else this.settle(reply);
  },

  async askSuccessor(title: string, name: string) {
    this.setData({ successor: { ...noSuccessor, isOpen: true, isLoading: true, title } });
    const isNewest = beginReading(this, 'successor');
    const asked = await successorsFor(this.person, name);
    if (!isNewest() || !this.data.successor.isOpen) return;
    this.setData({ successor: { ...asked, isOpen: true, isLoading: false, title } });
  },

  onSuccessorSearch(event: Change<{ name: string }>) {
    void this.askSuccessor(this.data.successor.title, event.detail.name);
  },

  onSuccessorClose() {
    this.setData({ successor: noSuccessor });
  },

  onSuccessorChoose(event: Change<{ id: string }>) {
    this.setData({ successor: noSuccessor });
    void this.leave(event.detail.id);
  },

  async onInviteTap() {
    const code = await newInviteCode();
    const reply = await makeInvite({ personId: this.personId, code });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    const until = personText.invite.until(momentWords(reply.value.expiresAt, cloudNow()));
    this.setData({ code, until, shownCode: grouped(code), refused: '' });
  },

  onCopyTap() {
    void copyText(personText.invite.copy(this.person?.name ?? '', this.data.shownCode));
  },

  onCodeCloseTap() {
    this.setData({ code: '' });
  },

  onCodeVisibleChange(event: Change<{ visible: boolean }>) {
    if (!event.detail.visible) this.setData({ code: '' });
  },

  async isSure(
    asked: { title: string; words(name: string): string; confirm: string },
    name: string,
  ) {
    const { title, words, confirm } = asked;
    const { confirm: isYes } = await wx.showModal({
      ...{ title, content: words(name), confirmText: confirm, cancelText: adminText.cancel },
    });
    return isYes;
  },

  settle(reply: Reply<'membership.add' | 'membership.end' | 'duty.end' | 'person.leave'>) {
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    this.show(reply.value.person);
    void this.readActs();
    wx.showToast({ title: adminText.done, icon: 'success' });
  },

  async read() {
    const [reply, units, session] = await Promise.all([
      showPerson({ personId: this.personId }),
      listUnit(),
      knownSession(),
    ]);
    this.session = session;
    if (!reply.ok || !units.ok) {
      const failed = reply.ok ? units : reply;
      if (!failed.ok) this.setData({ message: replyWords(failed), isLoading: false });
      return;
    }
    this.unitNames = namesOf(units.value.units);
    this.setData({ units: treeOf(units.value.units), isLoading: false, message: '' });
    this.show(reply.value.person);
    void this.readActs();
  },

  /** Where it cannot be asked, the page stands without. */
  async readActs() {
    if (!administers(this.session)) return;
    const reply = await listDirectoryEvent({ subjectId: this.personId });
    if (reply.ok) this.setData({ acts: actsOf(reply.value.events, cloudNow()) });
  },

  show(person: Person) {
    const { session } = this;
    const organ = session?.organ?.kind ?? 'cppcc';
    this.person = person;
    const view = viewOf(person, this.unitNames, { organ, isAdministrator: administers(session) });
    this.setData({ view, refused: '' });
  },
});
