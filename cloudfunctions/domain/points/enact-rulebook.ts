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
  /** The last day that anything was posted for or that is closed; null while there is none. */
  postedThrough: string | null;
  byId: string;
  byName: string;
  at: number;
}

/**
 * Puts the draft in force. What is posted already was posted under another version, so it begins
 * after that; only a first rulebook may reach back, since without one nothing was posted.
 */
export function enactRulebook(
  enacting: Enacting,
): Decision<RulebookVersion, 'rulebook_invalid' | 'rulebook_too_early'> & { found?: Found } {
  const { draft, versions, postedThrough } = enacting;
  const found = checkRulebook(draft.rulebook);
  if (found) return { ...refuse('rulebook_invalid'), found };
  const { effectiveFrom } = draft.rulebook;
  const last = versions
    .map((version) => version.effectiveFrom)
    .sort()
    .at(-1);
  const isEarly = [last, last && postedThrough].some((on) => on && effectiveFrom <= on);
  if (isEarly) return refuse('rulebook_too_early');
  const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
  return accept({
    _id: `office:${version}`,
    ...draft.rulebook,
    ...{ id: 'office', version, enactedAt: enacting.at },
    ...{ enactedById: enacting.byId, enactedByName: enacting.byName },
  });
}
