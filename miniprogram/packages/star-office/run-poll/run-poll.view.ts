import type { OutputOf } from '../../../../contract/action';
import type { Me } from '../../../../contract/people/hello';
import type { pollRun } from '../../../../contract/star/ballot';
import { LEAST_ROLL_TOLD } from '../../../../domain/star/ballot/turnout-look';
import { dayOfInstant, minuteOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { asOfficeText } from '../../../text/as-office';
import {
  endedAtMs,
  endText,
  neededText,
  SECRET_TEXT,
  shownFacts,
  starText,
  withdrawnText,
} from '../../../text/ballot';
import { OTHERS_TEXT } from '../../../text/star';
import { momentText, nearText, pickerClock } from '../../../text/when';
import { crewRows, missingOf, type CrewRow, type Missing } from '../poll-crews.view';

export type PollRun = OutputOf<typeof pollRun>;

export interface RunContent {
  readonly kind: 'content';
  /** To the committee office, in another branch: as what they act. */
  readonly asOffice: string;
  readonly title: string;
  readonly span: string;
  readonly badge: string;
  /** '' once it is over. */
  readonly earliest: string;
  readonly missing: Missing | null;
  readonly crews: readonly CrewRow[];
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
  }[];
  readonly candidates: readonly {
    readonly candidateId: string;
    readonly name: string;
    readonly note: string;
    readonly canWithdraw: boolean;
  }[];
  /** To an officer who stands or stood: that others run it; ''. docs/rules.md#R-284 */
  readonly own: string;
  readonly changes: readonly {
    readonly key: string;
    readonly title: string;
    readonly note: string;
  }[];
  readonly isOpen: boolean;
  /** Whether the reader puts it off or calls it off. */
  readonly canChange: boolean;
  readonly isClosed: boolean;
  readonly canClose: boolean;
  /** From when on it can be closed, or that it is about to be counted; '' where it can or is. */
  readonly wait: string;
  readonly told: string;
  /** Whoever runs it may have a vote too. */
  readonly canVote: boolean;
  readonly canOpenNext: boolean;
  readonly nextText: string;
  readonly secret: string;
}

export function toRunView(
  state: Shown<PollRun>,
  me: Me | null | undefined,
  nowMs: number,
): Placeholder | RunContent {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const { poll, crews, neededMinutes, earliestAtMs, told } = output;
  const isUncounted = poll.state === 'open';
  const isOpen = isUncounted && nowMs < poll.closesAtMs;
  const { isOwnMatter = false } = output;
  const isReady = isUncounted && earliestAtMs <= nowMs;
  return {
    kind: 'content',
    asOffice: asOfficeText(me, poll.branchId),
    title: starText(poll),
    span: `${momentText(poll.openedAtMs, nowMs)} 开始，${endText(endedAtMs(poll), nowMs)} 截止`,
    badge: isUncounted && !isOpen ? '等计票' : BADGE[poll.state],
    earliest: isOpen ? (isReady ? '现在就可以结束' : momentText(earliestAtMs, nowMs)) : '',
    missing: isOpen ? missingOf(crews, neededMinutes, nowMs) : null,
    crews: isOpen ? crewRows(crews, neededMinutes) : [],
    facts: factsOf(output, isOpen, nowMs),
    candidates: poll.candidates.map((candidate) => ({
      candidateId: candidate.candidateId,
      name: candidate.name,
      note: candidate.isWithdrawn ? `${withdrawnText(candidate)}${WITHDRAWN_FROM[poll.state]}` : '',
      canWithdraw:
        isOpen &&
        !candidate.isWithdrawn &&
        (!isOwnMatter || candidate.candidateId === me?.memberId),
    })),
    own: isUncounted && isOwnMatter ? OWN_TEXT : '',
    changes: changesOf(output, nowMs),
    isOpen,
    canChange: isOpen && !isOwnMatter,
    isClosed: poll.state === 'closed',
    canClose: isReady && !isOwnMatter,
    wait: isUncounted ? waitText(isOpen, isReady, earliestAtMs, nowMs) : '',
    told: isOpen && !isOwnMatter ? `延长、取消要写原因，${told} 人看得到` : '',
    canVote: isOpen && poll.mine === 'can-vote',
    canOpenNext: output.canOpenNext,
    nextText: poll.state === 'cancelled' ? '重新投票' : '再投一轮',
    secret: SECRET_TEXT,
  };
}

const OWN_TEXT = `你参加了这次评选，投票不能由你来办，只能划掉你自己。${OTHERS_TEXT}到了截止时间，系统自己计票。`;

function waitText(isOpen: boolean, canClose: boolean, earliestAtMs: number, nowMs: number): string {
  if (!isOpen) {
    const next = canClose ? '计票' : '往后延，有的值还没够钟点';
    return `已经截止，不能再延长或取消。系统几分钟内${next}`;
  }
  return canClose ? '' : `${nearText(earliestAtMs, nowMs)} 后可结束`;
}

