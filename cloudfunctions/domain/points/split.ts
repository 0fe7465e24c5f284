/** Dividing an amount among those who made a work. */
import { pointsWords, sayFactor, sayPart } from '../../wording/points';
import type { Credit } from '../adoption/adoption';
import type { Split } from './rulebook';

export interface Portion {
  personId: string;
  amount: number;
  /** A factor of the derivation, e.g. `联合署名 ½`; null for who made it alone. */
  factor: string | null;
}

interface Place {
  /** Null for who has no account: a place is held, nothing is posted. */
  personId: string | null;
  parts: Credit['part'][];
}

/** Each person once, in the order of the byline; journalists and outsiders hold no place but by rule. */
export function splitAmong(amount: number, credits: Credit[], split: Split): Portion[] {
  const places = placesOf(credits, split);
  const portions = portionsOf(amount, places, split.how);
  return places.flatMap(({ personId }, place) => {
    const portion = portions[place];
    return personId && portion ? [{ personId, ...portion }] : [];
  });
}

/** Integers in proportion to weights, without loss: the largest remainders, the first of equals. */
export function divide(amount: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0)
    return weights.length === 0
      ? []
      : divide(
          amount,
          weights.map(() => 1),
        );
  const size = Math.abs(amount);
  const parts = weights.map((weight) => Math.floor((size * weight) / whole));
  const left = size - parts.reduce((sum, part) => sum + part, 0);
  const luckiest = weights
    .map((weight, place) => ({ place, remainder: (size * weight) % whole }))
    .sort((one, two) => two.remainder - one.remainder || one.place - two.place)
    .slice(0, left);
  for (const { place } of luckiest) parts[place] = (parts[place] ?? 0) + 1;
  return parts.map((part) => (amount < 0 && part > 0 ? -part : part));
}

function placesOf(credits: Credit[], { holdPlaces }: Split): Place[] {
  const places: Place[] = [];
  for (const { personId, name, part, isJournalist } of credits) {
    const account = isJournalist ? null : personId;
    if (account === null && !holdPlaces.includes(isJournalist ? 'journalist' : 'outsider'))
      continue;
    const known = account === null ? undefined : places.find((place) => place.personId === account);
    if (known) known.parts.push(part);
    else if (name !== '' || account !== null) places.push({ personId: account, parts: [part] });
  }
  return places;
}

type Portions = { amount: number; factor: string | null }[];

function portionsOf(amount: number, places: Place[], how: Split['how']): Portions {
  const count = places.length;
  if (how.kind === 'places') {
    return places.map((_, place) => {
      const percent = how.percents[place] ?? how.percents.at(-1) ?? 0;
      const factor = `${pointsWords.place(place + 1)} ${sayFactor(percent)}`;
      return { amount: share(amount, percent), factor: percent === 100 ? null : factor };
    });
  }
  if (count === 1) return [{ amount, factor: null }];
  if (how.kind === 'first') return firstAndOthers(amount, count, how.percent);
  const weights = how.kind === 'parts' ? places.map(({ parts }) => weigh(parts, how)) : [];
  const isEqual = weights.every((weight) => weight === weights[0]);
  const factorOf = (place: number) =>
    isEqual
      ? `${pointsWords.joint} ${sayPart(count)}`
      : `${sayParts(places[place]?.parts ?? [])} ${weights[place]}/${weights.reduce(add, 0)}`;
  return divide(amount, isEqual ? places.map(() => 1) : weights).map((portion, place) => ({
    amount: portion,
    factor: factorOf(place),
  }));
}

function firstAndOthers(amount: number, count: number, percent: number): Portions {
  const first = share(amount, percent);
  const others = divide(
    amount - first,
    Array.from({ length: count - 1 }, () => 1),
  );
  const rest = sayFactor(100 - percent);
  const factor = `${pointsWords.otherAuthors} ${rest}${count > 2 ? ` × ${sayPart(count - 1)}` : ''}`;
  return [
    { amount: first, factor: `${pointsWords.firstAuthor} ${sayFactor(percent)}` },
    ...others.map((portion) => ({ amount: portion, factor })),
  ].slice(0, count);
}

/** Half a hundredth counts as a whole one, of either sign. */
export function share(amount: number, percent: number): number {
  const portion = Math.round((Math.abs(amount) * percent) / 100);
  return amount < 0 && portion > 0 ? -portion : portion;
}

const add = (sum: number, weight: number) => sum + weight;

function weigh(parts: Credit['part'][], how: Extract<Split['how'], { kind: 'parts' }>): number {
  return [...new Set(parts)].reduce((sum, part) => sum + how.weights[part], 0);
}

function sayParts(parts: Credit['part'][]): string {
  return [...new Set(parts)].map((part) => pointsWords.part[part]).join('');
}
