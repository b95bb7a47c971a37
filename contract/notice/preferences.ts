import * as v from 'valibot';
import { ON_DUTY_POLICIES } from '../../domain/delivery/delivery-rules';
import {
  LEAST_SLEEP_MINUTES,
  MOST_DELAY_MINUTES,
  MOST_SLEEP_MINUTES,
} from '../../domain/shift/sleep-rules';
import { defineAction } from '../action';
import { ownReading, self } from '../allow';
import { Count, Nothing } from '../fields';
import { growing } from '../growing';

const fn = 'notify';

const ShownOnDutyPolicy = growing(ON_DUTY_POLICIES);

const Minute = v.pipe(Count, v.maxValue(1439));
const Length = v.pipe(Count, v.minValue(LEAST_SLEEP_MINUTES), v.maxValue(MOST_SLEEP_MINUTES));
const Delay = v.pipe(Count, v.maxValue(MOST_DELAY_MINUTES));

const windows = {
  /** One's own sleep at night; null: the organisation's. */
  night: v.nullable(v.strictObject({ startMinute: Minute, lengthMinutes: Length })),
  /** One's own sleep after a night shift; null: the organisation's. */
  afterNight: v.nullable(v.strictObject({ delayMinutes: Delay, lengthMinutes: Length })),
  digestMinute: v.nullable(Minute),
};

export const Preferences = v.strictObject({
  ...windows,
  onDuty: v.nullable(v.picklist(ON_DUTY_POLICIES)),
});
export type Preferences = v.InferOutput<typeof Preferences>;

/** As an answer names them. */
const ShownPreferences = v.strictObject({
  ...windows,
  onDuty: v.nullable(ShownOnDutyPolicy),
});
export type ShownPreferences = v.InferOutput<typeof ShownPreferences>;

export const preferences = defineAction({
  fn,
  name: 'preferences',
  allow: ownReading(),
  input: Nothing,
  output: v.strictObject({
    preferences: ShownPreferences,
    /** The organisation's rules, shown where nothing of one's own is set. */
    defaults: v.strictObject({
      nightStartMinute: Count,
      nightLengthMinutes: Count,
      afterNightDelayMinutes: Count,
      afterNightLengthMinutes: Count,
      onDuty: ShownOnDutyPolicy,
      digestMinute: Count,
      mostADay: Count,
    }),
    /** Estimated subscription credits by template key. */
    credits: v.array(
      v.strictObject({
        templateKey: v.string(),
        templateId: v.string(),
        title: v.string(),
        count: Count,
      }),
    ),
  }),
  errors: [],
});

/** A change plans again whatever is pending for this person. */
export const savePreferences = defineAction({
  fn,
  name: 'savePreferences',
  allow: self(),
  input: v.strictObject({ preferences: Preferences }),
  output: v.strictObject({ preferences: ShownPreferences, movedDeliveries: Count }),
  errors: ['bad-sleep-window'],
});

/** What WeChat's subscription dialog answered, asked first in the tap; a retry counts once (request id). */
export const recordSubscription = defineAction({
  fn,
  name: 'recordSubscription',
  allow: self(),
  input: v.strictObject({
    answers: v.pipe(
      v.array(
        v.strictObject({
          templateId: v.pipe(v.string(), v.maxLength(64)),
          answer: v.picklist(['accept', 'reject', 'ban', 'filter']),
        }),
      ),
      v.minLength(1),
      v.maxLength(5),
    ),
  }),
  output: v.strictObject({
    credits: v.array(v.strictObject({ templateKey: v.string(), count: Count })),
  }),
  errors: ['unknown-template'],
});

export const preferenceActions = { preferences, savePreferences, recordSubscription } as const;
