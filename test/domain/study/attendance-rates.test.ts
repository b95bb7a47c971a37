import fc from 'fast-check';
import { isIn, type AttendanceState } from '../../../domain/study/attendance';
import { sumAttendance, type AskedStudy } from '../../../domain/study/attendance-rates';

const aStudy = (study: Partial<AskedStudy> = {}): AskedStudy => ({
  state: 'absent',
  minutes: 60,
  isCancelled: false,
  isFinal: true,
  keptBy: null,
  ...study,
});

test('nobody asked, nothing counted', () => {
  expect(sumAttendance([])).toEqual({
    raw: { attended: 0, asked: 0 },
    fair: { attended: 0, couldAttend: 0 },
    minutesAsked: 0,
  });
});

test('attended, late and made up count as attended; leave and absence do not', () => {
  const states: readonly AttendanceState[] = ['attended', 'late', 'made-up', 'excused', 'absent'];
  expect(sumAttendance(states.map((state) => aStudy({ state })))).toEqual({
    raw: { attended: 3, asked: 5 },
    fair: { attended: 3, couldAttend: 5 },
    minutesAsked: 300,
  });
});

test('duty during every sitting is in the raw rate only', () => {
  const onDuty = aStudy({ state: 'on-duty', keptBy: 'on-duty' });
  const corrected = aStudy({ state: 'on-duty' });
  const excusedOnDuty = aStudy({ state: 'excused', keptBy: 'on-duty' });
  expect(sumAttendance([aStudy(), onDuty, corrected, excusedOnDuty])).toMatchObject({
    raw: { asked: 4 },
    fair: { couldAttend: 1 },
  });
});

test('so is sleep in every sitting, also where an officer says so', () => {
  const asleep = aStudy({ state: 'asleep', keptBy: 'asleep' });
  const marked = aStudy({ keptBy: 'asleep' });
  const corrected = aStudy({ state: 'asleep' });
  expect(sumAttendance([aStudy(), asleep, marked, corrected])).toMatchObject({
    raw: { asked: 4 },
    fair: { couldAttend: 1 },
  });
});

test('so is being away during every sitting, unless the person came all the same', () => {
  const away = aStudy({ state: 'excused', keptBy: 'away' });
  expect(sumAttendance([aStudy(), away])).toMatchObject({
    raw: { asked: 2 },
    fair: { couldAttend: 1 },
  });
  const came = aStudy({ state: 'attended', keptBy: 'away' });
  expect(sumAttendance([came]).fair).toEqual({ attended: 1, couldAttend: 1 });
});

test('whoever came although on duty has it counted', () => {
  const came = aStudy({ state: 'attended', keptBy: 'on-duty' });
  expect(sumAttendance([came]).fair).toEqual({ attended: 1, couldAttend: 1 });
});

test('what is still open is missed by nobody: it spoils neither rate', () => {
  const open = aStudy({ state: 'expected', isFinal: false });
  const alreadyIn = aStudy({ state: 'attended', isFinal: false });
  expect(sumAttendance([aStudy({ state: 'attended' }), open, alreadyIn])).toMatchObject({
    raw: { attended: 1, asked: 1 },
    fair: { attended: 1, couldAttend: 1 },
  });
});

test('a cancelled study counts nowhere, not even as burden', () => {
  expect(sumAttendance([aStudy({ isCancelled: true })])).toEqual(sumAttendance([]));
});

const anyStudy = fc.record({
  state: fc.constantFrom<AttendanceState>(
    'attended',
    'late',
    'excused',
    'on-duty',
    'asleep',
    'made-up',
    'absent',
    'to-confirm',
    'expected',
  ),
  minutes: fc.integer({ min: 0, max: 480 }),
  isCancelled: fc.boolean(),
  isFinal: fc.boolean(),
  keptBy: fc.constantFrom<AskedStudy['keptBy']>(null, 'on-duty', 'asleep', 'away'),
});

test('counts add up, whatever happened in the month', () => {
  fc.assert(
    fc.property(fc.array(anyStudy, { maxLength: 60 }), (studies) => {
      const { raw, fair, minutesAsked } = sumAttendance(studies);
      const asked = studies.filter((study) => !study.isCancelled);
      const over = asked.filter((study) => study.isFinal);
      expect(raw.asked).toBe(over.length);
      expect(raw.attended + over.filter((study) => !isIn(study.state)).length).toBe(raw.asked);
      expect(fair.attended).toBeLessThanOrEqual(fair.couldAttend);
      expect(fair.couldAttend).toBeLessThanOrEqual(raw.asked);
      expect(fair.attended).toBe(raw.attended);
      expect(fair.attended * raw.asked).toBeGreaterThanOrEqual(raw.attended * fair.couldAttend);
      expect(minutesAsked).toBe(asked.reduce((sum, study) => sum + study.minutes, 0));
    }),
  );
});

test('order does not matter, and two months add up to both', () => {
  fc.assert(
    fc.property(fc.array(anyStudy), fc.array(anyStudy), (march, april) => {
      const sum = sumAttendance([...march, ...april]);
      expect(sumAttendance([...april, ...march].reverse())).toEqual(sum);
      const parts = [sumAttendance(march), sumAttendance(april)];
      const add = (pick: (one: typeof sum) => number) =>
        parts.reduce((total, part) => total + pick(part), 0);
      expect(sum.raw.asked).toBe(add((one) => one.raw.asked));
      expect(sum.raw.attended).toBe(add((one) => one.raw.attended));
      expect(sum.fair.couldAttend).toBe(add((one) => one.fair.couldAttend));
      expect(sum.fair.attended).toBe(add((one) => one.fair.attended));
      expect(sum.minutesAsked).toBe(add((one) => one.minutesAsked));
    }),
  );
});
