import { rotationOf } from '../../cloudfunctions/_store/roster/shift-documents';
import { availabilityAt } from '../../domain/shift/availability';
import { nationalCalendar } from '../../domain/shift/national-calendar';
import type { PersonState } from '../../domain/shift/piece';
import { DEFAULT_SLEEP_RULES } from '../../domain/shift/sleep-rules';
import { rolesText } from '../../miniprogram/text/roles';
import { memberDocuments } from './member-documents';
import { DAY_CREW, rotationDocuments } from './organisation';
import { demoInvitations, demoPeople, type DemoPerson } from './people';

/** One phone that the preview offers: that of a person, or of a guest who has an invitation. */
export interface DemoPhone {
  readonly id: string;
  readonly name: string;
  /** Branch, crew and offices, or what a guest has on paper: one line to read and to search. */
  readonly about: string;
  readonly isGuest: boolean;
  readonly openId: string;
  readonly roles: readonly string[];
  readonly crew: string | undefined;
}

/** Everybody whose WeChat is bound, and the guests. */
export function demoPhones(): DemoPhone[] {
  const people = demoPeople
    .filter(({ isBound }) => isBound)
    .map((person): DemoPhone => ({
      id: person.memberId,
      name: person.name,
      about: `${person.branchName} ${person.crewName} ${rolesText(person.roles)}`,
      isGuest: false,
      openId: person.openId,
      roles: person.roles,
      crew: person.crewName,
    }));
  const guests = demoInvitations.map(
    ({ openId, name, staffNumber, branchName, invitationCode }): DemoPhone => ({
      id: openId,
      name: `访客（${name}的纸条）`,
      about: `${branchName} 工号 ${staffNumber} 邀请码 ${invitationCode}`,
      isGuest: true,
      openId,
      roles: [],
      crew: undefined,
    }),
  );
  return [...people, ...guests];
}

/**
 * Whose phones to show first: an organisation officer, and of the same branch a day worker and
 * somebody of the crews who is out of reach at `nowMs`, asleep rather than on shift.
 */
export function firstPhones(nowMs: number): string[] {
  const officer = demoPeople.find(({ roles }) => roles.includes('organisation-officer'));
  const members = demoPeople.filter(
    ({ branchId, roles, isBound }) =>
      isBound && branchId === officer?.branchId && roles.join() === 'member',
  );
  const dayWorker = members.find(({ crewId }) => crewId === DAY_CREW);
  const stateOf = statesAt(nowMs);
  const rotating = members.filter(({ crewId }) => crewId !== DAY_CREW);
  const outOfReach =
    rotating.find((person) => stateOf(person) === 'asleep') ??
    rotating.find((person) => stateOf(person) !== 'free');
  return [officer, dayWorker, outOfReach].flatMap((person) => (person ? [person.memberId] : []));
}

function statesAt(nowMs: number): (person: DemoPerson) => PersonState {
  const roster = {
    rotations: rotationDocuments().map(rotationOf),
    calendar: nationalCalendar,
    sleep: DEFAULT_SLEEP_RULES,
  };
  const members = new Map(memberDocuments(nowMs).map((member) => [member._id, member]));
  return ({ memberId }) => {
    const member = members.get(memberId);
    const schedule = {
      roster,
      memberships: member?.crewHistory ?? [],
      overrides: member?.overrides ?? [],
    };
    return availabilityAt(schedule, nowMs).state;
  };
}
