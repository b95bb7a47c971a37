import type { InputOf } from '../../../../contract/action';
import { closeSitting, roll } from '../../../../contract/study/register';
import { checkIn } from '../../../../contract/study/mine';
import { cancelStudy } from '../../../../contract/study/writing';
import { slotOf } from '../../../../domain/study/check-in-code';
import {
  aMember,
  aSitting,
  BRANCH_SIZE,
  minutes,
  useStudyWorld,
  outputOf,
} from '../../../worlds/study-world';

const world = useStudyWorld();

test('whoever scans the shown code is in, with place and time, and the roll says so', async () => {
  const studyId = await world.opened();
  const entered = outputOf(await world.scan('member-2', studyId));
  expect(entered).toEqual({
    studyId,
    sittingId: 'sitting-1',
    topic: 'topic',
    place: 'room 1',
    state: 'attended',
    atMs: world.nowMs(),
    wasIn: false,
  });
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  expect(lines).toHaveLength(BRANCH_SIZE);
  expect(lines.find(({ memberId }) => memberId === 'member-2')).toMatchObject({
    state: 'attended',
    way: 'scan',
    atMs: world.nowMs(),
  });
});

test('the six digits of the same code let in as well', async () => {
  const studyId = await world.opened();
  const { digits } = await world.shownCode(studyId);
  const typed = { way: 'typed', studyId, sittingId: 'sitting-1', digits } as const;
  expect(outputOf(await world.phone('member-2').call(checkIn, typed)).state).toBe('attended');
  expect(world.line(studyId, 'member-2')?.record?.way).toBe('typed');
});

test.each([
  { at: 'just before', offsetMs: -1, state: 'attended' },
  { at: 'at', offsetMs: 0, state: 'late' },
])('$at the late instant a check-in is $state', async ({ offsetMs, state }) => {
  const studyId = await world.published();
  await world.later(minutes(70) + offsetMs);
  expect(outputOf(await world.scan('member-2', studyId)).state).toBe(state);
});

describe('a code', () => {
  test('is taken in its slot and the one after it, and is stale then', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    await world.later(29_999);
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      ok: true,
    });
    await world.later(1);
    expect(await world.phone('member-3').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'code-stale',
    });
    expect(world.line(studyId, 'member-3')).toMatchObject({ record: null, version: 0 });
  });

  test.each([
    'https://example.com/pay',
    'QF1.study',
    'QF2.a.b.1.0123456789abcdef0123',
    'QF1.$ne.x.1.0123456789abcdef0123',
    '',
  ])('that is none of ours is said to be none: %s', async (payload) => {
    await world.opened();
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-a-code',
    });
  });

  test('of a study that does not exist is none of ours', async () => {
    const payload = `QF1.nowhere.sitting-1.${slotOf(world.nowMs()).toString(36)}.${'0'.repeat(20)}`;
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-a-code',
    });
  });

  test('that is guessed is refused and changes nothing', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const guessed = payload.replace(/.{20}$/u, '0123456789abcdef0123');
    const before = world.lines();
    expect(
      await world.phone('member-2').call(checkIn, { way: 'scan', payload: guessed }),
    ).toMatchObject({ code: 'code-stale' });
    expect(world.lines()).toEqual(before);
  });

  test('of another sitting or study does not count when its ids are rewritten', async () => {
    const startAtMs = world.nowMs() + minutes(60);
    const both = [aSitting(startAtMs), aSitting(startAtMs, { sittingId: 'sitting-2' })];
    const studyId = await world.published({ sittings: both });
    const otherId = await world.published();
    await world.later(minutes(40));
    const { payload } = await world.shownCode(studyId);
    for (const replayed of [
      payload.replace('sitting-1', 'sitting-2'),
      payload.replace(studyId, otherId),
    ]) {
      expect(
        await world.phone('member-2').call(checkIn, { way: 'scan', payload: replayed }),
      ).toMatchObject({ code: 'code-stale' });
    }
    expect(world.lines().every((line) => line.record === null)).toBe(true);
  });

  test('of another branch lets nobody in, scanned or typed', async () => {
    const studyId = await world.opened();
    const { payload, digits } = await world.shownCode(studyId);
    const foreigner = world.phone('foreigner');
    expect(await foreigner.call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-invited',
    });
    const typed = { way: 'typed', studyId, sittingId: 'sitting-1', digits } as const;
    expect(await foreigner.call(checkIn, typed)).toMatchObject({ code: 'not-a-code' });
    expect(world.line(studyId, 'foreigner')).toBeUndefined();
  });

  test('tried out by another branch answers as for a study that is not there', async () => {
    const studyId = await world.opened();
    const { payload, digits } = await world.shownCode(studyId);
    const guessed = payload.replace(/.{20}$/u, '0123456789abcdef0123');
    const foreigner = world.phone('foreigner');
    const answer = async (input: InputOf<typeof checkIn>) => ({
      ...(await foreigner.call(checkIn, input)),
      requestId: '',
    });
    const scan = (text: string) => answer({ way: 'scan', payload: text });
    const type = (id: string) =>
      answer({ way: 'typed', studyId: id, sittingId: 'sitting-1', digits });
    expect(await scan(guessed)).toEqual(await scan(guessed.replace(studyId, 'nowhere')));
    expect(await type(studyId)).toEqual(await type('nowhere'));
  });

  test('shows nothing of a draft', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    await world.alter('studies', studyId, { state: 'draft', revision: 9 });
    await world.later(5_000);
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-a-code',
    });
  });
});

