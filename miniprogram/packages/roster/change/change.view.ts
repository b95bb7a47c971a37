import type { OutputOf } from '../../../../contract/action';
import type { directory } from '../../../../contract/people/member';
import type { addChange } from '../../../../contract/roster/roster';
import type { LocalDay } from '../../../../domain/time/local-day';
import { CHANGE_TEXT, LEAVE_TEXT } from '../../../text/roster';
import { fullDayText, pickerClock } from '../../../text/when';
import { KINDS, LEAVE_KINDS, type ChangeForm } from './change-form';

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface FormView {
  readonly kind: ChangeForm['kind'];
  readonly kinds: readonly Choice[];
  readonly leaveKind: ChangeForm['leaveKind'];
  readonly leaveKinds: readonly Choice[];
  readonly crewId: string;
  readonly crews: readonly Choice[];
  readonly hasHours: boolean;
  readonly fromDay: LocalDay;
  readonly fromText: string;
  readonly lastDay: LocalDay;
  readonly lastText: string;
  readonly start: string;
  readonly end: string;
  readonly isOvernight: boolean;
  readonly note: string;
}

export interface CrewName {
  readonly crewId: string;
  readonly name: string;
}

export const noCrews: readonly CrewName[] = [];

/** The crews that people of the branch work in. */
export function crewsOf({
  people,
}: Pick<OutputOf<typeof directory>, 'people'>): readonly CrewName[] {
  const known = new Map<string, string>();
  for (const { crewId, crewName } of people) {
    if (crewId !== null && crewName !== null) known.set(crewId, crewName);
  }
  return [...known].map(([crewId, name]) => ({ crewId, name }));
}

const NOTES: Readonly<Record<ChangeForm['kind'], string>> = {
  leave: '这几天算你不在岗，消息照常避开夜里。换好的班也可以请假。',
  training: '培训时间算在岗，消息等你下课。',
  'on-loan': '这几天按那个值的班走；去外单位的，班次算不知道。',
  'changed-hours': '只上半个班，或换了时间，写实际上班的钟点。',
};

export function toFormView(
  form: ChangeForm,
  crews: readonly CrewName[],
  today: LocalDay,
): FormView {
  return {
    kind: form.kind,
    kinds: KINDS.map((kind) => ({ id: kind, text: CHANGE_TEXT[kind], isOn: kind === form.kind })),
    leaveKind: form.leaveKind,
    leaveKinds: LEAVE_KINDS.map((kind) => ({
      id: kind,
      text: LEAVE_TEXT[kind],
      isOn: kind === form.leaveKind,
    })),
    crewId: form.crewId,
    crews: [...crews, { crewId: '', name: '外单位' }].map(({ crewId, name }) => ({
      id: crewId,
      text: name,
      isOn: crewId === form.crewId,
    })),
    hasHours: form.kind === 'training' || form.kind === 'changed-hours',
    fromDay: form.fromDay,
    fromText: fullDayText(form.fromDay, today),
    lastDay: form.lastDay,
    lastText: fullDayText(form.lastDay, today),
    start: pickerClock(form.startMinute),
    end: pickerClock(form.endMinute),
    isOvernight: form.endMinute <= form.startMinute,
    note: NOTES[form.kind],
  };
}

/** What becomes of swaps that leave falls into; '' when it touches none. */
export function swapText(partners: readonly string[]): string {
  return partners.length === 0
    ? ''
    : `这几天里有换好的班：${partners.join('、')}照换好的班上，已发消息告知；你那个班由班组另外安排。`;
}

/** How many messages go by the new shift. */
export function enteredText({ movedDeliveries }: OutputOf<typeof addChange>): string {
  const moved = movedDeliveries === 0 ? '' : `，${movedDeliveries} 条消息跟着改了时间`;
  return `已登记${moved}`;
}
