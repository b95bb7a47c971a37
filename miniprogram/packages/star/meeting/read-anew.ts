import { formOf, inputOf, recordOf, type Meeting, type MeetingForm } from './meeting.view';

/** A record, and what is being written of it here. */
export interface Held {
  readonly meeting: Meeting;
  readonly form: MeetingForm;
  /** What somebody else has saved over the record on which the form was begun; null: nobody has. */
  readonly theirs: Meeting['meeting'];
  /** What was typed and can be saved no more; null: nothing. */
  readonly left: MeetingForm | null;
}

/**
 * What is held once the record was read again. What is typed stays, over the month as it is now: another
 * step of it is no reason to write again, another record stands beside, and of one that takes no more
 * words those that were typed are left to be copied.
 */
export function readAnew(held: Held | undefined, read: Meeting, nowMs: number): Held {
  const form = formOf(read, nowMs);
  const anew = { meeting: read, form, theirs: null, left: held?.left ?? null };
  if (held === undefined || !isTyped(held, nowMs) || isSameForm(held.form, form)) return anew;
  if (!read.canWrite) return { ...anew, left: held.form };
  const isSameRecord = sameRecord(held.meeting, read, nowMs);
  return { ...held, meeting: read, theirs: isSameRecord ? held.theirs : read.meeting };
}

export const isTyped = ({ form, meeting }: Held, nowMs: number): boolean =>
  !isSameForm(form, formOf(meeting, nowMs));

/** The form is the record now; whoever saved it goes on from there. */
export function afterSaving(
  held: Held,
  saved: MeetingForm,
  revision: number,
  byName: string,
): Held {
  const meeting = recordOf(saved, byName);
  return { ...held, meeting: { ...held.meeting, revision, meeting }, theirs: null };
}

/** Whether the same would be saved. */
export const isSameForm = (a: MeetingForm, b: MeetingForm): boolean => wordsOf(a) === wordsOf(b);

const wordsOf = (form: MeetingForm): string => {
  const { present, ...rest } = inputOf(form);
  return JSON.stringify({ ...rest, present: [...present].sort() });
};

function sameRecord(a: Meeting, b: Meeting, nowMs: number): boolean {
  if (a.meeting === null || b.meeting === null) return a.meeting === b.meeting;
  return isSameForm(formOf(a, nowMs), formOf(b, nowMs));
}
