import { MOST_CHARACTERS } from '../../../../contract/limits';
import { LECTURE_CHARACTERS } from '../../../../contract/content/lecture-shapes';
import type { OutputOf } from '../../../../contract/action';
import type {
  lectureForm,
  publishLectureContest,
  saveLectureContest,
} from '../../../../contract/content/lecture-writing';
import { isLecturePeriod, LECTURE_LIMITS } from '../../../../domain/content/contest/lecture';
import { addDays, dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Placeholder } from '../../../state/shown';
import { TITLE_MISSING_TEXT, type ErrorTexts } from '../../../text/errors';
import { draftRefusals, publishRefusals } from '../../../text/contest-draft';
import { dayText } from '../../../text/when';
import { periodOf, type LectureForm } from './lecture-form';
import { wordsFault, tooLongText } from '../../../text/too-long';

export type People = OutputOf<typeof lectureForm>['people'];

export interface EditContent {
  readonly kind: 'content';
  readonly form: LectureForm;
  readonly isNew: boolean;
  readonly firstDay: string;
  readonly finalDay: string;
  readonly startText: string;
  readonly lastText: string;
  readonly judgeText: string;
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly points: string;
    readonly canRemove: boolean;
  }[];
  readonly canAddCriterion: boolean;
  readonly ties: readonly string[];
  readonly tie: number;
  readonly awards: readonly {
    readonly at: number;
    readonly name: string;
    readonly places: number;
    readonly canFewer: boolean;
    readonly canMore: boolean;
    readonly canRemove: boolean;
  }[];
  readonly canAddAward: boolean;
  readonly judges: readonly { readonly memberId: string; readonly name: string }[];
  readonly judgesNote: string;
  /** The first says what the others are for. */
  readonly candidates: readonly string[];
}
export type EditView = Placeholder | EditContent;

export const opening: EditView = { kind: 'loading' };
export const noFaults: Readonly<Record<string, string>> = {};
const PICK_TEXT = '选一位';

export const candidatesOf = (form: LectureForm, people: People): People =>
  people.filter(({ memberId }) => !form.judgeIds.includes(memberId));

export function toView(form: LectureForm, people: People, nowMs: number): EditContent {
  const today = dayOfInstant(nowMs);
  const { criteria, awards, places, judges, daysAhead, longestDays } = LECTURE_LIMITS;
  const titles = form.criteria.map(({ title }, at) => cleanWords(title) || `第 ${at + 1} 项`);
  return {
    kind: 'content',
    form,
    isNew: form.revision === 0,
    firstDay: addDays(today, 1),
    finalDay: addDays(today, daysAhead + 2 * longestDays),
    startText: `${dayText(localDay(form.startDay), today)} 8:00`,
    lastText: `${dayText(localDay(form.lastDay), today)} 24:00`,
    judgeText: `${dayText(localDay(form.judgeDay), today)} 24:00`,
    criteria: form.criteria.map((criterion, at) => {
      return { ...criterion, number: at + 1, canRemove: form.criteria.length > 1 };
    }),
    canAddCriterion: form.criteria.length < criteria,
    ties: ['同分就同奖', ...titles.map((title) => `先比“${title}”`)],
    tie: form.criteria.findIndex(({ criterionId }) => criterionId === form.tieCriterionId) + 1,
    awards: form.awards.map((award, at) => ({
      ...award,
      at,
      canFewer: award.places > 1,
      canMore: award.places < places,
      canRemove: form.awards.length > 1,
    })),
    canAddAward: form.awards.length < awards,
    judges: form.judgeIds.map((memberId) => {
      const person = people.find((each) => each.memberId === memberId);
      return { memberId, name: person?.name ?? '已经不在支部的人' };
    }),
    judgesNote: `${form.judgeIds.length} 位，要 ${judges.least} 到 ${judges.most} 位`,
    candidates:
      form.judgeIds.length < judges.most
        ? [PICK_TEXT, ...candidatesOf(form, people).map(({ name }) => name)]
        : [],
  };
}

