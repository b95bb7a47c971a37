import type { OutputOf } from '../../../../contract/action';
import type { contest } from '../../../../contract/content/contest';
import type { CrewInContest } from '../../../../contract/content/contest-shapes';
import type { callOffContest } from '../../../../contract/content/contest-writing';
import type { Me } from '../../../../contract/people/hello';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';
import { roundText, STATE_BADGE, windowText } from '../contest-words.view';
import { writtenBeforeText } from '../../../text/written-before';

export type Contest = OutputOf<typeof contest>;

export interface SolutionRow {
  readonly questionId: string;
  readonly text: string;
  readonly badge: Badge;
  /** What the person chose, where it was wrong; ''. */
  readonly chosen: string;
  /** What is right, in the words of the options. */
  readonly right: string;
  readonly why: string;
}

export interface ContestContent {
  readonly kind: 'content';
  readonly title: string;
  readonly badge: Badge;
  readonly note: string;
  readonly when: string;
  /** What not taking part means, or what has become of it. */
  readonly whenNote: string;
  readonly result: { readonly score: string; readonly note: string } | null;
  readonly isShared: boolean;
  readonly solutions: readonly SolutionRow[];
  readonly crews: readonly {
    readonly key: string;
    readonly name: string;
    readonly hours: string;
    readonly isMine: boolean;
  }[];
  readonly crewsNote: string;
  /** null until it has begun. */
  readonly taking: {
    readonly took: string;
    readonly average: string;
    readonly hardest: { readonly text: string; readonly note: string } | null;
    readonly people: readonly {
      readonly key: string;
      readonly name: string;
      readonly right: string;
    }[];
  } | null;
  readonly order: string;
  /** Words of the button; '': there is none. */
  readonly action: string;
  readonly actionNote: string;
  readonly canCallOff: boolean;
  readonly offline: string;
}
export type ContestView = Placeholder | ContestContent;

export const opening: ContestView = { kind: 'loading' };
export const unknownContest: Shown<Contest> = { kind: 'loading' };
export const CALL_OFF_SHEET = {
  title: '不办了',
  action: '不办了',
  hint: '为什么，大家看得到',
  note: '已经开始的，大家会收到一条。答过的都不算，也不影响考核。',
} as const;
const MOVED_ON = '这次竞赛刚有变动。返回再进来，看过再取消。';
export const CALL_OFF_ERRORS = {
  'contest-over': '这一轮已经结束，不用再取消。',
  'already-published': MOVED_ON,
  'changed-meanwhile': MOVED_ON,
  'written-before': writtenBeforeText('取消'),
} satisfies ErrorTexts<typeof callOffContest>;
export const SHARED_TEXT = '同意了，别人看得到你的成绩';
export const UNSHARED_TEXT = '收回了，别人只看得到你参加过';

/** Whether it has begun or ended since it was asked for. */
export const hasTurned = (
  { state, startAtMs, endAtMs }: Pick<Contest, 'state' | 'startAtMs' | 'endAtMs'>,
  nowMs: number,
): boolean =>
  (state === 'coming' && nowMs >= startAtMs) || (state === 'running' && nowMs >= endAtMs);