describe('who and when', () => {
  test('an account that is bound to nobody is told so', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    expect(await world.stranger().call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-bound',
    });
  });

  test('a member outside the audience is not invited', async () => {
    const studyId = await world.published({ audience: { kind: 'crews', crewIds: ['crew-1'] } });
    await world.later(minutes(40));
    expect(await world.scan('member-2', studyId)).toMatchObject({ code: 'not-invited' });
    expect(await world.scan('member-1', studyId)).toMatchObject({ ok: true });
    expect(world.lines()).toHaveLength(1);
  });

  test('coming early says when it opens, changes nothing and locks nobody out', async () => {
    const studyId = await world.published();
    const opensAtMs = world.nowMs() + minutes(30);
    await world.later(minutes(30) - 1);
    const before = world.lines();
    const early = { code: 'not-open-yet', detail: { opensAtMs } };
    expect(await world.scan('member-2', studyId)).toMatchObject(early);
    const typed = { way: 'typed', studyId, sittingId: 'sitting-1', digits: '000000' } as const;
    for (let tries = 1; tries <= 6; tries += 1) {
      expect(await world.phone('member-2').call(checkIn, typed)).toMatchObject(early);
    }
    expect(world.lines()).toEqual(before);
    await world.later(1);
    const { digits } = await world.shownCode(studyId);
    expect(await world.phone('member-2').call(checkIn, { ...typed, digits })).toMatchObject({
      ok: true,
    });
  });

  test('at the closing instant it is too late, by the hour and by hand', async () => {
    const studyId = await world.published();
    const closesAtMs = world.nowMs() + minutes(120);
    await world.later(minutes(120) - 1);
    const { payload } = await world.shownCode(studyId);
    await world.later(1);
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'closed',
      detail: { closedAtMs: closesAtMs },
    });

    const closedStudy = await world.opened();
    const code = await world.shownCode(closedStudy);
    const sitting = { studyId: closedStudy, sittingId: 'sitting-1' };
    outputOf(await world.phone('secretary').call(closeSitting, sitting));
    expect(
      await world.phone('member-2').call(checkIn, { way: 'scan', payload: code.payload }),
    ).toMatchObject({ code: 'closed', detail: { closedAtMs: world.nowMs() } });
  });

  test('after cancelling nobody comes in any more', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'storm' }));
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'study-cancelled',
    });
  });

  test('an instance that still remembers the study as open lets nobody in after it was cancelled elsewhere', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    outputOf(await world.phone('member-1').call(checkIn, { way: 'scan', payload }));
    const revision = 7;
    await world.alter('studies', studyId, { state: 'cancelled', revision });
    await world.alter('attendances', `${studyId}_member-2`, { studyRevision: revision });
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'study-cancelled',
    });
  });

  test('an instance that remembers the study as cancelled does not refuse by its memory', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const { revision } = world.study(studyId)!;
    await world.alter('studies', studyId, { state: 'cancelled' });
    await world.later(5_000);
    expect(await world.phone('member-1').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'study-cancelled',
    });
    await world.alter('studies', studyId, { state: 'published', revision: revision + 1 });
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      ok: true,
    });
  });

  test('somebody who joined the branch after publication is let in and gets a line', async () => {
    const studyId = await world.opened();
    await world.plant('members', aMember('newcomer'));
    expect(await world.scan('newcomer', studyId)).toMatchObject({ ok: true });
    expect(world.line(studyId, 'newcomer')?.record?.state).toBe('attended');
  });
});

test('two hundred people in the same minute are all in, exactly once each', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => `crowd-${index}`);
  await world.plant('members', ...ids.map((id) => aMember(id)));
  const studyId = await world.opened();
  const { payload } = await world.shownCode(studyId);
  const replies = await Promise.all(
    ids.map((id) => world.phone(id).call(checkIn, { way: 'scan', payload })),
  );
  expect(replies.every((reply) => reply.ok && !reply.output.wasIn)).toBe(true);
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  expect(lines.filter(({ state }) => state === 'attended')).toHaveLength(200);
  expect(lines).toHaveLength(200 + BRANCH_SIZE);
  expect(world.lines().filter(({ version }) => version === 1)).toHaveLength(200);
});
