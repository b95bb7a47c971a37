import { checkIn } from '../../../../contract/study/mine';
import { aMember, aSitting, minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

describe('in a branch too large for six digits', () => {
  async function openLargeStudy(): Promise<string> {
    const crowd = Array.from({ length: 60 }, (_, index) => aMember(`crowd-${index}`));
    for (const member of crowd) await world.plant('members', member);
    return world.opened();
  }
  const typed = (studyId: string, digits: string) =>
    world
      .phone('member-2')
      .call(checkIn, { way: 'typed', studyId, sittingId: 'sitting-1', digits });

  test('eight are shown, and let in', async () => {
    const studyId = await openLargeStudy();
    const { digits } = await world.shownCode(studyId);
    expect(digits).toMatch(/^\d{8}$/u);
    expect(outputOf(await typed(studyId, digits)).state).toBe('attended');
  });

  test('six are asked to be eight and cost no try, also the right ones', async () => {
    const studyId = await openLargeStudy();
    const { digits } = await world.shownCode(studyId);
    for (let tries = 0; tries < 7; tries += 1) {
      expect(await typed(studyId, digits.slice(0, 6))).toMatchObject({
        code: 'more-digits',
        detail: { digits: 8 },
      });
    }
    expect(world.line(studyId, 'member-2')?.wrongTyped).toEqual({});
    expect(outputOf(await typed(studyId, digits)).state).toBe('attended');
  });

  test('a study that was published before its number was kept goes on with six', async () => {
    const studyId = await openLargeStudy();
    const older = Object.entries(world.study(studyId)!).filter(([key]) => key !== 'digitCount');
    await world.plant('studies', { ...Object.fromEntries(older), _id: 'older' });
    const { digits } = await world.shownCode('older');
    expect(digits).toMatch(/^\d{6}$/u);
  });
});

describe('typed codes', () => {
  const wrong = (studyId: string, digits: string) =>
    ({ way: 'typed', studyId, sittingId: 'sitting-1', digits }) as const;

  test('after five wrong ones in a sitting only scanning works, even with the right digits', async () => {
    const studyId = await world.opened();
    const { digits } = await world.shownCode(studyId);
    const guess = digits === '000000' ? '000001' : '000000';
    const member = world.phone('member-2');
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      expect(await member.call(checkIn, wrong(studyId, guess))).toMatchObject({
        code: 'code-stale',
        detail: { triesLeft },
      });
    }
    expect(await member.call(checkIn, wrong(studyId, guess))).toMatchObject({
      code: 'typing-locked',
    });
    expect(await member.call(checkIn, wrong(studyId, digits))).toMatchObject({
      code: 'typing-locked',
    });
    expect(world.line(studyId, 'member-2')).toMatchObject({
      record: null,
      wrongTyped: { 'sitting-1': 5 },
    });
    expect(await world.scan('member-2', studyId)).toMatchObject({ ok: true });
  });

  test('guesses that arrive together are all counted', async () => {
    const studyId = await world.opened();
    const { digits } = await world.shownCode(studyId);
    const guess = digits === '000000' ? '000001' : '000000';
    const replies = await Promise.all(
      Array.from({ length: 12 }, () =>
        world.phone('member-2').call(checkIn, wrong(studyId, guess)),
      ),
    );
    const codes = replies.map((reply) => (reply.ok ? 'in' : reply.code));
    expect(codes.filter((code) => code === 'code-stale')).toHaveLength(5);
    expect(codes.filter((code) => code === 'typing-locked')).toHaveLength(7);
  });

  test('one person locked out locks out nobody else, nor another sitting', async () => {
    const startAtMs = world.nowMs() + minutes(60);
    const sittings = [aSitting(startAtMs), aSitting(startAtMs, { sittingId: 'sitting-2' })];
    const studyId = await world.published({ sittings });
    await world.later(minutes(40));
    await world.alter('attendances', `${studyId}_member-2`, { wrongTyped: { 'sitting-1': 5 } });
    const first = await world.shownCode(studyId, 'sitting-1');
    const second = await world.shownCode(studyId, 'sitting-2');
    const typed = { way: 'typed', studyId } as const;
    expect(
      await world
        .phone('member-3')
        .call(checkIn, { ...typed, sittingId: 'sitting-1', digits: first.digits }),
    ).toMatchObject({ ok: true });
    expect(
      await world
        .phone('member-2')
        .call(checkIn, { ...typed, sittingId: 'sitting-2', digits: second.digits }),
    ).toMatchObject({ ok: true });
  });

  test('a newcomer without a line has five tries too', async () => {
    const studyId = await world.opened();
    await world.plant('members', aMember('newcomer'));
    const { digits } = await world.shownCode(studyId);
    const guess = digits === '000000' ? '000001' : '000000';
    expect(await world.phone('newcomer').call(checkIn, wrong(studyId, guess))).toMatchObject({
      code: 'code-stale',
      detail: { triesLeft: 4 },
    });
  });

  test('a sitting that is not there is no code', async () => {
    const studyId = await world.opened();
    const typed = { way: 'typed', studyId, sittingId: 'nowhere', digits: '123456' } as const;
    expect(await world.phone('member-2').call(checkIn, typed)).toMatchObject({
      code: 'not-a-code',
    });
  });

  test('someone outside the audience learns nothing from right or wrong digits', async () => {
    const studyId = await world.published({ audience: { kind: 'crews', crewIds: ['crew-1'] } });
    await world.later(minutes(40));
    const { digits } = await world.shownCode(studyId);
    for (const tried of [digits, '000000', '999999']) {
      expect(await world.phone('member-2').call(checkIn, wrong(studyId, tried))).toMatchObject({
        code: 'not-invited',
      });
    }
  });
});
