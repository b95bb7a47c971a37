import type { officeDashboard as action } from '../../../contract/branch/dashboard';
import { BURDEN_LIMIT_MINUTES } from '../../../domain/branch/burden';
import { monthFiguresOf } from '../../../domain/branch/month-figures';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Handler } from '../../_kit/serve';
import { branchMonths } from '../../_store/branch/branch-months';
import {
  askedMinutesIn,
  askedReading,
  countedLinesIn,
  countsReading,
} from '../../_store/branch/counted-lines';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { branchesIn, headsIn, headsReading, placesReadings } from '../../_store/branch/places';
import { unreachedIn, unreachedReading } from '../../_store/branch/unreached';
import { readTogether, type Reading } from '../../_store/together';

/** At most three requests, however many branches: who asks, what there is, and what is counted now. */
export const officeDashboard: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const thisMonth = monthOf(dayOfInstant(nowMs));
  const month = input.month ?? thisMonth;
  const { branchId: ownBranchId } = ctx.caller;
  const there = await readTogether(ownBranchId, {
    branches: placesReadings(null).branches,
    heads: headsReading(),
    studies: studiesReading(null, monthInterval(month)),
    kept: branchMonths.readingOfAll(month),
  });
  const branches = branchesIn(there?.branches ?? []);
  const heads = headsIn(there?.heads ?? []);
  const studies = monthStudiesIn(there?.studies ?? []);
  const kept = new Map(
    branchMonths.keptIn(there?.kept ?? []).map(({ branchId, figures }) => [branchId, figures]),
  );
  const open = studies.filter(({ branchId }) => !kept.has(branchId));
  const isNow = month === thisMonth;
  const readings: Record<string, Reading> = {
    ...(open.length > 0 && { counts: countsReading(open, false), asked: askedReading(open) }),
    ...(isNow && { unreached: unreachedReading(null, monthInterval(month).startAtMs, nowMs) }),
  };
  const isAnything = Object.keys(readings).length > 0;
  const counted = isAnything ? await readTogether(ownBranchId, readings) : null;
  const lines = countedLinesIn(counted?.['counts'] ?? []);
  const asked = counted?.['asked'] ?? [];
  const unreached = unreachedIn(counted?.['unreached'] ?? [], nowMs);
  return ctx.answer({
    nowMs,
    month,
    limitMinutes: BURDEN_LIMIT_MINUTES,
    branches: branches.map(({ _id: branchId, name }) => {
      const own = studies.filter((study) => study.branchId === branchId);
      const figures = kept.get(branchId) ?? monthFiguresOf(own, lines, askedMinutesIn(asked, own));
      return {
        branchId,
        name,
        members: heads.get(branchId) ?? 0,
        people: figures.people,
        studies: figures.studies.length,
        openStudies: own.filter(({ isDecided }) => !isDecided).length,
        sums: figures.sums,
        burden: figures.burden,
        unreached: isNow ? unreached.filter((person) => person.branchId === branchId).length : null,
      };
    }),
  });
};
