/** The form of a review chain; no wx, so it is tested as it is. */
import { chainText, dutyFormText, stageDutyText, unitKindText } from '../wording/admin';
import { kindText } from '../../text/story';
import type { Chain, Stage } from '../chains/view';

/** A stage as the form holds it: chips choose texts, and the last one is never skipped. */
export interface StageForm extends Stage {
  number: string;
  limit: string;
}

const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, text]) => ({ value, words: text }));

const hours = [4, 12, 24, 48, 72, 168];

/** What the chips offer; a limit that was set elsewhere stays among them. */
export function choices(stages: Stage[] = []) {
  const limits = [...new Set([...hours, ...stages.map(({ limitHours }) => limitHours)])];
  return {
    allKinds: choicesOf(kindText),
    allUnitKinds: choicesOf(unitKindText),
    stageKinds: choicesOf(chainText.kinds),
    duties: choicesOf(stageDutyText),
    numbers: dutyFormText.stages.map((words, index) => ({ value: String(index + 1), words })),
    limits: limits
      .sort((left, right) => left - right)
      .map((limit) => ({ value: String(limit), words: chainText.hours(limit) })),
  };
}

/** A stage for the form. */
export function formOf(stage: Stage): StageForm {
  return { ...stage, number: String(stage.stage ?? ''), limit: String(stage.limitHours) };
}

/** One more stage: a reviewer's, before the sign-off. */
export function nextStage(stages: StageForm[]): StageForm {
  const number = stages.length + 1;
  return formOf({
    name: chainText.newStage(stages.length),
    ...{ kind: 'review', duty: 'reviewer', stage: number, limitHours: 24, maySkip: false },
  });
}

/** What is sent: whole stages, and a last one that cannot be skipped. */
export function stagesOf(forms: StageForm[]): Chain['stages'] {
  return forms.map(({ number, limit, ...stage }, place) => ({
    ...stage,
    name: stage.name.trim(),
    stage: stage.duty === 'reviewer' ? Number(number) : null,
    limitHours: Number(limit),
    maySkip: stage.maySkip && place < forms.length - 1,
  }));
}

/** What the form still lacks, in words. */
export function missingOf(forms: StageForm[]): string {
  if (forms.some(({ name }) => name.trim() === '')) return chainText.nameMissing;
  const hasReviewerWithout = forms.some(({ duty, number }) => duty === 'reviewer' && number === '');
  return hasReviewerWithout ? dutyFormText.stageMissing : '';
}
