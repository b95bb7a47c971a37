import { myAttendance, myStudies, studyDetail } from '../../../../contract/study/mine';
import { today } from '../../../../contract/today';
import { cancelStudy } from '../../../../contract/study/writing';
import type { MyStudy, StudyDraft } from '../../../../contract/study/study-shapes';
import {
  aMember,
  aSitting,
  minutes,
  START_MS,
  useStudyWorld,
  outputOf,
} from '../../../worlds/study-world';

const world = useStudyWorld();

const hours = (count: number) => minutes(count * 60);
/** 09:00 is the start of the test: a sitting at this hour of the first day. */
const atHour = (hour: number, sitting: Partial<StudyDraft['sittings'][number]> = {}) =>
  aSitting(START_MS + hours(hour - 9), sitting);

async function mine(memberId: string): Promise<readonly MyStudy[]> {
  return outputOf(await world.phone(memberId).call(today, {})).studies;
}
/** Which crew works which shift on the first day. */
async function memberOnShift(label: string): Promise<string> {
  for (const memberId of ['member-1', 'member-2', 'member-3', 'member-4', 'member-5']) {
    const { days } = outputOf(await world.phone(memberId).call(today, {}));
    if (days[0]?.label === label) return memberId;
  }
  throw new Error(`nobody works ${label}`);
}

describe('the today page', () => {
  test('shows fourteen days that repeat with the rotation, and the crew', async () => {
    const { days, crewName, nowMs } = outputOf(await world.phone('member-1').call(today, {}));
    expect(crewName).toBe('crew 1');
    expect(nowMs).toBe(START_MS);
    expect(days.map(({ day }) => day)).toHaveLength(14);
    expect(days[0]!.day).toBe('2025-03-05');
    expect(days.slice(0, 5).map(({ label }) => label)).toEqual(
      days.slice(5, 10).map(({ label }) => label),
    );
  });

  test('after midnight the shift of the evening before still stands first, until it ends', async () => {
    const memberId = await memberOnShift('front-night');
    const daysAt = async (hour: number) => {
      await world.cloud.clock.set(START_MS + hours(hour));
      return outputOf(await world.phone(memberId).call(today, {})).days;
    };
    // 01:00 inside 20:00–02:00, and its end.
    const inside = await daysAt(16);
    expect(inside.slice(0, 2).map(({ day }) => day)).toEqual(['2025-03-05', '2025-03-06']);
    expect(inside[0]).toMatchObject({ label: 'front-night', startMinute: 1200, endMinute: 1560 });
    expect(inside).toHaveLength(15);
    expect((await daysAt(17))[0]?.day).toBe('2025-03-06');
  });

  test('a sitting after midnight stands beside the shift that runs then', async () => {
    const memberId = await memberOnShift('front-night');
    await world.published({ sittings: [atHour(24.5)] });
    const [study] = await mine(memberId);
    expect(study?.sittings[0]).toMatchObject({ fit: 'on-duty', shift: { label: 'front-night' } });
  });

  test('says nothing of shifts to somebody without a crew', async () => {
    const { days, crewName } = outputOf(await world.phone('day-worker').call(today, {}));
    expect({ days, crewName }).toEqual({ days: [], crewName: null });
  });

  test('says until when it is quiet, and why', async () => {
    const resting = outputOf(await world.phone(await memberOnShift('back-night')).call(today, {}));
    // Off at 08:00, home by 09:00, asleep until 16:00.
    expect(resting.quiet).toEqual({
      untilAtMs: START_MS + hours(7),
      reason: 'after-night',
      label: 'back-night',
    });
    const working = outputOf(await world.phone(await memberOnShift('early')).call(today, {}));
    expect(working.quiet).toMatchObject({ reason: 'on-duty', label: 'early' });
    const free = outputOf(await world.phone(await memberOnShift('rest')).call(today, {}));
    expect(free.quiet).toBeNull();
  });

  test('marks each sitting by how it meets my day', async () => {
    const sittings = [atHour(10.5), atHour(14.5, { sittingId: 'afternoon' })];
    await world.published({ sittings });
    const fitsOf = async (label: string) =>
      (await mine(await memberOnShift(label)))[0]!.sittings.map(({ fit }) => fit);
    expect(await fitsOf('early')).toEqual(['on-duty', 'free']);
    expect(await fitsOf('middle')).toEqual(['free', 'on-duty']);
    expect(await fitsOf('back-night')).toEqual(['after-night', 'after-night']);
    expect(await fitsOf('rest')).toEqual(['free', 'free']);
    expect((await mine('day-worker'))[0]!.sittings.map(({ fit }) => fit)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test('shows what is open by its next sitting, and drops it when the register closes', async () => {
    const later = await world.published({ sittings: [atHour(18)] });
    const sooner = await world.published({ sittings: [atHour(12)] });
    const ids = async () => (await mine('day-worker')).map(({ studyId }) => studyId);
    expect(await ids()).toEqual([sooner, later]);
    await world.later(hours(4));
    expect(await ids()).toEqual([later]);
  });

  test('keeps a cancelled study with its reason until it would have been over', async () => {
    const studyId = await world.published();
    outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'storm' }));
    expect(await mine('day-worker')).toMatchObject([
      { studyId, isCancelled: true, cancelReason: 'storm', state: 'expected' },
    ]);
    await world.later(hours(2));
    expect(await mine('day-worker')).toEqual([]);
  });
});

