import type { Detail, OutputOf } from '../../../../contract/action';
import type { Person } from '../../../../contract/member';
import type { audienceChoices } from '../../../../contract/study';
import { faultOfSittings, MAX_SITTINGS } from '../../../../domain/study/check-sittings';
import { STUDY_KINDS } from '../../../../domain/study/study-kinds';
import { addDays, dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Waiting } from '../../../state/shown';
import { FORM_TEXT, SITTING_FAULT_TEXT, STEP_TEXT } from '../../../text/edit-study';
import { AUDIENCE_KIND_TEXT, STUDY_KIND_TEXT } from '../../../text/study';
import { clockOfMinute, dayText, fullDayText } from '../../../text/when';
import { toDraft, windowOf, type SittingForm, type StudyForm } from './study-form';

type Choices = OutputOf<typeof audienceChoices>;

export const STEPS = ['content', 'audience', 'sittings', 'publish'] as const;
export type Step = (typeof STEPS)[number];

/** Where something is missing and what; `field` is the data-field of the input. */
export interface Fault {
  readonly step: Step;
  readonly field: string;
  readonly text: string;
}

/** Everything that keeps the form from being saved, in the order of the steps. */
export function faultsOf(
  form: StudyForm,
  nowMs: number,
  known: StudyForm | null,
): readonly Fault[] {
  return [...contentFaults(form), ...audienceFaults(form), ...sittingFaults(form, nowMs, known)];
}

function contentFaults(form: StudyForm): readonly Fault[] {
  const step = 'content';
  const topic =
    form.topic.trim() === ''
      ? [{ step, field: 'topic', text: FORM_TEXT.topicMissing } as const]
      : [];
  const materials = form.materials.flatMap((material, index): Fault[] => {
    if (material.title.trim() === '') {
      return [{ step, field: `material-title-${index}`, text: FORM_TEXT.materialTitleMissing }];
    }
    const isUrl = /^https:\/\/[^\s]{1,500}$/u.test(material.url.trim());
    return isUrl ? [] : [{ step, field: `material-url-${index}`, text: FORM_TEXT.materialUrlBad }];
  });
  return [...topic, ...materials];
}

function audienceFaults(form: StudyForm): readonly Fault[] {
  if (form.audience === 'branch' || chosenIds(form).length > 0) return [];
  return [{ step: 'audience', field: 'audience', text: FORM_TEXT.audienceMissing }];
}

function sittingFaults(form: StudyForm, nowMs: number, known: StudyForm | null): readonly Fault[] {
  const step = 'sittings';
  const places = form.sittings
    .filter((sitting) => sitting.place.trim() === '')
    .map((sitting): Fault => ({
      step,
      field: `place-${sitting.sittingId}`,
      text: FORM_TEXT.placeMissing,
    }));
  const knownSittings = known === null ? [] : toDraft(known).sittings;
  const found = faultOfSittings(toDraft(form).sittings, nowMs, knownSittings);
  if (found === undefined) return places;
  const field = found.sittingId === '' ? 'sittings' : `time-${found.sittingId}`;
  return [...places, { step, field, text: SITTING_FAULT_TEXT[found.fault] }];
}

/** A refusal that is about one sitting, as a fault at that sitting; undefined for any other. */
export function faultOfRefusal(
  failure: { readonly code: string; readonly detail: Detail },
  form: StudyForm,
  text: string,
): Fault | undefined {
  const { sitting, fault } = failure.detail;
  if (failure.code !== 'bad-sitting' && failure.code !== 'sitting-in-use') return undefined;
  const isThere = form.sittings.some(({ sittingId }) => sittingId === sitting);
  const texts: Readonly<Record<string, string>> = SITTING_FAULT_TEXT;
  return {
    step: 'sittings',
    field: isThere ? `time-${sitting ?? ''}` : 'sittings',
    text: texts[String(fault)] ?? text,
  };
}

export function chosenIds(form: StudyForm): readonly string[] {
  switch (form.audience) {
    case 'branch':
      return [];
    case 'groups':
      return form.groupIds;
    case 'crews':
      return form.crewIds;
    case 'people':
      return form.memberIds;
  }
}

export interface StepMark {
  readonly number: number;
  readonly text: string;
  readonly state: 'done' | 'on' | 'ahead';
}

export function stepMarks(step: Step): readonly StepMark[] {
  const at = STEPS.indexOf(step);
  return STEP_TEXT.map((text, index) => ({
    number: index + 1,
    text,
    state: index < at ? 'done' : index === at ? 'on' : 'ahead',
  }));
}

export const KIND_CHOICES = STUDY_KINDS.map((kind) => ({ kind, text: STUDY_KIND_TEXT[kind] }));

/** The form as its steps show it. */
export interface FormView {
  readonly steps: readonly StepMark[];
  readonly topic: string;
  readonly why: string;
  readonly kindIndex: number;
  readonly kindText: string;
  readonly minutes: number;
  readonly materials: StudyForm['materials'];
  readonly canAddMaterial: boolean;
  readonly sittings: readonly SittingRow[];
  readonly canAddSitting: boolean;
}

/** As many as the contract takes. */
const MOST_MATERIALS = 10;

