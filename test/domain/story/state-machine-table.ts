/**
 * The story's state machine, written by hand and read aloud: action, state, then what comes of it
 * when the author, the publicity office (whose stage it is), the second reviewer, the leader or a
 * stranger tries. A word is the next state; `-` is not_allowed, `!review` and the like a refusal
 * (see `refusalOf`). A story that is filed is a tip, any other a news item at its first stage.
 */
export const table = `
  action   state      author     office     second     leader     stranger

  withdraw filed      withdrawn  -          -          -          -
  withdraw in_review  withdrawn  -          -          -          -
  withdraw returned   withdrawn  -          -          -          -
  withdraw withdrawn  !open      -          -          -          -
  withdraw held       !open      -          -          -          -
  withdraw signed_off !open      -          -          -          -
  withdraw published  !open      -          -          -          -
  withdraw corrected  !open      -          -          -          -
  withdraw spiked     !open      -          -          -          -
  withdraw killed     !open      -          -          -          -

  refile   filed      !returned  -          -          -          -
  refile   in_review  !returned  -          -          -          -
  refile   returned   in_review  -          -          -          -
  refile   withdrawn  !returned  -          -          -          -
  refile   held       !returned  -          -          -          -
  refile   signed_off !returned  -          -          -          -
  refile   published  !returned  -          -          -          -
  refile   corrected  !returned  -          -          -          -
  refile   spiked     !returned  -          -          -          -
  refile   killed     !returned  -          -          -          -

  claim    filed      !review    !review    !review    !review    !review
  claim    in_review  -          in_review  -          -          -
  claim    returned   !review    !review    !review    !review    !review
  claim    withdrawn  !review    !review    !review    !review    !review
  claim    held       !review    !review    !review    !review    !review
  claim    signed_off !review    !review    !review    !review    !review
  claim    published  !review    !review    !review    !review    !review
  claim    corrected  !review    !review    !review    !review    !review
  claim    spiked     !review    !review    !review    !review    !review
  claim    killed     !review    !review    !review    !review    !review

  release  filed      !review    !review    !review    !review    !review
  release  in_review  -          in_review  -          -          -
  release  returned   !review    !review    !review    !review    !review
  release  withdrawn  !review    !review    !review    !review    !review
  release  held       !review    !review    !review    !review    !review
  release  signed_off !review    !review    !review    !review    !review
  release  published  !review    !review    !review    !review    !review
  release  corrected  !review    !review    !review    !review    !review
  release  spiked     !review    !review    !review    !review    !review
  release  killed     !review    !review    !review    !review    !review

  approve  filed      !review    !review    !review    !review    !review
  approve  in_review  -          in_review  -          -          -
  approve  returned   !review    !review    !review    !review    !review
  approve  withdrawn  !review    !review    !review    !review    !review
  approve  held       !review    !review    !review    !review    !review
  approve  signed_off !review    !review    !review    !review    !review
  approve  published  !review    !review    !review    !review    !review
  approve  corrected  !review    !review    !review    !review    !review
  approve  spiked     !review    !review    !review    !review    !review
  approve  killed     !review    !review    !review    !review    !review

  return   filed      !review    !review    !review    !review    !review
  return   in_review  -          returned   -          -          -
  return   returned   !review    !review    !review    !review    !review
  return   withdrawn  !review    !review    !review    !review    !review
  return   held       !review    !review    !review    !review    !review
  return   signed_off !review    !review    !review    !review    !review
  return   published  !review    !review    !review    !review    !review
  return   corrected  !review    !review    !review    !review    !review
  return   spiked     !review    !review    !review    !review    !review
  return   killed     !review    !review    !review    !review    !review

  edit     filed      !review    !review    !review    !review    !review
  edit     in_review  -          in_review  -          -          -
  edit     returned   !review    !review    !review    !review    !review
  edit     withdrawn  !review    !review    !review    !review    !review
  edit     held       !review    !review    !review    !review    !review
  edit     signed_off !review    !review    !review    !review    !review
  edit     published  !review    !review    !review    !review    !review
  edit     corrected  !review    !review    !review    !review    !review
  edit     spiked     !review    !review    !review    !review    !review
  edit     killed     !review    !review    !review    !review    !review

  spike    filed      -          spiked     -          spiked     -
  spike    in_review  -          spiked     -          -          -
  spike    returned   !review    !review    !review    !review    !review
  spike    withdrawn  !review    !review    !review    !review    !review
  spike    held       !review    !review    !review    !review    !review
  spike    signed_off !review    !review    !review    !review    !review
  spike    published  !review    !review    !review    !review    !review
  spike    corrected  !review    !review    !review    !review    !review
  spike    spiked     !review    !review    !review    !review    !review
  spike    killed     !review    !review    !review    !review    !review

  hold     filed      !review    !review    !review    !review    !review
  hold     in_review  -          held       -          -          -
  hold     returned   !review    !review    !review    !review    !review
  hold     withdrawn  !review    !review    !review    !review    !review
  hold     held       !review    !review    !review    !review    !review
  hold     signed_off !review    !review    !review    !review    !review
  hold     published  !review    !review    !review    !review    !review
  hold     corrected  !review    !review    !review    !review    !review
  hold     spiked     !review    !review    !review    !review    !review
  hold     killed     !review    !review    !review    !review    !review

  resume   filed      !held      !held      !held      !held      !held
  resume   in_review  !held      !held      !held      !held      !held
  resume   returned   !held      !held      !held      !held      !held
  resume   withdrawn  !held      !held      !held      !held      !held
  resume   held       -          in_review  -          in_review  -
  resume   signed_off !held      !held      !held      !held      !held
  resume   published  !held      !held      !held      !held      !held
  resume   corrected  !held      !held      !held      !held      !held
  resume   spiked     !held      !held      !held      !held      !held
  resume   killed     !held      !held      !held      !held      !held

  hurry    filed      !review    !review    !review    !review    !review
  hurry    in_review  -          in_review  -          -          -
  hurry    returned   !review    !review    !review    !review    !review
  hurry    withdrawn  !review    !review    !review    !review    !review
  hurry    held       !review    !review    !review    !review    !review
  hurry    signed_off !review    !review    !review    !review    !review
  hurry    published  !review    !review    !review    !review    !review
  hurry    corrected  !review    !review    !review    !review    !review
  hurry    spiked     !review    !review    !review    !review    !review
  hurry    killed     !review    !review    !review    !review    !review

  pass     filed      !review    !review    !review    !review    !review
  pass     in_review  -          in_review  -          -          -
  pass     returned   !review    !review    !review    !review    !review
  pass     withdrawn  !review    !review    !review    !review    !review
  pass     held       !review    !review    !review    !review    !review
  pass     signed_off !review    !review    !review    !review    !review
  pass     published  !review    !review    !review    !review    !review
  pass     corrected  !review    !review    !review    !review    !review
  pass     spiked     !review    !review    !review    !review    !review
  pass     killed     !review    !review    !review    !review    !review

  assign   filed      -          filed      -          filed      -
  assign   in_review  !tip       !tip       !tip       !tip       !tip
  assign   returned   !tip       !tip       !tip       !tip       !tip
  assign   withdrawn  !tip       !tip       !tip       !tip       !tip
  assign   held       !tip       !tip       !tip       !tip       !tip
  assign   signed_off !tip       !tip       !tip       !tip       !tip
  assign   published  !tip       !tip       !tip       !tip       !tip
  assign   corrected  !tip       !tip       !tip       !tip       !tip
  assign   spiked     !tip       !tip       !tip       !tip       !tip
  assign   killed     !tip       !tip       !tip       !tip       !tip

  merge    filed      !review    !review    !review    !review    !review
  merge    in_review  -          spiked     -          -          -
  merge    returned   !review    !review    !review    !review    !review
  merge    withdrawn  !review    !review    !review    !review    !review
  merge    held       !review    !review    !review    !review    !review
  merge    signed_off !review    !review    !review    !review    !review
  merge    published  !review    !review    !review    !review    !review
  merge    corrected  !review    !review    !review    !review    !review
  merge    spiked     !review    !review    !review    !review    !review
  merge    killed     !review    !review    !review    !review    !review

  correct  filed      -          !out       -          !out       -
  correct  in_review  -          !out       -          !out       -
  correct  returned   -          !out       -          !out       -
  correct  withdrawn  -          !out       -          !out       -
  correct  held       -          !out       -          !out       -
  correct  signed_off -          signed_off -          signed_off -
  correct  published  -          corrected  -          corrected  -
  correct  corrected  -          corrected  -          corrected  -
  correct  spiked     -          !out       -          !out       -
  correct  killed     -          !out       -          !out       -

  kill     filed      -          !out       -          !out       -
  kill     in_review  -          !out       -          !out       -
  kill     returned   -          !out       -          !out       -
  kill     withdrawn  -          !out       -          !out       -
  kill     held       -          !out       -          !out       -
  kill     signed_off -          killed     -          killed     -
  kill     published  -          killed     -          killed     -
  kill     corrected  -          killed     -          killed     -
  kill     spiked     -          !out       -          !out       -
  kill     killed     -          !out       -          !out       -
`;

/** What the table's `!` words stand for. */
export const refusalOf: Record<string, string> = {
  '-': 'not_allowed',
  '!open': 'story_not_open',
  '!returned': 'story_not_returned',
  '!review': 'story_not_in_review',
  '!held': 'story_not_held',
  '!tip': 'story_not_tip',
  '!out': 'story_not_signed_off',
};

/**
 * Whose stage it is: stage, actor, and what approving there leads to; everybody else is refused.
 * Escalated means that nobody of the stage was eligible.
 */
export const stages = `
  0 office               1
  0 colleague            1
  1 second               2
  2 leader               signed_off
  escalated leader       signed_off
  escalated office       signed_off
  escalated colleague    signed_off
  escalated administrator signed_off
`;
