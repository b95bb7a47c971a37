import type { OutputOf } from '../../../../contract/action';
import type { myData } from '../../../../contract/people/member';
import { makeUp } from '../../../../contract/study/make-up';
import { myAttendance, myStudies } from '../../../../contract/study/mine';
import type { MyStudy } from '../../../../contract/study/study-shapes';
import { dayOfInstant, monthBeside, monthOf } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { each, type Read } from './all-pages';

export type Entry = OutputOf<typeof myAttendance>['entries'][number];
export type MakeUp = OutputOf<typeof makeUp>;

/** The registers in which the member stands. */
export interface CollectedStudies {
  readonly entries: readonly Entry[];
  /** Of what did not take place for them. */
  readonly calledOff: readonly MyStudy[];
  readonly makeUps: readonly MakeUp[];
}

/** So many months without a study end the search for earlier ones. */
const EMPTY_MONTHS = 12;

/**
 * From the last month in which something open ends back to the first, also of branches before; at the
 * latest until all lines that are kept of the person have been met.
 */
export async function collectStudies(
  kept: OutputOf<typeof myData>['kept'],
  nowMs: number,
): Promise<Read<CollectedStudies>> {
  const open = await call(myStudies, {});
  if (!open.ok) return open;
  const present = monthOf(dayOfInstant(nowMs));
  const lines = kept.find(({ what }) => what === 'attendance')?.count ?? Infinity;
  const entries = new Map<string, Entry>();
  const studies = new Map(open.output.studies.map((study) => [study.studyId, study]));
  const met = () => new Set([...entries.keys(), ...studies.keys()]).size;
  let month = monthsOf(open.output.studies).reduce((a, b) => (a > b ? a : b), present);
  for (let empty = 0; empty < EMPTY_MONTHS;) {
    const before = met();
    const own = await call(myAttendance, { month });
    if (!own.ok) return own;
    for (const entry of own.output.entries) entries.set(entry.studyId, entry);
    const past = month > present ? undefined : await call(myStudies, { month });
    if (past?.ok === false) return past;
    for (const study of past?.output.studies ?? []) studies.set(study.studyId, study);
    const isRest = month <= present && met() === before;
    empty = isRest ? empty + 1 : 0;
    if (month <= present && entries.size + calledOffIn(studies).length >= lines) break;
    month = monthBeside(month, -1);
  }
  const toMakeUp = [...studies.values()].filter((study) => study.makeUp !== undefined);
  const makeUps = await each(toMakeUp, ({ studyId }) => call(makeUp, { studyId }));
  if (!makeUps.ok) return makeUps;
  const calledOff = calledOffIn(studies);
  return {
    ok: true,
    output: { entries: [...entries.values()], calledOff, makeUps: makeUps.output },
  };
}

/** In which registers end: a study belongs to the month of its last. */
const monthsOf = (studies: readonly MyStudy[]): readonly string[] =>
  studies.flatMap(({ sittings }) =>
    sittings.map(({ closesAtMs }) => monthOf(dayOfInstant(closesAtMs))),
  );

const calledOffIn = (studies: ReadonlyMap<string, MyStudy>): readonly MyStudy[] =>
  [...studies.values()].filter(({ isCancelled }) => isCancelled);
