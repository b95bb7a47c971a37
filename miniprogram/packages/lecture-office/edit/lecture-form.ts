import * as v from 'valibot';
import { LectureDraft } from '../../../../contract/content/lecture-shapes';
import { LECTURE_LIMITS } from '../../../../domain/content/contest/lecture';
import { addDays, dayOfInstant, instantOf, localDay } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { AWARD_NAMES } from './award-names.view';

/** What is typed, as it stays in the phone until it is saved; entries and judging end with their day. */
export const LectureForm = v.object({
  contestId: v.string(),
  /** The one that it changes; 0: it is new. */
  revision: v.number(),
  title: v.string(),
  startDay: v.string(),
  lastDay: v.string(),
  judgeDay: v.string(),
  criteria: v.array(
    v.object({
      criterionId: v.string(),
      title: v.string(),
      text: v.string(),
      points: v.string(),
    }),
  ),
  awards: v.array(v.object({ name: v.string(), places: v.number() })),
  /** '': equals stay equal. */
  tieCriterionId: v.string(),
  judgeIds: v.array(v.string()),
  /** What was sent and not answered: nobody knows whether it is stored. */
  unanswered: v.fallback(v.nullable(LectureDraft), null),
});
export type LectureForm = v.InferOutput<typeof LectureForm>;

export type NewId = () => string;

/** Entries begin in the morning. Minutes of the day. */
const START_MINUTE = 8 * 60;
const FIRST = { entryDays: 13, judgeDays: 7 } as const;

/** From tomorrow, for two weeks, then a week to judge. */
export function begun(newId: NewId, nowMs: number): LectureForm {
  const startDay = addDays(dayOfInstant(nowMs), 1);
  const lastDay = addDays(startDay, FIRST.entryDays);
  return {
    contestId: newId(),
    revision: 0,
    title: '',
    startDay,
    lastDay,
    judgeDay: addDays(lastDay, FIRST.judgeDays),
    criteria: [{ criterionId: newId(), title: '', text: '', points: '' }],
    awards: [{ name: AWARD_NAMES[0], places: 1 }],
    tieCriterionId: '',
    judgeIds: [],
    unanswered: null,
  };
}

export function formOf(contestId: string, revision: number, draft: LectureDraft): LectureForm {
  const { title, startAtMs, endAtMs, judgeByMs, criteria, awards, tieCriterionId } = draft;
  return {
    contestId,
    revision,
    title,
    startDay: dayOfInstant(startAtMs),
    lastDay: dayOfInstant(endAtMs - 1),
    judgeDay: dayOfInstant(judgeByMs - 1),
    criteria: criteria.map((criterion) => ({ ...criterion, points: String(criterion.points) })),
    awards,
    tieCriterionId: tieCriterionId ?? '',
    judgeIds: draft.judgeIds,
    unanswered: null,
  };
}

export const periodOf = ({ startDay, lastDay, judgeDay }: LectureForm) => ({
  startAtMs: instantOf(localDay(startDay), START_MINUTE),
  endAtMs: instantOf(addDays(localDay(lastDay), 1), 0),
  judgeByMs: instantOf(addDays(localDay(judgeDay), 1), 0),
});

export const toDraft = (form: LectureForm): LectureDraft => ({
  title: cleanWords(form.title),
  ...periodOf(form),
  criteria: form.criteria.map(({ criterionId, title, text, points }) => {
    return {
      criterionId,
      title: cleanWords(title),
      text: cleanWords(text),
      points: Number(points),
    };
  }),
  awards: form.awards.map(({ name, places }) => ({ name: cleanWords(name), places })),
  tieCriterionId: form.tieCriterionId === '' ? null : form.tieCriterionId,
  judgeIds: form.judgeIds,
});

export const withCriterion = (form: LectureForm, newId: NewId): LectureForm =>
  form.criteria.length >= LECTURE_LIMITS.criteria
    ? form
    : {
        ...form,
        criteria: [...form.criteria, { criterionId: newId(), title: '', text: '', points: '' }],
      };

export const withoutCriterion = (form: LectureForm, criterionId: string): LectureForm => ({
  ...form,
  criteria: form.criteria.filter((each) => each.criterionId !== criterionId),
  tieCriterionId: form.tieCriterionId === criterionId ? '' : form.tieCriterionId,
});

/** With one more, by the first of the usual names that is free. */
export function withAward(form: LectureForm): LectureForm {
  if (form.awards.length >= LECTURE_LIMITS.awards) return form;
  const name = AWARD_NAMES.find((each) => form.awards.every((award) => award.name !== each));
  return { ...form, awards: [...form.awards, { name: name ?? '', places: 1 }] };
}

export const withJudge = (form: LectureForm, memberId: string): LectureForm =>
  form.judgeIds.includes(memberId) || form.judgeIds.length >= LECTURE_LIMITS.judges.most
    ? form
    : { ...form, judgeIds: [...form.judgeIds, memberId] };
