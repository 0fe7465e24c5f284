/** The forms of the desk: each becomes a decision, is written down, and leads back to the story. */
import { z } from 'zod';
import { CloudError } from '../../cloud/errors';
import { readBody } from '../../cloud/server/body';
import { NotTaken, publish, reject, reportMetrics } from '../desk/desk';
import type { HeldStory } from '../inbox';
import { positions, type CenterRecord, type Printing } from '../record';
import { redirect, sendPage } from './respond';
import { storyPage } from '../page/story-page';
import type { Exchange } from './exchange';

const FORM_BYTES_MAX = 64 * 1024;

const line = z.string().trim().max(200);
const version = z.coerce.number().int().min(1);
const count = z
  .string()
  .trim()
  .regex(/^\d{0,12}$/)
  .transform((text) => (text === '' ? null : Number(text)));

const printingForm = z.object({
  version,
  outlet: line,
  // Chosen last in the list: another outlet, by name.
  otherOutlet: line.default(''),
  headline: line,
  position: z.enum(positions),
  printedOn: line,
});
const rejectionForm = z.object({ version, reason: z.string().trim().max(500) });
const metricsForm = z.object({ reads: count, forwards: count });

/** POST /desk/N/publish. */
export async function takePrinting(exchange: Exchange): Promise<void> {
  const { otherOutlet, ...entry } = await readForm(exchange, printingForm);
  const story = storyOf(exchange);
  const outlet = otherOutlet || entry.outlet;
  await decide(exchange, story, (desk) => publish(story, { ...entry, outlet }, desk));
}

/** POST /desk/N/reject. */
export async function takeRejection(exchange: Exchange): Promise<void> {
  const entry = await readForm(exchange, rejectionForm);
  const story = storyOf(exchange);
  await decide(exchange, story, (desk) => reject(story, entry, desk));
}

/** POST /articles/N/metrics. */
export async function takeMetrics(exchange: Exchange): Promise<void> {
  const counts = await readForm(exchange, metricsForm);
  const printing = printingOf(exchange);
  const story = exchange.office.inbox.story(printing.uri);
  if (!story) throw new CloudError('NOT_FOUND', 'no such story');
  await decide(exchange, story, (desk) => reportMetrics(printing, counts, desk));
}

type Decide = (desk: {
  inbox: Exchange['office']['inbox'];
  base: string;
  now: number;
}) => CenterRecord;

/** One decision after the other, for each numbers itself after the last. */
async function decide(
  { office, response }: Exchange,
  story: HeldStory,
  make: Decide,
): Promise<void> {
  try {
    await office.inTurn('desk', async () => {
      const { inbox, base } = office;
      await office.journal.append(make({ inbox, base, now: office.now() }));
    });
  } catch (cause) {
    if (!(cause instanceof NotTaken)) throw cause;
    return sendPage(response, storyPage(office, story, cause.reason), 422);
  }
  office.wake();
  redirect(response, `/desk/${story.place}`);
}

/** Only the center's own pages may send a form. Throws for another's, or for one that is no such form. */
async function readForm<Form>({ request }: Exchange, form: z.ZodType<Form>): Promise<Form> {
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    throw new CloudError('INVALID_REQUEST_SOURCE', 'the form is of another page');
  const text = (await readBody(request, FORM_BYTES_MAX)).toString('utf8');
  const parsed = form.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CloudError('INVALID_PARAM', `${issue?.path.join('.')}: ${issue?.message}`);
}

export function storyOf({ office, words }: Exchange): HeldStory {
  const story = office.inbox.storyAt(Number(words[0]));
  if (!story) throw new CloudError('NOT_FOUND', 'no such story');
  return story;
}

export function printingOf({ office, words }: Exchange): Printing {
  const printing = office.inbox.printing(Number(words[0]));
  if (!printing) throw new CloudError('NOT_FOUND', 'no such article');
  return printing;
}
