import { nameStarMeeting, saveStarMeeting, starMeeting } from '../../../../contract/star/meeting';
import { localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMakeUp } from '../../../builders/make-ups';
import { aLine, aMember } from '../../../builders/documents';
import { someMinutes } from '../../../builders/minutes';
import { anEnteredLine, aPastStudy } from '../../../builders/register';
import { aStarMonth } from '../../../builders/star';
import { plant, storedDeliveries } from '../../../builders/stored';
import { useStarWorld } from '../../../worlds/star-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useStarWorld();
const month = '2025-02';
beforeEach(() => plant(world.cloud, { star_months: [aStarMonth('own')] }));

const meeting = {
  heldAtMs: TEST_START_MS - MS_PER_HOUR,
  place: 'room 306',
  present: ['alice', 'bob'],
  minutes: 'what was said',
  decisions: ['nominations until the 6th'],
};
const saves = (given: object = {}, changed: object = {}) =>
  world.phone('organiser').call(saveStarMeeting, {
    month,
    revision: 0,
    meeting: { ...meeting, ...changed },
    isFinal: false,
    ...given,
  });
const sees = (memberId: string) => world.phone(memberId).get(starMeeting, { month });
const told = () => storedDeliveries(world.cloud).map(({ title }) => title);

test('a record is written by who leads it, and read by the branch once it is final', async () => {
  expect(await saves()).toMatchObject({ output: { revision: 1 } });
  expect(await sees('organiser')).toMatchObject({ canWrite: true, meeting: { isFinal: false } });
  expect(await sees('alice')).toMatchObject({ canWrite: false, meeting: null });
  expect(told()).toEqual([]);
  expect(await saves({ revision: 1, isFinal: true })).toMatchObject({ output: { revision: 2 } });
  expect(await saves({ revision: 1, isFinal: true })).toMatchObject({ output: { revision: 2 } });
  expect(told()).toEqual(['2月专题会的记录定稿了']);
  expect(await sees('alice')).toMatchObject({
    meeting: { present: ['alice', 'bob'], byName: 'Name organiser' },
  });
  expect(await saves({ revision: 2 }, { place: 'elsewhere' })).toMatchObject({ code: 'final' });
});

test('nothing is written over what somebody else has written, of what was not held, or of strangers', async () => {
  await saves();
  expect(await saves({}, { place: 'elsewhere' })).toMatchObject({ code: 'changed-meanwhile' });
  const later = { heldAtMs: TEST_START_MS + 1 };
  expect(await saves({ revision: 1 }, later)).toMatchObject({ code: 'in-the-future' });
  const strangers = { present: ['alice', 'oscar'] };
  expect(await saves({ revision: 1 }, strangers)).toMatchObject({ code: 'not-of-branch' });
});

test('everybody on leave is set apart, and a meeting of nobody can be written down', async () => {
  const away = ['alice', 'bob', 'pat'].map((id) =>
    aMember(id, {
      overrides: [
        {
          kind: 'leave',
          id: 'l',
          fromDay: localDay('2025-03-01'),
          toDay: localDay('2025-04-01'),
          leaveKind: 'sick',
        },
      ],
    }),
  );
  await plant(world.cloud, { members: away });
  const { people } = await sees('organiser');
  const isAway = new Map(people.map((person) => [person.memberId, person.isAway]));
  expect([isAway.get('alice'), isAway.get('organiser')]).toEqual([true, false]);
  expect(await saves({ isFinal: true }, { present: [] })).toMatchObject({ ok: true });
});

/** Of somebody who was not in the room. */
const MADE_UP = aMakeUp({ doneAtMs: TEST_START_MS, way: 'quiz', minutes: 30 });

