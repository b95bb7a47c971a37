import {
  NAMED_IN_CHECK,
  type checkRoster as action,
  type RosterCheck,
} from '../../../contract/branch/roster-import';
import type { ChangedPerson, NewPerson, Present } from '../../../domain/people/roster-list';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { isLastOf } from '../../_store/people/members';
import type { Organisation } from '../../_store/people/organisation';
import { fileOf } from './pieces';
import { planIdOf } from './plan-of';
import { readRoster, type ReadRoster } from './read-roster';

export const checkRoster: Handler<typeof action> = async (input, ctx) => {
  const { fileName, branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const file = await fileOf(input, branchId, ctx.caller.memberId);
  if (file === null) return ctx.fail('pieces-missing');
  const read = await readRoster(branchId, file, { caller: ctx.caller, nowMs });
  if (read.kind === 'refused') return ctx.fail(read.code, read.detail);
  return ctx.answer({ fileName, nowMs, ...toCheck(branchId, read, ctx.caller) });
};

function toCheck(
  branchId: string,
  read: ReadRoster,
  caller: Caller,
): Omit<RosterCheck, 'fileName' | 'nowMs'> {
  const { sheetName, unused, lines, diff, people, organisation } = read;
  const { problems, same, changed, fresh, leaving } = diff;
  const placeOf = placesIn(organisation, branchId);
  return {
    sheetName,
    lines: lines.length,
    unused: [...unused].slice(0, 20),
    counts: {
      problems: problems.length,
      same,
      changed: changed.length,
      fresh: fresh.length,
      leaving: leaving.length,
      present: people.length,
    },
    problems: problems.slice(0, NAMED_IN_CHECK),
    fresh: fresh.slice(0, NAMED_IN_CHECK).map((person) => ({
      line: person.line,
      name: person.name,
      place: placeOf(person),
      isBack: person.backAs !== null,
    })),
    changed: changed.slice(0, NAMED_IN_CHECK).map((person) => ({
      line: person.line,
      name: person.before.name,
      before: placeOf(person.before),
      place: placeOf(person),
    })),
    leaving: leaving.slice(0, NAMED_IN_CHECK).map((person) => ({
      memberId: person.memberId,
      name: person.name,
      place: placeOf(person),
      canLeave: canLeave(person, read, caller),
    })),
    planId: problems.length === 0 ? planIdOf(branchId, diff) : null,
  };
}

/** Whether a list may take somebody out: not oneself, not the last secretary. docs/rules.md#R-134 */
export function canLeave(person: Present, { people }: ReadRoster, { memberId }: Caller): boolean {
  const secretaries = people.filter(({ roles }) => roles.includes('secretary'));
  const member = people.find(({ _id }) => _id === person.memberId);
  const isLast =
    member !== undefined &&
    isLastOf(
      secretaries.map(({ _id }) => _id),
      member,
    );
  return person.isTouchable && person.memberId !== memberId && !isLast;
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
