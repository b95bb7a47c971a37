import type { MyStudy } from '../../../contract/study/study-shapes';
import type { KeptReply } from '../../state/waiting-answers';
import { isWaiting } from './my-sitting';

/** Answers that wait in the phone, by study. */
export type KeptReplies = ReadonlyMap<string, KeptReply>;

/** The study as the server will have it once the answer that waits in the phone is there. */
export function asAnswered(mine: MyStudy, kept: KeptReplies): MyStudy {
  const answer = kept.get(mine.studyId);
  if (answer === undefined || !isWaiting(mine)) return mine;
  const { reply, madeAtMs } = answer;
  const bare = {
    ...mine,
    state: mine.state === 'excused' ? ('expected' as const) : mine.state,
    chosenSittingId: null,
    repliedAtMs: null,
    excuseReason: null,
  };
  switch (reply.kind) {
    case 'none':
      return bare;
    case 'coming':
      return { ...bare, chosenSittingId: reply.sittingId, repliedAtMs: madeAtMs };
    case 'excused':
      return { ...bare, state: 'excused', repliedAtMs: madeAtMs, excuseReason: reply.reason };
  }
}
