import { answerObjection, decideStar, objectToStar, starOutcome } from '../../contract/star/after';
import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
import { publicEndAtMs } from '../../domain/star/after-vote';
import { plant, deliveriesBesideDuty } from '../builders/stored';
import { useStarWorld } from './star-world';
import { TEST_START_MS } from './test-cloud';

const month = '2025-02';
/** Where a notice of five days ends that is put up as a test begins. */
export const NOTICE_ENDS_MS = publicEndAtMs(TEST_START_MS, 5);

/** As useStarWorld, for February once its votes are counted: what people do then, each by who does it. */
export function useCountedWorld(...others: readonly string[]) {
  const world = useStarWorld(...others);
  return {
    get cloud() {
      return world.cloud;
    },
    phone: world.phone,
    month: world.month,
    planted: (star: StarMonthDocument) => plant(world.cloud, { star_months: [star] }),
    decides: (by: string, given: object = {}) =>
      world.phone(by).call(decideStar, {
        month,
        revision: 0,
        outcome: 'accepted',
        memberIds: ['bob'],
        reason: null,
        ...given,
      }),
    sees: (memberId: string) => world.phone(memberId).get(starOutcome, { month }),
    objects: (by: string, objectionId = `of-${by}`) =>
      world.phone(by).call(objectToStar, { month, objectionId, text: 'it was another crew' }),
    answers: (by: string, objectionId: string, isUpheld = false) =>
      world
        .phone(by)
        .call(answerObjection, { month, objectionId, isUpheld, text: 'looked into it' }),
    tickAt: async (atMs: number) => {
      world.cloud.clock.jump(atMs);
      await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
    },
    told: (memberId: string) =>
      deliveriesBesideDuty(world.cloud)
        .filter(({ memberIds }) => memberIds.includes(memberId))
        .map(({ title }) => title),
  };
}
