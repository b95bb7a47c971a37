import { checkIn } from '../../../../contract/study/mine';
import { aSitting, minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

describe('the same person again', () => {
  test('checking in twice enters once and answers the same', async () => {
    const studyId = await world.opened();
    const first = outputOf(await world.scan('member-2', studyId));
    await world.later(minutes(2));
    const again = outputOf(await world.scan('member-2', studyId));
    expect(again).toEqual({ ...first, wasIn: true });
  });

  test('two phones at once make exactly one record, and both are told the same', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const gate = world.cloud.host.faults.holdBefore('study');
    const one = world.phone('member-2').call(checkIn, { way: 'scan', payload });
    const other = world.phone('member-2').call(checkIn, { way: 'scan', payload });
    gate.open();
    const [a, b] = [outputOf(await one), outputOf(await other)];
    expect({ ...a, wasIn: false }).toEqual({ ...b, wasIn: false });
    expect([a.wasIn, b.wasIn].sort()).toEqual([false, true]);
    expect(world.line(studyId, 'member-2')?.version).toBe(1);
  });

  test('when the answer was lost, the retry gets the very answer, also after the code went stale and the sitting closed', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const enteredAtMs = world.nowMs();
    const ask = () =>
      world.phone('member-2').call(checkIn, { way: 'scan', payload }, { requestId: 'tap-1' });
    world.cloud.host.faults.next('study', 'drop-reply');
    await expect(ask()).rejects.toMatchObject({ code: 'NETWORK' });
    const expected = { atMs: enteredAtMs, state: 'attended', wasIn: false };
    await world.later(minutes(1));
    expect(outputOf(await ask())).toMatchObject(expected);
    await world.later(minutes(300));
    expect(outputOf(await ask())).toMatchObject(expected);
    expect(world.line(studyId, 'member-2')?.version).toBe(1);
  });

  test('an instance that dies before or after the work leaves nothing half done', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const ask = () =>
      world.phone('member-2').call(checkIn, { way: 'scan', payload }, { requestId: 'tap-1' });
    world.cloud.host.faults.next('study', 'kill-before');
    await expect(ask()).rejects.toBeDefined();
    expect(world.line(studyId, 'member-2')?.record).toBeNull();
    world.cloud.host.faults.next('study', 'kill-after');
    await expect(ask()).rejects.toBeDefined();
    expect(outputOf(await ask())).toMatchObject({ wasIn: false, state: 'attended' });
  });

  test('a second sitting of the same study answers with the first', async () => {
    const startAtMs = world.nowMs() + minutes(60);
    const sittings = [
      aSitting(startAtMs),
      aSitting(startAtMs, { sittingId: 'sitting-2', place: 'room 2' }),
    ];
    const studyId = await world.published({ sittings });
    await world.later(minutes(40));
    outputOf(await world.scan('member-2', studyId, 'sitting-1'));
    expect(outputOf(await world.scan('member-2', studyId, 'sitting-2'))).toMatchObject({
      sittingId: 'sitting-1',
      place: 'room 1',
      wasIn: true,
    });
  });
});
