import { rosterDayAt, rosterDayDuring } from '../../../domain/shift/shift-at';
import { aPerson, aRoster, aRotation, at, leave } from './people';

/** 20:00–08:00 at night; each shift on two days, then two of rest. */
const twelveHours = aPerson({ roster: aRoster([aRotation('three-crews-two-shifts')]) });
const eightHours = aPerson({ roster: aRoster([aRotation('five-crews-three-shifts-study')]) });

const told = (person: typeof twelveHours, text: string) => {
  const { day, slots } = rosterDayAt(person, at(text));
  return `${day} ${slots.map(({ label }) => label).join('+')}`;
};

describe('the day that tells what a person does now', () => {
  const nights = [2, 3, 4, 5, 6, 7]
    .map((date) => `2026-03-0${date}`)
    .filter((day) => told(twelveHours, `${day} 21:00`) === `${day} night`);
  const [first = '', second = ''] = nights;
  const dayAfter = (day: string) => `${day.slice(0, 9)}${Number(day.slice(9)) + 1}`;

  it('is that of the night until its last minute, past midnight too', () => {
    expect(nights).toHaveLength(2);
    expect(told(twelveHours, `${first} 19:59`)).toBe(`${first} night`);
    expect(told(twelveHours, `${second} 01:00`)).toBe(`${first} night`);
    expect(told(twelveHours, `${dayAfter(second)} 01:00`)).toBe(`${second} night`);
    expect(told(twelveHours, `${dayAfter(second)} 07:59`)).toBe(`${second} night`);
    expect(told(twelveHours, `${dayAfter(second)} 08:00`)).toBe(`${dayAfter(second)} rest`);
  });

  it('is the evening before where a plant counts the night to it', () => {
    expect(told(eightHours, '2026-03-05 00:30')).toBe('2026-03-04 back-night');
  });

  it('follows a shift into leave that begins while it runs', () => {
    const away = { ...twelveHours, overrides: [leave(second, dayAfter(dayAfter(second)))] };
    expect(told(away, `${second} 01:00`)).toBe(`${first} night`);
    expect(rosterDayAt(away, at(`${second} 09:00`)).source).toMatchObject({ override: 'leave' });
  });

  it('of a time that a shift begins in is that of the shift', () => {
    const startAtMs = at(`${first} 19:30`);
    const { day, slots } = rosterDayDuring(twelveHours, {
      startAtMs,
      endAtMs: startAtMs + 3_600_000,
    });
    expect([day, slots[0]?.label]).toEqual([first, 'night']);
  });
});