const BADGE: Readonly<Record<PollRun['poll']['state'], string>> = {
  open: '进行中',
  closed: '已结束',
  cancelled: '已取消',
  newer: '升级后查看',
};

const COUNTS = '投过的票还算有效票，但不能当选。';
/** What follows for the ballots; of a poll that was called off none is counted. */
const WITHDRAWN_FROM: Readonly<Record<PollRun['poll']['state'], string>> = {
  open: COUNTS,
  closed: COUNTS,
  cancelled: '',
  newer: '',
};

function factsOf(
  { poll, turnout, turnoutNeeded, isOwnMatter = false }: PollRun,
  isOpen: boolean,
  nowMs: number,
): RunContent['facts'] {
  const entitled = {
    label: '有表决权',
    value: `${poll.entitled} 人`,
    note: `${momentText(poll.openedAtMs, nowMs)} 固定`,
  };
  if (!isOpen) return [entitled];
  const at = turnout.atMs === null ? '' : `${nearText(turnout.atMs, nowMs)} 看的，`;
  const enough = {
    never: { value: '不说', note: `名册不到 ${LEAST_ROLL_TOLD} 人，截止前不说` },
    'not-yet': { value: '整点才看', note: '下一个整点再来看' },
    enough: { value: '已经够了', note: `${at}一小时看一次` },
    'not-enough': { value: '还不够', note: `${at}一小时看一次` },
    newer: { value: '升级后查看', note: '' },
  } as const;
  return [
    entitled,
    { label: '计票门槛', value: `${turnoutNeeded} 人`, note: neededText(poll, turnoutNeeded) },
    ...(isOwnMatter ? [] : [{ label: '够不够数', ...enough[turnout.kind] }]),
    ...shownFacts(poll.terms, turnoutNeeded),
  ];
}

function changesOf({ poll }: PollRun, nowMs: number): RunContent['changes'] {
  const { extensions, cancelled, calledOff = [] } = poll;
  return [
    ...extensions.map(({ untilAtMs, reason, byName }, index) => ({
      key: `extension-${index}`,
      title: `${byName ?? '系统'}延到 ${endText(untilAtMs, nowMs)}`,
      note: reason,
    })),
    ...(cancelled === null
      ? []
      : [{ key: 'cancelled', title: `${cancelled.byName}取消了投票`, note: cancelled.reason }]),
    ...calledOff.map(({ round, byName, reason }) => ({
      key: `called-off-${round}`,
      title: `${byName}取消了第 ${round} 轮投票`,
      note: reason,
    })),
  ];
}

/** What the sheet for a new end begins with: a day later at the same time. */
export function firstEnd({ poll }: PollRun): { readonly day: string; readonly time: string } {
  const later = poll.closesAtMs + 24 * 3_600_000;
  return { day: dayOfInstant(later), time: pickerClock(minuteOfInstant(later)) };
}

export const CLOSE_QUESTION = {
  title: '结束并计票',
  content: '结束后不能再投，马上计票，结果全支部看得到。',
  confirmBtn: '结束并计票',
  cancelBtn: '再等等',
} as const;

export type SheetKind = 'none' | 'extend' | 'cancel' | 'withdraw';
export interface SheetView {
  readonly kind: SheetKind;
  readonly title: string;
  readonly hint: string;
  readonly note: string;
  readonly action: string;
}

const SHEETS = {
  none: { kind: 'none', title: '', hint: '', note: '', action: '' },
  extend: {
    kind: 'extend',
    title: '延长投票',
    hint: '例如：三值这两天抢修',
    note: '原因会和新的截止时间一起发给全支部。',
    action: '延长',
  },
  cancel: {
    kind: 'cancel',
    title: '取消投票',
    hint: '例如：名单有误，要重新定',
    note: '投过的票都不计，票箱会清空。原因会发给全支部。',
    action: '取消投票',
  },
  withdraw: {
    kind: 'withdraw',
    title: '退出',
    hint: '例如：本人不想参加了',
    note: '一退出，这次投票就取消，投过的票都不计，票箱清空，再重新投一轮：接着投下去，前后的票数一比，就看得出先投的人投了谁。原因全支部看得到，也会告诉他本人。',
    action: '取消这次投票',
  },
} as const satisfies Readonly<Record<SheetKind, SheetView>>;

/** Striking somebody off says whom, where it is asked and where it is done. docs/rules.md#R-180 */
export function sheetOf(kind: SheetKind, name: string): SheetView {
  const sheet = SHEETS[kind];
  if (kind !== 'withdraw') return sheet;
  const { title, action } = sheet;
  return { ...sheet, title: `${name}${title}`, action: `划掉${name}，${action}` };
}

export const opening: Placeholder | RunContent = { kind: 'loading' };
export const unknownRun: Shown<PollRun> = { kind: 'loading' };

export const closedSheet: SheetView = SHEETS.none;
