import type { branchStudies as action } from '../../../contract/study/writing';
import type { Handler } from '../../_kit/serve';
import { attendances } from '../../_store/study/attendances';
import { audienceNames } from '../../_store/people/audience-names';
import { organisationOnHotPath, type Organisation } from '../../_store/people/organisation';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { maySee } from '../register/roll';
import { isFinal } from '../../_store/study/parts-of-study';

const PAGE = 20;

export const branchStudies: Handler<typeof action> = async ({ branchId, cursor }, ctx) => {
  const nowMs = ctx.nowMs();
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const page = await studies.ofBranch(branchId ?? ctx.caller.branchId, place, PAGE + 1);
  const listed = page.documents.slice(0, PAGE);
  const shown = listed.filter((study) => maySee(study, ctx.caller.roles));
  const published = shown.filter((study) => study.publishedAtMs !== null);
  const counts = await attendances.countsOf(published.map((study) => study._id));
  const organisation = await organisationOnHotPath([]);
  return ctx.answer({
    nowMs,
    studies: shown.map((study) => ({
      studyId: study._id,
      topic: namedTopic(study, organisation),
      kind: study.kind,
      state: study.state,
      firstStartAtMs: study.firstStartAtMs,
      sittings: study.sittings.length,
      expected: counts.get(study._id)?.expected ?? 0,
      attended: counts.get(study._id)?.attended ?? 0,
      ...(ctx.readsLeniently && { madeUp: counts.get(study._id)?.madeUp ?? 0 }),
      isFinal: isFinal(study, nowMs),
    })),
    nextCursor: cursorAfter(
      { documents: listed, isLast: page.isLast },
      ({ firstStartAtMs }) => firstStartAtMs,
    ),
  });
};

/** With the groups or crews it is for: each of them may have a meeting of the same name. */
function namedTopic(
  { topic, audience, branchId }: StudyDocument,
  organisation: Organisation,
): string {
  const names = audienceNames(audience, branchId, organisation);
  return [topic, names.join(' ')].filter((part) => part !== '').join(' · ');
}
