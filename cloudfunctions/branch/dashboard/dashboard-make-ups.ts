import type { dashboardMakeUps as action } from '../../../contract/branch/dashboard';
import type { Handler } from '../../_kit/serve';
import {
  makeUpCountsIn,
  makeUpCountsReading,
  makeUpsIn,
  makeUpSpan,
  makeUpsReading,
} from '../../_store/branch/month-make-ups';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { placesIn, placesReadings } from '../../_store/branch/places';
import { readTogether } from '../../_store/together';
import { MOST_ROWS, positionIn } from './pages-of-rows';

/** Three requests, and as many for each further page. */
export const dashboardMakeUps: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { month, part, branchId = ctx.caller.branchId } = input;
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
    counts: makeUpCountsReading(branchId, month, studies, nowMs),
    people: makeUpsReading(branchId, month, studies, nowMs, part),
  });
  const { open, over, done } = makeUpCountsIn(read?.counts ?? []);
  const people = makeUpsIn(read?.people ?? []).sort((a, b) => places.byCrewAndName(a, b));
  const studyOf = new Map(studies.map((study) => [study.studyId, study]));
  const end = from + MOST_ROWS;
  return ctx.answer({
    nowMs,
    total: people.length,
    counts: { open, over, done },
    people: people.slice(from, end).map(({ memberId, name, crewId, makeUps }) => ({
      memberId,
      name,
      crewName: places.crewName(crewId),
      makeUps: makeUps.flatMap(({ studyId, untilAtMs, doneAtMs }) => {
        const study = studyOf.get(studyId);
        if (study === undefined) return [];
        const { topic, kind, startAtMs } = study;
        const isDone = doneAtMs !== null && { doneAtMs };
        return [{ studyId, topic, kind, startAtMs, untilAtMs, ...isDone }];
      }),
    })),
    nextCursor: end < people.length ? String(end) : null,
  });
};
