import type { Host } from '../../host';
import { wording } from '../wording';
import { make, makeButton, openOverlay } from './layer';

export interface DialogText {
  title?: string;
  /** Text, or an element of one's own. */
  content?: string | HTMLElement;
  confirmText?: string;
  cancelText?: string;
  confirmColor?: string;
  cancelColor?: string;
  /** Without it there is one button only. */
  hasCancel?: boolean;
}

/** Shows a dialog until a button is tapped; resolves to whether it was the confirming one. */
export function askByDialog(host: Host, text: DialogText): Promise<boolean> {
  const { element, close } = openOverlay(host, 'wx-dim');
  const dialog = make('div', 'wx-dialog');
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  if (text.title) {
    dialog.setAttribute('aria-label', text.title);
    dialog.append(make('h2', '', text.title));
  }
  const body = make('div', 'wx-dialog-body');
  body.append(text.content ?? '');
  const footer = make('footer', '');
  dialog.append(body, footer);
  element.append(dialog);
  return new Promise((resolve) => {
    const end = (isConfirmed: boolean) => () => {
      close();
      resolve(isConfirmed);
    };
    if (text.hasCancel) {
      const cancel = makeButton(text.cancelText ?? wording.cancel, end(false));
      cancel.style.color = text.cancelColor ?? '';
      footer.append(cancel);
    }
    const confirm = makeButton(text.confirmText ?? wording.confirm, end(true));
    confirm.style.color = text.confirmColor ?? '#576B95';
    footer.append(confirm);
  });
}

/** A labelled line of a form inside a dialog. */
export function makeField(label: string, type: 'text' | 'number' | 'checkbox'): HTMLInputElement {
  const input = document.createElement('input');
  input.type = type;
  const line = make('label', '', type === 'checkbox' ? '' : label);
  line.append(input);
  if (type === 'checkbox') line.append(label);
  return input;
}
