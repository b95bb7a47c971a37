import fc from 'fast-check';
import type { Override } from '../../../domain/shift/override';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { laterTerm, makeUpTerm } from '../../../domain/study/make-up-term';
import { addDays, localDay } from '../../../domain/time/local-day';
import { aPerson, aRoster, aRotation, at, leave } from '../shift/people';

const DAY = localDay('2026-03-09');
/** Days from 2026-03-02 on that crew one rests: every fifth. */
const shiftWorker = (overrides: readonly Override[] = []) => aPerson({ overrides });
const restDaysOf = (schedule: PersonSchedule) => makeUpTerm(schedule, DAY).days;

const loan = (fromDay: string, toDay: string): Override => ({
  kind: 'on-loan',
  id: 'loan',
  crewId: null,
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
});

test('of people on a rotation it ends with their second rest day after the closing', () => {
  const term = makeUpTerm(shiftWorker(), DAY);
  expect(term).toEqual({
    fromDay: '2026-03-10',
    kind: 'rest-days',
    days: ['2026-03-11', '2026-03-16'],
    untilAtMs: at('2026-03-17 00:00'),
  });
});

test('the day of the closing does not count, though it is one of rest', () => {
  const restDay = localDay('2026-03-11');
  expect(makeUpTerm(shiftWorker(), restDay).days).toEqual(['2026-03-16', '2026-03-21']);
});

test('days of leave do not count, a day off by other hours does', () => {
  expect(restDaysOf(shiftWorker([leave('2026-03-11', '2026-03-13')]))).toEqual([
    '2026-03-16',
    '2026-03-21',
  ]);
  const off: Override = {
    kind: 'changed-hours',
    id: 'off',
    slots: [],
    fromDay: localDay('2026-03-10'),
    toDay: localDay('2026-03-11'),
  };
  expect(restDaysOf(shiftWorker([off]))).toEqual(['2026-03-10', '2026-03-11']);
});

test('whoever is away counts from the day on which they are back', () => {
  const term = makeUpTerm(shiftWorker([loan('2026-03-01', '2026-04-10')]), DAY);
  expect(term.fromDay).toBe('2026-04-10');
  expect(term.days[0]).toBe('2026-04-10');
  expect(makeUpTerm(shiftWorker([leave('2026-03-01', '2026-03-12')]), DAY).fromDay).toBe(
    '2026-03-10',
  );
});

test('day workers have three working days, not their weekend', () => {
  const roster = aRoster([aRotation('day-workers')]);
  const term = makeUpTerm(aPerson({ roster }), localDay('2026-03-12'));
  expect(term.kind).toBe('working-days');
  expect(term.days).toEqual(['2026-03-13', '2026-03-16', '2026-03-17']);
  expect(term.untilAtMs).toBe(at('2026-03-18 00:00'));
});

test('people of whom no rotation is known have working days of the calendar', () => {
  const nobody = { ...aPerson(), memberships: [] };
  expect(makeUpTerm(nobody, localDay('2026-04-30')).days).toEqual([
    '2026-05-06',
    '2026-05-07',
    '2026-05-08',
  ]);
});

test('of a year that the calendar does not know, from Monday to Friday', () => {
  const nobody = { ...aPerson(), memberships: [] };
  expect(makeUpTerm(nobody, localDay('2099-01-01')).days).toEqual([
    '2099-01-02',
    '2099-01-05',
    '2099-01-06',
  ]);
});

test('the rules say how many days', () => {
  const term = makeUpTerm(shiftWorker(), DAY, { restDays: 1, workingDays: 3 });
  expect(term.days).toEqual(['2026-03-11']);
});

test('one who never has a day that counts has 42 days', () => {
  // Fourteen days each, so that they are not away.
  const always = Array.from({ length: 4 }, (_, index) => {
    const from = addDays(localDay('2026-03-01'), index * 14);
    return leave(from, addDays(from, 14), `leave-${index}`);
  });
  const term = makeUpTerm(shiftWorker(always), DAY);
  expect(term.days).toEqual([addDays(DAY, 42)]);
});

test('it is never earlier than promised', () => {
  const term = makeUpTerm(shiftWorker(), DAY);
  expect(laterTerm(at('2026-03-18 00:00'), term)).toBe(at('2026-03-18 00:00'));
  expect(laterTerm(at('2026-03-16 00:00'), term)).toBe(term.untilAtMs);
});

test('it ends at a midnight after the opening, whatever leave is recorded', () => {
  const anyLeave = fc
    .record({ from: fc.integer({ min: -20, max: 60 }), length: fc.integer({ min: 1, max: 40 }) })
    .map(({ from, length }) => leave(addDays(DAY, from), addDays(DAY, from + length)));
  fc.assert(
    fc.property(fc.array(anyLeave, { maxLength: 4 }), (overrides) => {
      const term = makeUpTerm(shiftWorker(overrides), DAY);
      const last = term.days.at(-1) ?? '';
      expect(last > DAY).toBe(true);
      expect(term.days.every((day) => day >= term.fromDay)).toBe(true);
      expect(term.untilAtMs).toBe(at(`${addDays(localDay(last), 1)} 00:00`));
    }),
  );
});
