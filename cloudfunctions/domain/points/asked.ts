import type { Rule, Rulebook } from './rulebook';

/** What has to be read for some rulebooks, beyond printings themselves. */
export interface Asked {
  /** A book goes by the day of verification. */
  verified: boolean;
  /** A condition asks for registered facts about the work. */
  about: boolean;
  /** A rule leaves it to the author which printing counts. */
  chosen: boolean;
}

export function askedOf(rulebooks: Rulebook[]): Asked {
  const rules = rulebooks.flatMap((rulebook) => rulebook.rules);
  return {
    verified: rulebooks.some(({ books }) =>
      Object.values(books).some(({ dateCounted }) => dateCounted === 'verified'),
    ),
    about: rules.some(asksAbout),
    chosen: rules.some(({ choice }) => choice.kind === 'author'),
  };
}

function asksAbout({ when, lines, modifiers, choice }: Rule): boolean {
  const whens = [when, ...lines.map((line) => line.when), ...modifiers.map((one) => one.when)];
  const headings = lines.flatMap(({ base }) =>
    base.kind === 'table' ? [...base.rows, ...base.columns] : [],
  );
  return (
    [...whens, ...headings].some(({ conditions }) =>
      conditions.some(({ dimension }) => dimension === 'about'),
    ) ||
    (choice.kind === 'highest_per' && choice.dimension === 'about')
  );
}
