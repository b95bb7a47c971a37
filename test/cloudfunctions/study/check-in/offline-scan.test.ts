import { markByHand, roll } from '../../../../contract/study/register';
import { checkIn, studyDetail } from '../../../../contract/study/mine';
import { minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

describe('a scan without a network, handed in later', () => {
  test('waits for an officer, with both times, and its retry answers the same', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs() + 3_000;
    await world.later(minutes(45));
    const ask = () =>
      world
        .phone('member-2')
        .call(checkIn, { way: 'scan', payload, claimedAtMs }, { requestId: 'kept-1' });
    const entered = { state: 'to-confirm', atMs: world.nowMs(), wasIn: false };
    expect(outputOf(await ask())).toMatchObject(entered);
    await world.later(minutes(1));
    expect(outputOf(await ask())).toMatchObject(entered);
    // To the person they came when they scanned.
    const { mine } = outputOf(await world.phone('member-2').call(studyDetail, { studyId }));
    expect(mine).toMatchObject({ state: 'to-confirm', atMs: claimedAtMs });
    const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
    expect(lines.find(({ memberId }) => memberId === 'member-2')).toMatchObject({
      state: 'to-confirm',
      way: 'offline-scan',
      claimedAtMs,
    });
  });

  test('is shown with when its code was on the screen and how many others came by it', async () => {
    const studyId = await world.opened();
    const first = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(minutes(1));
    const second = await world.shownCode(studyId);
    await world.later(minutes(45));
    const handIn = async (memberId: string, { payload }: typeof first, atMs: number) =>
      outputOf(
        await world.phone(memberId).call(checkIn, { way: 'scan', payload, claimedAtMs: atMs }),
      );
    await handIn('member-2', first, claimedAtMs);
    await handIn('member-3', first, claimedAtMs + 9_000);
    await handIn('member-4', second, claimedAtMs + minutes(1));
    const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
    const shownAtMs = claimedAtMs - (claimedAtMs % 15_000);
    const codeOf = (id: string) => lines.find(({ memberId }) => memberId === id)?.code;
    expect(codeOf('member-2')).toEqual({ shownAtMs, others: 1 });
    expect(codeOf('member-3')).toEqual({ shownAtMs, others: 1 });
    expect(codeOf('member-4')).toEqual({ shownAtMs: shownAtMs + minutes(1), others: 0 });
    expect(codeOf('member-1')).toBeUndefined();
  });

  test('counts at once while the code is still fresh, whatever the phone claims', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs() - minutes(600);
    expect(
      outputOf(await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs })),
    ).toMatchObject({ state: 'attended', atMs: world.nowMs() });
  });

  test('from a phone whose clock is ten minutes wrong is refused and changes nothing', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const scannedAtMs = world.nowMs();
    await world.later(minutes(30));
    for (const wrongMs of [minutes(10), -minutes(10)]) {
      const claimedAtMs = scannedAtMs + wrongMs;
      expect(
        await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs }),
      ).toMatchObject({ code: 'code-stale' });
    }
    expect(world.line(studyId, 'member-2')?.record).toBeNull();
  });

  test.each([
    {
      when: 'within a day of closing',
      afterMs: minutes(80 + 24 * 60) - 1,
      then: 'taken',
      result: { ok: true },
    },
    {
      when: 'a day after closing',
      afterMs: minutes(80 + 24 * 60),
      then: 'refused',
      result: { code: 'closed' },
    },
  ])('$when it is $then', async ({ afterMs, result }) => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(afterMs);
    expect(
      await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs }),
    ).toMatchObject(result);
  });

  test('is outweighed by checking in for real afterwards', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(minutes(5));
    outputOf(await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs }));
    expect(outputOf(await world.scan('member-2', studyId))).toMatchObject({
      state: 'attended',
      wasIn: false,
    });
    expect(
      outputOf(await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs })),
    ).toMatchObject({ state: 'attended', wasIn: true });
  });

  test('does not outweigh what an officer has said', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(minutes(5));
    const mark = { studyId, sittingId: 'sitting-1', memberId: 'member-2' };
    outputOf(
      await world
        .phone('secretary')
        .call(markByHand, { ...mark, state: 'absent', reason: 'not in the room' }),
    );
    expect(
      await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs }),
    ).toMatchObject({ code: 'code-stale' });
  });
});
