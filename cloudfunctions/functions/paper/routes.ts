import { buildNinjs } from '../../channels/fusion-center/build-ninjs';
import { exportMessageHandler } from '../../handlers/message/export-message';
import type { Routes } from '../routes';
import { exportBulletinHandler } from '../../handlers/bulletin/export-bulletin';
import { checkOpeningHandler } from '../../handlers/opening/check-opening';
import { importOpeningHandler } from '../../handlers/opening/import-opening';
import { templateOpeningHandler } from '../../handlers/opening/template-opening';
import { checkRosterHandler } from '../../handlers/roster/check-roster';
import { importRosterHandler } from '../../handlers/roster/import-roster';
import { templateRosterHandler } from '../../handlers/roster/template-roster';

/** A handler for every call about documents. */
export const routes: Routes<'paper'> = {
  'bulletin.export': exportBulletinHandler,
  'message.export': exportMessageHandler(buildNinjs),
  'roster.template': templateRosterHandler,
  'roster.check': checkRosterHandler,
  'roster.import': importRosterHandler,
  'opening.template': templateOpeningHandler,
  'opening.check': checkOpeningHandler,
  'opening.import': importOpeningHandler,
};
