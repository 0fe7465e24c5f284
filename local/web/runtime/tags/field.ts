/** `<input>` and `<textarea>`. */
import type { ComponentSpace } from 'glass-easel';

import { watchAria } from './aria';
import { anything, defineTag, number, text, truth, type Bring, type Tag } from './define';
import { addControl } from './form';
import { innerNode, scopedClass } from './native';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** WeChat's default; -1 means no limit. */
const LENGTH_MAX = 140;

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

/** Properties that only matter to a phone's own keyboard and are accepted for that. */
const KEYBOARD_ONLY = [
  'adjustPosition',
  'holdKeyboard',
  'alwaysEmbed',
  'cursorSpacing',
  'cursorColor',
  'confirmHold',
  'showConfirmBar',
  'disableDefaultPadding',
  'adjustKeyboardTo',
  'fixed',
  'safePasswordCertPath',
  'safePasswordLength',
  'safePasswordTimeStamp',
  'safePasswordNonce',
  'safePasswordSalt',
  'safePasswordCustomHash',
];

/** Defines both tags. */
export function defineFields(space: ComponentSpace): void {
  const properties = {
    name: text(),
    value: anything(''),
    type: text('text'),
    password: truth(),
    placeholder: text(),
    placeholderStyle: text(),
    placeholderClass: text('input-placeholder'),
    disabled: truth(),
    maxlength: number(LENGTH_MAX),
    focus: truth(),
    autoFocus: truth(),
    confirmType: text(),
    cursor: anything(),
    selectionStart: number(-1),
    selectionEnd: number(-1),
    autoHeight: truth(),
    ...Object.fromEntries(KEYBOARD_ONLY.map((name) => [name, anything()])),
  };
  defineTag(space, 'input', { properties, bring: bringField('input') });
  defineTag(space, 'textarea', { properties, bring: bringField('textarea') });
}

const bringField =
  (kind: 'input' | 'textarea'): Bring =>
  (tag) => {
    const field = innerNode(tag, kind);
    const named = watchAria(tag);
    const placeholder = placeholderOf(tag, field);
    const grow = growerOf(tag, field);
    const refresh = () => {
      placeholder.refresh();
      grow();
    };
    const configure = () => configureField(tag, field);
    const show = (value: unknown) => {
      const shown = String(value ?? '');
      if (field.value !== shown) field.value = shown;
      refresh();
    };
    configure();
    show(tag.props.value);
    listen(tag, field, kind, refresh);
    const first = tag.props.value;
    addControl(tag, {
      value: () => field.value,
      reset: () => tag.set('value', first),
      press: () => field.focus(),
    });
    const focus = (wanted: unknown) => {
      if (!wanted) return field.blur();
      // The tag may not be painted yet, and an unpainted field takes no focus.
      setTimeout(() => {
        field.focus();
        placeCursor(tag, field);
      });
    };
    if (tag.is('focus') || tag.is('autoFocus')) focus(true);
    return {
      changed: {
        value: show,
        focus,
        disabled: configure,
        maxlength: configure,
        type: configure,
        password: configure,
        confirmType: configure,
        name: configure,
        ariaLabel: (value) => {
          named.ariaLabel?.(value);
          configure();
        },
        placeholder: () => {
          configure();
          placeholder.refresh();
        },
        placeholderStyle: placeholder.refresh,
        placeholderClass: placeholder.refresh,
        autoHeight: grow,
      },
    };
  };

function configureField(tag: Tag, field: Field): void {
  // What is focused is the node inside; the tag's own name would not be read.
  const name = tag.str('ariaLabel');
  if (name === '') field.removeAttribute('aria-label');
  else field.setAttribute('aria-label', name);
  field.disabled = tag.is('disabled');
  field.placeholder = tag.str('placeholder');
  field.name = tag.str('name');
  field.enterKeyHint =
    tag.str('confirmType') || (field instanceof HTMLInputElement ? 'done' : 'enter');
  const maxlength = tag.num('maxlength');
  if (maxlength >= 0) field.maxLength = maxlength;
  else field.removeAttribute('maxlength');
  if (!(field instanceof HTMLInputElement)) return;
  const isSecret = tag.is('password') || tag.str('type') === 'safe-password';
  field.type = isSecret ? 'password' : 'text';
  field.inputMode = KEYBOARDS[tag.str('type')] ?? 'text';
  field.setAttribute('autocomplete', tag.str('type') === 'nickname' ? 'nickname' : 'off');
}

