/** What a printing or a registered fact brings, for whom it concerns; no wx, so it is tested as it is. */
import {
  accountText,
  bookText,
  rulebookText,
  valueText,
  wordDimensionText,
  type Rule,
} from '../wording/rulebook';
import { numberText, plainText } from '../wording/rulebook-plain';
import {
  conditionsWords,
  countWords,
  numberWords,
  sumWords,
  unitOf,
  whenWords,
  withoutFactKind,
} from './words';

type Line = Rule['lines'][number];
type Base = Line['base'];
type BaseOf<Kind extends Base['kind']> = Extract<Base, { kind: Kind }>;
type Modifier = Rule['modifiers'][number];
type Split = Extract<Rule['shares'][number], { account: 'person' }>['split'];

/** A sum with what it is for, a sentence, or a table of several columns. */
export interface Part {
  title: string;
  sentence: string;
  sums: Said[];
  columns: string[];
  rows: { label: string; cells: string[] }[];
}

export interface Said {
  label: string;
  said: string;
}

export interface PlainRule {
  name: string;
  /** What its tables are in; '' where every sum says so itself. */
  unit: string;
  parts: Part[];
  said: Said[];
}

const nothing = { sentence: '', sums: [], columns: [], rows: [] };

export function plainRule(rule: Rule): PlainRule {
  const unit = unitOf(rule.shares.map(({ book }) => book));
  const forEach = isForEach(rule);
  const parts = merged(rule.lines.map((line) => partOf(line, unit, forEach)));
  const hasTable = parts.some(({ columns }) => columns.length > 0);
  return {
    name: rule.name,
    unit: hasTable && unit !== '' ? plainText.inUnit(unit) : '',
    // One sum without more needs no words for which.
    parts: parts.map((part) => (part.title === rule.name ? { ...part, title: '' } : part)),
    said: [
      ...when(rule),
      ...rule.modifiers
        .filter((modifier) => !forEach || !isByNumber(modifier))
        .map((modifier, at) => changed(modifier, at, unit)),
      ...chosen(rule),
      given(rule),
      ...capped(rule, unit),
    ],
  };
}

/** Media whose tables are the same share one. */
function merged(parts: Part[]): Part[] {
  return parts.reduce<Part[]>((before, part) => {
    const last = before[before.length - 1];
    const isSame = last && part.title && isAlike({ ...last, title: part.title }, part);
    if (!isSame) return [...before, part];
    return [
      ...before.slice(0, -1),
      { ...last, title: `${last.title}${plainText.or}${part.title}` },
    ];
  }, []);
}

const isAlike = (one: Part, other: Part) => JSON.stringify(one) === JSON.stringify(other);

/** A fact that simply counts for each time: its modifier is said with the sum. */
function isForEach({ cause, modifiers }: Rule): boolean {
  return cause === 'fact' && modifiers.filter(isByNumber).length === 1;
}

/** Where the number decides when it applies, it says only that once needs no word. */
function isByNumber({ when: asked, change }: Modifier): boolean {
  const isAlways = asked.conditions.every(
    ({ is, dimension }) => is === 'range' && dimension === 'quantity',
  );
  return (
    change.kind === 'times_number' &&
    change.of === 'quantity' &&
    isAlways &&
    !asked.from &&
    !asked.to
  );
}

function partOf({ label, when: asked, base }: Line, unit: string, forEach: boolean): Part {
  const title = label || whenWords(asked);
  const each = (amount: number) => (forEach ? eachTime(amount, unit) : sumWords(amount, unit));
  if (base.kind === 'table') return tableOf(base, { title, each });
  if (base.kind === 'steps') {
    const sums = base.steps.map(({ from, amount }) => ({
      label: plainText.atLeast(numberText[base.of], countWords(base.of, from)),
      said: each(amount),
    }));
    return { ...nothing, title, sums };
  }
  return { ...nothing, title, sentence: sentenceOf(base, unit, each) };
}

function tableOf(
  { rows, columns, amounts }: BaseOf<'table'>,
  { title, each }: { title: string; each: (amount: number) => string },
): Part {
  const labels = rows.map(headingWords);
  if (columns.length === 1) {
    const sums = labels.flatMap((label, row) => {
      const amount = amounts[row]?.[0] ?? null;
      return amount === null ? [] : [{ label, said: each(amount) }];
    });
    return { ...nothing, title, sums };
  }
  return {
    ...{ ...nothing, title, columns: columns.map(headingWords) },
    rows: labels.map((label, row) => ({
      label,
      cells: columns.map((_column, place) => {
        const amount = amounts[row]?.[place] ?? null;
        return amount === null ? '—' : numberWords(amount / 100);
      }),
    })),
  };
}

