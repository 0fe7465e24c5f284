import { checkOpening, importOpening, templateOpening } from '../../client/paper';
import { openPage } from '../../pages/open-page';
import { importFields, importPage } from '../import-page';
import { openingText } from '../wording/opening';
import { nothingChecked, viewOf } from './view';

Page({
  ...importPage({
    words: openingText,
    ...{ template: templateOpening, check: checkOpening, step: importOpening },
    ...{ nothingChecked, viewOf, done: openingText.done },
    addedBy: ({ balances, printings }) => [balances, printings],
  }),

  data: { ...importFields(openingText), ...nothingChecked },

  onOutletsTap() {
    openPage('/admin/outlets/outlets');
  },

  onRulebooksTap() {
    openPage('/admin/rulebooks/rulebooks');
  },

  /** What is posted cannot be deleted, so that it is asked for once more. */
  async onImportTap() {
    if (this.data.isImporting) return;
    const { balances, printings } = this.data;
    const { confirm } = await wx.showModal(openingText.confirm(balances, printings));
    if (confirm) await this.import();
  },
});
