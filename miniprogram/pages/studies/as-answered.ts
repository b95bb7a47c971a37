import type { MyStudy } from '../../../contract/study/study-shapes';
import { isOnDutyThroughout } from '../../../domain/study/attendance';
import { isChoiceOver } from '../../../domain/study/sitting-of-member';
import type { KeptReply } from '../../state/waiting-answers';
import { isToCome } from './my-sitting';

/** Answers that wait in the phone, by study. */
export type KeptReplies = ReadonlyMap<string, KeptReply>;

/**
 * The study as the server will have it once the answer that waits in the phone is there, at `nowMs`:
 * one that was given after it, on another phone, stays, and who missed the sitting that they chose
 * has chosen none. docs/rules.md#R-91
 */
export function asAnswered(mine: MyStudy, kept: KeptReplies, nowMs: number): MyStudy {
  const answered = withKept(mine, kept.get(mine.studyId));
  const { chosenSittingId, sittings } = answered;
  const isOver =
    chosenSittingId !== null &&
    isToCome(answered) &&
    isChoiceOver(sittings, chosenSittingId, nowMs);
  return isOver ? { ...answered, chosenSittingId: null } : answered;
}

function withKept(mine: MyStudy, answer: KeptReply | undefined): MyStudy {
  if (answer === undefined || !isToCome(mine)) return mine;
  const { reply, madeAtMs } = answer;
  // What it counts for is said by whoever takes it; until then nobody is asked to come.
  if (reply.kind === 'scanned') return { ...mine, state: 'to-confirm', atMs: madeAtMs };
  if (mine.repliedAtMs !== null && mine.repliedAtMs > madeAtMs) return mine;
  const bare = {
    ...mine,
    state: mine.state === 'excused' ? stateWithoutLeave(mine) : mine.state,
    chosenSittingId: null,
    repliedAtMs: null,
    excuseReason: null,
    // What an officer said is of the leave that the server knows.
    leave: undefined,
    isAway: undefined,
  };
  switch (reply.kind) {
    case 'none':
      return bare;
    case 'coming':
      return {
        ...bare,
        state: bare.state === 'asleep' ? 'expected' : bare.state,
        chosenSittingId: reply.sittingId,
        repliedAtMs: madeAtMs,
      };
    case 'excused':
      return { ...bare, state: 'excused', repliedAtMs: madeAtMs, excuseReason: reply.reason };
  }
}

/** docs/rules.md#R-39 */
function stateWithoutLeave({ sittings }: MyStudy): 'on-duty' | 'expected' {
  return isOnDutyThroughout(sittings.map(({ fit }) => fit)) ? 'on-duty' : 'expected';
}
