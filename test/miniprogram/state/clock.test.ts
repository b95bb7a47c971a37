import type * as Clock from '../../../miniprogram/state/clock';
import { holdFakePhone, type FakePhone } from '../fake-phone';

const MINUTE_MS = 60_000;

/** The clock of an app that starts now, on the phone that is held. */
function startedClock(): typeof Clock {
  let clock: typeof Clock | undefined;
  jest.isolateModules(() => {
    clock = jest.requireActual<typeof Clock>('../../../miniprogram/state/clock');
  });
  return clock!;
}

describe('the clock of a phone', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
    jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is its own, and not known to be right, until an answer says the time', () => {
    const clock = startedClock();
    expect(clock.nowMs()).toBe(1_000_000);
    expect(clock.isClockKnown()).toBe(false);
    clock.learnServerTime({ studies: [] });
    clock.learnServerTime(null);
    expect(clock.isClockKnown()).toBe(false);
  });

  it('is that of the last answer, also after a restart without a network', () => {
    startedClock().learnServerTime({ nowMs: 1_000_000 - 10 * MINUTE_MS });
    const restarted = startedClock();
    expect(restarted.isClockKnown()).toBe(true);
    expect(restarted.nowMs()).toBe(1_000_000 - 10 * MINUTE_MS);
  });

  it('is written down when it differs noticeably, not with every answer', () => {
    const clock = startedClock();
    clock.learnServerTime({ nowMs: 1_060_000 });
    clock.learnServerTime({ nowMs: 1_060_400 });
    expect(phone.storage.get('clockAhead')).toBe(60_000);
    expect(clock.nowMs()).toBe(1_060_400);
    clock.learnServerTime({ nowMs: 1_000_000 });
    expect(phone.storage.get('clockAhead')).toBe(0);
  });

  it('takes damaged storage for nothing, and full storage costs the correction only the restart', () => {
    phone.storage.set('clockAhead', 'soon');
    expect(startedClock().isClockKnown()).toBe(false);
    phone.storage.clear();
    phone.room = 0;
    const clock = startedClock();
    clock.learnServerTime({ nowMs: 5 });
    expect(clock.nowMs()).toBe(5);
  });
});
