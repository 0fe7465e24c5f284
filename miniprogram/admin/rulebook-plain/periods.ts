/** What a month, quarter or year adds or takes, as sentences; no wx, so it is tested as it is. */
import { bookText, factKindText, type PeriodRule, type Rule } from '../wording/rulebook';
import { categoryText, effectText } from '../wording/rulebook-fields';
import { measuredUnit, plainText, unitText } from '../wording/rulebook-plain';
import { kindText } from '../../text/story';
import { sumWords, whenWords, withoutFactKind } from './words';

type Effect = PeriodRule['effect'];
type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
type Measure = EffectOf<'quota'>['of'];
/** Categories of the ledger in words. */
type Says = (category: string) => string;
type Part = Extract<Measure, { kind: 'weighted' }>['parts'][number];

/** `每月，每个人报送稿件应满 2 篇，每差 1 篇扣 2 分，最多 4 分；没完成的在通报里点名。` */
export function periodSentence(rule: PeriodRule, rules: Rule[]): string {
  const { period, account, unitClasses } = rule;
  const classes = unitClasses.length === 0 ? '' : plainText.ofClasses(listed(unitClasses));
  // Who runs for a prize is named with it.
  const who = rule.effect.kind === 'prize' ? '' : plainText.everyone[account];
  const span = `${plainText.span[period].each}${plainText.and}`;
  return plainText.sentence(`${span}${who}${classes}`, effectWords(rule, saysOf(rules)));
}

/** The office's own categories go by the rules that give them. */
function saysOf(rules: Rule[]): Says {
  return (category) => {
    const own = rules.filter((rule) => `${rule.category ?? ''}:`.startsWith(`${category}:`));
    return categoryText[category] ?? (listed([...new Set(own.map(ruleWords))]) || category);
  };
}

function ruleWords({ name, when }: Rule): string {
  const asked = whenWords(withoutFactKind(when));
  return asked === '' ? name : plainText.share(name, asked);
}

function effectWords({ period, account, book, effect }: PeriodRule, says: Says): string {
  const unit = unitText[book];
  const sum = (amount: number) => sumWords(amount, unit);
  switch (effect.kind) {
    case 'start':
      return plainText.start(sum(effect.amount));
    case 'earn': {
      const { of, rate } = effect;
      return `${plainText.earn(measureWords(of, says), measureUnit(of), sum(rate.amount))}${limit(rate.limit, unit)}`;
    }
    case 'quota':
      return quotaWords(effect, { period, unit, says });
    case 'cap':
      return plainText.capped(categoriesWords(effect.categories, says), sum(effect.most));
    case 'void':
      return plainText.voided(
        ...([named(effect.factKinds, factKindText), plainText.span[period].this] as const),
        ...([categoriesWords(effect.categories, says), bookText[book]] as const),
      );
    case 'keep':
      return plainText.keep[effect.of](categoriesWords(effect.categories, says), effect.highest);
    case 'prize':
      return prizeWords(effect, {
        ...{ who: plainText.prized[effect.among === 'works' ? 'works' : account], unit, says },
      });
    case 'jury':
      return `${plainText.juried(effect.percent)}${limit(effect.most, unit)}`;
    case 'payout':
      return plainText.paid(sum(effect.least), effect.months);
  }
}

function quotaWords(
  effect: EffectOf<'quota'>,
  { period, unit, says }: { period: PeriodRule['period']; unit: string; says: Says },
): string {
  const { of, need, short, over, nameAfter } = effect;
  const one = measureUnit(of);
  const naming =
    nameAfter === 1
      ? plainText.named
      : nameAfter && plainText.namedAfter(plainText.span[period].several(nameAfter));
  return [
    plainText.need(measureWords(of, says), sumWords(need, one)),
    short && `${plainText.short(one, sumWords(-short.amount, unit))}${limit(short.limit, unit)}`,
    over && `${plainText.over(one, sumWords(over.amount, unit))}${limit(over.limit, unit)}`,
    naming,
  ]
    .filter(Boolean)
    .join('');
}

/** Of either sign as it is stored. */
const limit = (most: number | null, unit: string) =>
  most === null ? '' : plainText.most(sumWords(Math.abs(most), unit));

function prizeWords(
  { by, least, places }: EffectOf<'prize'>,
  { who, unit, says }: { who: string; unit: string; says: Says },
): string {
  const ordered = [...places].sort((one, two) => one.to - two.to);
  const said = ordered.map(({ to, amount }, at) =>
    plainText.place((ordered[at - 1]?.to ?? 0) + 1, to, sumWords(amount, unit)),
  );
  // A hundredth asks for no more than anything at all.
  const entry = least > 1 ? plainText.leastScore(sumWords(least, measureUnit(by))) : '';
  return `${plainText.prize(who, measureWords(by, says))}${said.join(plainText.or)}${entry}`;
}

function measureWords(measure: Measure, says: Says): string {
  const words = plainText.measures;
  switch (measure.kind) {
    case 'amount':
      return amountWords(measure, says);
    case 'entries':
      return words.entries(categoriesWords(measure.categories, says));
    case 'filings':
      return words.filings(named(measure.kinds, kindText));
    case 'facts':
      return [words.facts(named(measure.kinds, factKindText)), measure.mark]
        .filter(Boolean)
        .join(plainText.mark);
    case 'jury':
      return words.jury;
    case 'weighted':
      return measure.parts
        .map((part) => words.part(amountWords(part, says), part.percent))
        .join(words.plus);
  }
}

/** What a period's rules gave or took is said behind what was earned. */
function amountWords({ book, categories }: Pick<Part, 'book' | 'categories'>, says: Says): string {
  const { all, amount, withPeriods } = plainText.measures;
  const effects = categories.flatMap((category) => periodEffectOf(category) ?? []);
  const earned = categories.filter((category) => periodEffectOf(category) === undefined);
  if (categories.length === 0) return all(bookText[book]);
  const words = amount(listed(earned.map(says)), bookText[book]);
  return effects.length === 0 ? words : `${words}${withPeriods(listed(effects))}`;
}

function periodEffectOf(category: string): string | undefined {
  const [of, kind] = category.split(':');
  if (of !== 'period') return undefined;
  return (effectText as Record<string, string>)[kind ?? ''] ?? plainText.ofPeriods;
}

function measureUnit(measure: Measure): string {
  return measure.kind === 'amount' ? unitText[measure.book] : measuredUnit[measure.kind];
}

const categoriesWords = (categories: string[], says: Says) =>
  listed(categories.map(says)) || plainText.everything;

const named = (kinds: string[], words: Record<string, string>) =>
  listed(kinds.map((kind) => words[kind] ?? kind));

const listed = (words: string[]) => words.join(plainText.or);
