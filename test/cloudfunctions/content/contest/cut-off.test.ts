import {
  callOffContest,
  publishContest,
  saveContest,
} from '../../../../contract/content/contest-writing';
import { questionBank } from '../../../../contract/content/question-bank';
import { today } from '../../../../contract/today';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aQuestion } from '../../../builders/contests';
import { storedDeliveries } from '../../../builders/stored';
import { share } from '../../../long-by-nature';
import { useContestWorld } from '../../../worlds/contest-world';

const world = useContestWorld();
const secretary = () => world.phone('secretary');
const MEMBER = 'member-1';

const told = (kind: string) =>
  storedDeliveries(world.cloud).filter(
    (delivery) => delivery.kind === kind && delivery.cancelledAtMs === null,
  ).length;
const asks = async () =>
  ((await world.phone(MEMBER).get(today, {})).toAnswer ?? []).map(({ title }) => title);
const inBank = async () => (await secretary().get(questionBank, {})).total;

/** Its instance dies after so many requests. */
async function cutOff(nth: number, send: () => Promise<unknown>): Promise<void> {
  world.cloud.host.faults.killAt('content', { nth, when: 'after' });
  await send().catch(() => undefined);
}

test.each(share([8, 5, 6, 7, 9, 4, 3, 2, 10, 1], 4))(
  'cut off after request %i and repeated, each deed is done once, and people come before the bank',
  async (nth) => {
    const contestId = 'cut-off';
    const draft = world.aDraft({ questions: [aQuestion('q1')] });
    const { revision } = await secretary().get(saveContest, { contestId, revision: 0, draft });
    const publish = () => secretary().get(publishContest, { contestId, revision });
    await cutOff(nth, publish);
    expect(told('contest-open')).toBeGreaterThanOrEqual(await inBank());
    await publish();
    expect([told('contest-open'), await inBank()]).toEqual([1, 1]);

    await world.later(MS_PER_HOUR);
    const handIn = () => world.answer(MEMBER, contestId, { q1: 'right' }, true);
    await cutOff(nth, handIn);
    expect(await handIn()).toMatchObject({ ok: true, output: { result: { right: 1 } } });
    expect(await asks()).toEqual([]);
    expect((await world.show('secretary', contestId)).taking.took).toBe(1);

    const callOff = () => secretary().get(callOffContest, { contestId, reason: 'a wrong answer' });
    await cutOff(nth, callOff);
    await callOff();
    expect([told('contest-open'), told('contest-news')]).toEqual([0, 1]);
  },
);
