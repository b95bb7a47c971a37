import * as v from 'valibot';
import type { OutputOf } from '../../../../contract/action';
import { ContestDraft } from '../../../../contract/content/contest-shapes';
import type { contestForm } from '../../../../contract/content/contest-writing';
import { CONTEST_LIMITS } from '../../../../domain/content/contest/contest';
import { questionKey } from '../../../../domain/content/contest/question-list';
import type { Interval } from '../../../../domain/time/interval';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  minuteOfInstant,
} from '../../../../domain/time/local-day';
import {
  QuestionForm,
  withQuestion,
  type NewId,
} from '../../../components/questions/question-form';
import { minuteOfClock, pickerClock } from '../../../text/when';

/** What is typed, as it stays in the phone until it is saved. */
export const ContestForm = v.object({
  contestId: v.string(),
  /** The one that it changes; 0: it is new. */
  revision: v.number(),
  title: v.string(),
  round: v.number(),
  startDay: v.string(),
  startTime: v.string(),
  endDay: v.string(),
  endTime: v.string(),
  questions: v.array(QuestionForm),
  /** What was sent and not answered: nobody knows whether it is stored. */
  unanswered: v.fallback(v.nullable(ContestDraft), null),
});
export type ContestForm = v.InferOutput<typeof ContestForm>;

/** From tomorrow morning, for as long as most rotations take to turn once. */
export function begun(newId: NewId, nowMs: number): ContestForm {
  const startDay = addDays(dayOfInstant(nowMs), 1);
  const empty = {
    contestId: newId(),
    revision: 0,
    title: '',
    round: 1,
    startDay,
    startTime: '08:00',
    endDay: addDays(startDay, FIRST_DAYS),
    endTime: '08:00',
    questions: [],
    unanswered: null,
  };
  return withQuestion<ContestForm>(empty, newId, CONTEST_LIMITS.questions);
}

/** How long a window is looked for where nobody says otherwise. */
export const FIRST_DAYS = 5;
/** It is looked for among the starts of so many days. */
export const LOOKED_DAYS = 7;

/** What the server has, for typing; undefined where only a newer version knows a part of it. */
export function formOf(contestId: string, output: OutputOf<typeof contestForm>) {
  const { title, round, revision, questions } = output;
  const form = v.safeParse(ContestForm, {
    contestId,
    revision,
    title,
    round,
    ...timesOf(output),
    questions,
    unanswered: null,
  });
  return form.success ? form.output : undefined;
}

/** A window as the pickers show it. */
export const timesOf = ({ startAtMs, endAtMs }: Interval) => ({
  startDay: dayOfInstant(startAtMs),
  startTime: pickerClock(minuteOfInstant(startAtMs)),
  endDay: dayOfInstant(endAtMs),
  endTime: pickerClock(minuteOfInstant(endAtMs)),
});

export const windowOf = ({ startDay, startTime, endDay, endTime }: ContestForm): Interval => ({
  startAtMs: instantOf(localDay(startDay), minuteOfClock(startTime)),
  endAtMs: instantOf(localDay(endDay), minuteOfClock(endTime)),
});

export const toDraft = (form: ContestForm): ContestDraft => {
  const { title, round, questions } = form;
  return { title, round, ...windowOf(form), questions };
};

const isEmpty = ({ text, why, options }: QuestionForm): boolean =>
  [text, why, ...options.map((option) => option.text)].every((words) => words.trim() === '');

/** How many questions of the bank it takes; one that nothing was written into gives way. */
export const roomIn = ({ questions }: ContestForm): number =>
  CONTEST_LIMITS.questions - questions.filter((question) => !isEmpty(question)).length;

/** With questions of the bank, each once by its words, as many as it takes. docs/rules.md#R-257 */
export function withPicked(form: ContestForm, picked: readonly QuestionForm[]): ContestForm {
  const written = form.questions.filter((question) => !isEmpty(question));
  const asked = new Set(written.map(({ text }) => questionKey(text)));
  const ids = new Set(written.map(({ questionId }) => questionId));
  const fresh = picked.filter(
    ({ questionId, text }) => !ids.has(questionId) && !asked.has(questionKey(text)),
  );
  return { ...form, questions: [...written, ...fresh].slice(0, CONTEST_LIMITS.questions) };
}