export function toFormView(form: StudyForm, step: Step, nowMs: number): FormView {
  return {
    steps: stepMarks(step),
    topic: form.topic,
    why: form.why,
    kindIndex: STUDY_KINDS.indexOf(form.kind),
    kindText: STUDY_KIND_TEXT[form.kind],
    minutes: form.minutes,
    materials: form.materials,
    canAddMaterial: form.materials.length < MOST_MATERIALS,
    sittings: sittingRows(form, nowMs),
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
}

export function sittingRows(form: StudyForm, nowMs: number): readonly SittingRow[] {
  const today = dayOfInstant(nowMs);
  return form.sittings.map((sitting, index) => {
    const window = windowOf(sitting);
    return {
      sittingId: sitting.sittingId,
      title: form.sittings.length === 1 ? '场次' : `第 ${index + 1} 场`,
      place: sitting.place,
      day: sitting.day,
      dayText: nearDayText(sitting.day, today),
      start: inputClock(sitting.startMinute),
      end: inputClock(sitting.endMinute),
      opens: inputClock(window.opensMinute),
      late: inputClock(window.lateMinute),
      closes: inputClock(window.closesMinute),
      windowLine: windowLine(window),
      isOwnWindow:
        sitting.opensMinute !== null ||
        sitting.lateMinute !== null ||
        sitting.closesMinute !== null,
      canRemove: form.sittings.length > 1,
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

/** 'HH:mm' as the time picker wants it. */
export function inputClock(minute: number): string {
  const inDay = ((minute % 1440) + 1440) % 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** Minutes of the day of what the time picker answers. */
export function minuteOfInput(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** First and last day the date picker offers. */
export function dayLimits(nowMs: number): { first: LocalDay; last: LocalDay } {
  const today = dayOfInstant(nowMs);
  return { first: today, last: addDays(today, 366) };
}

export interface AudienceOption {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isChosen: boolean;
}

export interface AudienceView {
  readonly kinds: readonly { kind: StudyForm['audience']; text: string; isOn: boolean }[];
  readonly options: readonly AudienceOption[];
  readonly countText: string;
  readonly reach: number;
  readonly canSearch: boolean;
}

/** How many people the choice reaches, as far as the phone knows. */
export function reachOf(form: StudyForm, choices: Choices): number {
  const sum = (entries: readonly { id: string; count: number }[], ids: readonly string[]) =>
    entries.filter(({ id }) => ids.includes(id)).reduce((total, { count }) => total + count, 0);
  switch (form.audience) {
    case 'branch':
      return choices.total;
    case 'groups':
      return sum(
        choices.groups.map(({ groupId, count }) => ({ id: groupId, count })),
        form.groupIds,
      );
    case 'crews':
      return sum(
        choices.crews.map(({ crewId, count }) => ({ id: crewId, count })),
        form.crewIds,
      );
    case 'people':
      return form.memberIds.length;
  }
}

export function toAudienceView(
  form: StudyForm,
  choices: Choices,
  people: readonly Person[],
  query: string,
): AudienceView {
  const kinds = (['branch', 'groups', 'crews', 'people'] as const).map((kind) => ({
    kind,
    text: AUDIENCE_KIND_TEXT[kind],
    isOn: kind === form.audience,
  }));
  const reach = reachOf(form, choices);
  return {
    kinds,
    options: audienceOptions(form, choices, people, query.trim()),
    countText: `名单里有 ${reach} 人`,
    reach,
    canSearch: form.audience === 'people',
  };
}

function audienceOptions(
  form: StudyForm,
  choices: Choices,
  people: readonly Person[],
  query: string,
): readonly AudienceOption[] {
  const chosen = new Set(chosenIds(form));
  const option = (id: string, name: string, note: string) => ({
    id,
    name,
    note,
    isChosen: chosen.has(id),
  });
  switch (form.audience) {
    case 'branch':
      return [];
    case 'groups':
      return choices.groups.map((group) => option(group.groupId, group.name, `${group.count} 人`));
    case 'crews':
      return choices.crews.map((crew) => option(crew.crewId, crew.name, `${crew.count} 人`));
    case 'people':
      return people
        .filter(
          (person) =>
            query === '' || person.name.includes(query) || (person.crewName ?? '').includes(query),
        )
        .map((person) => option(person.memberId, person.name, personNote(person)));
  }
}

function personNote(person: Person): string {
  return [person.crewName, person.groupName].filter((name) => name !== null).join(' · ');
}

export interface Preview {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** What will be published, in the words in which it will be read. */
export function toPreview(form: StudyForm, expected: number, nowMs: number): Preview {
  const materials = form.materials.length;
  const mustRead = form.materials.filter((material) => material.isMustRead).length;
  return {
    title: `${expected} 人，${form.sittings.length} 场`,
    lines: [
      { label: '主题', value: form.topic.trim() },
      { label: '类型', value: `${STUDY_KIND_TEXT[form.kind]} · 约 ${form.minutes} 分钟` },
      { label: '对象', value: `${AUDIENCE_KIND_TEXT[form.audience]} ${expected} 人` },
      ...form.sittings.map((sitting, index) => ({
        label: form.sittings.length === 1 ? '场次' : `第 ${index + 1} 场`,
        value: sittingLine(sitting, nowMs),
      })),
      ...(materials === 0
        ? []
        : [
            {
              label: '材料',
              value: `${materials} 份${mustRead === 0 ? '' : `，${mustRead} 份必读`}`,
            },
          ]),
    ],
  };
}

function sittingLine(sitting: SittingForm, nowMs: number): string {
  const day = dayText(sitting.day, dayOfInstant(nowMs));
  return `${day} ${clockOfMinute(sitting.startMinute)}–${clockOfMinute(sitting.endMinute)}\n${sitting.place.trim()}`;
}

export const opening: Waiting | { readonly kind: 'content' } = { kind: 'loading' };
export const firstStep: Step = 'content';
/** Field → what is wrong with it. */
export const noFaults: Readonly<Record<string, string>> = {};
/** sittingId → whether the times of its check-in are shown for changing. */
export const closedWindows: Readonly<Record<string, boolean>> = {};
