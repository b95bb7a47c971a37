import * as v from 'valibot';
import type { InputOf } from '../../contract/action';
import { acknowledge } from '../../contract/notice/acknowledge';
import { MAKE_UP_NOTE_WRITE } from '../../contract/study/make-up-answer';
import { checkIn, reply } from '../../contract/study/mine';
import { studyOfCode } from '../../domain/study/study-of-code';
import { waitingWrites } from '../api/waiting-writes';

/** What somebody answered to a study, or that they scanned its code, and when. */
export interface KeptReply {
  readonly reply: InputOf<typeof reply>['reply'] | { readonly kind: 'scanned' };
  readonly madeAtMs: number;
}

/** Answers that wait in the phone, by study; of several to one study the last. */
export function waitingReplies(): ReadonlyMap<string, KeptReply> {
  const kept = new Map<string, KeptReply>();
  for (const { action, input, madeAtMs } of waitingWrites()) {
    const parsed = v.safeParse(reply.input, input);
    if (action === 'reply' && parsed.success) {
      kept.set(parsed.output.studyId, { reply: parsed.output.reply, madeAtMs });
    }
    const scan = v.safeParse(checkIn.input, input);
    if (action === 'checkIn' && scan.success && scan.output.way === 'scan') {
      const studyId = studyOfCode(scan.output.payload);
      if (studyId !== undefined) kept.set(studyId, { reply: { kind: 'scanned' }, madeAtMs });
    }
  }
  return kept;
}

/** Must-reads whose acknowledgement waits in the phone, and when it was given. */
export function waitingAcknowledgements(): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (const { action, input, madeAtMs } of waitingWrites()) {
    const parsed = v.safeParse(acknowledge.input, input);
    if (action === 'acknowledge' && parsed.success) kept.set(parsed.output.messageId, madeAtMs);
  }
  return kept;
}

const OfStudy = v.object({ studyId: v.string() });

/** Pages on which nothing is left to do: the words that end a make-up wait in the phone. */
export function handedInPages(): ReadonlySet<string> {
  const pages = waitingWrites().flatMap(({ action, input }) => {
    const words = v.safeParse(OfStudy, input);
    const isWords = action === MAKE_UP_NOTE_WRITE.name && words.success;
    return isWords ? [`packages/study/make-up/make-up?studyId=${words.output.studyId}`] : [];
  });
  return new Set(pages);
}
