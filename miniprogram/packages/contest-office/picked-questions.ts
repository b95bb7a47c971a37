import * as v from 'valibot';
import { QuestionForm } from '../../components/questions/question-form';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';

/** What was chosen in the bank, on its way to the contest that is being written. */
const Picked = v.object({ questions: v.array(QuestionForm) });
const NAME = 'contest-picked';

export const handOver = (questions: readonly QuestionForm[]): void =>
  saveDraft(NAME, { questions });

/** Once. */
export function takeOver(): readonly QuestionForm[] {
  const picked = v.safeParse(Picked, readDraft(NAME));
  dropDraft(NAME);
  return picked.success ? picked.output.questions : [];
}
