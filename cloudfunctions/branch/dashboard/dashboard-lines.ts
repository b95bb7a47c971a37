import type { dashboardLines as action } from '../../../contract/branch/dashboard';
import type { Outcome } from '../../../domain/branch/outcome';
import type { AttendanceState } from '../../../domain/study/attendance';
import type { Handler } from '../../_kit/serve';
import { outcomeFor, stateFor } from '../../_kit/state-for-phone';
import { countedLinesIn, countsReading } from '../../_store/branch/counted-lines';
import { linesReading, listedLinesIn } from '../../_store/branch/listed-lines';
import type { MonthStudy } from '../../_store/branch/month-studies';
import { readTogether } from '../../_store/together';
import { monthOfBranch } from './month-of-branch';
import { MOST_ROWS, positionIn } from './pages-of-rows';

/**
 * Three requests, and as many for each further page: a page is of one study, whose lines alone are
 * read, so that it costs the same in a month of many.
 */
export const dashboardLines: Handler<typeof action> = async (input, ctx) => {
  const { month, studyIds, crewId, outcome, cursor } = input;
  const branchId = input.branchId ?? ctx.caller.branchId;
  const [, after = '', rows] = CURSOR.exec(cursor ?? '') ?? [];
  const from = positionIn(rows);
  if ((cursor !== undefined && rows === undefined) || from === undefined) {
    return ctx.fail('bad-input', { path: 'cursor' });
  }
  const found = await monthOfBranch(branchId, month);
  if (found === null) return ctx.fail('not-found');
  const { places } = found;
  const studies = found.studies.filter(
    ({ studyId, isDecided }) => isDecided && (studyIds?.includes(studyId) ?? true),
  );
  const at = Math.max(
    0,
    studies.findIndex(({ studyId }) => studyId === after),
  );
  const own = studies.slice(at, at + 1);
  const read = await readTogether(branchId, {
    counts: countsReading(studies),
    lines: linesReading(own, crewId),
  });
  const isOfCrew = (line: { crewId: string | null }) =>
    crewId === undefined || line.crewId === crewId;
  const counted = countedLinesIn(read?.counts ?? []).filter(isOfCrew);
  const isOf = (wanted: Outcome) => (line: { readonly state: AttendanceState }) =>
    outcomeFor(ctx, line.state) === wanted;
  const countOf = (wanted: Outcome) =>
    counted.filter(isOf(wanted)).reduce((sum, { count }) => sum + count, 0);
  const lines = listedLinesIn(read?.lines ?? [])
    .filter((line) => outcome === undefined || isOf(outcome)(line))
    .sort((a, b) => places.byCrewAndName(a, b));
  const end = from + MOST_ROWS;
  const next = studies[at + 1];
  return ctx.answer({
    nowMs: ctx.nowMs(),
    counts: {
      came: countOf('came'),
      ...(ctx.knowsAsleep && { 'made-up': countOf('made-up') }),
      missed: countOf('missed'),
      'on-leave': countOf('on-leave'),
      'on-duty': countOf('on-duty'),
      asleep: countOf('asleep'),
      'to-confirm': countOf('to-confirm'),
    },
    studies: own.map(toHead),
    lines: lines.slice(from, end).map(({ crewId: ofCrew, ...line }) => ({
      ...line,
      state: stateFor(ctx, line.state),
      crewName: places.crewName(ofCrew),
    })),
    nextCursor:
      end < lines.length && own[0] !== undefined
        ? `${own[0].studyId}_${end}`
        : next === undefined
          ? null
          : `${next.studyId}_0`,
  });
};

/** `<studyId>_<rows of it that were shown>` */
const CURSOR = /^([\w-]{1,60})_(\d{1,7})$/u;

const toHead = ({ studyId, topic, kind, startAtMs }: MonthStudy) => ({
  studyId,
  topic,
  kind,
  startAtMs,
});