function listen(tag: Tag, field: Field, kind: string, refresh: () => void): void {
  let focusedWith = '';
  field.addEventListener('input', () => {
    tag.set('value', field.value);
    const detail = { value: field.value, cursor: field.selectionStart ?? 0, keyCode: 0 };
    tag.component.triggerEvent('input', detail, {
      // A page's handler may return the text (or { value, cursor }) that is to stand there instead.
      handleListenerReturn: (answer) => replaceBy(tag, field, answer),
    });
    refresh();
  });
  field.addEventListener('focus', () => {
    focusedWith = field.value;
    tag.fire('focus', { value: field.value, height: 0 });
    tag.fire('keyboardheightchange', { height: 0, duration: 0 });
  });
  field.addEventListener('blur', () => {
    tag.fire('blur', { value: field.value, cursor: field.selectionStart ?? 0 });
    if (focusedWith !== field.value) tag.fire('change', { value: field.value });
    if (tag.str('type') === 'nickname') tag.fire('nicknamereview', { pass: true, timeout: false });
  });
  // Enter in a textarea makes a new line unless its keyboard says otherwise.
  const confirms = () => kind === 'input' || !['', 'return'].includes(tag.str('confirmType'));
  field.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    if (key.key !== 'Enter' || key.isComposing || !confirms()) return;
    key.preventDefault();
    tag.fire('confirm', { value: field.value });
    if (!tag.is('confirmHold')) field.blur();
  });
}

function replaceBy(tag: Tag, field: Field, answer: unknown): void {
  const isText = typeof answer === 'string';
  const wanted = isText
    ? { value: answer }
    : (answer as { value?: unknown; cursor?: number } | null);
  if (typeof wanted?.value !== 'string') return;
  field.value = wanted.value;
  tag.set('value', wanted.value);
  if (wanted.cursor !== undefined) field.setSelectionRange(wanted.cursor, wanted.cursor);
}

function placeCursor(tag: Tag, field: Field): void {
  const cursor = tag.props.cursor;
  const [start, end] = [tag.num('selectionStart'), tag.num('selectionEnd')];
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
  else if (typeof cursor === 'number' && cursor >= 0) field.setSelectionRange(cursor, cursor);
}

/**
 * WeChat draws the placeholder as a node of its own, with the page's class and style. The field keeps the
 * attribute too (invisible), for screen readers.
 */
function placeholderOf(tag: Tag, field: Field) {
  const drawn = document.createElement('div');
  drawn.setAttribute('aria-hidden', 'true');
  tag.dom.append(drawn);
  const refresh = () => {
    drawn.className = `field-placeholder ${scopedClass(tag, tag.str('placeholderClass'))}`;
    drawn.style.cssText = tag.str('placeholderStyle');
    drawn.textContent = tag.str('placeholder');
    drawn.hidden = field.value !== '';
  };
  return { refresh };
}

/** auto-height: the tag follows its text, and tells of each new line. */
function growerOf(tag: Tag, field: Field) {
  let told = -1;
  const fit = () => {
    // A browser's own least is two lines.
    if (field instanceof HTMLTextAreaElement) field.rows = 1;
    tag.dom.dataset.grows = 'true';
    field.style.height = 'auto';
    const height = field.scrollHeight;
    // On a sheet that is not open: as high as a line.
    if (height === 0) return;
    field.style.height = `${height}px`;
    if (height === told) return;
    told = height;
    const line = parseFloat(getComputedStyle(field).lineHeight) || height;
    tag.fire('linechange', { height, heightRpx: 0, lineCount: Math.round(height / line) });
  };
  return () => {
    if (!tag.is('autoHeight')) return;
    // Before it is painted, so that nothing below it is seen to move; a sheet's has no room before it opens.
    queueMicrotask(() => {
      if (field.clientWidth > 0) fit();
      else requestAnimationFrame(fit);
    });
  };
}
