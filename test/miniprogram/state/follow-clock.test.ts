import { followClock } from '../../../miniprogram/state/follow-clock';
import { instantOf, localDay } from '../../../domain/time/local-day';
import { holdFakePhone } from '../fake-phone';

const page = {};
const other = {};
const done: string[] = [];
const follower = { redraw: () => done.push('redraw'), reload: () => done.push('reload') };
let onTop: object = page;

/** What the page did in the seconds after an instant. */
function followedFor(seconds: number, atMs: number): readonly string[] {
  jest.setSystemTime(atMs);
  followClock(page, follower);
  done.length = 0;
  jest.advanceTimersByTime(seconds * 1000);
  return [...done];
}
const at = (minute: number) => instantOf(localDay('2026-03-11'), minute);

beforeAll(() => {
  jest.useFakeTimers();
  holdFakePhone();
  Object.assign(globalThis, { getCurrentPages: () => [onTop] });
});
beforeEach(() => {
  onTop = page;
});
afterAll(() => jest.useRealTimers());

describe('a page that speaks of now', () => {
  it('is drawn once at every full minute, and asks nothing', () => {
    expect(followedFor(59, at(600))).toEqual([]);
    expect(followedFor(60, at(600))).toEqual(['redraw']);
    expect(followedFor(180, at(600))).toEqual(['redraw', 'redraw', 'redraw']);
  });

  it('asks once when a day begins in Shanghai', () => {
    expect(followedFor(90, at(1439))).toEqual(['reload']);
  });

  it('asks once when the clock is moved, forward and back', () => {
    expect(followedFor(1, at(600))).toEqual([]);
    jest.setSystemTime(at(660));
    jest.advanceTimersByTime(5000);
    jest.setSystemTime(at(540));
    jest.advanceTimersByTime(5000);
    expect(done).toEqual(['reload', 'reload']);
  });

  it('does nothing while another page lies on it', () => {
    onTop = other;
    expect(followedFor(90, at(1439))).toEqual([]);
  });

  it('has looked already when it comes back after a long time', () => {
    followedFor(1, at(600));
    expect(followedFor(10, at(900))).toEqual([]);
  });
});
