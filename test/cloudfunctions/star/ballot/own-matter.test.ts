import {
  cancelPoll,
  closePoll,
  extendPoll,
  openPoll,
  pollRun,
  pollToOpen,
} from '../../../../contract/star/ballot';
import { starMonth } from '../../../../contract/star/month';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import {
  aListedMonth,
  anOpening,
  EARLIEST_MS,
  END_MS,
  MONTH,
  usePollWorld,
} from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld();
const later = END_MS + 1000;
const reason = 'crew three repairs';
const refused = { ok: false, code: 'own-candidacy' };

beforeEach(() =>
  plant(world.cloud, {
    members: [aMember('leader', { roles: ['member', 'secretary'] })],
  }),
);

test('R-284 an officer who stands opens no poll, and is told so before', async () => {
  const phone = world.of('leader');
  expect(await phone.call(pollToOpen, { month: MONTH })).toMatchObject(refused);
  expect(await phone.call(openPoll, anOpening())).toMatchObject(refused);
  expect(await phone.get(starMonth, { month: MONTH })).toMatchObject({ isOwnMatter: true });
  expect(world.month().pollIds).toEqual([]);
});

test('R-284 an officer who stands neither puts off, calls off nor ends a poll, and another does', async () => {
  const pollId = await world.open();
  const phone = world.of('leader');
  expect(await phone.get(pollRun, { pollId })).toMatchObject({ isOwnMatter: true });
  expect(await phone.call(extendPoll, { pollId, closesAtMs: later, reason })).toMatchObject(
    refused,
  );
  expect(await phone.call(cancelPoll, { pollId, reason })).toMatchObject(refused);
  world.jump(EARLIEST_MS);
  expect(await phone.call(closePoll, { pollId })).toMatchObject(refused);
  expect(world.stored(pollId)).toMatchObject({ state: 'open', closesAtMs: END_MS, extensions: [] });
  const other = world.of('organiser');
  expect(await other.get(pollRun, { pollId })).toMatchObject({ isOwnMatter: false });
  expect(await other.call(extendPoll, { pollId, closesAtMs: later, reason })).toMatchObject({
    ok: true,
  });
  expect(await other.call(closePoll, { pollId })).toMatchObject({ ok: true });
});

test('R-174 an officer who stands hears nothing of the turnout, and whoever runs the poll does', async () => {
  const pollId = await world.open();
  await world.tickAt(TEST_START_MS + MS_PER_HOUR);
  const heardBy = async (who: string) =>
    (await world.of(who).get(pollRun, { pollId })).turnout.kind;
  expect([await heardBy('leader'), await heardBy('organiser')]).toEqual(['not-yet', 'not-enough']);
});

test('R-284 who lost the first round opens no second, nor who was left out of the list', async () => {
  await world.open();
  await world.tickAt(END_MS);
  expect(await world.of('leader').call(pollToOpen, { month: MONTH })).toMatchObject(refused);
  const listed = aListedMonth('own', ['alice', 'bob']);
  const left = { memberId: 'leader', name: 'Name leader', bars: [], reason: 'was not so' };
  await plant(world.cloud, { star_months: [{ ...listed, leftOut: [left] }] });
  expect(await world.of('leader').call(pollToOpen, { month: MONTH })).toMatchObject(refused);
});

test('R-284 where all officers of the branch stand the committee office runs the poll', async () => {
  const month = aListedMonth('own', ['organiser', 'secretary', 'leader']);
  await plant(world.cloud, { star_months: [month] });
  for (const memberId of ['organiser', 'secretary', 'leader']) {
    expect(await world.of(memberId).call(openPoll, anOpening())).toMatchObject(refused);
  }
  expect(await world.of('office').call(openPoll, anOpening())).toMatchObject({ ok: true });
});
