/** What the filing form shows of a draft; pure. */
import type { Draft } from '../../outbox/index';
import { cloudNow } from '../../platform/clock';
import { clockWords, plainDayWords } from '../../text/day';
import { filingText } from '../../text/filing';
import { refusalText } from '../../text/refusal';
import type { NotChosen } from '../../platform/photos';
import type { NoAuthor } from './author';
import { countWords, kindForms, missingOf, type MissingPart } from './kinds';
import type { Saved } from './writing';

/** The form as drawn; texts being typed are not in it, so that the cursor stays. */
export function shownOf(draft: Draft) {
  const form = kindForms[draft.kind];
  return {
    form,
    kind: draft.kind,
    isRefile: draft.refileVersion !== null,
    photos: draft.photos,
    video: draft.video,
    attachments: draft.attachments,
    photoCount: filingText.photoCount(draft.photos.length),
    // One that was chosen before the kind is filed with it, and may have to be corrected.
    hasDay: form.hasPlace || form.needsDay || draft.happenedOn !== null,
    happenedOn: draft.happenedOn ?? '',
    dayWords: draft.happenedOn ? plainDayWords(draft.happenedOn, cloudNow()) : '',
    bylines: draft.bylines.map(({ name, part, isJournalist }) => ({
      ...{ name, part: filingText.bylinePart(filingText.parts[part], isJournalist) },
    })),
    unitId: draft.unitId ?? '',
    ...countsOf(draft),
  };
}

/** The few words that change with every key. */
export function countsOf(draft: Draft) {
  return {
    words: filingText.words(countWords(draft.body), kindForms[draft.kind].wordsMin),
    headlineWords: filingText.headlineWords([...draft.headline].length),
    missing: missingWords(draft),
  };
}

/** What is still missing, in words; empty when it can be filed. */
export function missingWords(draft: Draft): string {
  const parts = missingOf(draft);
  if (parts.length === 0) return '';
  return filingText.stillMissing(parts.map((part) => partWords(part, draft)));
}

function partWords(part: MissingPart, draft: Draft): string {
  if (part === 'body') return filingText.missing.body(kindForms[draft.kind].wordsMin);
  return filingText.missing[part];
}

/** As many as fit under the field without pushing the rest of the form away. */
const columnsMax = 6;

/** Columns that have what is typed; none once one of them stands there. */
export function columnChoices(columns: string[], typed: string) {
  if (columns.includes(typed)) return [];
  const fitting = columns.filter((column) => column.includes(typed)).slice(0, columnsMax);
  return fitting.map((column) => ({ value: column, words: column }));
}

/** The line that says whether the draft is safe. */
export function savedWords(saved: Saved): string {
  if (saved === 'untouched') return filingText.notWritten;
  return saved === 'full' ? filingText.notSaved : filingText.savedAt(clockWords(saved.at));
}

/** Why the form cannot be opened. */
export function noAuthorWords(reason: NoAuthor): string {
  const words = {
    no_answer: filingText.unknownAuthor,
    not_bound: refusalText.not_bound,
    no_unit: filingText.noUnit,
  };
  return words[reason];
}

/** Why nothing was chosen; a closed chooser needs no words. */
export function notChosenWords(reason: NotChosen): string {
  return { cancelled: '', no_consent: filingText.noConsent, not_allowed: filingText.notAllowed }[
    reason
  ];
}

/** What bringing photos came to: how many failed, or why none was chosen. */
export function broughtWords(brought: number | NotChosen): string {
  if (typeof brought === 'string') return notChosenWords(brought);
  return brought > 0 ? filingText.photoFailed : '';
}