export function toView(
  state: Shown<Contest>,
  me: Pick<Me, 'crewName'> | null | undefined,
  kept: number,
  nowMs: number,
): ContestView {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const { result, questionCount, round, canWrite } = output;
  const isOpen = output.state === 'coming' || output.state === 'running';
  return {
    kind: 'content',
    title: output.title,
    badge: result !== null && output.state === 'running' ? HANDED_IN : STATE_BADGE[output.state],
    note: [roundText(round), `${questionCount} 道题`, `${output.byName}出的`]
      .filter((part) => part !== '')
      .join(' · '),
    when: windowText(output, nowMs),
    whenNote: whenNoteOf(output),
    result: result && {
      score: `${result.right} / ${questionCount}`,
      note: `${momentText(result.handedInAtMs, nowMs)} 交卷，答对 ${result.right} 题`,
    },
    isShared: result?.isShared === true,
    solutions: solutionsOf(output),
    crews: output.crews.map((crew) => crewRow(crew, me?.crewName ?? null)),
    crewsNote: crewsNoteOf(output.crews),
    taking: takingOf(output),
    order:
      output.seed === ''
        ? ''
        : `每个人的题目和选项次序不一样，由公布的种子 ${output.seed} 和你的编号 ${output.memberId} 算出来，谁也挑不了。`,
    ...actionOf(output, kept),
    canCallOff: canWrite && isOpen,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

const HANDED_IN: Badge = { text: '已交卷', tone: 'ok' };

function whenNoteOf({ state, calledOff, result, mayAnswer, taking }: Contest): string {
  if (calledOff !== null) return `${calledOff.byName}：${calledOff.reason}`;
  if (!mayAnswer) return '这是别的支部的竞赛，只能看。';
  if (state === 'over' && result === null) return '你没有参加这一轮，不影响考核。';
  if (state === 'over') return `${taking.asked} 人里 ${taking.took} 人参加。`;
  return result === null ? '不答不影响考核，也不会再催。' : '交过卷了，不用再答。';
}

function actionOf(
  { state, mayAnswer, result, answers }: Contest,
  kept: number,
): Pick<ContestContent, 'action' | 'actionNote'> {
  if (state !== 'running' || !mayAnswer || result !== null) return { action: '', actionNote: '' };
  const isBegun = answers.length > 0 || kept > 0;
  return {
    action: isBegun ? '接着答' : '开始答题',
    actionNote: '不计时，中途能停，结束前接着答；没网也能答',
  };
}

function solutionsOf({ result, questions, answers }: Contest): readonly SolutionRow[] {
  return questions.flatMap(({ questionId, text, options }) => {
    const solution = result?.solutions.find((each) => each.questionId === questionId);
    if (solution === undefined) return [];
    const wordsOf = (ids: readonly string[]) =>
      options
        .filter(({ optionId }) => ids.includes(optionId))
        .map((option) => option.text)
        .join('；');
    const { isRight, rightOptionIds } = solution;
    const chosen = answers.find((each) => each.questionId === questionId)?.chosen ?? [];
    return [
      {
        questionId,
        text,
        badge: isRight ? { text: '答对了', tone: 'ok' } : { text: '没答对', tone: 'warn' },
        chosen: isRight ? '' : chosen.length === 0 ? '你没有答' : `你选的：${wordsOf(chosen)}`,
        right: `应该选：${wordsOf(rightOptionIds)}`,
        why: solution.why,
      },
    ];
  });
}

const crewRow = (
  { crewId, crewName, people, awakeMinutes }: CrewInContest,
  mine: string | null,
) => {
  return {
    key: crewId ?? 'none',
    name: `${crewName ?? '没排班的'}，${people} 人`,
    hours: `${hoursOf(awakeMinutes)} 小时`,
    isMine: crewName !== null && crewName === mine,
  };
};

const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

function crewsNoteOf(crews: readonly CrewInContest[]): string {
  const minutes = crews.flatMap(({ crewId, awakeMinutes }) =>
    crewId === null ? [] : awakeMinutes,
  );
  if (minutes.length === 0) return '';
  return new Set(minutes).size === 1 ? '各值一样多' : '各值不完全一样';
}

function takingOf({ state, taking, questionCount }: Contest): ContestContent['taking'] {
  if (state === 'coming' || state === 'draft') return null;
  const { figures, people } = taking;
  return {
    took: `${taking.took} / ${taking.asked} 人`,
    average: figures === null ? '' : `${figures.averageTenths / 10} / ${questionCount} 题`,
    hardest: figures?.hardest
      ? { text: figures.hardest.text, note: `${figures.hardest.wrong} 人没答对` }
      : null,
    people: people.map(({ name, right }, index) => ({
      key: `${index}-${name}`,
      name,
      right: right === null ? '参加了' : `答对 ${right} 题`,
    })),
  };
}
