import type { PollDocument } from '../../../cloudfunctions/_store/star/poll-document';
import {
  DEFAULT_POLL_RULES,
  turnoutNeeded,
  votesNeeded,
} from '../../../domain/star/ballot/poll-rules';
import { monthBefore } from '../../../domain/star/star-month';
import { MS_PER_MINUTE, monthBeside } from '../../../domain/time/local-day';
import { demoPeople } from '../people';
import { BUSY, byOf, decided, STAR } from './star-months';

/** The poll of the star that is known; its box was emptied when it was counted. */
export function demoPolls(nowMs: number): PollDocument[] {
  const star = decided(monthBeside(monthBefore(nowMs), -1));
  const { branchId, result, list } = star;
  const closedAtMs = result?.closedAtMs ?? 0;
  const roll = demoPeople
    .filter((person) => person.branchId === branchId && person.roles.includes('member'))
    .map(({ memberId }) => memberId)
    .sort();
  const crewIds = demoPeople
    .filter((person) => person.branchId === branchId)
    .map(({ crewId }) => crewId);
  const electedBy = 'more-than-half' as const;
  return [
    {
      _id: result?.pollId ?? '',
      branchId,
      month: star.month,
      round: 1,
      candidates: (list?.candidates ?? []).map(({ memberId, name, crewName }) => {
        return { memberId, name, crewName, serviceDay: null, withdrawn: null };
      }),
      rules: {
        ...DEFAULT_POLL_RULES,
        choice: { kind: 'up-to', names: 1 },
        electedBy,
        tie: 'run-off',
      },
      lotSeed: '9b1f40c2a7e5d388',
      crewIds: [...new Set(crewIds)],
      roll,
      box: { version: '', marks: [], seal: '' },
      openedAtMs: (list?.frozenAtMs ?? 0) + MS_PER_MINUTE,
      openedBy: byOf(BUSY.officerId),
      closesAtMs: closedAtMs,
      gaps: [],
      extensions: [],
      state: 'closed',
      closed: { by: null, atMs: closedAtMs },
      cancelled: null,
      result: {
        outcome: { kind: 'elected', candidateId: STAR, by: 'votes' },
        entitled: roll.length,
        turnoutNeeded: turnoutNeeded(roll.length, {}),
        votesNeeded: votesNeeded({ electedBy }, roll.length),
        figures: { ballots: 29, blank: 1, votes: [8, 20] },
        nextRound: [],
      },
      schemaVersion: 3,
    },
  ];
}
