/** HTML with everything escaped that is not HTML already. */

/** Markup, as opposed to words; made by `html` alone. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | Markup[] | undefined;

/** Template tag: strings and numbers are escaped, markup is put in as it is. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const written = strings.map(
    (text, index) => text + (index < parts.length ? put(parts[index]) : ''),
  );
  return { markup: written.join('') };
}

function put(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return Array.isArray(part) ? part.map(({ markup }) => markup).join('') : part.markup;
}

const entities: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&#39;' },
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
