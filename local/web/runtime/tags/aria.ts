/** `role` and `aria-*` written on tags go through to the DOM, where screen readers find them. */
import type { PropertySpec, Tag } from './tag';

const NAMES = [
  'ariaRole',
  'role',
  'ariaLabel',
  'ariaHidden',
  'ariaSelected',
  'ariaDisabled',
  'ariaControls',
  'ariaDescribedby',
  'ariaLive',
  'ariaRoledescription',
  'ariaLabelledby',
  'ariaBusy',
  'ariaChecked',
  'ariaModal',
  'ariaValuenow',
  'ariaValuemin',
  'ariaValuemax',
  'ariaValuetext',
  'ariaExpanded',
  'ariaHaspopup',
  'ariaAtomic',
  'ariaCurrent',
  'ariaLevel',
  'ariaInvalid',
  'ariaRequired',
  'ariaOwns',
  'tabindex',
];

/** Any type: `aria-hidden="{{false}}"` and `aria-hidden="false"` are both written. */
export const ARIA_PROPERTIES: Record<string, PropertySpec> = Object.fromEntries(
  NAMES.map((name) => [name, { type: null, value: undefined }]),
);

/** Carries the values there now, and answers what carries later ones. */
export function watchAria(tag: Tag): Record<string, (value: unknown) => void> {
  const watched: Record<string, (value: unknown) => void> = {};
  for (const name of NAMES) {
    const attribute = attributeOf(name);
    const carry = (value: unknown) => {
      if (value === undefined || value === null || value === '') tag.dom.removeAttribute(attribute);
      else tag.dom.setAttribute(attribute, String(value));
    };
    watched[name] = carry;
    const present = tag.props[name];
    if (present !== undefined && present !== null) carry(present);
  }
  return watched;
}

function attributeOf(name: string): string {
  if (name === 'ariaRole') return 'role';
  return name.startsWith('aria') ? `aria-${name.slice(4).toLowerCase()}` : name;
}
