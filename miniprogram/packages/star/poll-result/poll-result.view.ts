import type { Poll, ShownPollResult } from '../../../../contract/star/ballot-shapes';
import type { Placeholder, Shown } from '../../../state/shown';
import {
  calledOffTexts,
  cancelledText,
  choiceText,
  easedText,
  ELECTED_TEXT,
  endedAtMs,
  endText,
  neededText,
  shownFacts,
  starText,
  TIE_TEXT,
} from '../../../text/ballot';
import { lotOfPoll, type LotView } from '../lot.view';
import { afterOf, doorOf, outcomeText } from './came-of-it.view';

export interface VoteRow {
  readonly candidateId: string;
  readonly name: string;
  readonly votes: string;
  /** Of the bar, per cent of all on the roll. */
  readonly width: number;
  readonly isElected: boolean;
  readonly note: string;
}

export interface WorkingRow {
  readonly label: string;
  readonly value: string;
  /** '' where there is nothing to add. */
  readonly note: string;
}

export interface ResultContent {
  readonly kind: 'content';
  readonly star: string;
  /** '2月之星 · 公示中'. */
  readonly caption: string;
  /** Who is elected; '' where nobody is. */
  readonly elected: string;
  readonly place: string;
  readonly deeds: readonly string[];
  /** What came of it, in a sentence or two. */
  readonly outcome: string;
  /** What was decided since, or follows. */
  readonly next: string;
  /** Of later rounds that were called off: why. docs/rules.md#R-173 */
  readonly calledOff: readonly string[];
  /** Where more of that stands; null: nowhere yet. */
  readonly door: { readonly text: string; readonly page: string } | null;
  readonly isWarning: boolean;
  readonly end: string;
  readonly rows: readonly VoteRow[];
  /** Where the line of enough votes stands, per cent; 0: there is none. */
  readonly line: number;
  readonly lineText: string;
  readonly hidden: string;
  readonly working: readonly WorkingRow[];
  /** How it was drawn; null: no lot has decided. */
  readonly lot: LotView | null;
  readonly own: string;
}

export function toResultView(state: Shown<Poll>, nowMs: number): Placeholder | ResultContent {
  if (state.kind !== 'known') return state;
  const { output: poll } = state;
  const { result, candidates } = poll;
  if (result === null) return { kind: 'empty', text: waitingText(poll, nowMs) };
  const { outcome } = result;
  const elected =
    outcome.kind === 'elected'
      ? candidates.find(({ candidateId }) => candidateId === outcome.candidateId)
      : undefined;
  const after = afterOf(poll, result, nowMs);
  const share = (count: number) => (poll.entitled === 0 ? 0 : (count * 100) / poll.entitled);
  const isCounted = result.figures !== null;
  return {
    kind: 'content',
    star: starText(poll),
    caption: [poll.branchName ?? '', starText(poll), after.caption]
      .filter((part) => part !== '')
      .join(' · '),
    elected: elected?.name ?? '',
    place: elected?.crewName ?? '',
    deeds: elected?.deeds ?? [],
    outcome: outcomeText(poll, result),
    next: after.text,
    calledOff: calledOffTexts(poll),
    door: doorOf(poll),
    isWarning: outcome.kind === 'not-counted',
    end: `${endText(endedAtMs(poll), nowMs)} 截止`,
    rows: candidates.flatMap((candidate, at) => {
      const votes = result.figures?.votes[at];
      if (votes === undefined) return [];
      const { candidateId, name, isWithdrawn } = candidate;
      return [
        {
          candidateId,
          name,
          votes: `${votes} 票`,
          width: share(votes),
          isElected: candidateId === elected?.candidateId,
          note: isWithdrawn ? '已退出' : '',
        },
      ];
    }),
    line: isCounted && result.votesNeeded > 1 ? share(result.votesNeeded) : 0,
    lineText: `${result.votesNeeded} 票线`,
    hidden: hiddenText(result),
    working: workingOf(poll, result),
    lot: outcome.kind === 'elected' && outcome.by === 'lot' ? lotOfPoll(poll) : null,
    own: ownText(poll),
  };
}

function waitingText(poll: Poll, nowMs: number): string {
  const { state, closesAtMs } = poll;
  if (state === 'cancelled') return cancelledText(poll);
  return closesAtMs <= nowMs
    ? '投票时间到了，正在计票。过几分钟再来看。'
    : `还在投票，${endText(closesAtMs, nowMs)} 截止。截止前不显示任何票数。`;
}

function hiddenText({ outcome, figures }: ShownPollResult): string {
  const isCounted = outcome.kind !== 'not-counted' && outcome.kind !== 'too-few-ballots';
  return figures === null && isCounted
    ? '投的人少，只说结果，不说票数：再说就能猜出谁投了谁。'
    : '';
}

function workingOf(poll: Poll, result: ShownPollResult): readonly WorkingRow[] {
  const { figures, turnoutNeeded, votesNeeded } = result;
  const valid = (figures?.ballots ?? 0) - (figures?.blank ?? 0);
  return [
    { label: '有表决权', value: `${poll.entitled} 人`, note: '投票开始时固定' },
    ...(figures === null
      ? []
      : [
          { label: '已投', value: `${figures.ballots} 人`, note: `够 ${turnoutNeeded} 人才计票` },
          { label: '有效票', value: `${valid} 张`, note: `空白 ${figures.blank} 张` },
        ]),
    ...(figures === null || poll.terms?.lowered !== undefined
      ? [{ label: '计票门槛', value: `${turnoutNeeded} 人`, note: neededText(poll, turnoutNeeded) }]
      : []),
    ...shownFacts(poll.terms, turnoutNeeded),
    ...(poll.boundWhileOpen === undefined
      ? []
      : [
          {
            label: '期间绑定微信',
            value: `${poll.boundWhileOpen} 人`,
            note: '名册上的人，换绑也算，不看投没投。自己被别人绑过，“我的数据”里有',
          },
        ]),
    { label: '每票怎么选', value: choiceText(poll.choice), note: '' },
    {
      label: '当选条件',
      value: ELECTED_TEXT[poll.electedBy],
      note: votesNeeded > 1 ? `不少于 ${votesNeeded} 票` : easedText(poll.terms),
    },
    { label: '票数相同', value: TIE_TEXT[poll.tie], note: '' },
  ];
}

function ownText({ mine, result }: Poll): string {
  if (mine === 'counted' && result?.outcome.kind !== 'not-counted') {
    return '你的票已计入，这一行只有你看得到。投过却看不到这一行，说明票不见了，请告诉书记。';
  }
  return '';
}

export const opening: Placeholder | ResultContent = { kind: 'loading' };
export const unknownPoll: Shown<Poll> = { kind: 'loading' };
