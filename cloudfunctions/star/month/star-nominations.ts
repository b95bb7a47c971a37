import type { starNominations as action } from '../../../contract/star/nomination';
import { mayReach } from '../../../contract/allow';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import { drawnOrder, goneFrom, recordsOf, wayToldOf } from '../../../domain/star/nomination';
import { leavingFault } from '../../../domain/star/star-month';
import { mac } from '../../_kit/mac';
import type { Handler } from '../../_kit/serve';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { nominations, type NominationDocument } from '../../_store/star/nominations';
import { hasStake } from '../../_store/star/own-matter';
import { wasCalledOff } from '../../_store/star/poll-in-month';
import type { StarMonthDocument } from '../../_store/star/star-month-document';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { onBallotOf } from '../../_store/star/who-is-off';
import { shownEvidence } from './evidence';
import { agreedOf } from './freeze-candidates';
import { barsOfMember } from './nominate';

/** Whoever said no, and who has taken it back, is nobody's to see but the two of them. */
export const starNominations: Handler<typeof action> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month } = input;
  const { memberId, roles } = ctx.caller;
  const nowMs = ctx.nowMs();
  const [star, found, people] = await Promise.all([
    starMonths.of(branchId, month),
    nominations.ofMonth(branchId, month),
    members.ofBranch(branchId),
  ]);
  const isHere = mayReach(ctx.caller, branchId);
  if (star === null || !(isHere || found.some((one) => isOneOfTwo(one, memberId)))) {
    return ctx.fail('not-found');
  }
  const { state, plan, list, leftOut, revision } = star;
  const rounds = star.pollIds.length === 0 ? [] : await polls.ofMonth(branchId, month);
  const { off, putBack, openedBy } = onBallotOf(rounds, nowMs);
  // An office counts in its own branch, and that of the committee everywhere.
  const isKeeper = isHere && holdsOneOf(roles, ROSTER_KEEPERS);
  const isOpen = state === 'preparing' && nowMs < plan.nominationsUntilAtMs;
  const order = list === null ? [] : drawnOrder(mac, list.seed, list.candidates.map(idOf));
  const agreed = agreedOf(found);
  const isAgreed = agreed.some((each) => each.memberId === memberId);
  const isCandidate =
    list === null ? isAgreed : list.candidates.some((each) => each.memberId === memberId);
  const self = people.find(({ _id }) => _id === memberId);
  const ownBars = self === undefined ? [] : [...barsOfMember(self, plan, month, nowMs)];
  const withShown = <T extends Pick<NominationDocument, 'evidence'>>(one: T) => ({
    ...one,
    evidence: shownEvidence(one.evidence, ctx.readsLeniently),
  });
  const standingOf = (id: string) => {
    const gone = off.find((each) => each.memberId === id)?.withdrawn ?? null;
    if (gone !== null) return { withdrawn: { reason: gone.reason, byName: gone.by.name } };
    const isBack = putBack.some((each) => each.memberId === id);
    return isBack ? { putBack: { byName: openedBy } } : {};
  };
  return ctx.answer({
    nowMs,
    month,
    branchId,
    state,
    untilAtMs: plan.nominationsUntilAtMs,
    people: people.length,
    revision,
    canNominate: isOpen && ctx.caller.branchId === branchId,
    ...(ctx.readsLeniently && { ownBars }),
    asked: found
      .filter((one) => one.memberId === memberId && one.by.memberId !== memberId)
      .filter((one) => one.state !== 'taken-back')
      .map(shownToNominated)
      .map(withShown),
    given: found
      .filter((one) => one.by.memberId === memberId)
      .map(shownToNominator)
      .map(withShown),
    agreed:
      isKeeper && !isAgreed && state === 'preparing'
        ? (await whyOut(agreed, people, star, nowMs))
            .filter(({ gone }) => gone === null || ctx.readsLeniently)
            .map(({ candidate, gone, bars }) => ({
              ...withShown(candidate),
              bars: gone === null ? [...bars] : [gone],
            }))
        : null,
    list:
      list === null
        ? null
        : {
            frozenAtMs: list.frozenAtMs,
            seed: list.seed,
            candidates: list.candidates.map((candidate) => ({
              ...withShown(candidate),
              drawn: order.find((each) => each.memberId === candidate.memberId)?.drawn ?? '',
              ...(ctx.readsLeniently && standingOf(candidate.memberId)),
            })),
          },
    leftOut: leftOut
      .filter((each) => (isKeeper && !hasStake(star, memberId)) || each.memberId === memberId)
      .map(({ name, bars, gone, reason }) => ({
        name,
        bars: gone !== undefined && ctx.readsLeniently ? [gone] : bars,
        reason,
      })),
    isCandidate,
    ...(ctx.readsLeniently && {
      canLeave:
        isHere &&
        isCandidate &&
        (leavingFault(state, wasCalledOff(star)) === null ||
          putBack.some((each) => each.memberId === memberId)),
    }),
  });
};

/** Of those who agreed, what keeps them off the list as everybody is now; one request where some are gone. */
async function whyOut(
  agreed: ReturnType<typeof agreedOf>,
  people: readonly Member[],
  { branchId, month, plan }: Pick<StarMonthDocument, 'branchId' | 'month' | 'plan'>,
  nowMs: number,
) {
  const here = new Map(people.map((person) => [person._id, person]));
  const missing = agreed.map(idOf).filter((memberId) => !here.has(memberId));
  const elsewhere = missing.length === 0 ? [] : await members.byIds(missing);
  return agreed.map((candidate) => {
    const person = here.get(candidate.memberId);
    const known = person ?? elsewhere.find(({ _id }) => _id === candidate.memberId);
    const gone = goneFrom(branchId, known);
    return {
      candidate,
      gone,
      bars: person === undefined ? [] : barsOfMember(person, plan, month, nowMs),
    };
  });
}

/** Whether they are the nominated, or who nominated: wherever they are now. docs/rules.md#R-324 */
const isOneOfTwo = (one: NominationDocument, memberId: string): boolean =>
  one.memberId === memberId || one.by.memberId === memberId;

const idOf = ({ memberId }: { readonly memberId: string }): string => memberId;

function shownToNominated(one: NominationDocument) {
  return {
    ...shared(one),
    way: wayToldOf(one),
    nominationId: one._id,
    byName: one.isNamed ? one.by.name : null,
  };
}

function shownToNominator(one: NominationDocument) {
  return { ...shared(one), nominationId: one._id, byName: one.by.name };
}

function shared(one: NominationDocument) {
  const { memberId, name, way, deeds, state, remark } = one;
  return { memberId, name, way, deeds, evidence: [...recordsOf(one)], state, remark };
}
