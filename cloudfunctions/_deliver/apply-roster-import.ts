import { STANDINGS } from '../../contract/people/member';
import type { Role } from '../../contract/roles';
import { deliveries } from '../_store/delivery/deliveries';
import { forgetCaller } from '../_store/people/callers';
import { comingBack } from '../_store/people/coming-back';
import { mayTouch } from '../_store/people/may-touch';
import {
  crewIdOn,
  MOST_CREW_CHANGES,
  unbound,
  type Member,
} from '../_store/people/member-document';
import { isLastOf, members } from '../_store/people/members';
import { place } from '../_store/people/placing';
import { newMember } from '../_store/people/new-member';
import {
  rosterImports,
  type AddedPerson,
  type ChangeStep,
  type RosterImportDocument,
  type RosterStep,
} from '../_store/people/roster-imports';
import { withCrew } from '../_store/people/with-crew';
import { askNoMore } from './ask-no-more';
import { endBrokenSwaps } from './end-broken-swaps';
import { startOfDay } from './plan-notice';
import { replanFor } from './replan';

const ADDED_AT_ONCE = 500;
const CHANGED_AT_ONCE = 1000;

/**
 * Does what was decided, or the rest of it: what is done already is found done. Names of those who were
 * left as they are, because somebody has changed them since. docs/decisions/all-or-nothing-import.md
 */
export async function applyRosterImport(
  decided: RosterImportDocument,
  plan: readonly RosterStep[],
  nowMs: number,
): Promise<readonly string[]> {
  const overtaken: string[] = [];
  const added = plan.flatMap((step) => (step.kind === 'add' ? step.people : []));
  overtaken.push(...(await addPeople(decided, added)));
  const moved: string[] = [];
  for (const step of joined(plan)) {
    if (step.kind === 'back') overtaken.push(...(await bringBack(decided, step.people)));
    if (step.kind === 'change') overtaken.push(...(await changePlaces(decided, step)));
    if (step.kind === 'leave') overtaken.push(...(await letLeave(decided, step.people, nowMs)));
    if (step.kind === 'leave' || (step.kind === 'change' && step.crewId !== undefined)) {
      moved.push(...step.people.map(({ memberId }) => memberId));
    }
  }
  if (moved.length > 0) {
    await endBrokenSwaps(moved, decided.by, { requestId: decided._id, nowMs });
    // Mostly nothing waits for whoever is placed anew.
    const waiting = await deliveries.naming(moved, startOfDay(nowMs));
    if (waiting.length > 0) await replanFor(moved, nowMs);
  }
  await rosterImports.done(decided._id, overtaken);
  return overtaken;
}

/** Steps as they are done: one for all to whom the same happens, however many documents wrote them down. */
function joined(plan: readonly RosterStep[]): readonly RosterStep[] {
  const steps: RosterStep[] = [];
  for (const step of plan) {
    const last = steps.at(-1);
    const isMore =
      step.kind === 'change' &&
      last?.kind === 'change' &&
      isSameChange(step, last) &&
      last.people.length + step.people.length <= CHANGED_AT_ONCE;
    if (isMore) steps.splice(-1, 1, { ...last, people: [...last.people, ...step.people] });
    else steps.push(step);
  }
  return steps;
}

const isSameChange = (a: ChangeStep, b: ChangeStep): boolean =>
  JSON.stringify([a.groupId, a.crewId, a.roles, 'groupId' in a, 'crewId' in a]) ===
  JSON.stringify([b.groupId, b.crewId, b.roles, 'groupId' in b, 'crewId' in b]);

async function addPeople(
  { branchId, day }: RosterImportDocument,
  people: readonly AddedPerson[],
): Promise<readonly string[]> {
  const refused: Member[] = [];
  for (const some of inChunks(people, ADDED_AT_ONCE)) {
    const made = some.map(({ standing, ...person }) =>
      newMember({ ...person, branchId, roles: [standing] }, day),
    );
    refused.push(...(await members.addMany(made)));
  }
  if (refused.length === 0) return [];
  // Of those that were refused, the ones that are there were written before.
  const there = new Set((await members.byIds(refused.map(({ _id }) => _id))).map(({ _id }) => _id));
  return refused.filter(({ _id }) => !there.has(_id)).map(({ name }) => name);
}

