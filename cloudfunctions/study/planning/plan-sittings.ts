import type { InputOf, OutputOf } from '../../../contract/action';
import type { planSittings as action } from '../../../contract/study/planning';
import { endOfSitting, possibleStarts } from '../../../domain/study/candidate-starts';
import { LONGEST_SITTING_MS } from '../../../domain/study/check-sittings';
import { doesVote, quorumOf } from '../../../domain/study/quorum';
import { sittingsFor } from '../../../domain/study/sittings-for';
import type { Interval } from '../../../domain/time/interval';
import { addDays } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { addresseesOf } from '../../_store/people/addressees';
import { isEntitled } from '../../_store/people/members';
import type { Organisation } from '../../_store/people/organisation';
import { bySchedule } from '../../_store/people/by-schedule';
import { chancesOf, type Invited } from './chances';
import { crewsAt } from './crews-at';
import { whoIsLeft } from './who-is-left';

type Input = InputOf<typeof action>;
type Output = OutputOf<typeof action>;
type Group = ReturnType<typeof bySchedule>[number];
type Wish = Extract<Input['ask'], { kind: 'find' }>['wish'];

/** One request; two more where the organisation is not remembered. */
export const planSittings: Handler<typeof action> = async (
  { branchId, kind, audience, ask },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const branch = branchId ?? ctx.caller.branchId;
  const { people, organisation } = await addresseesOf(branch, audience, nowMs);
  if (people === undefined) return ctx.fail('bad-audience');
  if (people.length === 0) return ctx.fail('nobody-in-audience');
  const invited = people.map((member) => ({ member, schedule: organisation.scheduleOf(member) }));
  if (ask.kind === 'weigh') {
    const bad = ask.sittings.findIndex((sitting) => !isSitting(sitting));
    if (bad >= 0) return ctx.fail('bad-sitting', { index: bad });
    const sittings = [...ask.sittings].sort((a, b) => a.startAtMs - b.startAtMs);
    return ctx.answer(weighed(invited, sittings, { kind, isFewest: null, nowMs }, organisation));
  }
  const found = find(bySchedule(people, organisation), kind, ask.wish, nowMs);
  if (found === undefined) return ctx.fail('no-such-time');
  const { sittings, isFewest } = found;
  return ctx.answer(weighed(invited, sittings, { kind, isFewest, nowMs }, organisation));
};

function isSitting({ startAtMs, endAtMs }: Interval): boolean {
  return startAtMs < endAtMs && endAtMs - startAtMs <= LONGEST_SITTING_MS;
}

/** undefined: the place is never open for as long as a sitting takes. */
function find(groups: readonly Group[], kind: Input['kind'], asked: Wish, nowMs: number) {
  const wish = { ...asked, toDay: addDays(asked.fromDay, asked.days) };
  if (possibleStarts(wish, nowMs).length === 0) return undefined;
  const { startsAtMs, isFewest } = sittingsFor(kind, groups, wish, nowMs);
  return { sittings: sittingsAt(startsAtMs, wish), isFewest };
}

function sittingsAt(startsAtMs: readonly number[], wish: Pick<Wish, 'minutes'>) {
  return startsAtMs.map((startAtMs) => ({ startAtMs, endAtMs: endOfSitting(startAtMs, wish) }));
}

function weighed(
  invited: readonly Invited[],
  sittings: readonly Interval[],
  { kind, isFewest, nowMs }: { kind: Input['kind']; isFewest: boolean | null; nowMs: number },
  organisation: Organisation,
): Output {
  const isVote = doesVote(kind);
  const chances = invited.map((person) => chancesOf(person, sittings));
  const left = whoIsLeft(chances, sittings, organisation);
  return {
    nowMs,
    total: invited.length,
    canCome: invited.length - left.length,
    isFewest,
    sittings: sittings.map((sitting, index) => {
      const coming = chances.filter(({ hindrances }) => hindrances[index] === null);
      return {
        startAtMs: sitting.startAtMs,
        endAtMs: sitting.endAtMs,
        canCome: coming.length,
        entitled: isVote ? coming.filter(({ person }) => isEntitled(person.member)).length : null,
        crews: crewsAt(sitting, index, chances, organisation),
      };
    }),
    left,
    quorum: isVote ? quorumOf(invited.filter(({ member }) => isEntitled(member)).length) : null,
  };
}
