import {
  publishLectureContest,
  relieveJudge,
  saveLectureContest,
} from '../../../../contract/content/lecture-writing';
import { lectureNoticeText } from '../../../../cloudfunctions/_deliver/lecture-notices.text';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { storedDeliveries } from '../../../builders/stored';
import { share } from '../../../long-by-nature';
import { useLectureWorld } from '../../../worlds/lecture-world';

const { judged, toJudge } = lectureNoticeText;
const world = useLectureWorld();
const secretary = () => world.phone('secretary');
const AUTHOR = 'member-4';
const INSTEAD = 'member-5';

const told = (words: string) =>
  storedDeliveries(world.cloud).filter(
    ({ title, cancelledAtMs }) => title === words && cancelledAtMs === null,
  ).length;

/** Its instance dies after so many requests. */
async function cutOff(nth: number, send: () => Promise<unknown>): Promise<void> {
  world.cloud.host.faults.killAt('content', { nth, when: 'after' });
  await send().catch(() => undefined);
}

test.each(share([5, 7, 3, 4, 6, 8, 9, 2, 10, 1], 4))(
  'cut off after request %i and repeated, each deed is done once, and everybody is told once',
  async (nth) => {
    const contestId = 'cut-off';
    const draft = world.aDraft();
    const { revision } = await secretary().get(saveLectureContest, {
      contestId,
      revision: 0,
      draft,
    });
    const publish = () => secretary().get(publishLectureContest, { contestId, revision });
    await cutOff(nth, publish);
    await publish();
    expect([told('lectures'), told(judged('lectures'))]).toEqual([1, 1]);

    await world.later(MS_PER_HOUR);
    const enter = () => world.enter(AUTHOR, contestId);
    await cutOff(nth, enter);
    expect((await enter()).ok).toBe(true);
    expect((await world.show(AUTHOR, contestId)).entered).toBe(1);
    expect(told(toJudge('lectures'))).toBe(3);

    await world.later(MS_PER_DAY);
    const relieve = () =>
      secretary().get(relieveJudge, {
        contestId,
        judgeId: 'member-1',
        reason: 'is ill',
        insteadId: INSTEAD,
      });
    await cutOff(nth, relieve);
    await relieve();
    expect(told(toJudge('lectures'))).toBe(3);

    await world.mark('member-2', contestId, AUTHOR, 30);
    await world.mark('member-3', contestId, AUTHOR, 30);
    const last = () => world.mark(INSTEAD, contestId, AUTHOR, 30);
    await cutOff(nth, last);
    expect(await last()).toMatchObject({ ok: true, output: { isJudged: true } });
    expect([told(toJudge('lectures')), told(judged('lectures'))]).toEqual([0, 1]);
    expect((await world.show(AUTHOR, contestId)).mine?.result?.judgements).toHaveLength(3);
  },
);
