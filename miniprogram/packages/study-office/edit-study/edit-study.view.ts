import { MOST_MATERIALS } from '../../../../contract/limits';
import { MAX_SITTINGS } from '../../../../domain/study/sitting';
import { STUDY_KINDS } from '../../../../domain/study/study-kinds';
import { addDays, dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Gate } from '../../../state/gate';
import type { PageBranch } from '../../../state/page-branch';
import { STEP_TEXT } from '../../../text/edit-study';
import { CALLED_OFF_TEXT } from '../../../text/edit-study';
import { NOT_YOURS_TEXT } from '../../../text/errors';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { clockOfMinute, dayText, fullDayText, pickerClock } from '../../../text/when';
import { STEP_MINUTES } from './change-form';
import { noClashes, withOwnClashes, type Clashes } from './own-clashes.view';
import type { Asked, Held } from './sitting-plan/held.view';
import { toAudience, toSitting, windowOf, type StudyForm } from './study-form';

export const STEPS = ['content', 'audience', 'sittings', 'publish'] as const;
export type Step = (typeof STEPS)[number];

export const KIND_CHOICES = STUDY_KINDS.map((kind) => ({ kind, text: STUDY_KIND_TEXT[kind] }));

/** The form as its steps show it. */
export interface FormView {
  readonly steps: readonly string[];
  readonly stepIndex: number;
  readonly topic: string;
  readonly why: string;
  readonly kindIndex: number;
  readonly kindText: string;
  readonly minutes: number;
  readonly stepMinutes: number;
  readonly materials: StudyForm['materials'];
  readonly canAddMaterial: boolean;
  readonly sittings: readonly SittingRow[];
  /** What the plan of the sittings is asked about. */
  readonly asked: Asked;
  readonly held: readonly Held[];
  readonly canAddSitting: boolean;
}

export function toFormView(
  form: StudyForm,
  step: Step,
  branch: PageBranch,
  nowMs: number,
  heard: Clashes = noClashes,
): FormView {
  return {
    steps: STEP_TEXT,
    stepIndex: STEPS.indexOf(step),
    topic: form.topic,
    why: form.why,
    kindIndex: STUDY_KINDS.indexOf(form.kind),
    kindText: STUDY_KIND_TEXT[form.kind],
    minutes: form.minutes,
    stepMinutes: STEP_MINUTES,
    materials: form.materials,
    canAddMaterial: form.materials.length < MOST_MATERIALS,
    sittings: sittingRows(form, nowMs, heard),
    asked: { ...branch, studyId: form.studyId, kind: form.kind, audience: toAudience(form) },
    held: form.sittings.map(toSitting).map(({ sittingId, place, startAtMs, endAtMs }) => {
      return { sittingId, place, startAtMs, endAtMs };
    }),
    canAddSitting: form.sittings.length < MAX_SITTINGS,
  };
}

export interface SittingRow {
  readonly sittingId: string;
  readonly title: string;
  readonly place: string;
  readonly day: LocalDay;
  readonly dayText: string;
  readonly start: string;
  readonly end: string;
  readonly opens: string;
  readonly late: string;
  readonly closes: string;
  readonly windowLine: string;
  readonly isOwnWindow: boolean;
  readonly canRemove: boolean;
  /** What else is held then, where it matters. */
  readonly clashes: readonly string[];
}

export function sittingRows(
  form: StudyForm,
  nowMs: number,
  heard: Clashes = noClashes,
): readonly SittingRow[] {
  const today = dayOfInstant(nowMs);
  const clashes = withOwnClashes(form, heard);
  return form.sittings.map((sitting, index) => {
    const window = windowOf(sitting);
    return {
      sittingId: sitting.sittingId,
      title: form.sittings.length === 1 ? '场次' : `第 ${index + 1} 场`,
      place: sitting.place,
      day: sitting.day,
      dayText: nearDayText(sitting.day, today),
      start: pickerClock(sitting.startMinute),
      end: pickerClock(sitting.endMinute),
      opens: pickerClock(window.opensMinute),
      late: pickerClock(window.lateMinute),
      closes: pickerClock(window.closesMinute),
      windowLine: windowLine(window),
      isOwnWindow:
        sitting.opensMinute !== null ||
        sitting.lateMinute !== null ||
        sitting.closesMinute !== null,
      canRemove: form.sittings.length > 1,
      clashes: clashes[sitting.sittingId] ?? [],
    };
  });
}

function windowLine(window: ReturnType<typeof windowOf>): string {
  return `${clockOfMinute(window.opensMinute)} 起可签到，${clockOfMinute(window.lateMinute)} 后算迟到，${clockOfMinute(window.closesMinute)} 截止`;
}

/** '今天 周四 3月12日': the picker shows a date, people think in weekdays. */
function nearDayText(day: LocalDay, today: LocalDay): string {
  const near = dayText(day, today);
  const full = fullDayText(day, today);
  return near === full ? full : `${near} ${full}`;
}

/** First and last day the date picker offers. */
export function dayLimits(nowMs: number): { first: LocalDay; last: LocalDay } {
  const today = dayOfInstant(nowMs);
  return { first: today, last: addDays(today, 366) };
}

export const opening: Gate = { kind: 'loading' };
/** For a member who came by a link to what officers change. */
export const NOT_YOURS: Gate = { kind: 'not-yours', text: NOT_YOURS_TEXT };
/** For whoever comes to what somebody has called off, with nothing typed of it. */
export const CALLED_OFF: Gate = { kind: 'not-yours', text: CALLED_OFF_TEXT };
export const firstStep: Step = 'content';
/** sittingId → whether the times of its check-in are shown for changing. */
export const closedWindows: Readonly<Record<string, boolean>> = {};

/** Of the page while something published is changed. */
export const CHANGE_TITLE = '修改学习';
export const NEW_TITLE = '新建学习';

export const DONE_TEXT = { published: '已发布', saved: '已保存' } as const;
