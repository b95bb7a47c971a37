import { MOST_CHARACTERS } from '../../../../contract/limits';
import { wordsFault } from '../../../text/too-long';
import type { OutputOf } from '../../../../contract/action';
import type { CrewInContest } from '../../../../contract/content/contest-shapes';
import type {
  contestWindow,
  publishContest,
  saveContest,
} from '../../../../contract/content/contest-writing';
import { CONTEST_LIMITS, isWindow } from '../../../../domain/content/contest/contest';
import { dayOfInstant, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import {
  questionFaults,
  questionViews,
  type QuestionView,
} from '../../../components/questions/questions.view';
import type { Question } from '../../../state/confirmed';
import type { Placeholder } from '../../../state/shown';
import { TITLE_MISSING_TEXT, type ErrorTexts } from '../../../text/errors';
import { draftRefusals, publishRefusals } from '../../../text/contest-draft';
import { dayText } from '../../../text/when';
import { windowOf, type ContestForm } from './contest-form';

export type FoundWindow = OutputOf<typeof contestWindow>;

interface CrewRow {
  readonly key: string;
  readonly name: string;
  readonly hours: string;
  /** Of the bar, per cent of the most that a crew has. */
  readonly width: number;
  readonly isLess: boolean;
}

export interface EditContent {
  readonly kind: 'content';
  readonly form: ContestForm;
  readonly isNew: boolean;
  readonly canFewerRounds: boolean;
  readonly canMoreRounds: boolean;
  readonly startDayText: string;
  readonly endDayText: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly days: number;
  readonly canFewerDays: boolean;
  readonly canMoreDays: boolean;
  readonly crews: readonly CrewRow[];
  readonly crewsNote: string;
  readonly fairness: {
    readonly text: string;
    readonly tone: 'ok' | 'warn';
    readonly equal: string;
  } | null;
  readonly questions: readonly QuestionView[];
  readonly canAddQuestion: boolean;
  readonly questionsNote: string;
}
export type EditView = Placeholder | EditContent;

export const opening: EditView = { kind: 'loading' };
export const noFaults: Readonly<Record<string, string>> = {};
export const CHANGED_BY_NEWER = '题目是新版本写的，这个版本改不了。换成新版再改。';

/** @param weighed what the server said last: of another window than stands there it says nothing */
export function toView(
  form: ContestForm,
  weighed: FoundWindow | undefined,
  days: number,
  nowMs: number,
): EditContent {
  const { startAtMs, endAtMs } = windowOf(form);
  const isOfIt = weighed?.startAtMs === startAtMs && weighed.endAtMs === endAtMs;
  const found = isOfIt ? weighed : undefined;
  const today = dayOfInstant(nowMs);
  const hasNone = found?.crews.some(({ crewId }) => crewId === null) === true;
  return {
    kind: 'content',
    form,
    isNew: form.revision === 0,
    canFewerRounds: form.round > 1,
    canMoreRounds: form.round < CONTEST_LIMITS.rounds,
    startDayText: dayText(localDay(form.startDay), today),
    endDayText: dayText(localDay(form.endDay), today),
    firstDay: today,
    lastDay: dayOfInstant(
      nowMs + (CONTEST_LIMITS.daysAhead + CONTEST_LIMITS.longestDays) * MS_PER_DAY,
    ),
    days,
    canFewerDays: days > 1,
    canMoreDays: days < CONTEST_LIMITS.longestDays,
    crews: crewRows(found?.crews ?? []),
    crewsNote: `每个值醒着又不在岗的时间，按班表算。${hasNone ? '没排班的不比。' : ''}`,
    fairness: found === undefined ? null : fairnessOf(found),
    questions: questionViews(form.questions),
    canAddQuestion: form.questions.length < CONTEST_LIMITS.questions,
    questionsNote: `${form.questions.length} 道，最多 ${CONTEST_LIMITS.questions} 道`,
  };
}

const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
const compared = (crews: readonly CrewInContest[]) => crews.filter(({ crewId }) => crewId !== null);

function crewRows(crews: readonly CrewInContest[]): readonly CrewRow[] {
  const most = Math.max(1, ...crews.map(({ awakeMinutes }) => awakeMinutes));
  const mostOfCrews = Math.max(0, ...compared(crews).map(({ awakeMinutes }) => awakeMinutes));
  return crews.map(({ crewId, crewName, people, awakeMinutes }) => ({
    key: crewId ?? 'none',
    name: `${crewName ?? '没排班的'}，${people} 人`,
    hours: `${hoursOf(awakeMinutes)} 小时`,
    width: (awakeMinutes * 100) / most,
    isLess: crewId !== null && awakeMinutes < mostOfCrews,
  }));
}

function fairnessOf({ crews, isEqual, equal }: FoundWindow): EditContent['fairness'] {
  const own = compared(crews);
  const least = [...own].sort((a, b) => a.awakeMinutes - b.awakeMinutes)[0];
  if (least === undefined) return { text: NO_CREWS, tone: 'ok', equal: '' };
  if (isEqual) {
    const text = `各值一样多，都是 ${hoursOf(least.awakeMinutes)} 小时。`;
    return { text, tone: 'ok', equal: '' };
  }
  const most = Math.max(...own.map(({ awakeMinutes }) => awakeMinutes));
  const names = own
    .filter(({ awakeMinutes }) => awakeMinutes === least.awakeMinutes)
    .map(({ crewName }) => crewName ?? '');
  const less = `${names.join('、')}最少，比最多的少 ${lessText(most - least.awakeMinutes)}。`;
  if (equal === null) {
    return {
      text: `${less}换个开始的日子，或者加几天再找；差得不多也可以发布，大家看得到。`,
      tone: 'warn',
      equal: '',
    };
  }
  const length = (equal.endAtMs - equal.startAtMs) / MS_PER_DAY;
  return {
    text: `${less}${length} 天的一段各值一样多。`,
    tone: 'warn',
    equal: `用 ${length} 天的`,
  };
}

const NO_CREWS = '支部里没有按班表倒班的人，不用比。';

/** Rotas of another length may differ by minutes. */
const lessText = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${hoursOf(minutes)} 小时`;

/** What keeps it from being saved, by the field it is told at; the first is shown first. */
export function faultsOf(form: ContestForm, nowMs: number): Readonly<Record<string, string>> {
  const window = windowOf(form);
  const title = wordsFault(form.title, MOST_CHARACTERS.title, TITLE_MISSING_TEXT);
  return Object.fromEntries([
    ...(title === '' ? [] : [['title', title] as const]),
    ...(isWindow(window, nowMs) ? [] : [['window', BAD_WINDOW] as const]),
    ...form.questions.flatMap(questionFaults),
  ]);
}

const BAD_WINDOW = `结束要在开始之后，最长 ${CONTEST_LIMITS.longestDays} 天，最早开始不能晚过 ${CONTEST_LIMITS.daysAhead} 天以后。`;

export const saveErrors = {
  'bad-question': '有一道题没写完整，看红字。',
  'bad-window': BAD_WINDOW,
  ...draftRefusals,
} satisfies ErrorTexts<typeof saveContest>;

export const publishErrors = {
  ...publishRefusals,
} satisfies ErrorTexts<typeof publishContest>;

export const windowErrors = {
  'bad-window': BAD_WINDOW,
  'no-such-time': '这几天里没有可用的开始时间。换一个开始的日子再找。',
} satisfies ErrorTexts<typeof contestWindow>;

export const publishQuestion = (text: string): Question => ({
  title: '发布竞赛',
  content: `${text}发布以后，题目和时间不能再改；到开始的时候，支部的人都会收到。`,
  confirmBtn: '发布',
  cancelBtn: '再看看',
});

export const dropQuestion: Question = {
  title: '不要这份草稿',
  content: '写的题目一起删掉，找不回来。',
  confirmBtn: '不要了',
  cancelBtn: '留着',
};