describe('R-167 a meeting of the ledger', () => {
  const held = aPastStudy('held', TEST_START_MS - 2 * MS_PER_DAY, {
    topic: 'members’ meeting',
    dutyNotedAtMs: TEST_START_MS - MS_PER_DAY,
  });
  const ledgerOf = (...studies: readonly object[]) =>
    plant(world.cloud, {
      studies: studies as never,
      attendances: [
        anEnteredLine(held, aMember('alice')),
        anEnteredLine(held, aMember('bob'), 'absent'),
        { ...aLine(held, aMember('pat')), isIn: true, makeUp: MADE_UP },
      ],
      minutes: [someMinutes('held', { versions: [aVersion('what was said')] })],
    });
  const aVersion = (text: string) => ({
    text,
    decisions: 'one thing\nanother',
    by: { memberId: 'secretary', name: 'Name secretary' },
    atMs: TEST_START_MS,
  });
  const names = (given: object = {}, by = 'organiser') =>
    world.phone(by).call(nameStarMeeting, { month, revision: 0, studyId: 'held', ...given });

  test('is named and not written again: its register and its minutes are the record', async () => {
    await ledgerOf(held);
    expect((await sees('organiser')).ledger).toMatchObject([{ studyId: 'held', lacks: null }]);
    expect((await sees('alice')).ledger).toEqual([]);
    expect(await names()).toMatchObject({ output: { revision: 1 } });
    expect(await names()).toMatchObject({ output: { revision: 1 } });
    expect(told()).toEqual(['2月专题会的记录定稿了']);
    expect(await sees('alice')).toMatchObject({
      canWrite: false,
      meeting: {
        place: 'room 1',
        present: ['alice'],
        minutes: 'what was said',
        decisions: ['one thing', 'another'],
        byName: 'Name secretary',
        studyId: null,
      },
    });
    expect(await sees('organiser')).toMatchObject({ meeting: { studyId: 'held' }, ledger: [] });
    expect(JSON.stringify(world.month())).not.toContain('what was said');
    await plant(world.cloud, { minutes: [someMinutes('held', { versions: [aVersion('more')] })] });
    expect(await sees('alice')).toMatchObject({ meeting: { minutes: 'more' } });
  });

  test('stays the record when it is called off afterwards', async () => {
    await ledgerOf(held);
    await names();
    await plant(world.cloud, { studies: [{ ...held, state: 'cancelled' }] as never });
    expect(await sees('alice')).toMatchObject({ meeting: { minutes: 'what was said' } });
  });

  test('takes the place of a draft, not of a final record, and is not named by two', async () => {
    await ledgerOf(held, { ...held, _id: 'second' });
    await plant(world.cloud, { minutes: [someMinutes('second')] });
    await saves();
    expect(await names()).toMatchObject({ code: 'changed-meanwhile' });
    expect(await names({ revision: 1 })).toMatchObject({ ok: true });
    expect(await names({ revision: 2, studyId: 'second' })).toMatchObject({ code: 'final' });
    expect(await saves({ revision: 2 })).toMatchObject({ code: 'final' });
    await plant(world.cloud, { star_months: [aStarMonth('own', { state: 'over' })] });
    expect(await names()).toMatchObject({ code: 'final' });
  });

  test('has to be of the branch and whole: held, with a final register and minutes', async () => {
    await ledgerOf(
      aPastStudy('open', held.firstStartAtMs),
      { ...held, _id: 'silent' },
      { ...held, _id: 'off', state: 'cancelled' },
      { ...held, _id: 'strange', branchId: 'other' },
      { ...held, _id: 'of-a-crew', audience: { kind: 'crews', crewIds: ['crew-1'] } },
    );
    expect((await sees('organiser')).ledger).toMatchObject([
      { studyId: 'silent', lacks: 'minutes' },
      { studyId: 'open', lacks: 'register' },
    ]);
    for (const [studyId, lacks] of [
      ['open', 'register'],
      ['silent', 'minutes'],
    ] as const) {
      expect(await names({ studyId })).toMatchObject({ code: 'not-recorded', detail: { lacks } });
    }
    for (const studyId of ['off', 'strange', 'of-a-crew', 'nowhere']) {
      expect(await names({ studyId })).toMatchObject({ code: 'not-found' });
    }
  });
});
