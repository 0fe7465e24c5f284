import { dayOf } from '../../kernel/days';
import { accept, refuse, type Decision } from '../../kernel/decision';
import { checkRulebook, type Found } from './check-rulebook';
import type { Rulebook } from './rulebook';

/** The one draft of the office; a version is made of it when it is put in force. */
export interface RulebookDraft {
  _id: 'draft';
  rulebook: Omit<Rulebook, 'id' | 'version'>;
  at: number;
  byId: string;
  byName: string;
  version: number;
}

/** A version in force, which never changes. */
export interface RulebookVersion extends Rulebook {
  /** `<id>:<version>`. */
  _id: string;
  enactedAt: number;
  enactedById: string;
  enactedByName: string;
}

export interface Enacting {
  draft: RulebookDraft;
  versions: RulebookVersion[];
  byId: string;
  byName: string;
  at: number;
}

/** Longer than any call can run that began before midnight. */
const callMax = 60 * 60 * 1000;

/**
 * Puts the draft in force. It begins after today: nothing is ever posted for a day to come, so neither
 * what is posted already nor a posting that is under way at this moment can fall under it, and no
 * posting has to ask, or wait, whether a rulebook was just enacted. Late in the evening it begins the
 * day after tomorrow, since this call and a posting of tomorrow might otherwise pass each other.
 * Only a first rulebook may reach back, since without one nothing was posted: a printing verified at
 * this moment is as one verified a moment before, and its work's next event posts what is due.
 */
export function enactRulebook(
  enacting: Enacting,
): Decision<RulebookVersion, 'rulebook_invalid' | 'rulebook_too_early'> & { found?: Found } {
  const { draft, versions, at } = enacting;
  const found = checkRulebook(draft.rulebook);
  if (found) return { ...refuse('rulebook_invalid'), found };
  const { effectiveFrom } = draft.rulebook;
  const days = versions.map((version) => version.effectiveFrom);
  const isEarly = [...days, dayOf(at + callMax)].some((on) => effectiveFrom <= on);
  if (days.length > 0 && isEarly) return refuse('rulebook_too_early');
  const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
  return accept({
    _id: `office:${version}`,
    ...draft.rulebook,
    ...{ id: 'office', version, enactedAt: at },
    ...{ enactedById: enacting.byId, enactedByName: enacting.byName },
  });
}
