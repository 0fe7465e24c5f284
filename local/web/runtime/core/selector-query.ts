/** WeChat's SelectorQuery, whole: the adapter's lacks node, computedStyle and page coordinates. */
import { domOf, elementOf, frameOf, type Component, type Element } from './element';
import { glyphsAtHand } from './glyphs';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

type Answer = Record<string, unknown> | null;
type Callback = (answer: Answer | Answer[]) => void;
interface Question {
  within: Element | undefined;
  selector: string | null;
  all: boolean;
  fields: Fields;
  answer?: Callback;
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };

/** Tags offer their own `node` (a canvas, a scroll-view's controls) under this key of their DOM node. */
export const NODE_KEY = '__wxNode';

/** A query that starts within a component, or within what `page` answers when it is executed. */
export function createSelectorQuery(start: unknown | (() => unknown)) {
  const questions: Question[] = [];
  let within = start;
  const ask = (selector: string | null, all: boolean) => {
    const place = within;
    const put = (fields: Fields) => (answer?: Callback) => {
      const caller = typeof place === 'function' ? (place as () => unknown)() : place;
      questions.push({ within: elementOf(caller), selector, all, fields, answer });
      return query;
    };
    return {
      fields: (fields: Fields, answer?: Callback) => put(fields)(answer),
      boundingClientRect: put(RECT),
      scrollOffset: put({ id: true, dataset: true, scrollOffset: true }),
      context: put({ context: true }),
      node: put({ node: true }),
    };
  };
  const query = {
    in(component: unknown) {
      within = component;
      return query;
    },
    select: (selector: string) => ask(selector, false),
    selectAll: (selector: string) => ask(selector, true),
    selectViewport: () => ask(null, false),
    exec(done?: (answers: (Answer | Answer[])[]) => void) {
      // WeChat answers later, after the data set just before has been drawn.
      setTimeout(() => void answerAll(questions, done));
      return query;
    },
  };
  return query;
}

async function answerAll(
  questions: Question[],
  done?: (answers: (Answer | Answer[])[]) => void,
): Promise<void> {
  // Whoever asks for a canvas is about to draw on it.
  if (questions.some(({ fields }) => fields.node)) await glyphsAtHand();
  const answers = questions.map(answerOf);
  questions.forEach((question, index) => question.answer?.(answers[index] ?? null));
  done?.(answers);
}

function answerOf(question: Question): Answer | Answer[] {
  const { within, selector, fields } = question;
  if (selector === null) return viewport(within, fields);
  const root = (within as Component | undefined)?.getShadowRoot?.();
  const find = selector.replaceAll('>>>', ' >>> ').trim();
  if (question.all) return (root?.querySelectorAll(find) ?? []).map((one) => read(one, fields));
  const found = root?.querySelector(find);
  return found ? read(found, fields) : null;
}

function viewport(within: Element | undefined, fields: Fields): Answer {
  const frame = frameOf(within) ?? document.querySelector<HTMLElement>('.page-frame:not([hidden])');
  const scroller = frame?.querySelector<HTMLElement>('.page-scroll');
  if (!frame || !scroller) return null;
  const { clientWidth: width, clientHeight: height } = frame;
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scrollOf(scroller)),
  };
}

function read(element: Element, fields: Fields): Answer {
  const dom = domOf(element);
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: element.dataset }),
    ...(fields.mark && { mark: element.collectMarks() }),
    ...(dom && geometry(element, dom, fields)),
    ...(fields.properties && propertiesOf(element, fields.properties)),
    ...(dom && fields.computedStyle && stylesOf(dom, fields.computedStyle)),
    ...(fields.node && { node: nodeOf(dom) }),
    ...(fields.context && { context: nodeOf(dom) }),
  };
}

function geometry(element: Element, dom: HTMLElement, fields: Fields): Record<string, unknown> {
  const rect = pageRect(element, dom);
  return {
    ...(fields.rect && {
      left: rect.left,
      top: rect.top,
      right: rect.left + rect.width,
      bottom: rect.top + rect.height,
    }),
    ...(fields.size && { width: rect.width, height: rect.height }),
    ...(fields.scrollOffset && scrollOf(dom)),
  };
}

/** The rectangle counted from the page frame's corner, as WeChat counts it. */
export function pageRect(element: Element, dom: HTMLElement) {
  const corner = frameOf(element)?.getBoundingClientRect();
  const { left, top, width, height } = dom.getBoundingClientRect();
  return { left: left - (corner?.left ?? 0), top: top - (corner?.top ?? 0), width, height };
}

function scrollOf(dom: HTMLElement): Record<string, number> {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = dom;
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function propertiesOf(element: Element, names: string[]): Record<string, unknown> {
  const known: Record<string, unknown> = element.asGeneralComponent()?.data ?? {};
  return Object.fromEntries(names.map((name) => [name, known[name]]));
}

function stylesOf(dom: HTMLElement, names: string[]): Record<string, string> {
  const style = getComputedStyle(dom);
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(dashed(name))]));
}

function nodeOf(dom: HTMLElement | undefined): unknown {
  return (dom as { [NODE_KEY]?: unknown } | undefined)?.[NODE_KEY] ?? null;
}
