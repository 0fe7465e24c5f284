/** An outlet as it is typed, and as the contract wants it; no wx. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import { levelText, outletClassText, outletText } from '../../text/adoption';

export type OutletView = ValueOf<'outlet.show'>['outlet'];
type Added = InputOf<'outlet.add'>;

export interface OutletForm {
  name: string;
  /** Parted by blanks or commas. */
  aliases: string;
  channelIds: string[];
  level: Added['level'] | '';
  outletClass: Added['outletClass'] | '';
  group: string;
  since: string;
  isClosed: boolean;
}

/** What stands in the directory, or nothing yet. */
export function formOf(outlet: OutletView | undefined, today: string): OutletForm {
  const term = outlet && lastOf(outlet.terms);
  return {
    name: outlet?.name ?? '',
    aliases: outlet?.aliases.join(' ') ?? '',
    channelIds: outlet?.channelIds ?? [],
    level: term?.level ?? '',
    outletClass: term?.outletClass ?? '',
    group: term?.group ?? '',
    since: today,
    isClosed: outlet?.isClosed ?? false,
  };
}

export function missingOf({ name, level, outletClass }: OutletForm): string {
  if (name.trim() === '') return outletText.nameMissing;
  return level === '' || outletClass === '' ? outletText.classMissing : '';
}

export function namesOf({ name, aliases, channelIds }: OutletForm) {
  return { name: name.trim(), aliases: wordsIn(aliases), channelIds };
}

/** Undefined while level or class is missing. */
export function termOf({ level, outletClass, group, since }: OutletForm) {
  if (level === '' || outletClass === '') return undefined;
  return { level, outletClass, group: group.trim() || null, since };
}

/** A new term only where something of it is another; names alone change nothing that counts. */
export function changedTerm(form: OutletForm, outlet: OutletView) {
  const [before, after] = [lastOf(outlet.terms), termOf(form)];
  if (!after || !before) return null;
  const isSame =
    before.level === after.level &&
    before.outletClass === after.outletClass &&
    before.group === after.group;
  return isSame ? null : after;
}

/** Every term it had, the newest first. */
export function termLines(outlet: OutletView | undefined): string[] {
  return [...(outlet?.terms ?? [])]
    .reverse()
    .map(({ level, outletClass, since, until }) =>
      [
        outletText.span(since, until),
        outletText.term(levelText[level], outletClassText[outletClass]),
      ].join(outletText.colon),
    );
}

/** Every channel by name; one that is bound and cannot be read stays by its id. */
export function channelChoices(channels: { id: string; name: string }[], bound: string[]) {
  const unknown = bound.filter((id) => !channels.some((channel) => channel.id === id));
  return [
    ...channels.map(({ id, name }) => ({ value: id, words: name })),
    ...unknown.map((id) => ({ value: id, words: id })),
  ];
}

const wordsIn = (text: string) => text.split(/[\s,，、;；]+/).filter((word) => word !== '');

const lastOf = <Term>(terms: Term[]) => terms[terms.length - 1];
