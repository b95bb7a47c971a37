import type { dashboardMakeUps as action } from '../../../contract/branch/dashboard';
import type { Handler } from '../../_kit/serve';
import { makeUpSpan, undoneIn, undoneReading } from '../../_store/branch/month-make-ups';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { placesIn, placesReadings } from '../../_store/branch/places';
import { readTogether } from '../../_store/together';
import { MOST_ROWS, positionIn } from './pages-of-rows';

/** Three requests, and as many for each further page. */
export const dashboardMakeUps: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { month, branchId = ctx.caller.branchId } = input;
  const from = positionIn(input.cursor);
  if (from === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const found = await readTogether(branchId, {
    ...placesReadings(branchId),
    studies: studiesReading(branchId, makeUpSpan(month, nowMs)),
  });
  if (found === null) return ctx.fail('not-found');
  const places = placesIn(found);
  const studies = monthStudiesIn(found.studies);
  const read = await readTogether(branchId, {
    undone: undoneReading(branchId, month, studies, nowMs),
  });
  const people = undoneIn(read?.undone ?? []).sort((a, b) => places.byCrewAndName(a, b));
  const studyOf = new Map(studies.map((study) => [study.studyId, study]));
  const end = from + MOST_ROWS;
  return ctx.answer({
    nowMs,
    total: people.length,
    people: people.slice(from, end).map(({ memberId, name, crewId, makeUps }) => ({
      memberId,
      name,
      crewName: places.crewName(crewId),
      makeUps: makeUps.flatMap(({ studyId, untilAtMs }) => {
        const study = studyOf.get(studyId);
        if (study === undefined) return [];
        const { topic, kind, startAtMs } = study;
        return [{ studyId, topic, kind, startAtMs, untilAtMs }];
      }),
    })),
    nextCursor: end < people.length ? String(end) : null,
  });
};