const eachTime = (amount: number, unit: string) =>
  amount < 0
    ? plainText.lessEachTime(sumWords(-amount, unit))
    : plainText.eachTime(sumWords(amount, unit));

const headingWords = ({ label, conditions }: BaseOf<'table'>['rows'][number]) =>
  label || conditionsWords(conditions) || plainText.others;

function sentenceOf(
  base: Exclude<Base, BaseOf<'table' | 'steps'>>,
  unit: string,
  each: (amount: number) => string,
): string {
  if (base.kind === 'fixed') return each(base.amount);
  if (base.kind === 'fee') return plainText.fee(plainText.percent(base.percent));
  const of = numberText[base.of];
  const more = [countWords(base.of, base.each), sumWords(base.amount, unit)] as const;
  const included = countWords(base.of, base.included);
  const [least, most] = [base.least, base.most];
  return [
    base.included === 0 && base.start === 0
      ? plainText.perNumber(of, ...more)
      : [
          plainText.perStart(of, included, sumWords(base.start, unit)),
          plainText.perBeyond(of, ...more),
        ].join(plainText.and),
    plainText.rounding[base.rounding],
    least === null ? '' : plainText.least(sumWords(least, unit)),
    most === null ? '' : plainText.most(sumWords(most, unit)),
  ].join('');
}

function when({ when: asked }: Rule): Said[] {
  const said = whenWords(withoutFactKind(asked));
  return said === '' ? [] : [{ label: plainText.when, said }];
}

/** Several stand under one label. */
function changed({ label, when: asked, change }: Modifier, at: number, unit: string): Said {
  const conditions = whenWords(asked);
  const what = conditions.includes(label) ? [conditions] : [label, conditions].filter(Boolean);
  return {
    label: at === 0 ? plainText.change : '',
    said: [...what, changeWords(change, unit)].join(plainText.and),
  };
}

function changeWords(change: Modifier['change'], unit: string): string {
  const words = plainText.changes;
  switch (change.kind) {
    case 'times': {
      const plain = { 0: words.nothing, 50: words.half, 200: words.double }[change.percent];
      const isWhole = change.percent > 0 && change.percent % 100 === 0;
      const times = isWhole ? words.times(change.percent / 100) : words.part(change.percent);
      return plain ?? times;
    }
    case 'add_percent':
      return change.percent < 0
        ? words.lessPercent(-change.percent)
        : words.addPercent(change.percent);
    case 'add':
      return change.amount < 0
        ? words.less(sumWords(-change.amount, unit))
        : words.add(sumWords(change.amount, unit));
    case 'times_number':
      return words.number(numberText[change.of]);
  }
}

function chosen({ cause, choice }: Rule): Said[] {
  if (cause === 'fact') return [];
  const said =
    choice.kind === 'highest_per'
      ? plainText.choices.highestPer(wordDimensionText[choice.dimension])
      : plainText.choices[choice.kind];
  return [{ label: plainText.choice, said }];
}

function given(rule: Rule): Said {
  const said = rule.shares.map((share) => givenWords(rule, share)).join(plainText.or);
  return { label: plainText.given, said };
}

function givenWords({ cause }: Rule, share: Rule['shares'][number]): string {
  const account = rulebookText.share(accountText[share.account], bookText[share.book]);
  const terms = [
    share.percent === 100 ? '' : plainText.percent(share.percent),
    share.account === 'person' && cause === 'printing' ? splitWords(share.split) : '',
  ].filter(Boolean);
  return terms.length === 0 ? account : plainText.share(account, terms.join(plainText.and));
}

function splitWords({ how, holdPlaces }: Split): string {
  const held = holdPlaces.map((who) => plainText.holders[who]).join(plainText.or);
  return [howWords(how), held && plainText.holding(held)].filter(Boolean).join(plainText.and);
}

function howWords(how: Split['how']): string {
  switch (how.kind) {
    case 'equal':
      return plainText.splits.equal();
    case 'first':
      return plainText.splits.first(how);
    case 'parts':
      return plainText.splits.parts(how, valueText.part ?? {});
    case 'places':
      return plainText.splits.places(how);
  }
}

function capped({ caps }: Rule, unit: string): Said[] {
  const said = (['each', 'work', 'person'] as const).flatMap((cap) => {
    const most = caps[cap];
    return most === null ? [] : [plainText.caps[cap](sumWords(most, unit))];
  });
  return said.length === 0 ? [] : [{ label: plainText.cap, said: said.join(plainText.and) }];
}
