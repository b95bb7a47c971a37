import {
  answerNomination,
  freezeCandidates,
  nominate,
  starNominations,
} from '../../contract/star/nomination';
import { aStarMonth } from '../builders/star';
import { plant, deliveriesBesideDuty } from '../builders/stored';
import { useStarWorld } from './star-world';

const month = '2025-02';

/** As useStarWorld, with February begun before each test: what people do while nominations are open, each by who does it. */
export function useNominationsWorld(...others: readonly string[]) {
  const world = useStarWorld(...others);
  beforeEach(() => plant(world.cloud, { star_months: [aStarMonth('own')] }));
  const sees = (memberId: string) => world.phone(memberId).get(starNominations, { month });
  return {
    get cloud() {
      return world.cloud;
    },
    phone: world.phone,
    month: world.month,
    nominates: (by: string, memberId: string, given: object = {}) =>
      world.phone(by).call(nominate, {
        month,
        memberId,
        way: 'colleague',
        deeds: `what ${memberId} did`,
        evidence: [],
        isNamed: true,
        ...given,
      }),
    sees,
    /** Of who named them last. */
    answers: async (memberId: string, answer: 'agree' | 'decline' | 'ask-change', remark = 'r') => {
      const { asked } = await sees(memberId);
      return world.phone(memberId).call(answerNomination, {
        nominationId: asked.at(-1)?.nominationId ?? '',
        answer,
        remark: answer === 'ask-change' ? remark : null,
      });
    },
    freezes: (given: object = {}) =>
      world
        .phone('organiser')
        .call(freezeCandidates, { month, revision: 0, leaveOut: [], ...given }),
    /** Titles of what was told and not taken back. */
    told: (memberId: string) =>
      deliveriesBesideDuty(world.cloud)
        .filter(
          ({ memberIds, cancelledAtMs }) => memberIds.includes(memberId) && cancelledAtMs === null,
        )
        .map(({ title }) => title),
  };
}
