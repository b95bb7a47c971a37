import type { OutputOf } from '../../../contract/action';
import type { crewBoard as action } from '../../../contract/roster/roster';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { crewDayAt, rosterDayAt } from '../../../domain/shift/shift-at';
import { timelineOf } from '../../../domain/shift/timeline';
import { dayOfInstant, MS_PER_DAY } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { toCalendarDay, toSlots } from './to-roster-shapes';

type CrewOnBoard = OutputOf<typeof action>['crews'][number];
type OnBoard = CrewOnBoard['people'][number];

const LOOK_AHEAD_MS = 2 * MS_PER_DAY;

export const crewBoard: Handler<typeof action> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const atMs = input.atMs ?? nowMs;
  const [people, organisation] = await Promise.all([
    members.ofBranch(branchId),
    readOrganisation(),
  ]);
  if (!organisation.hasBranch(branchId)) return ctx.fail('not-found');
  const day = dayOfInstant(atMs);
  const byCrew = new Map<string | null, Member[]>();
  for (const member of people) {
    const { crewId } = organisation.placeOf(member, day);
    byCrew.set(crewId, [...(byCrew.get(crewId) ?? []), member]);
  }
  const crewIds = [...organisation.crews.map(({ crewId }) => crewId), null];
  const crews = crewIds.flatMap((crewId): CrewOnBoard[] => {
    const ofCrew = byCrew.get(crewId);
    if (ofCrew === undefined) return [];
    return [
      {
        crewId,
        crewName: organisation.crewName(crewId),
        slots: toSlots(crewDayAt(organisation.roster, crewId, atMs).slots),
        people: ofCrew.map((member) => onBoard(member, organisation.scheduleOf(member), atMs)),
      },
    ];
  });
  return ctx.answer({ nowMs, atMs, crews });
};

function onBoard(member: Member, schedule: PersonSchedule, atMs: number): OnBoard {
  const { override } = toCalendarDay(rosterDayAt(schedule, atMs));
  const pieces = timelineOf(schedule, { startAtMs: atMs, endAtMs: atMs + LOOK_AHEAD_MS });
  const state = pieces[0]?.state ?? 'free';
  const next = pieces.find((piece) => piece.state !== state);
  const isUnknown = pieces[0]?.reason.code === 'unknown';
  return {
    memberId: member._id,
    name: member.name,
    state: isUnknown ? 'unknown' : state,
    untilAtMs: isUnknown ? null : (next?.startAtMs ?? null),
    override,
  };
}
