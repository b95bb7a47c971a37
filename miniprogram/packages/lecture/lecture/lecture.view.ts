import type { OutputOf } from '../../../../contract/action';
import type { callOffContest } from '../../../../contract/content/contest-writing';
import type { relieveJudge } from '../../../../contract/content/lecture-writing';
import type {
  lectureContest,
  shareLecture,
  withdrawLecture,
} from '../../../../contract/content/lectures';
import { LECTURE_LIMITS } from '../../../../domain/content/contest/lecture';
import { LEAST_MARKS, TRIMMED_FROM } from '../../../../domain/content/contest/lecture-result';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';
import { LECTURE_BADGE, windowText } from '../../contest/contest-words.view';
import { pointsText, sourceText, titleOf } from '../lecture-words.view';
import { writtenBeforeText } from '../../../text/written-before';

export type LectureContest = OutputOf<typeof lectureContest>;
type Mine = NonNullable<LectureContest['mine']>;

export interface LectureContent {
  readonly kind: 'content';
  readonly title: string;
  readonly badge: Badge;
  readonly note: string;
  readonly when: string;
  readonly judgedBy: string;
  readonly whenNote: string;
  readonly mine: {
    readonly title: string;
    readonly note: string;
    readonly source: string;
    readonly canWithdraw: boolean;
    readonly shareText: string;
    readonly shareAction: string;
  } | null;
  readonly result: {
    readonly score: string;
    readonly note: string;
    readonly rows: readonly { readonly title: string; readonly points: string }[];
    readonly judgements: readonly {
      readonly judgeName: string;
      readonly marks: readonly {
        readonly title: string;
        readonly points: number;
        readonly reason: string;
      }[];
    }[];
  } | null;
  readonly toJudge: readonly {
    readonly lectureId: string;
    readonly title: string;
    readonly name: string;
    readonly badge: Badge;
  }[];
  readonly toJudgeNote: string;
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly title: string;
    readonly text: string;
    readonly points: string;
  }[];
  readonly awards: readonly { readonly name: string; readonly places: string }[];
  readonly rule: string;
  readonly judges: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly note: string;
    readonly canRelieve: boolean;
  }[];
  readonly judgesNote: string;
  /** The first is nobody. */
  readonly instead: readonly string[];
  readonly people: readonly {
    readonly key: string;
    readonly name: string;
    readonly note: string;
    readonly award: string;
  }[];
  readonly action: string;
  readonly actionNote: string;
  readonly canCallOff: boolean;
  readonly offline: string;
}
export type LectureView = Placeholder | LectureContent;

export const opening: LectureView = { kind: 'loading' };
export const unknownContest: Shown<LectureContest> = { kind: 'loading' };

export const CALL_OFF_SHEET = {
  title: '不办了',
  action: '不办了',
  hint: '为什么，大家看得到',
  note: '已经开始的，大家会收到一条。报过的讲稿不再评，也不影响考核。',
} as const;
export const relieveSheet = (name: string, instead: string) => ({
  title: `${name}不再评`,
  action: '不再评',
  hint: '为什么，大家看得到',
  note: `他评过的分不再算。${instead === NOBODY ? '没有人接着评。' : `${instead}接着评。`}`,
});
export const NOBODY = '先不换人';
export const SHARED_TEXT = '同意了，别人看得到题目和得奖';
export const UNSHARED_TEXT = '收回了，别人只看得到你参加过';
export const WITHDRAWN_TEXT = '撤回了，不再评';
export const RELIEVED_TEXT = '改好了';
export const withdrawQuestion = {
  title: '撤回这份讲稿？',
  content: '评委不再评它。报名结束前还能再报。',
  confirmBtn: '撤回',
  cancelBtn: '先不',
};

export const withdrawErrors = {
  'not-entered': '你没有报过讲稿，不用撤回。',
  'contest-over': '已经评完了，不能再撤回。不想让别人看到，点“收回”。',
} satisfies ErrorTexts<typeof withdrawLecture>;
export const shareErrors = {
  'not-entered': '讲稿已经撤回了，没有要公布的。',
} satisfies ErrorTexts<typeof shareLecture>;
const MOVED_ON = '这次竞赛刚有变动。返回再进来，看过再取消。';
export const callOffErrors = {
  'contest-over': '已经评完了，不用再取消。',
  'already-published': MOVED_ON,
  'changed-meanwhile': MOVED_ON,
  'written-before': writtenBeforeText('取消'),
} satisfies ErrorTexts<typeof callOffContest>;
export const relieveErrors = {
  'not-a-judge': '这位同志不在评委里。下拉刷新再看。',
  'already-relieved': '别人刚改过，这位同志已经不评了。下拉刷新再看。',
  'too-few-judges': `评委不能少于 ${LECTURE_LIMITS.judges.least} 位。先选一位接着评的。`,
  'not-in-branch': '接着评的同志已经不在这个支部，换一位。',
  'judges-already': '接着评的同志已经是评委，或者换下来过。换一位。',
  'has-entered': '接着评的同志自己报了讲稿，换一位。',
  'contest-over': '已经评完或者不办了，不用再换。',
} satisfies ErrorTexts<typeof relieveJudge>;

/** Whether it has gone on since it was asked for. */
export const hasTurned = (
  { state, startAtMs, endAtMs, judgeByMs }: LectureContest,
  nowMs: number,
): boolean =>
  (state === 'coming' && nowMs >= startAtMs) ||
  (state === 'entering' && nowMs >= endAtMs) ||
  (state === 'judging' && nowMs >= judgeByMs);

