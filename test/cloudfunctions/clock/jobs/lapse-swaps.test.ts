import { myRoster } from '../../../../contract/roster/roster';
import { answerSwap, proposeSwap } from '../../../../contract/roster/swaps';
import { addDays, instantOf, localDay, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { LOCAL_TEMPLATES } from '../../../../local/world/templates';
import { accountOf } from '../../../builders/documents';
import { anOrganisation } from '../../../builders/organisation';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { phone } from '../../../client';
import { inCrew } from '../../../worlds/roster-cloud';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';

/** Alice has the middle shift, from 14:00, bob the front night, from 20:00 on. */
const FRIDAY = localDay('2025-03-07');
const LIMIT_MS = instantOf(FRIDAY, 14 * 60);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: ['member', 'clock'], templates: LOCAL_TEMPLATES });
});
beforeEach(async () => {
  await cloud.reset();
  await plant(cloud, anOrganisation());
  await plant(cloud, { members: [inCrew('alice', 'crew-1'), inCrew('zed', 'crew-5')] });
  const asked = { swapId: 's1', partnerId: 'zed', days: [FRIDAY], reason: null };
  await of('alice').get(proposeSwap, asked);
});
afterAll(() => cloud.stop());

const of = (memberId: string) => phone(cloud, accountOf(memberId));
const tickAt = async (atMs: number) => {
  cloud.clock.jump(atMs);
  await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
/** Of swaps: the clock has more to say. */
const deliveries = () => storedDeliveries(cloud).filter(({ kind }) => kind.startsWith('swap'));
const told = () =>
  deliveries()
    .filter(({ cancelledAtMs }) => cancelledAtMs === null)
    .map(({ kind, memberIds }) => [kind, memberIds.join()]);
const stateOf = () => {
  const { state, ended } = stored(cloud, 'swaps', 's1');
  return [state, ended?.by];
};

test('a proposal lives past midnight until the first of the two shifts begins', async () => {
  await tickAt(LIMIT_MS - MS_PER_MINUTE);
  expect(stateOf()).toEqual(['proposed', undefined]);
  await of('zed').get(answerSwap, { swapId: 's1', answer: 'agree' });
  await tickAt(LIMIT_MS);
  expect(stateOf()).toEqual(['agreed', undefined]);
});

test('proposals that do not fit hide no others, however many they are', async () => {
  const unfit = Array.from({ length: 60 }, (_, index) => ({
    ...stored(cloud, 'swaps', 's1'),
    _id: `a${index}`,
    limitAtMs: LIMIT_MS - MS_PER_MINUTE,
    days: 'none',
  }));
  await plant(cloud, { swaps: unfit });
  await tickAt(LIMIT_MS);
  expect(stateOf()).toEqual(['declined', 'no-answer']);
});

test('at its limit it ends: both are told once, the question is taken back', async () => {
  await tickAt(LIMIT_MS);
  await tickAt(LIMIT_MS);
  expect(stateOf()).toEqual(['declined', 'no-answer']);
  expect(told()).toEqual([['swap-answered', 'alice,zed']]);
  expect(deliveries().at(-1)).toMatchObject({
    title: 'Name alice和Name zed没有换成班',
    body: '到3月7日 14:00还没有答复。3月7日两个人都按原来的班上。',
    deadlineAtMs: instantOf(addDays(FRIDAY, 1), 0),
  });
  const agree = await of('zed').call(answerSwap, { swapId: 's1', answer: 'agree' });
  expect(agree).toMatchObject({ ok: false, code: 'already-answered' });
  const { swaps } = await of('zed').get(myRoster, { month: '2025-03' });
  expect(swaps).toMatchObject([{ state: 'declined' }]);
});

test('a clock that is late ends it all the same; the answer was refused since', async () => {
  const late = LIMIT_MS + 90 * MS_PER_MINUTE;
  cloud.clock.jump(late);
  const agree = await of('zed').call(answerSwap, { swapId: 's1', answer: 'agree' });
  expect(agree).toMatchObject({ ok: false, code: 'day-past' });
  await tickAt(late);
  expect(told()).toEqual([['swap-answered', 'alice,zed']]);
});

test('a run that was cut off after it told ends it the next time, and tells nobody twice', async () => {
  await tickAt(LIMIT_MS);
  const { ended, ...cutOff } = stored(cloud, 'swaps', 's1');
  expect(ended).toBeDefined();
  await plant(cloud, { swaps: [{ ...cutOff, state: 'proposed' }] });
  await tickAt(LIMIT_MS + MS_PER_MINUTE);
  expect(stateOf()).toEqual(['declined', 'no-answer']);
  expect(told()).toEqual([['swap-answered', 'alice,zed']]);
});
