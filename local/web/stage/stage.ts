/**
 * The stage: phones side by side, each with its own person, storage and network, and windows as wide
 * as a PC's. The frames are the mini-program itself at its own address; the stage only sets them up.
 */
import type { FrameMessage } from '../bundle';
import { addMissingGlyphs } from '../runtime/core/glyphs';
import { listenForRebuilds, showProblems } from '../document/reload';
import { APP_PATH } from '../frame';
import { button, element } from './dom';
import { fetchConfig, fetchPersonas, type Persona } from './personas';
import { createCard, type WindowCard } from './window-card';
import {
  aPhone,
  anAddress,
  firstWindows,
  keepWindows,
  keptWindows,
  nextPerson,
  storageName,
  type StageWindow,
} from './windows';
import { wording } from './wording';

/** Between two questions to a cloud that does not answer yet. */
const RETRY_MS = 2000;

void openStage();

async function openStage(): Promise<void> {
  document.title = wording.title;
  // Chromium keeps the boxes of a text that was there before its font.
  await addMissingGlyphs(APP_PATH);
  const config = await fetchConfig();
  const personas = await waitForPersonas(config.cloud);
  const openids = personas.map((persona) => persona.openid);
  let windows = keptWindows() ?? firstWindows(openids, config);
  const cards = new Map<string, WindowCard>();
  const floor = element('main');
  const keep = (): void => {
    keepWindows(windows);
    floor.dataset.empty = windows.length === 0 ? wording.empty : '';
  };
  const open = (one: StageWindow): void => {
    const card = createCard({
      window: one,
      personas,
      cloud: config.cloud,
      storageOf: (phone) => storageName(windows, phone),
      onChange: keep,
      onClose: () => close(one),
    });
    cards.set(one.id, card);
    floor.append(card.root);
  };
  const close = (one: StageWindow): void => {
    windows = windows.filter((other) => other.id !== one.id);
    cards.get(one.id)?.root.remove();
    cards.delete(one.id);
    keep();
  };
  const add = (one: StageWindow): void => {
    windows = [...windows, one];
    open(one);
    keep();
    cards.get(one.id)?.root.scrollIntoView({ behavior: 'smooth', inline: 'center' });
  };
  const reloadAll = (): void => cards.forEach((card) => card.reload());

  const bar = header({
    add,
    person: () => nextPerson(windows, openids),
    reloadAll,
  });
  document.body.append(bar, floor);
  windows.forEach(open);
  keep();
  fitPhones(bar);
  listenToFrames(cards, () => windows);
  listenForRebuilds(reloadAll, showProblems);
}

interface HeaderParts {
  add(one: StageWindow): void;
  /** Who a new window is for. */
  person(): string;
  reloadAll(): void;
}

function header({ add, person, reloadAll }: HeaderParts): HTMLElement {
  const form = addressForm((url) => add(anAddress(new URL(url).host, url)));
  const reset = (): void => {
    keepWindows(undefined);
    location.reload();
  };
  return element(
    'header',
    { className: 'stage-bar' },
    element('h1', { textContent: wording.title }),
    button(wording.addPhone, () => add(aPhone('phone', person()))),
    button(wording.addWide, () => add(aPhone('wide', person()))),
    form,
    element('span', { className: 'hint', textContent: wording.hint }),
    button(wording.reloadAll, reloadAll),
    button(wording.reset, reset),
  );
}

function addressForm(onUrl: (url: string) => void): HTMLElement {
  const field = element('input', {
    type: 'url',
    required: true,
    placeholder: wording.addressHint,
    ariaLabel: wording.address,
  });
  const form = element(
    'form',
    {},
    field,
    element('button', { type: 'submit', textContent: wording.show }),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    onUrl(field.value);
    field.value = '';
    menu.open = false;
  };
  const menu = element(
    'details',
    {},
    element('summary', { textContent: wording.addAddress }),
    form,
  );
  return menu;
}

/** A phone is drawn smaller where the window is too low for its full height. */
function fitPhones(bar: HTMLElement): void {
  const fit = (): void => {
    const root = document.documentElement.style;
    root.setProperty('--stage-bar', `${bar.offsetHeight}px`);
    const free = window.innerHeight - bar.offsetHeight - CARD_HEIGHT_AROUND;
    root.setProperty('--scale', String(Math.min(1, Math.max(0.5, free / PHONE_HEIGHT))));
  };
  fit();
  window.addEventListener('resize', fit);
}

/** CSS pixels: the phone's screen, and a card's own bar, border and margins. */
const PHONE_HEIGHT = 844;
const CARD_HEIGHT_AROUND = 136;

function listenToFrames(cards: Map<string, WindowCard>, windows: () => StageWindow[]): void {
  window.addEventListener('message', (event: MessageEvent<FrameMessage>) => {
    if (event.origin !== location.origin) return;
    const sender = windows().find((one) => cards.get(one.id)?.frame.contentWindow === event.source);
    const card = sender && cards.get(sender.id);
    if (event.data.kind === 'network') card?.showNetwork(event.data.mode);
    if (event.data.kind === 'title') card?.showTitle(event.data.title);
  });
}

async function waitForPersonas(cloud: string): Promise<Persona[]> {
  const silent = element('p', { className: 'silent', textContent: wording.cloudSilent });
  for (;;) {
    const personas = await fetchPersonas(cloud);
    if (personas !== undefined) {
      silent.remove();
      return personas;
    }
    document.body.append(silent);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