export function toView(state: Shown<LectureContest>, nowMs: number): LectureView {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const total = output.criteria.reduce((sum, { points }) => sum + points, 0);
  const isOpen = ['coming', 'entering', 'judging'].includes(output.state);
  const { mine } = output;
  return {
    kind: 'content',
    title: output.title,
    badge: LECTURE_BADGE[output.state],
    note: `党课竞赛 · ${output.byName}办的 · 报了 ${output.entered} 份`,
    when: windowText(output, nowMs),
    judgedBy: `${momentText(output.judgeByMs, nowMs)}前评完`,
    whenNote: whenNoteOf(output),
    mine: mine && mineOf(mine, output.state === 'judged'),
    result: mine?.result ? resultOf(output, mine.result, total) : null,
    toJudge: (output.toJudge ?? []).map(({ lectureId, title, name, mine: own }) => {
      return { lectureId, title, name, badge: JUDGED_BADGE[own] };
    }),
    toJudgeNote: toJudgeNoteOf(output),
    criteria: output.criteria.map(({ criterionId, title, text, points }) => {
      return { criterionId, title, text, points: `${points} 分` };
    }),
    awards: output.awards.map(({ name, places }) => ({ name, places: `${places} 个` })),
    rule: ruleOf(output),
    judges: output.judges.map(({ memberId, name, relieved, hasLeft }) => ({
      memberId,
      name,
      note: relieved === null ? (hasLeft ? '不在支部了，不再等他的分' : '') : `不再评：${relieved}`,
      canRelieve: output.canWrite && isOpen && relieved === null,
    })),
    judgesNote:
      output.state === 'judging' || output.state === 'judged'
        ? `交了 ${output.marked.done} 份分，共 ${output.marked.of} 份`
        : `${output.judges.filter(({ relieved }) => relieved === null).length} 位`,
    instead: output.instead.length === 0 ? [] : [NOBODY, ...output.instead.map(({ name }) => name)],
    people: output.people.map(({ name, title, award }, at) => {
      return { key: `${at}-${name}`, name, note: title ?? '参加了', award: award ?? '' };
    }),
    ...actionOf(output),
    canCallOff: output.canWrite && isOpen,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

type Judged = NonNullable<LectureContest['toJudge']>[number]['mine'];
const JUDGED_BADGE: Readonly<Record<Judged, Badge>> = {
  'to-mark': { text: '还没评', tone: 'warn' },
  marked: { text: '评过了', tone: 'ok' },
  aside: { text: '不评', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

function whenNoteOf({ state, calledOff, mayEnter, judges, toJudge }: LectureContest): string {
  if (calledOff !== null) return `${calledOff.byName}：${calledOff.reason}`;
  if (state === 'judged') return '每个人的分和理由只有本人和评委看得到，不排名次。';
  if (toJudge !== null || !mayEnter) {
    return judges.length > 0 && toJudge !== null ? '你是评委。' : '你在这里不报讲稿，只能看。';
  }
  return state === 'judging' ? '报名结束了，评委正在评。' : '不参加不影响考核，也不会再催。';
}

function toJudgeNoteOf({ toJudge, state }: LectureContest): string {
  if (toJudge === null) return '';
  const left = toJudge.filter(({ mine }) => mine === 'to-mark').length;
  if (state === 'judged') return '评完了，大家的分都看得到';
  return left === 0 ? '都评过了，到时间前还能改' : `还有 ${left} 份没评`;
}

function ruleOf({ tieCriterionId, criteria }: LectureContest): string {
  const equals =
    tieCriterionId === null
      ? '同分的得一样的奖'
      : `同分的先比“${titleOf(criteria, tieCriterionId)}”，还一样的得一样的奖`;
  return `每项取评委给分的平均，${TRIMMED_FROM} 位以上去掉一个最高、一个最低，各项加起来是得分。少于 ${LEAST_MARKS} 位评的不算分。${equals}，后面的名额相应少。`;
}

function mineOf(
  { title, minutes, source, isWithdrawn, isShared }: Mine,
  isJudged: boolean,
): LectureContent['mine'] {
  if (isWithdrawn) {
    return {
      title,
      note: '撤回了，不评',
      source: '',
      canWithdraw: false,
      shareText: '',
      shareAction: '',
    };
  }
  return {
    title,
    note: `讲 ${minutes} 分钟`,
    source: sourceText(source),
    canWithdraw: !isJudged,
    shareText: isShared ? '评完后支部的人看得到题目和得奖' : '题目和得奖只有你和评委看得到',
    shareAction: isShared ? '收回' : '让大家看到',
  };
}

function resultOf(
  { criteria }: LectureContest,
  { score, award, judgements }: NonNullable<Mine['result']>,
  total: number,
): LectureContent['result'] {
  return {
    score: score === null ? '没有分' : `${pointsText(score.total)} / ${total}`,
    note: score === null ? '评的人不够，不算分' : (award ?? '没有得奖'),
    rows: (score?.byCriterion ?? []).map(({ criterionId, hundredths }) => {
      return { title: titleOf(criteria, criterionId), points: pointsText(hundredths) };
    }),
    judgements: judgements.map(({ judgeName, marks }) => ({
      judgeName,
      marks: marks.map(({ criterionId, points, reason }) => {
        return { title: titleOf(criteria, criterionId), points, reason };
      }),
    })),
  };
}

function actionOf({
  state,
  mayEnter,
  mine,
}: LectureContest): Pick<LectureContent, 'action' | 'actionNote'> {
  if (state !== 'entering' || !mayEnter) return { action: '', actionNote: '' };
  const isIn = mine !== null && !mine.isWithdrawn;
  return {
    action: isIn ? '改我的讲稿' : '报一份讲稿',
    actionNote: isIn ? '报名结束前能改，也能撤回' : '评委按上面的标准评',
  };
}
