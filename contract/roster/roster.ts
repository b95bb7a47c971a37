import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch, ownReading, self } from '../allow';
import { AtMs, Count, Id, Month } from '../fields';
import { growingOr } from '../growing';
import { PRESENTERS } from '../roles';
import { CalendarDay, Change, ChangeDraft, OverrideId, ShownSlot, Swap } from './roster-shapes';
import { QuietTime } from './shift';

const fn = 'member';

export const myRoster = defineAction({
  fn,
  name: 'myRoster',
  allow: ownReading(),
  input: v.strictObject({ month: Month }),
  output: v.strictObject({
    nowMs: AtMs,
    crewName: v.nullable(v.string()),
    rotationName: v.nullable(v.string()),
    /** Every day of the month. */
    days: v.array(CalendarDay),
    /** The shifts of my pattern, for the legend. */
    legend: v.array(ShownSlot),
    /** Today and now. */
    quiet: v.nullable(QuietTime),
    /** Sleep of today, so that the page can say "quiet 08:30–15:30". */
    sleepToday: v.array(v.strictObject({ startAtMs: AtMs, endAtMs: AtMs })),
    changes: v.array(Change),
    swaps: v.array(Swap),
  }),
  errors: [],
});

/**
 * The phone chooses the id: a retry enters the change once, and other words under an id of mine
 * replace what stood there. Plans again what is pending for me. docs/rules.md#R-12, #R-65
 */
export const addChange = defineAction({
  fn,
  name: 'addChange',
  allow: self(),
  input: v.strictObject({ overrideId: Id, change: ChangeDraft }),
  output: v.strictObject({
    change: Change,
    movedDeliveries: Count,
    /** Names of those whose swap with me has days of this leave: they keep it, and are told. docs/rules.md#R-23 */
    swapPartners: v.array(v.string()),
  }),
  errors: [
    'end-before-start',
    /** detail.days: the longest that can be entered at once. */
    'too-long',
    'bad-hours',
    /** Another change of mine covers one of these days; leave goes before a swap. */
    'contradicts',
    'unknown-crew',
    /** It ended so long ago that it would not be kept; detail.days: how long changes are. */
    'too-old',
    /** detail.most */
    'too-many-changes',
  ],
});

export const removeChange = defineAction({
  fn,
  name: 'removeChange',
  allow: self(),
  input: v.strictObject({ overrideId: OverrideId }),
  output: v.strictObject({ movedDeliveries: Count }),
  errors: ['not-removable'],
});

/** Who is on duty, resting, asleep or free at an instant; people without a crew stand last. */
export const crewBoard = defineAction({
  fn,
  name: 'crewBoard',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    /** Before 2099, so that what follows it is an instant too. */
    atMs: v.optional(v.pipe(AtMs, v.maxValue(4_070_908_800_000))),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    atMs: AtMs,
    crews: v.array(
      v.strictObject({
        crewId: v.nullable(Id),
        crewName: v.nullable(v.string()),
        /** Of the crew's pattern on the day of `atMs`. */
        slots: v.array(ShownSlot),
        people: v.array(
          v.strictObject({
            memberId: Id,
            name: v.string(),
            state: growingOr(['on-duty', 'resting-after-night', 'asleep', 'free'], 'unknown'),
            /** End of the state; null when it lasts for two days or more, or is unknown. */
            untilAtMs: v.nullable(AtMs),
            override: v.nullable(v.string()),
          }),
        ),
      }),
    ),
  }),
  errors: [],
});

export const rosterActions = { myRoster, addChange, removeChange, crewBoard } as const;
