import * as v from 'valibot';
import type { RotationDraft } from '../../../../../contract/roster/rotations';
import { checkRotation } from '../../../../../domain/shift/check-rotation';
import {
  MAX_CYCLE_DAYS,
  type CycleDay,
  type ShiftSlot,
} from '../../../../../domain/shift/rotation';
import { localDay, MINUTES_PER_DAY } from '../../../../../domain/time/local-day';
import { cleanWords } from '../../../../../domain/words/clean-words';
import { readDraft } from '../../../../state/drafts';
import { patternProblemText } from '../../../../text/roster-errors';

/** Names that a shift can have, with the hours and the kind they usually mean. */
export const USUAL = {
  early: { kind: 'day', startMinute: 480, endMinute: 840 },
  white: { kind: 'day', startMinute: 480, endMinute: 960 },
  middle: { kind: 'evening', startMinute: 960, endMinute: 0 },
  'front-night': { kind: 'evening', startMinute: 1200, endMinute: 120 },
  'back-night': { kind: 'night', startMinute: 120, endMinute: 480 },
  night: { kind: 'night', startMinute: 0, endMinute: 480 },
  study: { kind: 'study-day', startMinute: 480, endMinute: 960 },
} as const;
export const LABELS = [
  'early',
  'white',
  'middle',
  'front-night',
  'back-night',
  'night',
  'study',
] as const;
export const KINDS = ['day', 'evening', 'night', 'study-day'] as const;
export type Label = (typeof LABELS)[number];

const Shift = v.object({
  label: v.picklist(LABELS),
  kind: v.picklist(KINDS),
  startMinute: v.number(),
  /** Of the clock: one that is not after the start is on the next day. */
  endMinute: v.number(),
  /** Starts after midnight and counts to the day before. docs/rules.md#R-01 */
  isAfterMidnight: v.boolean(),
});
export type OwnShift = v.InferOutput<typeof Shift>;

const Form = v.object({
  name: v.string(),
  /** Each name once. */
  shifts: v.array(Shift),
  /** What stands on each day of the cycle; '' is rest. */
  days: v.array(v.picklist([...LABELS, ''])),
  isWorkdaysOnly: v.boolean(),
});
export type OwnForm = v.InferOutput<typeof Form>;

/** A drawn cycle with its name, '' when it has none. */
export interface OwnPattern {
  readonly name: string;
  readonly days: readonly CycleDay[];
  readonly daysCounted: 'every-day' | 'workdays';
}

export const FORM_NAME = 'own-rotation';
/** Only shifts that start before noon can belong to the evening before. */
const MORNING_ENDS = 720;

export const emptyForm: OwnForm = {
  name: '',
  shifts: (['white', 'middle', 'night'] as const).map(usualShift),
  days: Array.from({ length: 8 }, () => ''),
  isWorkdaysOnly: false,
};

/** What was drawn on this phone and not saved, or an empty form. */
export function startForm(): OwnForm {
  const kept = v.safeParse(Form, readDraft(FORM_NAME));
  return kept.success ? kept.output : emptyForm;
}

export function usualShift(label: Label): OwnShift {
  return { label, ...USUAL[label], isAfterMidnight: false };
}

/** Days are added as rest, and taken away at the end. */
export function withLength(form: OwnForm, length: number): OwnForm {
  const count = Math.min(MAX_CYCLE_DAYS, Math.max(1, length));
  const days = Array.from({ length: count }, (_, index) => form.days[index] ?? '');
  return { ...form, days };
}

/** The day goes on to the next shift of the list, after the last to rest. */
export function withNext(form: OwnForm, index: number): OwnForm {
  const order: OwnForm['days'] = ['', ...form.shifts.map(({ label }) => label)];
  const days = form.days.map((label, each) =>
    each === index ? (order[(order.indexOf(label) + 1) % order.length] ?? '') : label,
  );
  return { ...form, days };
}

/** One shift of the list with other hours or another name, which its days take over. */
export function withShift(form: OwnForm, index: number, given: Partial<OwnShift>): OwnForm {
  const before = form.shifts[index];
  if (before === undefined) return form;
  const changed = { ...before, ...given };
  const after = {
    ...changed,
    isAfterMidnight: canBeAfterMidnight(changed) && changed.isAfterMidnight,
  };
  return {
    ...form,
    shifts: form.shifts.map((shift, each) => (each === index ? after : shift)),
    days: form.days.map((label) => (label === before.label ? after.label : label)),
  };
}

export function withName(form: OwnForm, index: number, label: Label): OwnForm {
  return withShift(form, index, { label, kind: USUAL[label].kind });
}

/** One more shift, by the first name that is free. */
export function withMore(form: OwnForm): OwnForm {
  const [label] = freeLabels(form);
  return label === undefined ? form : { ...form, shifts: [...form.shifts, usualShift(label)] };
}

/** Its days become rest. */
export function without(form: OwnForm, index: number): OwnForm {
  const gone = form.shifts[index];
  return {
    ...form,
    shifts: form.shifts.filter((shift) => shift !== gone),
    days: form.days.map((label) => (label === gone?.label ? '' : label)),
  };
}

export function freeLabels({ shifts }: OwnForm): readonly Label[] {
  return LABELS.filter((label) => shifts.every((shift) => shift.label !== label));
}

export function canBeAfterMidnight({ startMinute }: OwnShift): boolean {
  return startMinute < MORNING_ENDS;
}

/** Only a cycle of one day can follow the national calendar. docs/rules.md#R-03 */
export function canBeWorkdaysOnly({ days }: OwnForm): boolean {
  return days.length === 1;
}

export function patternOf(form: OwnForm): OwnPattern {
  const slots = new Map(form.shifts.map((shift) => [shift.label, slotOf(shift)]));
  return {
    name: cleanWords(form.name),
    days: form.days.map((label) => {
      const slot = label === '' ? undefined : slots.get(label);
      return [slot ?? REST];
    }),
    daysCounted: canBeWorkdaysOnly(form) && form.isWorkdaysOnly ? 'workdays' : 'every-day',
  };
}

const REST: ShiftSlot = { label: 'rest', kind: 'rest', startMinute: 0, durationMinutes: 0 };

function slotOf({ label, kind, startMinute, endMinute, isAfterMidnight }: OwnShift): ShiftSlot {
  const end = endMinute > startMinute ? endMinute : endMinute + MINUTES_PER_DAY;
  const start = isAfterMidnight ? startMinute + MINUTES_PER_DAY : startMinute;
  return { label, kind, startMinute: start, durationMinutes: end - startMinute };
}

/** As the contract takes them. */
export function slotsOf(
  slots: CycleDay,
): Extract<RotationDraft['pattern'], { kind: 'own' }>['days'][number] {
  return slots.map((slot) => ({ ...slot }));
}

/** Any day: what is wrong with a cycle in itself does not depend on when it starts. */
const SOME_DAY = localDay('2026-01-01');

/** What is wrong with the cycle in itself, as a sentence; '' when it can be used. */
export function problemOf(form: OwnForm): string {
  const { days, daysCounted } = patternOf(form);
  const check = checkRotation({
    id: FORM_NAME,
    cycleDays: days.length,
    days,
    crews: [{ crewId: FORM_NAME, offset: 0 }],
    anchorDay: SOME_DAY,
    validFromDay: SOME_DAY,
    daysCounted,
  });
  if (check.kind === 'valid') return '';
  const [first] = check.problems;
  if (first === undefined) return '';
  return patternProblemText(first.code, 'cycleDay' in first ? first.cycleDay : undefined);
}
