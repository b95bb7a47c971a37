import type { reply as action } from '../../../contract/study/mine';
import type { ParsedInputOf } from '../../../contract/action';
import { isAskedAgain } from '../../../domain/study/asked-again';
import { canStillCheckIn } from '../../../domain/study/attendance';
import { decisionAtMs } from '../../../domain/study/decision';
import { lastStartAtMs, phaseOf } from '../../../domain/study/sitting';
import type { Handler } from '../../_kit/serve';
import type { Reply } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { memberOfCaller } from '../../_store/people/callers';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { lineOrNew } from '../register/line-or-new';
import { moveReminder } from '../telling/move-reminder';
import { toMyStudy } from './my-study';
import { rotasOnHotPath } from '../rotas';
import { isFinal, sittingOf } from '../shown-study';

type Wish = ParsedInputOf<typeof action>['reply'];

export const reply: Handler<typeof action> = async (input, ctx) => {
  const { studyId, reply: wish } = input;
  const nowMs = ctx.nowMs();
  const decidedAtMs = decisionAtMs(input.decidedAtMs, nowMs);
  const [study, member] = await Promise.all([studies.byId(studyId), memberOfCaller(ctx.openId)]);
  if (member === null) return ctx.fail('not-bound');
  if (study === null || study.state === 'draft') return ctx.fail('not-found');
  const rotas = await rotasOnHotPath([member]);
  return untilNotOvertaken(`the line of ${member._id}`, async () => {
    const line = await lineOrNew(study, member, nowMs);
    if (line === null) return ctx.fail('not-found');
    if (study.state === 'cancelled') return ctx.fail('study-cancelled');
    if (!canStillCheckIn(line)) return ctx.fail('already-in');
    const decidedBefore = line.decidedAtMs ?? line.reply?.atMs ?? 0;
    if (decidedAtMs < decidedBefore) return ctx.fail('decided-since');
    if (wish.kind !== 'none' && isAskedAgain({ ...wish, atMs: decidedAtMs }, study.sittings)) {
      return ctx.fail('asked-again');
    }
    const refusal = refusalOf(wish, study, nowMs);
    if (refusal === 'no-such-sitting') return ctx.fail('not-found');
    if (refusal !== undefined) return ctx.fail(refusal);
    const answer = replyOf(wish, nowMs);
    const replies = { before: line.reply, after: answer };
    await moveReminder(study, member, replies, rotas, ctx.requestId, nowMs);
    const written = await attendances.write(line, { reply: answer, decidedAtMs });
    if (written !== null) {
      return ctx.answer({
        mine: toMyStudy({ line: written, study }, rotas.scheduleOf(member), nowMs),
      });
    }
    return undefined;
  });
};

function refusalOf(
  wish: Wish,
  study: StudyDocument,
  nowMs: number,
): 'no-such-sitting' | 'sitting-over' | 'too-late-to-excuse' | undefined {
  switch (wish.kind) {
    case 'coming': {
      const sitting = sittingOf(study, wish.sittingId);
      if (sitting === undefined) return 'no-such-sitting';
      return phaseOf(sitting, nowMs) === 'closed' ? 'sitting-over' : undefined;
    }
    case 'excused':
      return nowMs >= lastStartAtMs(study.sittings) ? 'too-late-to-excuse' : undefined;
    case 'none':
      return isFinal(study, nowMs) ? 'sitting-over' : undefined;
  }
}

function replyOf(wish: Wish, atMs: number): Reply | null {
  switch (wish.kind) {
    case 'coming':
      return { kind: 'coming', sittingId: wish.sittingId, atMs };
    case 'excused':
      return { kind: 'excused', reason: wish.reason, atMs };
    case 'none':
      return null;
  }
}
