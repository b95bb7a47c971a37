import * as v from 'valibot';
import { reply } from '../../../contract/study/mine';
import type { Delivered } from '../../api/outbox';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';
import { errorText } from '../../text/errors';
import { replyErrors } from '../../text/reply-errors';

/** Words with which leave was asked, until it is heard that they were taken. docs/rules.md#R-115 */
const LeaveWords = v.object({
  reason: v.string(),
  /** Why they were not taken; '' while that is not known. */
  problem: v.string(),
});
type LeaveWords = v.InferOutput<typeof LeaveWords>;

const formOf = (studyId: string): string => `leave:${studyId}`;

export function leaveWords(studyId: string): LeaveWords {
  const kept = v.safeParse(LeaveWords, readDraft(formOf(studyId)));
  return kept.success ? kept.output : { reason: '', problem: '' };
}

export const keepLeaveWords = (studyId: string, words: LeaveWords): void =>
  saveDraft(formOf(studyId), words);

export const dropLeaveWords = (studyId: string): void => dropDraft(formOf(studyId));

/** What was refused for its words stays, with the reason, to be said in others; all else is settled. */
export function settleLeaveWords({ waiting, result }: Delivered): void {
  const sent = v.safeParse(reply.input, waiting.input);
  if (waiting.action !== 'reply' || !sent.success || sent.output.reply.kind !== 'excused') return;
  const { studyId, reply: asked } = sent.output;
  if (result.ok || result.code !== 'words-refused') dropLeaveWords(studyId);
  else keepLeaveWords(studyId, { reason: asked.reason, problem: errorText(result, replyErrors) });
}
