/** Hours that repeat every night; may cross midnight. */
export interface NightWindow {
  /** 0 to 1439. */
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** Sleep that follows a late shift: `delayMinutes` after its end for `lengthMinutes`. */
interface AfterNightSleep {
  readonly delayMinutes: number;
  readonly lengthMinutes: number;
}

/** Sleep before a shift that starts in the small hours: ends `readyMinutes` before its start. */
interface BeforeEarlySleep {
  /** Shifts that start at 00:00 or later and before this minute of the day. */
  readonly startsBeforeMinute: number;
  readonly readyMinutes: number;
  readonly lengthMinutes: number;
  /** Not needed when sleep after a late shift ended less than this before the start. */
  readonly restedWithinMinutes: number;
}

/** When people sleep and how long they are on duty around a shift. Minutes. */
export interface SleepRules {
  readonly night: NightWindow;
  readonly afterNight: AfterNightSleep;
  readonly beforeEarly: BeforeEarlySleep;
  /** People arrive this long before a shift and leave this long after it. */
  readonly handoverBeforeMinutes: number;
  readonly handoverAfterMinutes: number;
}

/** The organisation may change each of them. Sources: docs/rules.md#R-07 to R-10. */
export const DEFAULT_SLEEP_RULES: SleepRules = {
  night: { startMinute: 22 * 60 + 30, lengthMinutes: 8 * 60 },
  afterNight: { delayMinutes: 60, lengthMinutes: 7 * 60 },
  beforeEarly: {
    startsBeforeMinute: 8 * 60,
    readyMinutes: 60,
    lengthMinutes: 5 * 60,
    restedWithinMinutes: 12 * 60,
  },
  handoverBeforeMinutes: 30,
  handoverAfterMinutes: 30,
};

/** A person's own sleep windows, each instead of the organisation's. */
export interface SleepPreference {
  readonly night?: NightWindow;
  readonly afterNight?: AfterNightSleep;
}

export type SleepPreferenceProblem =
  | { readonly code: 'bad-start'; readonly given: number }
  | { readonly code: 'bad-delay'; readonly given: number; readonly most: number }
  | {
      readonly code: 'bad-length';
      readonly given: number;
      readonly least: number;
      readonly most: number;
    };

/** Of a person's own windows. docs/rules.md#R-11 */
export const LEAST_SLEEP_MINUTES = 4 * 60;
export const MOST_SLEEP_MINUTES = 12 * 60;
export const MOST_DELAY_MINUTES = 4 * 60;

/** All problems of a person's windows: 4 to 12 hours each, so that nobody is out of reach. docs/rules.md#R-11 */
export function sleepPreferenceProblems({
  night,
  afterNight,
}: SleepPreference): readonly SleepPreferenceProblem[] {
  const problems: SleepPreferenceProblem[] = [];
  if (night !== undefined) {
    if (!isWholeIn(night.startMinute, 0, 1439)) {
      problems.push({ code: 'bad-start', given: night.startMinute });
    }
    problems.push(...lengthProblems(night.lengthMinutes));
  }
  if (afterNight !== undefined) {
    if (!isWholeIn(afterNight.delayMinutes, 0, MOST_DELAY_MINUTES)) {
      problems.push({
        code: 'bad-delay',
        given: afterNight.delayMinutes,
        most: MOST_DELAY_MINUTES,
      });
    }
    problems.push(...lengthProblems(afterNight.lengthMinutes));
  }
  return problems;
}

function lengthProblems(given: number): readonly SleepPreferenceProblem[] {
  if (isWholeIn(given, LEAST_SLEEP_MINUTES, MOST_SLEEP_MINUTES)) return [];
  return [{ code: 'bad-length', given, least: LEAST_SLEEP_MINUTES, most: MOST_SLEEP_MINUTES }];
}

function isWholeIn(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
