import type { InputOf } from '../../../../contract/action';
import { answeringActions } from '../../../../contract/content/answering';
import { raisingActions } from '../../../../contract/content/raising';
import { today } from '../../../../contract/today';
import type { MemberCloud } from '../../../worlds/member-cloud';

type Raise = InputOf<typeof raisingActions.raiseSuggestion>;

export const aRaise = (raise: Partial<Raise> = {}): Raise => ({
  suggestionId: 'supper',
  to: 'branch',
  type: 'proposal',
  topic: 'living',
  title: 'supper after the late shift',
  text: 'the canteen closes before we are there',
  isUrgent: false,
  ...raise,
});

/** What people do in a world, by name. */
export function stepsIn(world: MemberCloud) {
  const seenBy = async (who: string, suggestionId = 'supper') =>
    (await world.of(who).get(raisingActions.suggestionDetail, { suggestionId })).suggestion;
  const before = async (who: string, stepId: string, suggestionId = 'supper') => {
    const { revision } = await seenBy(who, suggestionId);
    return { suggestionId, stepId, revision };
  };
  return {
    raise: (who: string, raise: Partial<Raise> = {}) =>
      world.of(who).get(raisingActions.raiseSuggestion, aRaise(raise)),
    seenBy,
    before,
    answer: async (who: string, stepId = 'answered', text = 'it closes later now') =>
      world
        .of(who)
        .call(answeringActions.answerSuggestion, { ...(await before(who, stepId)), text }),
    forward: async (who: string, toBranchId: string | null, stepId = 'forwarded') =>
      world.of(who).call(answeringActions.forwardSuggestion, {
        ...(await before(who, stepId)),
        toBranchId,
        text: 'this is yours',
      }),
    settle: async (who: string, missing: string | null, stepId = 'settled') =>
      world
        .of(who)
        .call(raisingActions.settleSuggestion, { ...(await before(who, stepId)), missing }),
    owedBy: async (who: string) =>
      (
        await world.of(who).get(answeringActions.branchSuggestions, { which: 'owed' })
      ).suggestions.map(({ suggestionId }) => suggestionId),
    /** Who of these is asked for it on the today page. */
    askedAmong: async (...people: readonly string[]): Promise<readonly string[]> => {
      const asked = await Promise.all(
        people.map(async (who) =>
          ((await world.of(who).get(today, {})).toAnswer ?? []).some(({ page }) =>
            page.startsWith('packages/suggest/open'),
          ),
        ),
      );
      return people.filter((_, at) => asked[at]);
    },
  };
}
