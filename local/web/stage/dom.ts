/** Builds elements; all that the stage needs of a framework. */

type Child = Node | string | undefined;

/** An element with properties set and children appended; undefined children are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child): child is Node | string => child !== undefined));
  return made;
}

/** A button with words, or with a sign whose words are its label. */
export function button(words: string, onClick: () => void, sign?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', onclick: onClick }, sign ?? words);
  if (sign !== undefined) Object.assign(made, { title: words, ariaLabel: words });
  return made;
}

/** A select of [value, words] pairs or groups of them, with a label for those who do not see it. */
export function choice(
  label: string,
  options: (HTMLOptionElement | HTMLOptGroupElement)[],
  value: string,
  onChange: (value: string) => void,
): HTMLSelectElement {
  const made = element('select', { ariaLabel: label, title: label }, ...options);
  made.value = value;
  made.onchange = () => onChange(made.value);
  return made;
}

/** An option of a select. */
export function option(value: string, words: string): HTMLOptionElement {
  return element('option', { value, textContent: words });
}