const { longestDays, daysAhead, judges: JUDGES, points: MOST_POINTS } = LECTURE_LIMITS;
const BAD_WINDOW = `报名和评分各最长 ${longestDays} 天，先报后评，最早开始不能晚过 ${daysAhead} 天以后。`;
const BAD_CRITERIA = '有两项、两个奖或者两位评委是一样的，改掉一个。';

/** What keeps it from being saved, by the field it is told at; the first is shown first. */
export function faultsOf(form: LectureForm, nowMs: number): Readonly<Record<string, string>> {
  const ownTitle = wordsFault(form.title, MOST_CHARACTERS.title, TITLE_MISSING_TEXT);
  const longAward = form.awards.find(
    ({ name }) => tooLongText(name, LECTURE_CHARACTERS.award) !== '',
  );
  const names = form.awards.map(({ name }) => cleanWords(name));
  const hasSameNames = new Set(names).size < names.length;
  const { length } = form.judgeIds;
  const titles = form.criteria.map(({ title }) => cleanWords(title));
  return Object.fromEntries([
    ...(ownTitle === '' ? [] : [['title', ownTitle] as const]),
    ...(isLecturePeriod(periodOf(form), nowMs) ? [] : [['window', BAD_WINDOW] as const]),
    ...form.criteria.flatMap(({ criterionId, text, points }, at) => {
      const title = titles[at] ?? '';
      const fault = wordsFault(text, LECTURE_CHARACTERS.criterionText, '写清楚怎么给分。');
      const titleFault = wordsFault(title, LECTURE_CHARACTERS.criterion, '还没写评什么。');
      const isTwice = title !== '' && titles.indexOf(title) < at;
      const isPoints =
        /^\d{1,3}$/u.test(points) && Number(points) >= 1 && Number(points) <= MOST_POINTS;
      return [
        ...(titleFault === '' ? [] : [[`${criterionId}-title`, titleFault] as const]),
        ...(isTwice ? [[`${criterionId}-title`, '这一项和上面的一样。'] as const] : []),
        ...(isPoints
          ? []
          : [[`${criterionId}-points`, `写 1 到 ${MOST_POINTS} 的整数。`] as const]),
        ...(fault === '' ? [] : [[`${criterionId}-text`, fault] as const]),
      ];
    }),
    ...(names.includes('') ? [['awards', '有的奖还没写名字。'] as const] : []),
    ...(longAward === undefined
      ? []
      : [['awards', tooLongText(longAward.name, LECTURE_CHARACTERS.award)] as const]),
    ...(hasSameNames ? [['awards', '有两个奖是一样的名字。'] as const] : []),
    ...(length >= JUDGES.least && length <= JUDGES.most
      ? []
      : [['judges', `评委要 ${JUDGES.least} 到 ${JUDGES.most} 位。`] as const]),
  ]);
}

export const saveErrors = {
  'bad-window': BAD_WINDOW,
  'bad-criteria': BAD_CRITERIA,
  'not-in-branch': '有一位评委已经不在这个支部。去掉他，换一位。',
  ...draftRefusals,
} satisfies ErrorTexts<typeof saveLectureContest>;

export const publishErrors = {
  ...publishRefusals,
  'not-in-branch': '有一位评委已经不在这个支部。去掉他，换一位。',
} satisfies ErrorTexts<typeof publishLectureContest>;

export const publishQuestion = {
  title: '发布党课竞赛',
  content: '发布以后，标准、奖项和时间不能再改，评委能换；到开始的时候，支部的人都会收到。',
  confirmBtn: '发布',
  cancelBtn: '再看看',
};
export const dropQuestion = {
  title: '不要这份草稿',
  content: '写的标准一起删掉，找不回来。',
  confirmBtn: '不要了',
  cancelBtn: '留着',
};
