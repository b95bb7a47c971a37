import { TimerSchedule } from '../../../../local/cloud/clock/timer-schedule';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const shanghai = (day: number, hour: number, minute = 0): number =>
  Date.UTC(2025, 2, day, hour - 8, minute);

const scheduleOf = (...crons: string[]): TimerSchedule =>
  new TimerSchedule(crons.map((cron, index) => ({ fn: 'clock', name: `t${index}`, cron })));

describe('what is due', () => {
  it('is due at civil time of Shanghai', () => {
    const runs = scheduleOf('0 30 7 * * * *').due(shanghai(5, 7), shanghai(5, 8));
    expect(runs).toEqual([{ fn: 'clock', trigger: 't0', atMs: shanghai(5, 7, 30) }]);
  });

  it('is due at its instant, not before, and once', () => {
    const schedule = scheduleOf('0 30 7 * * * *');
    const atMs = shanghai(5, 7, 30);
    expect(schedule.due(atMs - 1000, atMs - 1)).toEqual([]);
    expect(schedule.due(atMs - 1, atMs)).toHaveLength(1);
    expect(schedule.due(atMs, atMs + 1000)).toEqual([]);
  });

  it('is nothing when the clock stands or goes back', () => {
    const schedule = scheduleOf('0 * * * * * *');
    expect(schedule.due(shanghai(5, 7), shanghai(5, 7))).toEqual([]);
    expect(schedule.due(shanghai(5, 8), shanghai(5, 7))).toEqual([]);
  });

  it('joins day and weekday by OR, as the platform does', () => {
    const schedule = scheduleOf('0 0 9 10 * MON *');
    const days = schedule.due(shanghai(3, 0), shanghai(16, 0)).map(({ atMs }) => atMs);
    expect(days).toEqual([shanghai(3, 9), shanghai(10, 9)]);
  });

  it('takes a year field', () => {
    expect(scheduleOf('0 0 9 * * * 2026').due(shanghai(1, 0), shanghai(20, 0))).toEqual([]);
  });

  it('comes in order of time across triggers', () => {
    const runs = scheduleOf('0 20 * * * * *', '0 10 * * * * *').due(shanghai(5, 7), shanghai(5, 9));
    expect(runs.map(({ trigger, atMs }) => [trigger, atMs])).toEqual([
      ['t1', shanghai(5, 7, 10)],
      ['t0', shanghai(5, 7, 20)],
      ['t1', shanghai(5, 8, 10)],
      ['t0', shanghai(5, 8, 20)],
    ]);
  });
});

describe('a long jump', () => {
  it('runs a five-minute timer once an hour, the last time at the end', () => {
    const runs = scheduleOf('0 */5 * * * * *').due(shanghai(5, 7), shanghai(5, 12));
    expect(runs.map(({ atMs }) => atMs)).toEqual(
      [8, 9, 10, 11, 12].map((hour) => shanghai(5, hour)),
    );
  });

  it('runs at most 48 times per trigger however long it is', () => {
    const from = shanghai(5, 7);
    const runs = scheduleOf('0 */5 * * * * *').due(from, from + 90 * DAY_MS);
    expect(runs).toHaveLength(48);
    expect(runs.at(-1)?.atMs).toBe(from + 90 * DAY_MS);
  });

  it('does not drop a daily timer while the jump is of days', () => {
    const from = shanghai(5, 7);
    const runs = scheduleOf('0 30 6 * * * *').due(from, from + 30 * DAY_MS);
    expect(runs).toHaveLength(30);
  });
});

it('refuses a pattern that the platform would refuse', () => {
  expect(() => scheduleOf('0 30 7 * * *')).toThrow();
});

it('names the next instant at which anything is due', () => {
  const schedule = scheduleOf('0 30 7 * * * *', '0 0 8 * * * *');
  expect(schedule.nextAfter(shanghai(5, 7, 30))).toBe(shanghai(5, 8));
  expect(scheduleOf().nextAfter(0)).toBeUndefined();
});
