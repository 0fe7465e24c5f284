/** Every refusal a call can give; the phone has Chinese words for each (miniprogram/text/refusal). */
export const refusals = [
  // Any call.
  'request_invalid',
  'call_unknown',
  'not_signed_in',
  'input_invalid',
  'command_changed',
  'changed_meanwhile',
  // Who is asking, and what is there.
  'not_bound',
  'not_allowed',
  'not_found',
  // Codes: organ.found, invite.redeem.
  'organ_exists',
  'code_wrong',
  'code_used',
  'code_expired',
  'too_many_attempts',
  'openid_bound',
  // Codes of standings: code.make, code.open, code.picture.
  'code_dead',
  'codes_full',
  'title_missing',
  'picture_unavailable',
  // Units and people.
  'unit_name_taken',
  'unit_parent_invalid',
  'unit_closed',
  'unit_in_use',
  'person_left',
  'membership_exists',
  'membership_missing',
  'duty_exists',
  'duty_missing',
  'stage_missing',
  'last_administrator',
  'work_open',
  // Review chains.
  'chain_taken',
  'last_stage_skipped',
  // Channels and what goes to them.
  'channel_name_taken',
  'channel_public',
  'endpoint_missing',
  'secret_missing',
  'message_not_stuck',
  'message_outdated',
  'message_not_by_hand',
  // Rulebooks; rulebook_invalid says in its detail which rule has which problem.
  'rulebook_invalid',
  'rulebook_too_early',
  // The roster's .xlsx.
  'file_too_large',
  'file_unreadable',
  'roster_unclean',
  // Stories.
  'story_incomplete',
  'bylines_invalid',
  'file_missing',
  'file_changed',
  'story_not_open',
  'story_not_returned',
  'story_not_in_review',
  'story_not_held',
  'story_not_tip',
  'story_not_signed_off',
  'claimed_by_other',
  'clearance_missing',
  'passage_invalid',
  'nothing_changed',
  'kind_fixed',
  'embargo_past',
  'person_unfit',
  'merge_invalid',
  'tip_invalid',
  // Help while writing.
  'draft_too_large',
  'drafts_full',
  'lexicon_word_invalid',
  'lexicon_full',
  // The ledger.
  'appeal_exists',
  'appeal_answered',
  'entry_reversed',
  'day_ahead',
  'second_person_needed',
  'adjustment_decided',
  // Periods and their bulletins.
  'period_not_begun',
  'period_not_over',
  'period_not_drafted',
  'period_not_in_notice',
  'period_computing',
  'period_closed',
  'appeal_open',
  'earlier_open',
  // Outlets, printings, registered facts.
  'outlet_name_taken',
  'outlet_unknown',
  'term_in_past',
  'evidence_missing',
  'printed_in_future',
  'printing_known',
  'printings_full',
  'reason_missing',
  'adoption_not_reported',
  'adoption_not_verified',
  'adoption_not_open',
  'metric_missing',
  'fact_in_future',
  'fact_withdrawn',
] as const;

export type Refusal = (typeof refusals)[number];

/** Refusals that the router gives before any handler runs. */
export type RouterRefusal =
  'request_invalid' | 'call_unknown' | 'not_signed_in' | 'input_invalid' | 'command_changed';
