import type {
  nominate as nominateContract,
  nominationChoices as choicesContract,
} from '../../../contract/star/nomination';
import { holdsOneOf, PRESENTERS } from '../../../contract/roles';
import { barsOf, NOMINATION_LIMITS } from '../../../domain/star/nomination';
import type { StarPlan } from '../../../domain/star/star-month';
import { dayOfInstant } from '../../../domain/time/local-day';
import { askNominated, letAsksFollow, takeAsksBack } from '../../_deliver/ask-nominated';
import type { Handler } from '../../_kit/serve';
import { crewIdOn, type Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import {
  nominationIdOf,
  nominations,
  type NominationDocument,
} from '../../_store/star/nominations';
import { starMonths } from '../../_store/star/star-months';
import { evidenceOf } from './evidence';

export const barsOfMember = (member: Member, plan: StarPlan, month: string, nowMs: number) =>
  barsOf(member, plan.bars, month, dayOfInstant(nowMs));

/** What counts against the three of a person: not what was said no to, or taken back. */
const isStanding = ({ state }: NominationDocument): boolean =>
  state === 'waiting' || state === 'to-change' || state === 'agreed';

export const nominationChoices: Handler<typeof choicesContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, memberId } = input;
  const nowMs = ctx.nowMs();
  const [star, people, organisation, given] = await Promise.all([
    starMonths.of(branchId, month),
    members.ofBranch(branchId),
    readOrganisation(),
    nominations.ofMonth(branchId, month),
  ]);
  if (star === null) return ctx.fail('not-found');
  const { plan } = star;
  const today = dayOfInstant(nowMs);
  const self = people.find(({ _id }) => _id === ctx.caller.memberId);
  const others = people.filter(
    (person) =>
      person._id !== ctx.caller.memberId && barsOfMember(person, plan, month, nowMs).length === 0,
  );
  const isKnown = memberId !== undefined && people.some(({ _id }) => _id === memberId);
  const own = given.filter(
    (one) => one.by.memberId === ctx.caller.memberId && isStanding(one),
  ).length;
  return ctx.answer({
    untilAtMs: plan.nominationsUntilAtMs,
    ...(ctx.readsLeniently && { state: star.state }),
    people: others.map((person) => ({
      memberId: person._id,
      name: person.name,
      crewName: organisation.crewName(crewIdOn(person, today)),
    })),
    ownBars: self === undefined ? [] : [...barsOfMember(self, plan, month, nowMs)],
    evidence: isKnown
      ? [...(await evidenceOf(memberId, branchId, month, ctx.caller.memberId))]
      : [],
    ...(ctx.readsLeniently && { others: Math.max(0, people.length - 1) }),
    left: Math.max(0, NOMINATION_LIMITS.byOne - own),
  });
};

export const nominate: Handler<typeof nominateContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, memberId, way, deeds, isNamed } = input;
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const [star, nominated, all] = await Promise.all([
    starMonths.of(branchId, month),
    members.byId(memberId),
    nominations.ofMonth(branchId, month),
  ]);
  if (star?.state !== 'preparing') {
    return ctx.fail('not-open', { state: star?.state ?? 'not-begun' });
  }
  const { nominationsUntilAtMs: untilAtMs } = star.plan;
  if (nowMs >= untilAtMs) return ctx.fail('nominations-over', { untilAtMs });
  const isOfBranch = caller.branchId === branchId;
  if (nominated?.branchId !== branchId || nominated.leftDay !== null || !isOfBranch) {
    return ctx.fail('not-of-branch');
  }
  const isSelf = memberId === caller.memberId;
  if (way === 'group' && !holdsOneOf(caller.roles, PRESENTERS)) return ctx.fail('not-for-group');
  if (barsOfMember(nominated, star.plan, month, nowMs).length > 0) {
    return ctx.fail('barred', { isOwn: isSelf ? 1 : 0 });
  }
  const before = all.find(
    (one) => one.memberId === memberId && one.by.memberId === caller.memberId,
  );
  const nominationId = before?._id ?? nominationIdOf(branchId, month, memberId, caller.memberId);
  const others = all.filter(
    (one) => one.by.memberId === caller.memberId && one._id !== nominationId && isStanding(one),
  );
  if (others.length >= NOMINATION_LIMITS.byOne) {
    return ctx.fail('too-many', { most: NOMINATION_LIMITS.byOne });
  }
  if (before !== undefined && ['agreed', 'declined'].includes(before.state) && !isSelf) {
    return ctx.fail('answered');
  }
  const known =
    input.evidence.length === 0 ? [] : await evidenceOf(memberId, branchId, month, caller.memberId);
  const evidence = input.evidence.flatMap(
    (ref) => known.find(({ kind, id }) => kind === ref.kind && id === ref.id) ?? [],
  );
  if (evidence.length < input.evidence.length) return ctx.fail('no-such-record');
  const words = {
    way: isSelf ? ('self' as const) : way === 'self' ? ('colleague' as const) : way,
    isNamed: isNamed || isSelf,
    deeds,
    evidence: evidence.map(({ kind, id, title, day }) => ({ kind, id, title, day })),
  };
  const state = isSelf ? ('agreed' as const) : ('waiting' as const);
  const said = { ...words, state, remark: null, answeredAtMs: isSelf ? nowMs : null };
  let written: NominationDocument | null;
  if (before === undefined) {
    const organisation = await readOrganisation();
    written = {
      ...said,
      _id: nominationId,
      branchId,
      month,
      memberId,
      name: nominated.name,
      crewName: organisation.crewName(crewIdOn(nominated, dayOfInstant(nowMs))),
      by: { memberId: caller.memberId, name: caller.name },
      atMs: nowMs,
      revision: 0,
      schemaVersion: 1,
    };
    if (!(await nominations.add(written))) written = null;
  } else if (isSame(before, words) && before.state === state) {
    written = before;
  } else {
    written = await nominations.write(before, said);
    if (written !== null) await takeAsksBack([before], nowMs);
  }
  // Answered meanwhile, or sent twice at once: what is there now is what counts.
  if (written === null) return ctx.fail('answered');
  if (isSelf) return ctx.answer({ nominationId, reachesAtMs: null });
  const call = { requestId: ctx.requestId, nowMs };
  const reachesAtMs = await askNominated(written, nominated, untilAtMs, call);
  // Looked at once it is asked: whoever moves the term or ends the month from now on finds the ask. docs/rules.md#R-349
  const now = await starMonths.of(branchId, month);
  if (now?.state !== 'preparing') {
    await takeAsksBack([written], nowMs);
    return ctx.fail('not-open', { state: now?.state ?? 'not-begun' });
  }
  if (now.plan.nominationsUntilAtMs !== untilAtMs) await letAsksFollow(now, call);
  return ctx.answer({ nominationId, reachesAtMs });
};

function isSame(
  before: NominationDocument,
  words: Pick<NominationDocument, 'way' | 'isNamed' | 'deeds' | 'evidence'>,
): boolean {
  const { way, isNamed, deeds, evidence } = before;
  return JSON.stringify({ way, isNamed, deeds, evidence }) === JSON.stringify(words);
}
