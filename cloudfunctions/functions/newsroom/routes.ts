import type { Routes } from '../routes';
import { listColumnHandler } from '../../handlers/column/list-column';
import { adviseDraftHandler } from '../../handlers/draft/advise-draft';
import { dropDraftHandler } from '../../handlers/draft/drop-draft';
import { keepDraftHandler } from '../../handlers/draft/keep-draft';
import { listDraftHandler } from '../../handlers/draft/list-draft';
import { showDraftHandler } from '../../handlers/draft/show-draft';
import { changeLexiconHandler } from '../../handlers/lexicon/change-lexicon';
import { listLexiconHandler } from '../../handlers/lexicon/list-lexicon';
import { listMessageHandler } from '../../handlers/message/list-message';
import { markSentMessageHandler } from '../../handlers/message/mark-sent-message';
import { resendMessageHandler } from '../../handlers/message/resend-message';
import { listQueueHandler } from '../../handlers/queue/list-queue';
import { compareRevisionHandler } from '../../handlers/revision/compare-revision';
import { approveStoryHandler } from '../../handlers/story/approve-story';
import { assignStoryHandler } from '../../handlers/story/assign-story';
import { claimStoryHandler } from '../../handlers/story/claim-story';
import { correctStoryHandler } from '../../handlers/story/correct-story';
import { editStoryHandler } from '../../handlers/story/edit-story';
import { fileStoryHandler } from '../../handlers/story/file-story';
import { holdStoryHandler } from '../../handlers/story/hold-story';
import { hurryStoryHandler } from '../../handlers/story/hurry-story';
import { killStoryHandler } from '../../handlers/story/kill-story';
import { listDeskStoryHandler } from '../../handlers/story/list-desk-story';
import { listStoryHandler } from '../../handlers/story/list-story';
import { mergeStoryHandler } from '../../handlers/story/merge-story';
import { passStoryHandler } from '../../handlers/story/pass-story';
import { publishedStoryHandler } from '../../handlers/story/published-story';
import { refileStoryHandler } from '../../handlers/story/refile-story';
import { releaseStoryHandler } from '../../handlers/story/release-story';
import { resumeStoryHandler } from '../../handlers/story/resume-story';
import { returnStoryHandler } from '../../handlers/story/return-story';
import { showStoryHandler } from '../../handlers/story/show-story';
import { spikeStoryHandler } from '../../handlers/story/spike-story';
import { withdrawStoryHandler } from '../../handlers/story/withdraw-story';
import { reportAdoptionHandler } from '../../handlers/adoption/report-adoption';
import { registerAdoptionHandler } from '../../handlers/adoption/register-adoption';
import { listAdoptionHandler } from '../../handlers/adoption/list-adoption';
import { showAdoptionHandler } from '../../handlers/adoption/show-adoption';
import { verifyAdoptionHandler } from '../../handlers/adoption/verify-adoption';
import { correctAdoptionHandler } from '../../handlers/adoption/correct-adoption';
import { rejectAdoptionHandler } from '../../handlers/adoption/reject-adoption';
import { withdrawAdoptionHandler } from '../../handlers/adoption/withdraw-adoption';
import { chooseAdoptionHandler } from '../../handlers/adoption/choose-adoption';
import { takeMetricHandler } from '../../handlers/adoption/take-metric';
import { registerFactHandler } from '../../handlers/fact/register-fact';
import { listFactHandler } from '../../handlers/fact/list-fact';
import { findWorkHandler } from '../../handlers/work/find-work';
import { withdrawFactHandler } from '../../handlers/fact/withdraw-fact';

/** A handler for every call of the newsroom. */
export const routes: Routes<'newsroom'> = {
  'story.file': fileStoryHandler,
  'story.list': listStoryHandler,
  'story.published': publishedStoryHandler,
  'story.show': showStoryHandler,
  'story.withdraw': withdrawStoryHandler,
  'story.refile': refileStoryHandler,
  'story.claim': claimStoryHandler,
  'story.release': releaseStoryHandler,
  'story.approve': approveStoryHandler,
  'story.return': returnStoryHandler,
  'story.edit': editStoryHandler,
  'story.spike': spikeStoryHandler,
  'story.hold': holdStoryHandler,
  'story.resume': resumeStoryHandler,
  'story.hurry': hurryStoryHandler,
  'story.pass': passStoryHandler,
  'story.assign': assignStoryHandler,
  'story.merge': mergeStoryHandler,
  'story.correct': correctStoryHandler,
  'story.kill': killStoryHandler,
  'deskStory.list': listDeskStoryHandler,
  'queue.list': listQueueHandler,
  'message.list': listMessageHandler,
  'message.resend': resendMessageHandler,
  'message.markSent': markSentMessageHandler,
  'revision.compare': compareRevisionHandler,
  'draft.keep': keepDraftHandler,
  'draft.list': listDraftHandler,
  'draft.show': showDraftHandler,
  'draft.drop': dropDraftHandler,
  'draft.advise': adviseDraftHandler,
  'column.list': listColumnHandler,
  'lexicon.list': listLexiconHandler,
  'lexicon.change': changeLexiconHandler,
  'adoption.report': reportAdoptionHandler,
  'adoption.register': registerAdoptionHandler,
  'adoption.list': listAdoptionHandler,
  'adoption.show': showAdoptionHandler,
  'adoption.verify': verifyAdoptionHandler,
  'adoption.correct': correctAdoptionHandler,
  'adoption.reject': rejectAdoptionHandler,
  'adoption.withdraw': withdrawAdoptionHandler,
  'adoption.choose': chooseAdoptionHandler,
  'metric.take': takeMetricHandler,
  'fact.register': registerFactHandler,
  'fact.list': listFactHandler,
  'fact.withdraw': withdrawFactHandler,
  'work.find': findWorkHandler,
};
