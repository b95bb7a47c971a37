import type { InputOf, OutputOf } from '../../../contract/action';
import type { planSittings as action } from '../../../contract/study/planning';
import { endOfSitting, possibleStarts } from '../../../domain/study/candidate-starts';
import { LONGEST_SITTING_MS } from '../../../domain/study/check-sittings';
import { doesVote, quorumOf } from '../../../domain/study/quorum';
import { sittingsFor, type Proposal } from '../../../domain/study/sittings-for';
import { daysAround } from '../../../domain/time/days-around';
import type { Interval } from '../../../domain/time/interval';
import { addDays, instantOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { addresseesOf } from '../../_store/people/addressees';
import { isEntitled } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import { bySchedule } from '../../_store/people/by-schedule';
import {
  otherSittings,
  readOtherStudies,
  type OtherSittings,
} from '../../_store/study/other-sittings';
import { chancesOf, type Invited } from './chances';
import { clashesAt, type Held } from './clashes-at';
import { crewsAt } from './crews-at';
import { whoIsLeft } from './who-is-left';

type Input = InputOf<typeof action>;
type Output = OutputOf<typeof action>;
type Wish = Extract<Input['ask'], { kind: 'find' }>['wish'];

/** What sittings are weighed by. */
interface Weighing extends Pick<Proposal, 'isFewest' | 'holidays'> {
  readonly branchId: string;
  readonly kind: Input['kind'];
  readonly nowMs: number;
  readonly organisation: Organisation;
  readonly others: OtherSittings;
}

/**
 * Two requests, one more where something else is held at the time; two more where the organisation is
 * not remembered.
 */
export const planSittings: Handler<typeof action> = async (
  { studyId, kind, audience, ask, ...input },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? ctx.caller.branchId;
  const [{ people, organisation }, otherStudies] = await Promise.all([
    addresseesOf(branchId, audience, nowMs),
    readOtherStudies(branchId, placesOf(ask), intervalOf(ask), studyId),
  ]);
  if (people === undefined) return ctx.fail('bad-audience');
  if (people.length === 0) return ctx.fail('nobody-in-audience');
  const others = otherSittings(otherStudies, organisation, nowMs);
  const invited = people.map((member) => ({
    member,
    schedule: organisation.scheduleOf(member),
    sits: others.of(member),
  }));
  const by = { branchId, kind, nowMs, organisation, others };
  if (ask.kind === 'weigh') {
    const bad = ask.sittings.findIndex((sitting) => !isSitting(sitting));
    if (bad >= 0) return ctx.fail('bad-sitting', { index: bad });
    const sittings = [...ask.sittings].sort((a, b) => a.startAtMs - b.startAtMs);
    return ctx.answer(weighed(invited, sittings, { ...by, isFewest: null, holidays: [] }));
  }
  const { place } = ask;
  const wish = { ...wishOf(ask.wish), taken: others.at(place ?? '') };
  if (possibleStarts(wish, nowMs).length === 0) return ctx.fail('no-such-time');
  const groups = bySchedule(people, organisation, others);
  const { startsAtMs, ...found } = sittingsFor(kind, groups, wish, nowMs);
  const sittings = startsAtMs.map((startAtMs) => {
    return { startAtMs, endAtMs: endOfSitting(startAtMs, wish), place };
  });
  return ctx.answer(weighed(invited, sittings, { ...by, ...found }));
};

function isSitting({ startAtMs, endAtMs }: Interval): boolean {
  return startAtMs < endAtMs && endAtMs - startAtMs <= LONGEST_SITTING_MS;
}

const wishOf = (wish: Wish) => ({ ...wish, toDay: addDays(wish.fromDay, wish.days) });

function placesOf(ask: Input['ask']): readonly string[] {
  const places = ask.kind === 'find' ? [ask.place] : ask.sittings.map(({ place }) => place);
  return [...new Set(places.filter((place) => place !== undefined))];
}

/** The time in which other sittings matter: whole days, for charts show what is held on them. */
function intervalOf(ask: Input['ask']): Interval {
  if (ask.kind === 'find') {
    const { fromDay, toDay } = wishOf(ask.wish);
    return { startAtMs: instantOf(fromDay, 0), endAtMs: instantOf(toDay, 0) };
  }
  return daysAround(ask.sittings);
}

function weighed(invited: readonly Invited[], sittings: readonly Held[], by: Weighing): Output {
  const { kind, nowMs, organisation, isFewest, holidays } = by;
  const isVote = doesVote(kind);
  const chances = invited.map((person) => chancesOf(person, sittings));
  const left = whoIsLeft(chances, sittings, organisation);
  return {
    nowMs,
    total: invited.length,
    canCome: invited.length - left.length,
    isFewest,
    holidays: [...holidays],
    sittings: sittings.map((sitting, index) => {
      const coming = chances.filter(({ hindrances }) => hindrances[index] === null);
      return {
        startAtMs: sitting.startAtMs,
        endAtMs: sitting.endAtMs,
        canCome: coming.length,
        entitled: isVote ? coming.filter(({ person }) => isEntitled(person.member)).length : null,
        crews: crewsAt(sitting, index, chances, organisation),
        clashes: clashesAt(sitting, invited, by.others, by.branchId),
      };
    }),
    left,
    quorum: isVote ? quorumOf(invited.filter(({ member }) => isEntitled(member)).length) : null,
  };
}
