import { begunMonth } from '../../../cloudfunctions/_store/star/begun-month';
import type { NominationDocument } from '../../../cloudfunctions/_store/star/nominations';
import { pollIdOf } from '../../../cloudfunctions/_store/star/polls';
import type { StarMonthDocument } from '../../../cloudfunctions/_store/star/star-month-document';
import { publicEndAtMs } from '../../../domain/star/after-vote';
import { DEFAULT_BARS, monthBefore, PUBLIC_DAYS } from '../../../domain/star/star-month';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  monthBeside,
  type LocalDay,
} from '../../../domain/time/local-day';
import { demoPerson } from '../people';
import { DEEDS } from './deeds';

const at = (day: LocalDay, hour: number): number => instantOf(day, hour * 60);
export const byOf = (memberId: string) => ({ memberId, name: demoPerson(memberId).name });

/** Of the branch whose month is in the middle of it, and of the one whose list is fixed. */
export const BUSY = { branchId: 'ranliao', secretaryId: 'rl01', officerId: 'rl07' } as const;
const LISTED = { branchId: 'jianxiu', officerId: 'jx11' } as const;

const candidateOf = (memberId: string) => {
  const { name, crewName } = demoPerson(memberId);
  return { memberId, name, crewName, deeds: [DEEDS[memberId] ?? ''], evidence: [] };
};

function begun(
  { branchId, officerId }: { readonly branchId: string; readonly officerId: string },
  month: string,
  begunAtMs: number,
  plan: Pick<StarMonthDocument['plan'], 'nominationsUntilAtMs' | 'meetingAtMs' | 'decisionAtMs'>,
): StarMonthDocument {
  return begunMonth({
    branchId,
    month,
    plan: { ...plan, publicDays: PUBLIC_DAYS.usual, bars: [...DEFAULT_BARS] },
    begunBy: byOf(officerId),
    begunAtMs,
  });
}

/** Of the last month nominations are open in one branch and the list is fixed in another; the star before is known. */
export function demoStarMonths(nowMs: number): StarMonthDocument[] {
  const month = monthBefore(nowMs);
  const today = dayOfInstant(nowMs);
  const preparing = begun(BUSY, month, at(addDays(today, -1), 9), {
    nominationsUntilAtMs: at(addDays(today, 3), 20),
    meetingAtMs: at(addDays(today, 2), 16),
    decisionAtMs: at(addDays(today, 12), 16),
  });
  const listed: StarMonthDocument = {
    ...begun(LISTED, month, at(addDays(today, -6), 9), {
      nominationsUntilAtMs: at(addDays(today, -1), 8),
      meetingAtMs: at(addDays(today, 1), 16),
      decisionAtMs: at(addDays(today, 9), 16),
    }),
    state: 'listed',
    list: {
      frozenAtMs: at(addDays(today, -1), 9),
      seed: '5d41a20be7c94f6a8833d1f04c2b9e17',
      candidates: ['jx12', 'jx05', 'jx21'].map(candidateOf),
    },
    revision: 1,
  };
  return [decided(monthBeside(month, -1)), preparing, listed];
}

export const STAR = 'rl11';
const STOOD = ['rl24', STAR];

/** Begun, voted, decided and announced in the first half of the month after. */
export function decided(month: string): StarMonthDocument {
  const day = (number: number) => addDays(localDay(`${monthBeside(month, 1)}-01`), number - 1);
  const decidedAtMs = at(day(9), 17);
  const endedAtMs = publicEndAtMs(decidedAtMs, PUBLIC_DAYS.usual);
  const star = begun(BUSY, month, at(day(1), 9), {
    nominationsUntilAtMs: at(day(5), 20),
    meetingAtMs: at(day(4), 16),
    decisionAtMs: at(day(9), 16),
  });
  return {
    ...star,
    state: 'over',
    list: {
      frozenAtMs: at(day(6), 9),
      seed: 'c07e5f3a91d84b26a1f0e3587bd2964c',
      candidates: STOOD.map(candidateOf),
    },
    pollIds: [pollIdOf(BUSY.branchId, month, 1)],
    result: {
      pollId: pollIdOf(BUSY.branchId, month, 1),
      closedAtMs: at(day(8), 20),
      outcome: 'chosen',
      memberIds: [STAR],
    },
    decision: { outcome: 'accepted', reason: null, by: byOf(BUSY.officerId), atMs: decidedAtMs },
    stars: [candidateOf(STAR)],
    publicUntilAtMs: endedAtMs,
    ended: { atMs: endedAtMs, reason: null },
    revision: 6,
    changedAtMs: endedAtMs,
  };
}

/** Who was nominated for the last month: two are asked, one has agreed. */
export function demoNominations(nowMs: number): NominationDocument[] {
  const month = monthBefore(nowMs);
  const atMs = instantOf(addDays(dayOfInstant(nowMs), -1), 12 * 60);
  const given: readonly (readonly [string, string, NominationDocument['way']])[] = [
    ['rl10', 'rl12', 'colleague'],
    ['rl16', 'rl13', 'group'],
    ['rl14', 'rl14', 'self'],
  ];
  return given.map(([memberId, byId, way]) => {
    const { name, crewName } = demoPerson(memberId);
    const isOwn = memberId === byId;
    return {
      _id: `demo-nomination-${memberId}`,
      branchId: BUSY.branchId,
      month,
      memberId,
      name,
      crewName,
      way,
      by: byOf(byId),
      isNamed: true,
      deeds: DEEDS[memberId] ?? '',
      evidence: [],
      state: isOwn ? 'agreed' : 'waiting',
      remark: null,
      atMs,
      answeredAtMs: isOwn ? atMs : null,
      revision: 0,
      schemaVersion: 1,
    };
  });
}