async function bringBack(
  { branchId, day }: RosterImportDocument,
  people: readonly AddedPerson[],
): Promise<readonly string[]> {
  const overtaken: string[] = [];
  for (const { memberId, name, groupId, crewId, standing } of people) {
    const place = { name, branchId, groupId, crewId, standing };
    const { kind } = await members.change(memberId, (now) => {
      if (now.leftDay !== null) return comingBack(now, place, day);
      return now.branchId === branchId ? {} : 'overtaken';
    });
    if (kind !== 'changed') overtaken.push(name);
  }
  return overtaken;
}

async function changePlaces(
  { branchId, day }: RosterImportDocument,
  { people, groupId, crewId, roles }: ChangeStep,
): Promise<readonly string[]> {
  const crew = crewId === undefined ? undefined : { crewId, fromDay: day };
  const placing = {
    ...(groupId !== undefined && { groupId }),
    ...(roles !== undefined && { roles }),
  };
  const asBefore = people.map(({ memberId, before }) => ({ memberId, ...before }));
  const isPlain = ({ crewHistory }: Pick<Member, 'crewHistory'>): boolean =>
    crew === undefined ||
    (crewHistory.length < MOST_CREW_CHANGES && crewHistory.every(({ fromDay }) => fromDay < day));
  const plain = asBefore.filter(isPlain);
  const written =
    plain.length === 0
      ? 0
      : await place(branchId, plain, {
          ...placing,
          ...(crew !== undefined && { crew }),
          day,
        });
  for (const { memberId, ...before } of asBefore.filter((each) => !isPlain(each))) {
    await members.change(memberId, (now) => {
      const isAsBefore = now.branchId === branchId && now.leftDay === null && isLike(now, before);
      if (!isAsBefore) return {};
      return {
        ...placing,
        ...(groupId !== undefined && { placedDay: day }),
        ...(crew !== undefined && { crewHistory: withCrew(now, crew) }),
      };
    });
  }
  if (written === people.length) return [];
  const now = new Map(
    (await members.byIds(people.map(({ memberId }) => memberId))).map((each) => [each._id, each]),
  );
  const stands = (member: Member | undefined): boolean =>
    member !== undefined &&
    member.branchId === branchId &&
    member.leftDay === null &&
    (groupId === undefined || member.groupId === groupId) &&
    (crewId === undefined || crewIdOn(member, day) === crewId) &&
    (roles === undefined || isSameList(member.roles, roles));
  return people.filter(({ memberId }) => !stands(now.get(memberId))).map(({ name }) => name);
}

async function letLeave(
  { by, branchId, day }: RosterImportDocument,
  people: readonly { readonly memberId: string; readonly name: string }[],
  nowMs: number,
): Promise<readonly string[]> {
  const overtaken: string[] = [];
  const left: string[] = [];
  for (const { memberId, name } of people) {
    const changed = await members.change(memberId, (now, { secretaries, office }) => {
      if (now.leftDay !== null) return {};
      const isLast = isLastOf(secretaries, now) || isLastOf(office, now);
      if (isLast || !mayTouch({ branchId: now.branchId, roles: by.roles }, now)) return 'stays';
      return { leftDay: day, ...unbound(memberId), roles: standingOf(now) };
    });
    if (changed.kind === 'changed') {
      forgetCaller(changed.before.account);
      left.push(memberId);
    } else overtaken.push(name);
  }
  await askNoMore(left, branchId, nowMs);
  return overtaken;
}

/** Offices end when somebody leaves. docs/rules.md#R-64 */
function standingOf({ roles }: Member): Role[] {
  const standings: readonly Role[] = STANDINGS;
  return roles.filter((role) => standings.includes(role));
}

const isLike = (now: Member, before: Pick<Member, 'groupId' | 'roles' | 'crewHistory'>): boolean =>
  now.groupId === before.groupId &&
  isSameList(now.roles, before.roles) &&
  JSON.stringify(now.crewHistory) === JSON.stringify(before.crewHistory);

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);

function inChunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
