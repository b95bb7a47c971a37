import type { ChangeDraft } from '../../../../contract/roster/roster-shapes';
import { myAttendance, reply } from '../../../../contract/study/mine';
import { addChange, removeChange } from '../../../../contract/roster/roster';
import { closeSitting, correct, roll } from '../../../../contract/study/register';
import { addDays, localDay } from '../../../../domain/time/local-day';
import { aRotation } from '../../../builders/documents';
import { aSitting, minutes, outputOf, START_MS, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('clock', 'member');

const HOUR = minutes(60);
const TODAY = localDay('2025-03-05');
/** 15:00 to 16:00, when crew-2 is at work and crew-3 has gone home. */
const publish = () => world.published({ sittings: [aSitting(START_MS + 6 * HOUR)] });
const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const jump = (ms: number) => world.cloud.clock.jump(START_MS + ms);
const stateOf = async (studyId: string, memberId: string) =>
  outputOf(await world.phone('secretary').call(roll, { studyId })).lines.find(
    (line) => line.memberId === memberId,
  )?.state;
const fairOf = async (memberId: string) =>
  outputOf(await world.phone(memberId).call(myAttendance, { month: '2025-03' })).fair.couldAttend;

/** Hours over the sitting, entered by the person themselves. */
const ownHours: ChangeDraft = {
  fromDay: TODAY,
  toDay: addDays(TODAY, 1),
  kind: 'changed-hours',
  slots: [{ label: 'middle', kind: 'evening', startMinute: 840, durationMinutes: 360 }],
};
const enterHours = async () =>
  outputOf(
    await world.phone('member-3').call(addChange, { overrideId: 'change-1', change: ownHours }),
  );

test('a change that a member enters afterwards leaves their final absence as it is', async () => {
  const studyId = await publish();
  jump(7 * HOUR);
  await tick();
  expect(await stateOf(studyId, 'member-3')).toBe('absent');
  await enterHours();
  jump(7 * HOUR + minutes(2));
  expect([await stateOf(studyId, 'member-3'), await fairOf('member-3')]).toEqual(['absent', 1]);
  const correction = { memberId: 'member-3', to: 'on-duty', reason: 'called in' } as const;
  outputOf(await world.phone('secretary').call(correct, { studyId, ...correction }));
  expect(await stateOf(studyId, 'member-3')).toBe('on-duty');
});

test('nor does a change that is taken back, another crew or a new rotation turn duty into absence', async () => {
  await enterHours();
  const studyId = await publish();
  jump(7 * HOUR);
  await tick();
  outputOf(await world.phone('member-3').call(removeChange, { overrideId: 'change-1' }));
  await world.alter('members', 'member-2', { crewHistory: [] });
  await world.plant(
    'rotations',
    aRotation({ _id: 'rotation-2', anchorDay: localDay('2025-03-03') }),
  );
  jump(7 * HOUR + minutes(2));
  for (const memberId of ['member-2', 'member-3']) {
    expect([await stateOf(studyId, memberId), await fairOf(memberId)]).toEqual(['on-duty', 0]);
  }
});

test('what is recorded before the register is final counts', async () => {
  const studyId = await publish();
  jump(6 * HOUR);
  await tick();
  await enterHours();
  jump(7 * HOUR);
  await tick();
  expect(await stateOf(studyId, 'member-3')).toBe('on-duty');
});

test('is noted once, however often the clock runs, and of a register closed by hand at once', async () => {
  const studyId = await publish();
  jump(6 * HOUR);
  const closing = { studyId, sittingId: 'sitting-1' };
  outputOf(await world.phone('secretary').call(closeSitting, closing));
  await tick();
  const noted = world.study(studyId)?.dutyNotedAtMs;
  expect(noted).toBe(world.nowMs());
  expect(world.line(studyId, 'member-2')?.wasOnDuty).toBe(true);
  expect(world.line(studyId, 'member-3')?.wasOnDuty).toBe(false);
  jump(8 * HOUR);
  await tick();
  expect(world.study(studyId)?.dutyNotedAtMs).toBe(noted);
});

test('cut off in between, the next run notes what is missing and changes nothing noted', async () => {
  const studyId = await publish();
  await world.alter('attendances', `${studyId}_member-3`, { wasOnDuty: true });
  jump(9 * HOUR);
  await tick();
  expect(world.line(studyId, 'member-3')?.wasOnDuty).toBe(true);
  expect(world.line(studyId, 'member-2')?.wasOnDuty).toBe(true);
  expect(world.line(studyId, 'day-worker')?.wasOnDuty).toBe(false);
});

test('is not noted of drafts, of what is open, or of what was cancelled', async () => {
  const studyId = await publish();
  await world.alter('studies', studyId, { state: 'cancelled' });
  const open = await world.published({ sittings: [aSitting(START_MS + 30 * HOUR)] });
  jump(9 * HOUR);
  await tick();
  expect([world.study(studyId)?.dutyNotedAtMs, world.study(open)?.dutyNotedAtMs]).toEqual([
    undefined,
    undefined,
  ]);
});

describe('who sleeps after the night during every sitting', () => {
  const TEN_TO_TWELVE = [
    aSitting(START_MS + HOUR),
    aSitting(START_MS + 3 * HOUR, { sittingId: 'sitting-2' }),
  ];
  const asleep = () => world.published({ sittings: TEN_TO_TWELVE });
  const closed = async () => {
    jump(5 * HOUR);
    await tick();
  };

  test('is not absent, in no fair rate, and stays so whatever is recorded afterwards', async () => {
    const studyId = await asleep();
    expect(await stateOf(studyId, 'member-4')).toBe('asleep');
    await closed();
    expect(world.line(studyId, 'member-4')).toMatchObject({ wasOnDuty: false, wasAsleep: true });
    expect(world.line(studyId, 'member-5')).toMatchObject({ wasOnDuty: false, wasAsleep: false });
    await world.alter('members', 'member-4', { crewHistory: [] });
    jump(5 * HOUR + minutes(2));
    expect([await stateOf(studyId, 'member-4'), await fairOf('member-4')]).toEqual(['asleep', 0]);
    expect([await stateOf(studyId, 'member-5'), await fairOf('member-5')]).toEqual(['absent', 1]);
  });

  test('is waited for once they say that they come, and absent from nothing if they do not', async () => {
    const studyId = await asleep();
    const coming = { kind: 'coming', sittingId: 'sitting-2' } as const;
    outputOf(await world.phone('member-4').call(reply, { studyId, reply: coming }));
    expect(await stateOf(studyId, 'member-4')).toBe('expected');
    await closed();
    expect(await stateOf(studyId, 'member-4')).toBe('asleep');
  });

  test('is counted when they come all the same', async () => {
    const studyId = await asleep();
    jump(HOUR);
    outputOf(await world.scan('member-4', studyId));
    await closed();
    expect([await stateOf(studyId, 'member-4'), await fairOf('member-4')]).toEqual(['attended', 1]);
  });

  test('own hours of sleep over everything excuse nobody', async () => {
    await world.alter('members', 'member-5', {
      sleepPreference: { night: { startMinute: 420, lengthMinutes: 840 } },
    });
    const studyId = await asleep();
    await closed();
    expect(await stateOf(studyId, 'member-5')).toBe('absent');
    expect(world.line(studyId, 'member-5')?.makeUp).toBeUndefined();
  });

  test('of a register that was noted before sleep was, the line says what it said, until it is put right', async () => {
    const studyId = await asleep();
    await world.alter('attendances', `${studyId}_member-4`, { wasOnDuty: false });
    await closed();
    expect(await stateOf(studyId, 'member-4')).toBe('absent');
    const correction = { memberId: 'member-4', to: 'asleep', reason: 'after the night' } as const;
    outputOf(await world.phone('secretary').call(correct, { studyId, ...correction }));
    expect([await stateOf(studyId, 'member-4'), await fairOf('member-4')]).toEqual(['asleep', 0]);
    expect(world.line(studyId, 'member-4')?.makeUp?.cause).toBe('asleep');
  });

  test('a phone before 0.3.0 shows duty, from which the same follows', async () => {
    const studyId = await asleep();
    const shownTo = async (clientVersion: string) => {
      const call = { action: 'myStudies', input: {}, requestId: 'r1', clientVersion };
      return world.phone('member-4').send('study', call);
    };
    const showing = (state: string) => ({ ok: true, output: { studies: [{ studyId, state }] } });
    expect(await shownTo('0.1.0')).toMatchObject(showing('on-duty'));
    expect(await shownTo('0.2.9')).toMatchObject(showing('on-duty'));
    expect(await shownTo('0.3.0')).toMatchObject(showing('asleep'));
  });
});
