/** Tags that hold things or draw one sign: view, text, icon, progress and their kin. */
import type { ComponentSpace } from 'glass-easel';

import { browserUnits } from '../../units';
import { anything, defineTag, number, text, truth, type Bring } from './define';

/** Signs of `<icon type>`, drawn with characters. */
const ICONS: Record<string, string> = {
  success: '✓',
  success_no_circle: '✓',
  info: 'i',
  warn: '!',
  waiting: '…',
  cancel: '×',
  download: '↓',
  search: '⌕',
  clear: '×',
  circle: '○',
};

/** Defines them. */
export function defineContainers(space: ComponentSpace): void {
  defineTag(space, 'view');
  defineTag(space, 'cover-view', { properties: { scrollTop: anything() } });
  defineTag(space, 'text', {
    properties: {
      selectable: truth(),
      userSelect: truth(),
      space: text(),
      decode: truth(),
      numberOfLines: anything(),
    },
    bring: bringText,
  });
  defineTag(space, 'root-portal', { properties: { enable: truth(true) } });
  defineTag(space, 'icon', {
    properties: { type: text(), size: anything(23), color: text() },
    bring: bringIcon,
  });
  defineTag(space, 'progress', {
    properties: {
      percent: number(),
      showInfo: truth(),
      borderRadius: anything(0),
      fontSize: anything(16),
      strokeWidth: anything(6),
      color: text(),
      activeColor: text('#09BB07'),
      backgroundColor: text('#EBEBEB'),
      active: truth(),
      activeMode: text('backwards'),
      duration: number(30),
    },
    bring: bringProgress,
  });
}

const bringText: Bring = (tag) => {
  const look = () => {
    const isSelectable = tag.is('selectable') || tag.is('userSelect');
    tag.dom.toggleAttribute('selectable', isSelectable);
    tag.dom.toggleAttribute('spaces', tag.str('space') !== '');
  };
  look();
  return { changed: { selectable: look, userSelect: look, space: look } };
};

const bringIcon: Bring = (tag) => {
  const look = () => {
    tag.dom.dataset.type = tag.str('type');
    tag.dom.textContent = ICONS[tag.str('type')] ?? '';
    tag.dom.style.setProperty('--icon-size', cssLength(tag.props.size));
    if (tag.str('color')) tag.dom.style.setProperty('--icon-color', tag.str('color'));
  };
  look();
  return { changed: { type: look, size: look, color: look } };
};

/** `24`, `'24'`, `'24px'` and `'24rpx'` are all lengths. */
function cssLength(value: unknown): string {
  const written = String(value);
  return /^[\d.]+$/.test(written) ? `${written}px` : browserUnits(written);
}

const bringProgress: Bring = (tag) => {
  const bar = document.createElement('div');
  const done = document.createElement('div');
  const shown = document.createElement('span');
  bar.append(done);
  tag.dom.append(bar, shown);
  tag.dom.setAttribute('role', 'progressbar');
  const look = () => {
    const percent = Math.min(100, Math.max(0, tag.num('percent')));
    tag.dom.setAttribute('aria-valuenow', String(percent));
    bar.style.cssText = `background:${tag.str('backgroundColor')};height:${cssLength(tag.props.strokeWidth)}`;
    bar.style.borderRadius = cssLength(tag.props.borderRadius);
    const ms = tag.is('active') ? percent * tag.num('duration') : 0;
    done.style.cssText = `width:${percent}%;transition:width ${ms}ms linear`;
    done.style.background = tag.str('color') || tag.str('activeColor');
    shown.hidden = !tag.is('showInfo');
    shown.style.fontSize = cssLength(tag.props.fontSize);
    shown.textContent = `${percent}%`;
    if (tag.is('active')) setTimeout(() => tag.fire('activeend', { curPercent: percent }), ms);
  };
  look();
  const names = ['percent', 'showInfo', 'strokeWidth', 'color', 'activeColor', 'backgroundColor'];
  return { changed: Object.fromEntries(names.map((name) => [name, look])) };
};
