import type { noteMakeUp as action } from '../../../contract/study/make-up';
import type { Handler } from '../../_kit/serve';
import { makeUpContents } from '../../_store/study/make-up-contents';
import { contentOf, minutesOf } from './content-of';
import { doMakeUp } from './do-make-up';

export const noteMakeUp: Handler<typeof action> = async ({ studyId, text, decidedAtMs }, ctx) => {
  const nowMs = ctx.nowMs();
  const written = await makeUpContents.ofStudy(studyId);
  const { memberId } = ctx.caller;
  const done = await doMakeUp({ memberId, studyId, saidAtMs: decidedAtMs, nowMs }, (now, study) => {
    if (now.note?.text === text) return undefined;
    const minutes = minutesOf(study, contentOf(study, written));
    return { ...now, note: { text, atMs: nowMs }, doneAtMs: nowMs, way: 'note', minutes };
  });
  if (done.kind === 'refused') return ctx.fail(done.code, done.detail);
  const { doneAtMs = nowMs, minutes = 0 } = done.makeUp;
  return ctx.answer({ doneAtMs, minutes });
};
