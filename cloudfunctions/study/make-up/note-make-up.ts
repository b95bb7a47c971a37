import type { noteMakeUp as action } from '../../../contract/study/make-up';
import { checkWords, type WordsVerdict } from '../../_kit/content-checks';
import type { Handler } from '../../_kit/serve';
import { contentAndCredit } from '../../_store/study/content-and-credit';
import { contentOf, minutesOf } from './content-of';
import { doMakeUp } from './do-make-up';

/** Words that can still end it are given to WeChat first. docs/rules.md#R-285 */
export const noteMakeUp: Handler<typeof action> = async ({ studyId, text, decidedAtMs }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId, branchId } = ctx.caller;
  const { content, credit } = await contentAndCredit(studyId, branchId, nowMs);
  let verdict: WordsVerdict | undefined;
  const done = await doMakeUp(
    { memberId, studyId, saidAtMs: decidedAtMs, nowMs },
    {
      isThere: (now) => now.note?.text === text,
      add: async (now, study) => {
        verdict ??= await checkWords(ctx.openId, text);
        if (verdict.kind === 'refused') {
          return { kind: 'refused', code: 'words-refused', detail: { label: verdict.label } };
        }
        const note = { text, atMs: nowMs, check: verdict.kind };
        const minutes = minutesOf(study, contentOf(study, content), credit);
        return { ...now, note, doneAtMs: nowMs, way: 'note', minutes };
      },
    },
  );
  if (done.kind === 'refused') return ctx.fail(done.code, done.detail);
  const { doneAtMs = nowMs, minutes = 0 } = done.makeUp;
  return ctx.answer({ doneAtMs, minutes });
};
