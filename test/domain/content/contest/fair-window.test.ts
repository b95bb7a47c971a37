import { awakeMinutesOf, fairWindow } from '../../../../domain/content/contest/fair-window';
import { localDay } from '../../../../domain/time/local-day';
import { at, aPerson, aRoster, aRotation, clock } from '../../shift/people';

const FIVE = ['one', 'two', 'three', 'four', 'five'];
const rotation = aRotation('five-crews-four-shifts', {
  anchorDay: localDay('2026-04-08'),
  crews: FIVE.map((crewId, offset) => ({ crewId, offset })),
});
const office = aRotation('day-workers', { crews: [{ crewId: 'office', offset: 0 }] });
const roster = aRoster([rotation, office]);
const crew = (crewId: string) => aPerson({ crewId, roster });
const crews = FIVE.map(crew);
const MONDAY = localDay('2026-04-06');
const NOW = at('2026-04-06 07:00');
const NEVER = { startAtMs: 0, endAtMs: 0 };
const within = (from: string, to: string) => ({ startAtMs: at(from), endAtMs: at(to) });

test.each([
  ['a shift with its handovers is none of it', 'three', '2026-04-07 13:00', '2026-04-07 21:00', 60],
  ['nor is sleep', 'three', '2026-04-08 00:00', '2026-04-08 06:00', 0],
  ['nor office hours', 'office', '2026-04-07 07:00', '2026-04-07 12:00', 60],
])('%s', (_, crewId, from, to, minutes) => {
  expect(awakeMinutesOf(crew(crewId), within(from, to))).toBe(minutes);
});

test('a whole turn of the rotation gives all its crews the same, and begins at the first hour it can', () => {
  const { found, equal } = fairWindow(crews, { fromDay: MONDAY, days: 7, hours: 120 }, NOW);
  expect(found?.isEqual).toBe(true);
  expect(equal).toBeUndefined();
  expect(new Set(found?.awakeMinutes).size).toBe(1);
  expect(found?.endAtMs).toBe((found?.startAtMs ?? 0) + 120 * 3_600_000);
  const counted = crews.map((one) => awakeMinutesOf(one, found ?? NEVER));
  expect(counted).toEqual(found?.awakeMinutes);
});

test('of a shorter one it is said how many days are the same for all', () => {
  const { found, equal } = fairWindow(crews, { fromDay: MONDAY, days: 7, hours: 24 }, NOW);
  expect(found?.isEqual).toBe(false);
  expect(equal?.isEqual).toBe(true);
  expect(((equal?.endAtMs ?? 0) - (equal?.startAtMs ?? 0)) / 86_400_000).toBe(5);
});

test('no start of the days gives crews less of a difference', () => {
  const wish = { fromDay: MONDAY, days: 3, hours: 30 };
  const { found } = fairWindow(crews, wish, NOW);
  const spreadOf = (minutes: readonly number[]) => Math.max(...minutes) - Math.min(...minutes);
  const best = spreadOf(found?.awakeMinutes ?? []);
  for (let day = 6; day < 9; day += 1) {
    for (let hour = 8; hour <= 20; hour += 1) {
      const startAtMs = at(`2026-04-0${day} ${String(hour).padStart(2, '0')}:00`);
      const window = { startAtMs, endAtMs: startAtMs + 30 * 3_600_000 };
      expect(best).toBeLessThanOrEqual(spreadOf(crews.map((one) => awakeMinutesOf(one, window))));
    }
  }
});

test('of crews whose rotas differ too the window says what it gives, and the best of them is found', () => {
  const all = [...crews, crew('office')];
  const { found } = fairWindow(all, { fromDay: MONDAY, days: 7, hours: 120 }, NOW);
  expect(found?.isEqual).toBe(true);
  expect(found?.awakeMinutes).toEqual(all.map((one) => awakeMinutesOf(one, found ?? NEVER)));
});

test('who has no shifts at all has more than others in every window, and no length is offered', () => {
  const all = [...crews, aPerson({ roster, memberships: [] })];
  const { found, equal } = fairWindow(all, { fromDay: MONDAY, days: 2, hours: 120 }, NOW);
  expect(found?.isEqual).toBe(false);
  expect(equal).toBeUndefined();
  expect(found?.awakeMinutes.at(-1)).toBe(Math.max(...(found?.awakeMinutes ?? [])));
});

test('nothing is found in the past, and the hours of today that are left are', () => {
  const today = { fromDay: MONDAY, days: 1, hours: 24 };
  expect(fairWindow(crews, today, at('2026-04-06 20:01')).found).toBeUndefined();
  expect(clock(fairWindow(crews, today, at('2026-04-06 19:30')).found?.startAtMs ?? 0)).toBe(
    '04-06 20:00',
  );
});

test('none begins further ahead than a contest may, however much fairer it would be', () => {
  const last = { days: 14, hours: 30 };
  for (const fromDay of [localDay('2026-06-01'), localDay('2026-06-04')]) {
    const { found, equal } = fairWindow(crews, { ...last, fromDay }, NOW);
    expect(found?.startAtMs).toBeLessThanOrEqual(at('2026-06-05 07:00'));
    expect(equal?.startAtMs ?? 0).toBeLessThanOrEqual(at('2026-06-05 07:00'));
  }
  expect(
    fairWindow(crews, { ...last, fromDay: localDay('2026-06-05') }, NOW).found,
  ).toBeUndefined();
});

test('a branch without crews is fair from the first hour', () => {
  const { found } = fairWindow([], { fromDay: MONDAY, days: 1, hours: 1 }, NOW);
  expect(found).toMatchObject({
    isEqual: true,
    awakeMinutes: [],
    startAtMs: at('2026-04-06 08:00'),
  });
});
