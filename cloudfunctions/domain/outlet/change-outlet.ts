import { accept, refuse, type Decision } from '../../kernel/decision';
import { plainName, type Outlet, type OutletTerm } from './outlet';

export interface OutletNames {
  name: string;
  aliases: string[];
  channelIds: string[];
}

/** An outlet with the term that it begins with. */
export function addOutlet(
  outlets: Outlet[],
  input: OutletNames & Omit<OutletTerm, 'until'> & { outletId: string },
): Decision<{ outlet: Outlet }, 'outlet_name_taken'> {
  const { outletId, name, aliases, channelIds, ...term } = input;
  if (isTaken(outlets, input)) return refuse('outlet_name_taken');
  const terms = [{ ...term, until: null }];
  return accept({
    outlet: { _id: outletId, name, aliases, terms, channelIds, isClosed: false, version: 1 },
  });
}

/** Other names, channels or a new term; what was printed before that term's day stays what it was. */
export function changeOutlet(
  outlets: Outlet[],
  input: OutletNames & {
    outletId: string;
    isClosed: boolean;
    term: Omit<OutletTerm, 'until'> | null;
  },
  on: string,
): Decision<{ outlet: Outlet }, 'not_found' | 'outlet_name_taken' | 'term_in_past'> {
  const outlet = outlets.find(({ _id }) => _id === input.outletId);
  if (!outlet) return refuse('not_found');
  if (isTaken(outlets, input)) return refuse('outlet_name_taken');
  const { name, aliases, channelIds, isClosed, term } = input;
  const begun = outlet.terms.at(-1);
  if (term && (term.since < on || (begun && term.since <= begun.since))) {
    return refuse('term_in_past');
  }
  const terms = term
    ? [...ended(outlet.terms, term.since), { ...term, until: null }]
    : outlet.terms;
  const version = outlet.version + 1;
  return accept({ outlet: { ...outlet, name, aliases, channelIds, isClosed, terms, version } });
}

const ended = (terms: OutletTerm[], until: string) =>
  terms.map((term) => (term.until === null ? { ...term, until } : term));

function isTaken(outlets: Outlet[], { outletId, ...wanted }: OutletNames & { outletId: string }) {
  const others = outlets.filter(({ _id }) => _id !== outletId).flatMap(namesOf);
  const own = namesOf(wanted);
  return new Set(own).size < own.length || own.some((name) => others.includes(name));
}

const namesOf = ({ name, aliases }: Pick<Outlet, 'name' | 'aliases'>) =>
  [name, ...aliases].map(plainName);
