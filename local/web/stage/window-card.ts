/** One window on the stage: a bar with its switches, and the frame. */
import type { NetworkMode, StageMessage } from '../bundle';
import { frameUrl } from '../frame';
import { button, choice, element, option } from './dom';
import type { Persona } from './personas';
import { ANONYMOUS, VISITORS, type PhoneWindow, type StageWindow } from './windows';
import { wording } from './wording';

/** A window's card, and what the stage does with it. */
export interface WindowCard {
  readonly root: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** Loads the frame again, on the page where it is. */
  reload(): void;
  /** Shows what a frame said of itself: a used-up network mode, a title. */
  showNetwork(mode: NetworkMode): void;
  showTitle(title: string): void;
}

export interface CardParts {
  window: StageWindow;
  personas: Persona[];
  cloud: string;
  /** Name of the storage at this moment; it changes with the person. */
  storageOf(phone: PhoneWindow): string;
  /** The window's settings have changed and want keeping. */
  onChange(): void;
  onClose(): void;
}

/** Card of a phone, a PC window or another address. */
export function createCard(parts: CardParts): WindowCard {
  return parts.window.kind === 'address'
    ? addressCard(parts, parts.window)
    : phoneCard(parts, parts.window);
}

function phoneCard(parts: CardParts, phone: PhoneWindow): WindowCard {
  const frame = element('iframe', {
    loading: 'lazy',
    allow: 'clipboard-read; clipboard-write; camera; geolocation',
  });
  const title = element('span', { className: 'page-title' });
  const post = (message: StageMessage): void =>
    frame.contentWindow?.postMessage(message, location.origin);
  const addressOf = (): string => addressFor(parts, phone);
  const reload = (): void => openAt(frame, addressOf());
  const network = choice(wording.network, networkOptions(), phone.network, (mode) => {
    // Its options are the network modes.
    phone.network = mode as NetworkMode;
    showMode();
    post({ kind: 'network', mode: phone.network });
    parts.onChange();
  });
  const showMode = (): void => {
    network.value = phone.network;
    network.classList.toggle('is-disturbed', phone.network !== 'online');
  };
  const person = choice(wording.person, personOptions(parts.personas), phone.person, (openid) => {
    phone.person = openid;
    // Somebody else begins at the beginning.
    phone.page = '';
    parts.onChange();
    frame.src = addressOf();
  });
  person.className = 'person';
  frame.onload = () => post({ kind: 'network', mode: phone.network });
  frame.src = addressOf();
  const bar = element(
    'header',
    {},
    element('div', { className: 'bar' }, person, title, closeButton(parts)),
    element(
      'div',
      { className: 'bar switches' },
      network,
      textSizeChoice(phone, post, parts.onChange),
      darkButton(phone, post, parts.onChange),
      button(wording.reload, reload, '↻'),
      button(wording.openAlone, () => window.open(addressOf()), '↗'),
    ),
  );
  const root = element('section', { className: `card ${phone.kind}` }, bar, screen(frame));
  showMode();
  return {
    root,
    frame,
    reload,
    showNetwork(mode) {
      phone.network = mode;
      showMode();
    },
    showTitle: (text) => {
      title.textContent = text;
    },
  };
}

function addressCard(parts: CardParts, { title, url }: { title: string; url: string }): WindowCard {
  const frame = element('iframe', { loading: 'lazy', name: title, title, src: url });
  const reload = (): void => {
    frame.src = url;
  };
  const bar = element(
    'div',
    { className: 'bar' },
    element('strong', { className: 'person', textContent: title }),
    element('span', { className: 'page-title', textContent: url }),
    button(wording.reload, reload, '↻'),
    closeButton(parts),
  );
  const root = element(
    'section',
    { className: 'card address' },
    element('header', {}, bar),
    screen(frame),
  );
  return { root, frame, reload, showNetwork: () => undefined, showTitle: () => undefined };
}

function addressFor(parts: CardParts, phone: PhoneWindow): string {
  const address = {
    frame: parts.storageOf(phone),
    openid: phone.person === ANONYMOUS ? undefined : phone.person,
    cloud: parts.cloud,
    dark: phone.dark,
    fontScale: phone.fontScale,
  };
  return frameUrl(location.origin, address, phone.page);
}

/** Reloads; with the address of now, for settings in it may have changed since the frame opened. */
function openAt(frame: HTMLIFrameElement, address: string): void {
  const place = frame.contentWindow?.location;
  if (place === undefined) return;
  const next = new URL(address);
  if (place.search === next.search) place.reload();
  else {
    next.hash = place.hash;
    place.replace(next.href);
  }
}

function screen(frame: HTMLIFrameElement): HTMLElement {
  return element('div', { className: 'screen' }, frame);
}

function closeButton(parts: CardParts): HTMLButtonElement {
  return button(wording.close, parts.onClose, '×');
}

function darkButton(
  phone: PhoneWindow,
  post: (message: StageMessage) => void,
  onChange: () => void,
): HTMLButtonElement {
  const made = button(wording.dark, () => {
    phone.dark = !phone.dark;
    made.ariaPressed = String(phone.dark);
    post({ kind: 'theme', dark: phone.dark });
    onChange();
  });
  made.ariaPressed = String(phone.dark);
  return made;
}

function textSizeChoice(
  phone: PhoneWindow,
  post: (message: StageMessage) => void,
  onChange: () => void,
): HTMLSelectElement {
  const options = wording.textSizes.map(([scale, words]) => option(String(scale), words));
  return choice(wording.textSize, options, String(phone.fontScale), (scale) => {
    phone.fontScale = Number(scale);
    post({ kind: 'font-scale', scale: phone.fontScale });
    onChange();
  });
}

function networkOptions(): HTMLOptionElement[] {
  return Object.entries(wording.networks).map(([mode, words]) => option(mode, words));
}

function personOptions(personas: Persona[]): (HTMLOptionElement | HTMLOptGroupElement)[] {
  const known = element('optgroup', { label: wording.personas });
  known.append(...personas.map(({ openid, name }) => option(openid, name)));
  const others = element('optgroup', { label: wording.others });
  others.append(
    ...VISITORS.map(({ openid, letter }) => option(openid, wording.visitor(letter))),
    option(ANONYMOUS, wording.anonymous),
  );
  return personas.length > 0 ? [known, others] : [others];
}
