import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudClock, type ClockOptions } from '../../../../local/cloud/clock/cloud-clock';
import { TimerSchedule } from '../../../../local/cloud/clock/timer-schedule';

const START_MS = Date.UTC(2025, 2, 5, 1, 0);
const MINUTE_MS = 60_000;

let clocks: CloudClock[] = [];
afterEach(async () => {
  await Promise.all(clocks.map((clock) => clock.stop()));
  clocks = [];
});

function aClock(options: ClockOptions = {}): CloudClock {
  const clock = new CloudClock(options);
  clocks.push(clock);
  return clock;
}

const everyTenMinutes = new TimerSchedule([
  { fn: 'clock', name: 'tick', cron: '0 */10 * * * * *' },
]);

describe('the time', () => {
  it('is the time of the machine unless told', () => {
    const before = Date.now();
    expect(aClock().nowMs()).toBeGreaterThanOrEqual(before);
    expect(aClock().nowMs()).toBeLessThanOrEqual(Date.now());
  });

  it('stands still when frozen, and goes on from there when freed', async () => {
    const clock = aClock({ startAtMs: START_MS, frozen: true });
    expect(clock.nowMs()).toBe(START_MS);
    await clock.advance(1500);
    expect(clock.nowMs()).toBe(START_MS + 1500);
    clock.unfreeze();
    expect(clock.nowMs() - START_MS - 1500).toBeGreaterThanOrEqual(0);
    expect(clock.nowMs() - START_MS - 1500).toBeLessThan(MINUTE_MS);
  });

  it('is found again after a restart, whatever the start would have been', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
    await aClock({ dataDir }).set(START_MS);
    const again = aClock({ dataDir, startAtMs: 0 }).nowMs();
    expect(again).toBeGreaterThanOrEqual(START_MS);
    expect(again).toBeLessThan(START_MS + MINUTE_MS);
  });

  it('is refused by name of the file when that is damaged', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
    writeFileSync(join(dataDir, 'clock.json'), '{"offsetMs": "x"}');
    expect(() => new CloudClock({ dataDir })).toThrow(/is damaged \(clock\.json/u);
  });
});

describe('timers', () => {
  it('run in order when the clock is moved, each with the clock at its instant', async () => {
    const clock = aClock({ startAtMs: START_MS, frozen: true });
    const seen: number[] = [];
    clock.startTimers(
      new TimerSchedule([
        { fn: 'clock', name: 'a', cron: '0 20 * * * * *' },
        { fn: 'clock', name: 'b', cron: '0 10 * * * * *' },
      ]),
      async ({ atMs }) => {
        seen.push(atMs - START_MS, clock.nowMs() - START_MS);
      },
    );
    await clock.advance(30 * MINUTE_MS);
    expect(seen).toEqual([10, 10, 20, 20].map((minute) => minute * MINUTE_MS));
    expect(clock.nowMs()).toBe(START_MS + 30 * MINUTE_MS);
  });

  it('do not run again for a time that has been run, nor when the clock goes back', async () => {
    const clock = aClock({ startAtMs: START_MS, frozen: true });
    let runs = 0;
    clock.startTimers(everyTenMinutes, async () => void (runs += 1));
    await clock.advance(10 * MINUTE_MS);
    await clock.runDue();
    expect(runs).toBe(1);
    await clock.set(START_MS);
    expect(runs).toBe(1);
    await clock.advance(10 * MINUTE_MS);
    expect(runs).toBe(2);
  });

  it('run one after the other when the clock is moved twice at once', async () => {
    const clock = aClock({ startAtMs: START_MS, frozen: true });
    const seen: string[] = [];
    clock.startTimers(everyTenMinutes, async () => {
      seen.push('start');
      await new Promise(setImmediate);
      seen.push('end');
    });
    await Promise.all([clock.set(START_MS + 10 * MINUTE_MS), clock.set(START_MS + 20 * MINUTE_MS)]);
    expect(seen).toEqual(['start', 'end', 'start', 'end']);
  });

  it('run by the ticking of the clock', async () => {
    const clock = aClock({ startAtMs: START_MS - 50 });
    const run = new Promise<number>((resolve) => {
      clock.startTimers(everyTenMinutes, async ({ atMs }) => resolve(atMs));
    });
    await expect(run).resolves.toBe(START_MS);
  });

  it('do not run when the clock jumps', async () => {
    const clock = aClock({ startAtMs: START_MS, frozen: true });
    let runs = 0;
    clock.startTimers(everyTenMinutes, async () => void (runs += 1));
    clock.jump(START_MS + 60 * MINUTE_MS);
    await clock.runDue();
    expect(runs).toBe(0);
  });
});
