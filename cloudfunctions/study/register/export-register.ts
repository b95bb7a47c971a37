import type { exportRegister as action } from '../../../contract/study/register';
import type { Handler } from '../../_kit/serve';
import { paperStyles } from '../../_store/branch/paper-styles';
import { madeFile } from '../../_store/people/made-file';
import { isFinal } from '../../_store/study/parts-of-study';
import { toStudy } from '../shown-study';
import { registerFileName } from './register-sheet.text';
import { registerOf } from './roll';
import { toRollLines } from './roll-line';

/** The sheet says what the roll says to whoever asks for it. */
export const exportRegister: Handler<typeof action> = async ({ exportId, studyId }, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const register = await registerOf(studyId, caller.roles, nowMs);
  if (register === null || register.study.publishedAtMs === null) return ctx.fail('not-found');
  const { study } = register;
  const made = await madeFile({ exportId, caller, nowMs }, async () => {
    const { registerXlsx } = await import('./register-xlsx.lazy');
    const setting = {
      study,
      sittingId: null,
      nowMs,
      caller,
      saysReasons: true,
      showsLeave: true,
      isLenient: true,
    };
    const [{ lines, gone }, style] = await Promise.all([
      toRollLines(setting, register.lines),
      paperStyles.inForce(study.branchId),
    ]);
    const shown = toStudy(study);
    return {
      branchId: study.branchId,
      fileName: registerFileName(shown),
      type: 'xlsx',
      content: await registerXlsx(
        shown,
        { lines, gone },
        { isFinal: isFinal(study, nowMs), style },
      ),
      says: {
        what: { kind: 'exported-register' as const, studyId, topic: study.topic },
        memberIds: [...lines, ...gone].map(({ memberId }) => memberId),
      },
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