describe('the detail of a study', () => {
  test('shows the study, how it stands for me, and what I may do', async () => {
    const studyId = await world.published();
    const seenBy = async (who: string) =>
      outputOf(await world.phone(who).call(studyDetail, { studyId }));
    expect(await seenBy('member-1')).toMatchObject({
      study: { studyId, createdByName: 'officer' },
      mine: { studyId, state: expect.any(String) },
      canPresent: false,
      canEdit: false,
    });
    expect(await seenBy('leader')).toMatchObject({ canPresent: true, canEdit: false });
    expect(await seenBy('officer')).toMatchObject({ canPresent: true, canEdit: true });
    expect(await seenBy('office')).toMatchObject({ mine: null, canEdit: true });
  });

  test('is for those who are asked and those who present', async () => {
    const studyId = await world.published({ audience: { kind: 'crews', crewIds: ['crew-1'] } });
    const ask = (who: string) => world.phone(who).call(studyDetail, { studyId });
    expect(await ask('member-1')).toMatchObject({ ok: true });
    expect(await ask('leader')).toMatchObject({ ok: true, output: { mine: null } });
    expect(await ask('member-2')).toMatchObject({ code: 'not-found' });
    expect(await ask('foreigner')).toMatchObject({ code: 'not-found' });
    await world.alter('studies', studyId, { state: 'draft' });
    expect(await ask('member-1')).toMatchObject({ code: 'not-found' });
    expect(await ask('officer')).toMatchObject({ ok: true, output: { mine: null } });
  });

  test('is there for somebody who joined the branch after publication', async () => {
    const studyId = await world.published();
    await world.plant('members', aMember('newcomer'));
    expect(await world.phone('newcomer').call(studyDetail, { studyId })).toMatchObject({
      ok: true,
      output: { mine: { state: 'expected' } },
    });
  });
});

describe('my attendance', () => {
  test('adds up a month with raw and fair rate and the minutes asked', async () => {
    const worker = await memberOnShift('early');
    const attended = await world.published({ sittings: [atHour(15)], minutes: 60 });
    const onDuty = await world.published({ sittings: [atHour(10.5)], minutes: 30 });
    const missed = await world.published({ sittings: [atHour(16)], minutes: 45 });
    const cancelled = await world.published({ sittings: [atHour(16)], minutes: 90 });
    outputOf(
      await world.phone('officer').call(cancelStudy, { studyId: cancelled, reason: 'storm' }),
    );
    const open = await world.published({ sittings: [atHour(40)], minutes: 20 });
    await world.later(hours(6) + minutes(15));
    outputOf(await world.scan(worker, attended));
    await world.later(hours(3));

    const sums = outputOf(await world.phone(worker).call(myAttendance, { month: '2025-03' }));
    expect(new Map(sums.entries.map(({ studyId, state }) => [studyId, state]))).toEqual(
      new Map([
        [open, 'expected'],
        [missed, 'absent'],
        [attended, 'late'],
        [onDuty, 'on-duty'],
      ]),
    );
    expect(sums).toMatchObject({
      raw: { attended: 1, asked: 3 },
      fair: { attended: 1, couldAttend: 2 },
      minutesAsked: 155,
    });
  });

  test('of a month is what closes in it, by Shanghai time', async () => {
    const midnight = START_MS + hours(27 * 24 - 9);
    const lastOfMarch = aSitting(midnight - minutes(60), { closesAtMs: midnight - 1 });
    const firstOfApril = aSitting(midnight - minutes(60), { closesAtMs: midnight });
    const march = await world.published({ sittings: [lastOfMarch] });
    const april = await world.published({ sittings: [firstOfApril] });
    const idsOf = async (month: string) =>
      outputOf(await world.phone('day-worker').call(myAttendance, { month })).entries.map(
        ({ studyId }) => studyId,
      );
    expect([await idsOf('2025-03'), await idsOf('2025-04')]).toEqual([[march], [april]]);
  });

  test('past studies are listed by month, open ones without', async () => {
    const studyId = await world.published();
    const idsOf = async (input: { month?: string }) =>
      outputOf(await world.phone('day-worker').call(myStudies, input)).studies.map(
        (study) => study.studyId,
      );
    expect([await idsOf({}), await idsOf({ month: '2025-03' })]).toEqual([[studyId], []]);
    await world.later(hours(2));
    expect([await idsOf({}), await idsOf({ month: '2025-03' })]).toEqual([[], [studyId]]);
  });
});
