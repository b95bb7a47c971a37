import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import type { ChangeDraft } from '../../../../contract/roster/roster-shapes';
import { addDays, MINUTES_PER_DAY, type LocalDay } from '../../../../domain/time/local-day';
import { readDraft } from '../../../state/drafts';

export const KINDS = ['leave', 'training', 'on-loan', 'changed-hours'] as const;
export const LEAVE_KINDS = ['annual', 'sick', 'personal', 'other'] as const;

const Form = v.object({
  kind: v.picklist(KINDS),
  fromDay: Day,
  /** Included, as people say it. */
  lastDay: Day,
  leaveKind: v.picklist(LEAVE_KINDS),
  startMinute: v.number(),
  endMinute: v.number(),
  /** '' for another company. */
  crewId: v.string(),
});
export type ChangeForm = v.InferOutput<typeof Form>;

export const FORM_NAME = 'roster-change';

/** A shift on one's own hours is named by when it begins: before 06:00 and from 20:00 by night. */
const DAY_FROM = 6 * 60;
const EVENING_FROM = 12 * 60;
const NIGHT_FROM = 20 * 60;

export function emptyForm(day: LocalDay): ChangeForm {
  return {
    kind: 'leave',
    fromDay: day,
    lastDay: day,
    leaveKind: 'annual',
    startMinute: 510,
    endMinute: 1050,
    crewId: '',
  };
}

/** What was begun on this phone for that day, or an empty form. */
export function startForm(day: LocalDay): ChangeForm {
  const kept = v.safeParse(Form, readDraft(FORM_NAME));
  return kept.success && kept.output.fromDay === day ? kept.output : emptyForm(day);
}

/** The last day follows when the first one passes it. */
export function withFirstDay(form: ChangeForm, fromDay: LocalDay): ChangeForm {
  return { ...form, fromDay, lastDay: form.lastDay < fromDay ? fromDay : form.lastDay };
}

/** What is asked of the server; an end before the start is on the next day. */
export function draftOf(form: ChangeForm): ChangeDraft {
  const days = { fromDay: form.fromDay, toDay: addDays(form.lastDay, 1) };
  switch (form.kind) {
    case 'leave':
      return { kind: 'leave', ...days, leaveKind: form.leaveKind };
    case 'training':
      return {
        kind: 'training',
        ...days,
        slot: { ...hoursOf(form), label: 'study', kind: 'study-day' },
      };
    case 'on-loan':
      return { kind: 'on-loan', ...days, crewId: form.crewId === '' ? null : form.crewId };
    case 'changed-hours':
      return { kind: 'changed-hours', ...days, slots: [{ ...hoursOf(form), ...nameOf(form) }] };
  }
}

function hoursOf({ startMinute, endMinute }: ChangeForm) {
  const span = endMinute > startMinute ? endMinute : endMinute + MINUTES_PER_DAY;
  return { startMinute, durationMinutes: span - startMinute };
}

function nameOf({ startMinute }: ChangeForm) {
  if (startMinute < DAY_FROM || startMinute >= NIGHT_FROM) {
    return { label: 'night', kind: 'night' } as const;
  }
  return startMinute < EVENING_FROM
    ? ({ label: 'white', kind: 'day' } as const)
    : ({ label: 'middle', kind: 'evening' } as const);
}
