import type { DutyDocument } from '../../../cloudfunctions/_store/content/duties';
import { toDutyEditor } from '../../../cloudfunctions/_store/content/duty-editors';
import { issueIdOf } from '../../../cloudfunctions/_store/content/issues';
import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { Organisation } from '../../../cloudfunctions/_store/people/organisation';
import { planDuties } from '../../../domain/content/channel/duty';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import { demoPerson } from '../people';

const DAYS_AGO = 7;

/** As the clock has planned them a week ago and again now. */
export function demoDuties(
  members: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): readonly DutyDocument[] {
  const editors = members.map((member) => toDutyEditor(member, organisation));
  const begunAtMs = nowMs - DAYS_AGO * MS_PER_DAY;
  const past = planDuties(editors, [], begunAtMs);
  const now = planDuties(editors, past, nowMs);
  const isPast = (one: (typeof past)[number]) =>
    now.every(({ channel, day }) => channel !== one.channel || day !== one.day);
  return [...past.filter(isPast), ...now].map(({ channel, day, memberId }) => ({
    _id: issueIdOf(channel, day),
    channel,
    day,
    memberId,
    steps: [
      {
        deedId: `demo-${channel}-${day}`,
        by: { memberId: null, name: '清风' },
        to: memberId === null ? null : { memberId, name: demoPerson(memberId).name },
        atMs: begunAtMs,
      },
    ],
    gapTold: null,
    gapTurns: 0,
    revision: 1,
    schemaVersion: 1,
  }));
}
