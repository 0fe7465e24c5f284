/** What the first page shows, made from what the cloud said; no wx, so it is tested as it is. */
import type { Reply } from '../../client/call';
import { homeText } from '../../text/home';
import { replyWords } from '../../text/reply';

export type HomeView =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'unfounded' }
  | {
      state: 'open';
      organName: string;
      kind: string;
      person: { name: string; duties: string } | null;
      /** Whoever sets the organ up has more to do than to write. */
      isAdministrator: boolean;
    };

export interface FoundingForm {
  code: string;
  organName: string;
  administratorName: string;
  kind: 'cppcc' | 'congress';
}

export const emptyForm: FoundingForm = {
  code: '',
  organName: '',
  administratorName: '',
  kind: 'cppcc',
};

/** The page for the answer of `session.open`. */
export function viewOfSession(reply: Reply<'session.open'> | Reply<'organ.found'>): HomeView {
  if (!reply.ok) return { state: 'failed', message: replyWords(reply) };
  const { organ, person } = reply.value;
  if (!organ) return { state: 'unfounded' };
  return {
    state: 'open',
    organName: organ.name,
    kind: homeText.kind[organ.kind],
    person: person && {
      name: person.name,
      duties: person.duties.map(({ duty }) => homeText.duty[duty]).join('、'),
    },
    isAdministrator: person?.duties.some(({ duty }) => duty === 'administrator') ?? false,
  };
}

/** What the form still lacks, in words; empty when it can be sent. */
export function missingOf(form: FoundingForm): string {
  const fields = (['code', 'organName', 'administratorName'] as const).filter(
    (field) => form[field].trim() === '',
  );
  if (fields.length === 0) return '';
  return homeText.stillMissing(fields.map((field) => homeText.missing[field]));
}
