import type { starNominations as action } from '../../../contract/star/nomination';
import { mayReach } from '../../../contract/allow';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import { drawnOrder, recordsOf, wayToldOf } from '../../../domain/star/nomination';
import { leavingFault } from '../../../domain/star/star-month';
import { mac } from '../../_kit/mac';
import type { Handler } from '../../_kit/serve';
import { members } from '../../_store/people/members';
import { nominations, type NominationDocument } from '../../_store/star/nominations';
import { hasStake } from '../../_store/star/own-matter';
import { wasCalledOff } from '../../_store/star/poll-in-month';
import { starMonths } from '../../_store/star/star-months';
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
        ? agreed.map((candidate) => {
            const person = people.find(({ _id }) => _id === candidate.memberId);
            const bars = person === undefined ? [] : barsOfMember(person, plan, month, nowMs);
            return { ...withShown(candidate), bars: [...bars] };
          })
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
            })),
          },
    leftOut: leftOut
      .filter((each) => (isKeeper && !hasStake(star, memberId)) || each.memberId === memberId)
      .map(({ name, bars, reason }) => ({ name, bars, reason })),
    isCandidate,
    ...(ctx.readsLeniently && {
      canLeave: isHere && isCandidate && leavingFault(state, wasCalledOff(star)) === null,
    }),
  });
};

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
