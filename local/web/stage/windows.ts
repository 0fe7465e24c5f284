/** The windows on the stage and what each is set to; kept between visits. */
import type { NetworkMode } from '../bundle';
import type { StageConfig } from './personas';

export interface PhoneWindow {
  kind: 'phone' | 'wide';
  id: string;
  /** An openid, or `anonymous` for a phone on which nobody is known. */
  person: string;
  /** Where it opens; '' for the app's first page. */
  page: string;
  network: NetworkMode;
  dark: boolean;
  fontScale: number;
}

/** A window that shows another address, such as the place the mini-program sends to. */
export interface AddressWindow {
  kind: 'address';
  id: string;
  title: string;
  url: string;
}

export type StageWindow = PhoneWindow | AddressWindow;

export const ANONYMOUS = 'anonymous';

/** People without a record: WeChat gives them an openid, the cloud has no persona for it. */
export const VISITORS = ['A', 'B', 'C', 'D'].map((letter) => ({
  letter,
  openid: `stage-visitor-${letter.toLowerCase()}`,
}));

/** Phones that a first visit opens. */
const PHONES_AT_FIRST = 3;

/**
 * Three phones: the first personas, and visitors where there are too few; the given addresses beside
 * them; then a PC window of the second person.
 */
export function firstWindows(
  openids: string[],
  { frames, pages }: Pick<StageConfig, 'frames' | 'pages'>,
): StageWindow[] {
  const people = [...openids, ...VISITORS.map((visitor) => visitor.openid)];
  const phones = people
    .slice(0, PHONES_AT_FIRST)
    .map((person, n) => aPhone('phone', person, pages[n]));
  const wide = aPhone('wide', people[1] ?? ANONYMOUS, pages[PHONES_AT_FIRST]);
  return [...phones, ...frames.map(({ title, url }) => anAddress(title, url)), wide];
}

/** A new window of a person's phone, or of the person's PC. */
export function aPhone(kind: PhoneWindow['kind'], person: string, page = ''): PhoneWindow {
  return { kind, id: newId(), person, page, network: 'online', dark: false, fontScale: 1 };
}

/** A new window of another address. */
export function anAddress(title: string, url: string): AddressWindow {
  return { kind: 'address', id: newId(), title, url };
}

/**
 * Name of a phone's storage: the person's own, so that drafts are found again when the person comes
 * back; a second phone of the same person has its own.
 */
export function storageName(windows: StageWindow[], phone: PhoneWindow): string {
  const same = windows.filter((one) => one.kind !== 'address' && one.person === phone.person);
  const place = same.findIndex((one) => one.id === phone.id);
  return place > 0 ? `${phone.person}.${place + 1}` : phone.person;
}

/** The person for a new phone: the first one whom no window shows yet. */
export function nextPerson(windows: StageWindow[], openids: string[]): string {
  const shown = new Set(windows.flatMap((one) => (one.kind === 'address' ? [] : [one.person])));
  const people = [...openids, ...VISITORS.map((visitor) => visitor.openid)];
  return people.find((person) => !shown.has(person)) ?? people[0] ?? ANONYMOUS;
}

const KEPT_UNDER = 'stage-windows-3';

/** What the last visit left; undefined at the first one. One-shot network modes are over by now. */
export function keptWindows(): StageWindow[] | undefined {
  const kept = localStorage.getItem(KEPT_UNDER);
  if (kept === null) return undefined;
  // Written by keepWindows; the number in the key changes with the shape.
  const windows = JSON.parse(kept) as StageWindow[];
  return windows.map((one) => (one.kind === 'address' ? one : { ...one, network: 'online' }));
}

/** Keeps the windows for the next visit; undefined forgets them. */
export function keepWindows(windows: StageWindow[] | undefined): void {
  if (windows === undefined) localStorage.removeItem(KEPT_UNDER);
  else localStorage.setItem(KEPT_UNDER, JSON.stringify(windows));
}

function newId(): string {
  return crypto.randomUUID().slice(0, 8);
}
