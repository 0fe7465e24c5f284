import { api } from './api';
import { ApiFault, parameterFault } from './fault';
import type { WxContext } from './context';
import { askByDialog } from './overlay/dialog';
import { make, makeButton, onMaskClick, openOverlay } from './overlay/layer';
import { createToast } from './overlay/toast';
import { wording } from './wording';

/** Source: documentation of showActionSheet, "at most 6". */
const ACTIONS_MAX = 6;
/** Source: documentation of showModal, button texts "at most 4 characters". */
const MODAL_BUTTON_LENGTH_MAX = 4;

/** Toasts, loading, dialogs and action sheets. */
export function createFeedback({ host }: WxContext) {
  const toast = createToast(host);
  return {
    showToast: api('showToast', ({ title, icon, image, duration, mask }) =>
      toast.show({ title, icon: icon ?? 'success', image, mask, durationMs: duration ?? TOAST_MS }),
    ),
    hideToast: api('hideToast', toast.hide),
    // Toast and loading are one and the same to WeChat: the later one replaces the earlier.
    showLoading: api('showLoading', ({ title, mask }) =>
      toast.show({ title, icon: 'loading', mask, durationMs: Infinity }),
    ),
    hideLoading: api('hideLoading', toast.hide),

    showModal: api('showModal', async (option) => {
      const { title, content = '', editable, placeholderText = '', showCancel = true } = option;
      checkButtonText(option.confirmText, 'confirmText');
      checkButtonText(option.cancelText, 'cancelText');
      const text = document.createElement('textarea');
      text.placeholder = placeholderText;
      text.value = content;
      const isConfirmed = await askByDialog(host, {
        ...option,
        title,
        content: editable ? text : content,
        hasCancel: showCancel,
      });
      const typed = editable && isConfirmed ? text.value : '';
      return { confirm: isConfirmed, cancel: !isConfirmed, content: typed };
    }),

    showActionSheet: api('showActionSheet', ({ itemList, alertText, itemColor }) => {
      if (!Array.isArray(itemList) || itemList.length === 0 || itemList.length > ACTIONS_MAX) {
        throw parameterFault('itemList should be an array of 1 to 6');
      }
      const { element, close } = openOverlay(host, 'wx-dim');
      const sheet = make('div', 'wx-sheet');
      sheet.setAttribute('role', 'menu');
      element.append(sheet);
      return new Promise<{ tapIndex: number }>((resolve, reject) => {
        const cancel = () => {
          close();
          reject(new ApiFault('cancel'));
        };
        if (alertText) sheet.append(make('p', '', alertText));
        itemList.forEach((text, tapIndex) => {
          const button = makeButton(text, () => {
            close();
            resolve({ tapIndex });
          });
          button.style.color = itemColor ?? '';
          sheet.append(button);
        });
        sheet.append(makeButton(wording.cancel, cancel, 'wx-sheet-cancel'));
        onMaskClick(element, cancel);
      });
    }),
  };
}

/** Default of showToast's duration; source: its documentation. */
const TOAST_MS = 1500;

function checkButtonText(text: string | undefined, name: string): void {
  if (text !== undefined && [...text].length > MODAL_BUTTON_LENGTH_MAX) {
    throw parameterFault(`${name} length should not be larger than 4 Chinese characters`);
  }
}
