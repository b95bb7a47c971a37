import { isDeepStrictEqual } from 'node:util';
import type {
  makeUpContent as readAction,
  saveMakeUpContent as saveAction,
} from '../../../contract/study/make-up';
import { faultOfContent } from '../../../domain/study/make-up-quiz';
import type { Handler } from '../../_kit/serve';
import { makeUpContents } from '../../_store/study/make-up-contents';
import { studies } from '../../_store/study/studies';

export const makeUpContent: Handler<typeof readAction> = async ({ studyId }, ctx) => {
  const [study, written] = await Promise.all([
    studies.remembered(studyId),
    makeUpContents.ofStudy(studyId),
  ]);
  if (study === null) return ctx.fail('not-found');
  const { pieces = [], questions = [] } = written ?? {};
  return ctx.answer({
    topic: study.topic,
    revision: written?.revision ?? 0,
    content: { pieces, questions },
  });
};

/** Also after people have begun: what they answered rightly stays, by the ids of the questions. */
export const saveMakeUpContent: Handler<typeof saveAction> = async (input, ctx) => {
  const { studyId, revision, content } = input;
  const found = faultOfContent(content);
  if (found !== undefined) return ctx.fail('bad-content', { ...found });
  const study = await studies.byId(studyId);
  if (study === null) return ctx.fail('not-found');
  if (study.state === 'cancelled') return ctx.fail('study-cancelled');
  const { memberId, name } = ctx.caller;
  const after = (known: number) =>
    makeUpContents.save({
      _id: studyId,
      branchId: study.branchId,
      ...content,
      revision: known + 1,
      savedBy: { memberId, name },
      savedAtMs: ctx.nowMs(),
      lastRequestId: ctx.requestId,
      schemaVersion: 1,
    });
  if (await after(revision)) return ctx.answer({ revision: revision + 1 });
  const stored = await makeUpContents.ofStudy(studyId);
  if (stored?.lastRequestId !== ctx.requestId) return ctx.fail('changed-meanwhile');
  const { pieces, questions } = stored;
  if (isDeepStrictEqual({ pieces, questions }, content)) {
    return ctx.answer({ revision: stored.revision });
  }
  // Written on since its answer was lost: what is there is this very phone's, and gives way.
  const isNext = stored.revision === revision + 1 && (await after(stored.revision));
  return isNext ? ctx.answer({ revision: stored.revision + 1 }) : ctx.fail('changed-meanwhile');
};
