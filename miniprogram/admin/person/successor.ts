/** Who may take over what somebody who leaves has open. */
import { listPerson } from '../../client/directory';
import { personText } from '../wording/admin';
import { replyWords } from '../../text/reply';
import { dutyWords } from '../../text/people';
import type { Person } from './view';

interface Choice {
  id: string;
  title: string;
  about: string;
}

/** The sheet while nobody is asked for. */
export const noSuccessor = {
  isOpen: false,
  isLoading: false,
  title: '',
  empty: '',
  choices: [] as Choice[],
};

/** What is open, as the refusal `work_open` tells it. */
export function openWorkWords(detail: unknown): string {
  const { stories = 0, tips = 0 } = (detail ?? {}) as { stories?: number; tips?: number }; // contract
  return personText.successor.title(stories, tips);
}

/** People by name; without one, those of the same unit. */
export async function successorsFor(
  person: Person | null,
  typed: string,
): Promise<{ choices: Choice[]; empty: string }> {
  const name = typed.trim() || null;
  const unitId = name === null ? (person?.memberships[0]?.unitId ?? null) : null;
  const reply = await listPerson({ unitId, name, after: null });
  if (!reply.ok) return { choices: [], empty: replyWords(reply) };
  const choices = reply.value.people
    .filter(({ id }) => id !== person?.id)
    .map(({ id, name: title, duties }) => ({
      ...{ id, title, about: duties.map(dutyWords).join(personText.between) || personText.noDuty },
    }));
  return { choices, empty: personText.successor.nobody };
}
