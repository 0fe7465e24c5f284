/** `<picker>`: WeChat's sheet with wheels, opened by a tap on what the picker holds. */
import type { ComponentSpace } from 'glass-easel';

import { ignoreGhostClick } from '../core/ghost-click';
import type { Phone } from '../core/phone';
import { WORDS } from '../wording';
import { anything, defineTag, list, text, truth, type Bring, type Tag } from './define';
import { addControl } from './form';
import { held, pickerModel, type PickerAsk, type PickerModel, type Regions } from './picker-model';
import { createWheel, type Wheel } from './wheel';

/** Height of a line of the sheet's wheels in CSS pixels; the style has the same. */
const LINE_PX = 44;
/** Names and codes of the regions, served beside the document. */
const REGIONS_FILE = './regions.json';

/** Defines it. */
export function definePicker(space: ComponentSpace, phone: Phone): void {
  defineTag(space, 'picker', {
    properties: {
      mode: text('selector'),
      name: text(),
      range: list(),
      rangeKey: text(),
      value: anything(),
      start: text(),
      end: text(),
      fields: text(),
      level: text('region'),
      customItem: text(),
      headerText: text(),
      disabled: truth(),
    },
    bring: (tag) => bringPicker(tag, phone.host.layer),
  });
}

const bringPicker = (tag: Tag, layer: HTMLElement): ReturnType<Bring> => {
  let redraw: (() => void) | undefined;
  const open = async () => {
    if (tag.is('disabled') || redraw) return;
    const mode = tag.str('mode');
    const regions = mode === 'region' ? await fetchRegions() : undefined;
    const model = () => pickerModel(askOf(tag, regions));
    const sheet = openSheet(layer, {
      title: tag.str('headerText'),
      model,
      onTurn(column, index) {
        if (mode === 'multiSelector') tag.fire('columnchange', { column, value: index });
      },
      onClose(indices) {
        redraw = undefined;
        if (!indices) return tag.fire('cancel', {});
        const detail = model().detail(indices);
        tag.set('value', detail.value);
        tag.fire('change', detail);
      },
    });
    redraw = sheet.redraw;
  };
  tag.on('tap', () => void open());
  const first = tag.props.value;
  addControl(tag, {
    value: () => tag.props.value,
    reset: () => tag.set('value', first),
    press: () => void open(),
  });
  // A page answers columnchange with new ranges while the sheet is open.
  return { changed: { range: () => redraw?.() } };
};

function askOf(tag: Tag, regions: Regions | undefined): PickerAsk {
  const isRegion = tag.str('mode') === 'region';
  return {
    mode: tag.str('mode'),
    value: tag.props.value,
    range: tag.props.range as unknown[],
    rangeKey: tag.str('rangeKey'),
    start: tag.str('start'),
    end: tag.str('end'),
    fields: isRegion ? tag.str('level') : tag.str('fields'),
    customItem: tag.str('customItem'),
    regions,
  };
}

interface SheetParts {
  title: string;
  model(): PickerModel;
  onTurn(column: number, index: number): void;
  /** Told the chosen indices, or nothing when it was cancelled. */
  onClose(indices?: number[]): void;
}

function openSheet(layer: HTMLElement, parts: SheetParts): { redraw: () => void } {
  const mask = make('div', 'mask picker-sheet-mask', layer);
  ignoreGhostClick(mask);
  const sheet = make('div', 'sheet picker-sheet', mask);
  sheet.setAttribute('role', 'dialog');
  const head = make('div', 'picker-sheet-head', sheet);
  const cancel = make('button', 'picker-cancel', head);
  make('b', '', head).textContent = parts.title;
  const confirm = make('button', 'picker-confirm', head);
  cancel.textContent = WORDS.cancel;
  confirm.textContent = WORDS.confirm;
  const body = make('div', 'picker-sheet-body', sheet);
  let indices = held(parts.model(), parts.model().first());
  let wheels: Wheel[] = [];

  const draw = () => {
    indices = held(parts.model(), indices);
    wheels.forEach((wheel) => wheel.stop());
    const columns = parts.model().columns(indices);
    body.replaceChildren();
    wheels = columns.map((lines, column) =>
      drawColumn(body, lines, indices[column] ?? 0, turned(column)),
    );
    make('div', 'picker-indicator', body);
  };
  const turned = (column: number) => (index: number) => {
    if (indices[column] === index) return;
    indices[column] = index;
    parts.onTurn(column, index);
    draw();
  };
  const close = (chosen?: number[]) => {
    wheels.forEach((wheel) => wheel.stop());
    mask.remove();
    parts.onClose(chosen);
  };
  mask.addEventListener('click', (event) => {
    if (event.target === mask) close();
  });
  cancel.addEventListener('click', () => close());
  // A wheel may still be turning under the finger that goes to the button.
  confirm.addEventListener('click', () => {
    const now = wheels.map((wheel) => wheel.index());
    close(held(parts.model(), now));
  });
  draw();
  return { redraw: draw };
}

function drawColumn(
  body: HTMLElement,
  lines: string[],
  index: number,
  onRest: (index: number) => void,
): Wheel {
  const column = make('div', 'picker-column', body);
  column.setAttribute('role', 'listbox');
  const wheel = createWheel(column, { linePx: () => LINE_PX, onStart: () => undefined, onRest });
  lines.forEach((text, at) => {
    const line = make('div', 'picker-line', column);
    line.textContent = text;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(at === index));
    // WeChat's sheet only turns; a tap on a line is kinder to a mouse and does no harm.
    line.addEventListener('click', () => {
      wheel.turnTo(at, 'instant');
      onRest(at);
    });
  });
  wheel.turnTo(index, 'instant');
  return wheel;
}

let regionsFetched: Promise<Regions> | undefined;

function fetchRegions(): Promise<Regions> {
  regionsFetched ??= fetch(REGIONS_FILE).then((answer) => {
    if (!answer.ok) throw new Error('<picker mode="region">: regions.json is not served');
    return answer.json() as Promise<Regions>;
  });
  return regionsFetched;
}

function make(tag: string, className: string, parent: HTMLElement): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  parent.append(node);
  return node;
}
