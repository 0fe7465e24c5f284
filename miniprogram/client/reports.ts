/**
 * Reports of printings, without a network too: what is typed on the page is kept at each change, and
 * what is sent is kept under its commandId until the cloud has answered, so that a phone switched off
 * loses none and a lost answer counts nothing twice. A refused report waits until the person has it
 * back on the page. Its picture lies beside the stories' files, which the outbox would sweep.
 */
import type { InputOf } from '../../cloudfunctions/contract/index';
import type { Refusal } from '../../cloudfunctions/contract/refusal';
import type { KeptClipping } from '../platform/clippings';
import { newId } from '../platform/ids';
import { onLineOrAppBack } from '../platform/network';
import { forget, keep, keptKeys, readKept } from '../platform/storage';
import { reportAdoption } from './adoption';
import { uploadClipping } from './clipping';

type Report = InputOf<'adoption.report'>;

export interface ReportForm {
  outletId: string;
  outletName: string;
  printedOn: string;
  /** It is the day on which the form is filled; nobody chose another. */
  isDayOffered: boolean;
  position: Report['position'];
  headline: string;
  url: string;
  note: string;
}

/** What is on the page, sent or not. */
export interface TypedReport {
  form: ReportForm;
  clipping: KeptClipping | null;
}

export interface KeptReport extends TypedReport {
  commandId: string;
  /** Why the cloud would not take it; null while it is to be sent. */
  refusal: Refusal | null;
}

/** One record a story, so that what is typed becomes what is sent in one step. */
interface OfStory {
  typed: TypedReport | null;
  sending: KeptReport[];
}

const prefix = 'report:';

/** Sends what an earlier start left behind, and again whenever the line or the person is back. */
export function startReports(): void {
  void sendReports();
  onLineOrAppBack(() => void sendReports());
}

/** What is typed about a story and not sent yet. */
export const typedReport = (storyId: string): TypedReport | null => read(storyId).typed;

/** Keeps what is typed; throws when the phone is full. */
export function keepTyped(storyId: string, typed: TypedReport): void {
  write(storyId, { ...read(storyId), typed });
}

/** Reports of a story that the cloud has not taken, oldest first. */
export const keptReports = (storyId: string): KeptReport[] => read(storyId).sending;

/** Files that reports still need. */
export function reportPaths(): string[] {
  return keptKeys(prefix).flatMap((key) => {
    const { typed, sending } = read(key.slice(prefix.length));
    return [typed, ...sending].flatMap((report) => report?.clipping?.path ?? []);
  });
}

/** Keeps what is typed as a report to be sent, and answers its commandId. */
export async function queueReport(storyId: string, typed: TypedReport): Promise<string> {
  const commandId = await newId();
  // Its day is fixed now, whenever it is sent or comes back.
  const form = { ...typed.form, isDayOffered: false };
  const report = { ...typed, form, commandId, refusal: null };
  write(storyId, { typed: null, sending: [...keptReports(storyId), report] });
  return commandId;
}

/** Puts a report that was not taken back on the page, in the place of what is typed there. */
export function takeBack(storyId: string, commandId: string): void {
  const { sending: kept } = read(storyId);
  const report = kept.find((one) => one.commandId === commandId);
  if (!report || underWay.has(commandId)) return;
  const { form, clipping } = report;
  write(storyId, { typed: { form, clipping }, sending: kept.filter((one) => one !== report) });
}

const underWay = new Set<string>();
let sending: Promise<void> = Promise.resolve();
/** What the cloud said of those that it took since the app was started. */
const taken = new Map<string, 'reported' | 'joined'>();

/** Did the cloud take a report, as a new one or as further evidence? Undefined while it has not. */
export const takenAs = (commandId: string) => taken.get(commandId);

/** Sends everything that waits, one after the other. */
export function sendReports(): Promise<void> {
  // What a full phone could not note ends one round, and none after it.
  sending = sending.catch(() => undefined).then(sendThem);
  return sending;
}

async function sendThem(): Promise<void> {
  for (const key of keptKeys(prefix)) {
    const storyId = key.slice(prefix.length);
    for (const report of read(storyId).sending) {
      // One that was taken back while those before it were sent is on the page again.
      const isKept = keptReports(storyId).some(({ commandId }) => commandId === report.commandId);
      if (report.refusal !== null || !isKept) continue;
      underWay.add(report.commandId);
      const sent = sendOne(storyId, report);
      const isAnswered = await sent.finally(() => underWay.delete(report.commandId));
      // Without a network the rest would fare the same.
      if (!isAnswered) return;
    }
  }
}

async function sendOne(storyId: string, report: KeptReport): Promise<boolean> {
  const { commandId, clipping } = report;
  const evidence = await uploadClipping(clipping);
  if (evidence === undefined) return false;
  const input = reportOf(storyId, report.form, evidence);
  const reply = await reportAdoption(commandId, input);
  if ('failure' in reply) return false;
  if (reply.ok) taken.set(commandId, reply.value.state === 'reported' ? 'reported' : 'joined');
  const kept = read(storyId);
  const left = reply.ok
    ? kept.sending.filter((one) => one.commandId !== commandId)
    : kept.sending.map((one) =>
        one.commandId === commandId ? { ...one, refusal: reply.refusal } : one,
      );
  write(storyId, { ...kept, sending: left });
  return true;
}

/** The report as the contract wants it. */
export function reportOf(storyId: string, form: ReportForm, clipping: Report['clipping']): Report {
  const { outletId, outletName, printedOn, position, headline, url, note } = form;
  return {
    ...{ storyId, outletId: outletId || null, outletName, printedOn, position },
    ...{ headline: headline.trim(), url: url.trim() || null, clipping, note: note.trim() },
  };
}

const read = (storyId: string): OfStory =>
  readKept<OfStory>(prefix + storyId) ?? { typed: null, sending: [] };

function write(storyId: string, kept: OfStory): void {
  if (kept.typed === null && kept.sending.length === 0) forget(prefix + storyId);
  else keep(prefix + storyId, kept);
}
