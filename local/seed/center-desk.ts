/** The desk of the fusion-media center: what its people did with the sample stories, by its own forms. */

export interface SampleDesk {
  moveClock(at: number): Promise<void>;
  /** A story was signed off, corrected or killed; `settle` waits until that has come. */
  expect(storyId: string): void;
  publish(storyId: string, printing: DeskPrinting): Promise<void>;
  reject(storyId: string, reason: string): Promise<void>;
  /** Until everything expected has come and every answer is given. */
  settle(): Promise<void>;
}

export interface DeskPrinting {
  outlet: string;
  headline: string;
  position: string;
  printedOn: string;
}

interface Held {
  place: number;
  uri: string;
  versions: { story: { version: number } }[];
}

interface Inbox {
  stories: Held[];
  answers: { isSettled: boolean }[];
}

/** Longer than the relay needs on a busy laptop, where it may have to try a second time. */
const patienceMs = 180_000;
const lookMs = 15;

/** The desk of the center at this address; its clock is to keep the cloud's time. */
export function openDesk(base: string): SampleDesk {
  const expected = new Map<string, number>();
  // Whether anything is to come, or to be answered, since it was last settled.
  let isOwed = false;
  // Minutes may lie between two requests on a busy laptop, and a kept connection be closed meanwhile.
  const headers = { connection: 'close' };
  const inbox = async () => (await (await fetch(`${base}/inbox`, { headers })).json()) as Inbox; // its own shape
  const control = async (change: object) => {
    await fetch(`${base}/control`, { method: 'POST', headers, body: JSON.stringify(change) });
  };

  async function decide(storyId: string, form: string, fields: object): Promise<void> {
    const story = (await inbox()).stories.find((one) => idOf(one) === storyId);
    if (!story) throw new Error(`the center has no story ${storyId}`);
    const version = story.versions.at(-1)?.story.version;
    const response = await fetch(`${base}/desk/${story.place}/${form}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ version: String(version), ...fields }),
      redirect: 'manual',
    });
    if (response.status !== 303) throw new Error(`${form} ${storyId}: ${response.status}`);
    isOwed = true;
  }

  return {
    moveClock: (at) => control({ clockOffsetMs: at - Date.now() }),
    expect(storyId) {
      expected.set(storyId, (expected.get(storyId) ?? 0) + 1);
      isOwed = true;
    },
    publish: (storyId, printing) => decide(storyId, 'publish', printing),
    reject: (storyId, reason) => decide(storyId, 'reject', { reason }),
    async settle() {
      const until = Date.now() + patienceMs;
      while (isOwed) {
        const { stories, answers } = await inbox();
        const come = new Map(stories.map((story) => [idOf(story), story.versions.length]));
        const isHere = [...expected].every(([id, versions]) => (come.get(id) ?? 0) >= versions);
        isOwed = !isHere || answers.some(({ isSettled }) => !isSettled);
        if (!isOwed) return;
        if (Date.now() > until) throw new Error('the center did not get or answer everything');
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      }
    },
  };
}

const idOf = ({ uri }: Held) => uri.slice(uri.lastIndexOf(':') + 1);
