import { checkRoster, importRoster, templateRoster } from '../../client/paper';
import { importFields, importPage } from '../import-page';
import { rosterText } from '../wording/admin';
import { nothingChecked, viewOf } from './view';

Page({
  ...importPage({
    words: rosterText,
    ...{ template: templateRoster, check: checkRoster, step: importRoster },
    ...{ nothingChecked, viewOf, done: rosterText.done },
    addedBy: ({ units, people }) => [units, people],
  }),

  data: { ...importFields(rosterText), ...nothingChecked },
});
