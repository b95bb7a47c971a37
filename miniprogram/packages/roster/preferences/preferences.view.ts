import type { OutputOf } from '../../../../contract/action';
import type { preferences as action } from '../../../../contract/notice/preferences';
import type { Preferences } from '../../../../contract/notice/preferences';
import { DEFAULT_DELIVERY_RULES } from '../../../../domain/delivery/delivery-rules';
import { LEAST_SLEEP_MINUTES, MOST_SLEEP_MINUTES } from '../../../../domain/shift/sleep-rules';
import { MINUTES_PER_DAY, modulo } from '../../../../domain/time/local-day';
import type { Asked } from '../../../state/refill';
import type { Shown, Placeholder } from '../../../state/shown';
import { recordSubscriptionErrors } from '../../../text/notice-errors';
import { offlineText } from '../../../text/offline';
import { lengthText, pickerClock } from '../../../text/when';

export type Answer = OutputOf<typeof action>;
export type Duty = 'never' | 'at-handover' | 'in-breaks';
/** What is on the screen; a way that only newer versions know stays in it as 'newer'. */
export type Chosen = Answer['preferences'];

export interface PreferencesContent {
  readonly kind: 'content';
  readonly nightStart: string;
  readonly nightEnd: string;
  readonly isOwnNight: boolean;
  readonly delayIndex: number;
  readonly delayText: string;
  readonly lengthIndex: number;
  readonly lengthText: string;
  readonly isOwnAfterNight: boolean;
  /** '' where none of the choices is the one that stands. */
  readonly duty: Duty | '';
  readonly dutyNote: string;
  readonly digest: string;
  readonly mostADay: number;
  readonly credits: readonly {
    readonly templateId: string;
    readonly title: string;
    readonly text: string;
  }[];
  readonly hasCredits: boolean;
  readonly offline: string;
}

export type PreferencesView = Placeholder | PreferencesContent;

export const opening: PreferencesView = { kind: 'loading' };
export const unknown: Shown<Answer> = { kind: 'loading' };
export const noPreferences: Chosen = {
  night: null,
  afterNight: null,
  onDuty: null,
  digestMinute: null,
};

/** Minutes from the end of a night shift to falling asleep that can be picked. */
export const DELAYS = [0, 30, 60, 90, 120, 180, 240] as const;
/** Lengths of sleep that the contract takes, by half hours. */
export const LENGTHS = Array.from(
  { length: (MOST_SLEEP_MINUTES - LEAST_SLEEP_MINUTES) / 30 + 1 },
  (_, index) => LEAST_SLEEP_MINUTES + index * 30,
);

export const DELAY_TEXTS = DELAYS.map((minutes) =>
  minutes === 0 ? '下班就睡' : `下班后 ${lengthText(minutes)}`,
);
export const LENGTH_TEXTS = LENGTHS.map(lengthText);

/** When people on duty are reached in breaks. */
export const BREAKS_TEXT = DEFAULT_DELIVERY_RULES.breaks
  .map(
    ({ afterMinutes, lengthMinutes }) =>
      `在岗 ${lengthText(afterMinutes)}以后的 ${lengthText(lengthMinutes)}里`,
  )
  .join('，');

/** What became of asking for one more reminder. */
export const ASKED_TEXT: Readonly<Record<Asked, string>> = {
  recorded: '记下了。需要时会用微信提醒你一次。',
  refused: '没有增加。消息照样会放在“消息”里，打开就看得到。',
  'switched-off': '微信里关掉了清风的订阅消息。要开，点右上角“…”，在设置里打开。',
  'not-recorded': recordSubscriptionErrors['unknown-template'],
};

export function savedText(movedDeliveries: number): string {
  return movedDeliveries === 0
    ? '已保存。'
    : `已保存，${movedDeliveries} 条还没送的消息跟着改了时间。`;
}

const DUTY_OF_NEWER_TEXT = '现在的是新版本设的。升级后再看，或者在这里选一种。';

/** Why it cannot be saved as it stands: it would replace what a newer version has set. */
export const UNSAVABLE_TEXT = '“在岗的时候”是新版本设的，升级后再改；现在要改，先在上面选一种。';

/** What can be saved; undefined while it says something that only newer versions know. */
export function savable({ onDuty, ...others }: Chosen): Preferences | undefined {
  return onDuty === 'newer' ? undefined : { ...others, onDuty };
}

/** @param chosen what is on the screen and perhaps not saved yet */
export function toView(state: Shown<Answer>, chosen: Chosen, nowMs: number): PreferencesView {
  if (state.kind !== 'known') return state;
  const { defaults, credits } = state.output;
  const night = nightOf(state.output, chosen);
  const after = afterNightOf(state.output, chosen);
  const onDuty = chosen.onDuty ?? defaults.onDuty;
  return {
    kind: 'content',
    nightStart: pickerClock(night.startMinute),
    nightEnd: pickerClock(night.startMinute + night.lengthMinutes),
    isOwnNight: chosen.night !== null,
    delayIndex: nearest(DELAYS, after.delayMinutes),
    delayText: after.delayMinutes === 0 ? '下班就睡' : `下班后 ${lengthText(after.delayMinutes)}`,
    lengthIndex: nearest(LENGTHS, after.lengthMinutes),
    lengthText: lengthText(after.lengthMinutes),
    isOwnAfterNight: chosen.afterNight !== null,
    duty: onDuty === 'newer' ? '' : onDuty,
    dutyNote: onDuty === 'newer' ? DUTY_OF_NEWER_TEXT : '',
    digest: pickerClock(chosen.digestMinute ?? defaults.digestMinute),
    mostADay: defaults.mostADay,
    credits: credits.map(({ templateId, title, count }) => ({
      templateId,
      title,
      text: count === 0 ? '没有了' : `还有 ${count} 次`,
    })),
    hasCredits: credits.length > 0,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

/** The sleep at night with another start, its end kept; or with another end. */
export function withNight(
  answer: Answer,
  chosen: Chosen,
  given: { readonly startMinute?: number; readonly endMinute?: number },
): Chosen {
  const before = nightOf(answer, chosen);
  const end = given.endMinute ?? before.startMinute + before.lengthMinutes;
  const startMinute = given.startMinute ?? before.startMinute;
  const lengthMinutes = modulo(end - startMinute, MINUTES_PER_DAY);
  return { ...chosen, night: { startMinute, lengthMinutes } };
}

export function withAfterNight(
  answer: Answer,
  chosen: Chosen,
  given: { readonly delayMinutes?: number; readonly lengthMinutes?: number },
): Chosen {
  return { ...chosen, afterNight: { ...afterNightOf(answer, chosen), ...given } };
}

/** Whether the contract would take it. */
export function isSleepPossible({ night }: Chosen): boolean {
  if (night === null) return true;
  return night.lengthMinutes >= LEAST_SLEEP_MINUTES && night.lengthMinutes <= MOST_SLEEP_MINUTES;
}

function nightOf({ defaults }: Answer, { night }: Chosen) {
  return (
    night ?? { startMinute: defaults.nightStartMinute, lengthMinutes: defaults.nightLengthMinutes }
  );
}

function afterNightOf({ defaults }: Answer, { afterNight }: Chosen) {
  return (
    afterNight ?? {
      delayMinutes: defaults.afterNightDelayMinutes,
      lengthMinutes: defaults.afterNightLengthMinutes,
    }
  );
}

function nearest(choices: readonly number[], wanted: number): number {
  const distances = choices.map((choice) => Math.abs(choice - wanted));
  return distances.indexOf(Math.min(...distances));
}
