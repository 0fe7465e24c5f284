import type { Routes } from '../routes';
import { approveAdjustmentHandler } from '../../handlers/adjustment/approve-adjustment';
import { listAdjustmentHandler } from '../../handlers/adjustment/list-adjustment';
import { proposeAdjustmentHandler } from '../../handlers/adjustment/propose-adjustment';
import { refuseAdjustmentHandler } from '../../handlers/adjustment/refuse-adjustment';
import { answerAppealHandler } from '../../handlers/appeal/answer-appeal';
import { listAppealHandler } from '../../handlers/appeal/list-appeal';
import { arrangeBulletinHandler } from '../../handlers/bulletin/arrange-bulletin';
import { showBulletinHandler } from '../../handlers/bulletin/show-bulletin';
import { listCodeHandler } from '../../handlers/code/list-code';
import { makeCodeHandler } from '../../handlers/code/make-code';
import { openCodeHandler } from '../../handlers/code/open-code';
import { pictureCodeHandler } from '../../handlers/code/picture-code';
import { revokeCodeHandler } from '../../handlers/code/revoke-code';
import { appealEntryHandler } from '../../handlers/entry/appeal-entry';
import { listEntryHandler } from '../../handlers/entry/list-entry';
import { listStoryEntryHandler } from '../../handlers/entry/list-story-entry';
import { showEntryHandler } from '../../handlers/entry/show-entry';
import { auditLedgerHandler } from '../../handlers/ledger/audit-ledger';
import { closePeriodHandler } from '../../handlers/period/close-period';
import { draftPeriodHandler } from '../../handlers/period/draft-period';
import { listPeriodHandler } from '../../handlers/period/list-period';
import { publishPeriodHandler } from '../../handlers/period/publish-period';
import { listRankingHandler } from '../../handlers/ranking/list-ranking';
import { draftRulebookHandler } from '../../handlers/rulebook/draft-rulebook';
import { enactRulebookHandler } from '../../handlers/rulebook/enact-rulebook';
import { listRulebookHandler } from '../../handlers/rulebook/list-rulebook';
import { presetsRulebookHandler } from '../../handlers/rulebook/presets-rulebook';
import { readRulebookHandler } from '../../handlers/rulebook/read-rulebook';
import { showRulebookHandler } from '../../handlers/rulebook/show-rulebook';
import { tryRulebookHandler } from '../../handlers/rulebook/try-rulebook';
import { rebuildStandingHandler } from '../../handlers/standing/rebuild-standing';
import { showStandingHandler } from '../../handlers/standing/show-standing';
import { showTrialHandler } from '../../handlers/trial/show-trial';
import { boardUnitHandler } from '../../handlers/unit/board-unit';

/** A handler for every call of points. */
export const routes: Routes<'points'> = {
  'standing.show': showStandingHandler,
  'entry.list': listEntryHandler,
  'storyEntry.list': listStoryEntryHandler,
  'entry.show': showEntryHandler,
  'ranking.list': listRankingHandler,
  'unit.board': boardUnitHandler,
  'entry.appeal': appealEntryHandler,
  'appeal.list': listAppealHandler,
  'appeal.answer': answerAppealHandler,
  'adjustment.propose': proposeAdjustmentHandler,
  'adjustment.list': listAdjustmentHandler,
  'adjustment.approve': approveAdjustmentHandler,
  'adjustment.refuse': refuseAdjustmentHandler,
  'ledger.audit': auditLedgerHandler,
  'standing.rebuild': rebuildStandingHandler,
  'period.list': listPeriodHandler,
  'period.draft': draftPeriodHandler,
  'period.publish': publishPeriodHandler,
  'period.close': closePeriodHandler,
  'bulletin.show': showBulletinHandler,
  'bulletin.arrange': arrangeBulletinHandler,
  'code.make': makeCodeHandler,
  'code.list': listCodeHandler,
  'code.revoke': revokeCodeHandler,
  'code.picture': pictureCodeHandler,
  'code.open': openCodeHandler,
  'rulebook.list': listRulebookHandler,
  'rulebook.show': showRulebookHandler,
  'rulebook.read': readRulebookHandler,
  'rulebook.presets': presetsRulebookHandler,
  'rulebook.draft': draftRulebookHandler,
  'rulebook.enact': enactRulebookHandler,
  'rulebook.try': tryRulebookHandler,
  'trial.show': showTrialHandler,
};
