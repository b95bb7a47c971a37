import {
  NAMED_IN_CHECK,
  type checkRoster as action,
  type RosterCheck,
} from '../../../contract/branch/roster-import';
import type { ChangedPerson, NewPerson, Present } from '../../../domain/people/roster-list';
import type { Caller, MemberCtx } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { isLastOf } from '../../_store/people/members';
import type { Organisation } from '../../_store/people/organisation';
import { planIdOf } from './plan-of';
import { readSent, type ReadRoster } from './read-roster';

export const checkRoster: Handler<typeof action> = async (input, ctx) => {
  const { fileName, from = 0, branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const read = await readSent(input, branchId, { caller: ctx.caller, nowMs });
  if (read.kind === 'refused') return ctx.fail(read.code, read.detail);
  return ctx.answer({ fileName, nowMs, ...toCheck(branchId, read, from, ctx) });
};

function toCheck(
  branchId: string,
  read: ReadRoster,
  from: number,
  { caller, readsLeniently }: Pick<MemberCtx<never>, 'caller' | 'readsLeniently'>,
): Omit<RosterCheck, 'fileName' | 'nowMs'> {
  const { sheetName, heading, lines, diff, people, organisation } = read;
  const { problems, same, changed, fresh, leaving } = diff;
  const placeOf = placesIn(organisation, branchId);
  const named = <T>(all: readonly T[]) => all.slice(from, from + NAMED_IN_CHECK);
  return {
    sheetName,
    lines: lines.length,
    unused: heading.unused.slice(0, 20),
    counts: {
      problems: problems.length,
      same,
      changed: changed.length,
      fresh: fresh.length,
      leaving: leaving.length,
      present: people.length,
    },
    problems: named(problems).map(({ also, ...first }) => ({
      ...first,
      ...(readsLeniently && also !== undefined && { also: [...also] }),
    })),
    fresh: named(fresh).map((person) => ({
      line: person.line,
      name: person.name,
      place: placeOf(person),
      isBack: person.backAs !== null,
    })),
    changed: named(changed).map((person) => ({
      line: person.line,
      name: person.before.name,
      before: placeOf(person.before),
      place: placeOf(person),
    })),
    leaving: named(leaving).map((person) => ({
      memberId: person.memberId,
      name: person.name,
      place: placeOf(person),
      canLeave: whyStays(person, read, caller) === undefined,
    })),
    planId: problems.length === 0 ? planIdOf(branchId, diff) : null,
  };
}

/**
 * Why somebody cannot leave by a list: of the committee office, the caller, the last secretary;
 * undefined: they can. docs/rules.md#R-134
 */
export function whyStays(
  person: Present,
  { people }: ReadRoster,
  { memberId }: Caller,
): 'office' | 'self' | 'last-secretary' | undefined {
  const secretaries = people.filter(({ roles }) => roles.includes('secretary'));
  const member = people.find(({ _id }) => _id === person.memberId);
  const isLast =
    member !== undefined &&
    isLastOf(
      secretaries.map(({ _id }) => _id),
      member,
    );
  if (!person.isTouchable) return 'office';
  if (person.memberId === memberId) return 'self';
  return isLast ? 'last-secretary' : undefined;
}

function placesIn(organisation: Organisation, branchId: string) {
  return ({
    groupId,
    crewId,
    standing,
  }: Pick<Present | NewPerson | ChangedPerson, 'groupId' | 'crewId' | 'standing'>) => ({
    groupName: organisation.groupName(branchId, groupId),
    crewName: organisation.crewName(crewId),
    standing,
  });
}
