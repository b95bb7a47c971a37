import type { OutputOf } from '../../../../contract/action';
import type { Objection, Star, starOutcome } from '../../../../contract/star/after';
import { holdsOneOf, OFFICERS, ROSTER_KEEPERS } from '../../../../contract/roles';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Me } from '../../../../contract/people/hello';
import type { Placeholder, Shown } from '../../../state/shown';
import { asOfficeText } from '../../../text/as-office';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { sentence } from '../../../text/sentence';
import { OTHERS_TEXT } from '../../../text/star';
import { fullDayText, momentText, monthText } from '../../../text/when';
import { isNoticeOver, objectionsOverText } from './notice-over.view';

export type Outcome = OutputOf<typeof starOutcome>;

interface StarView {
  readonly memberId: string;
  readonly name: string;
  readonly crew: string;
  readonly deeds: readonly string[];
}

interface ObjectionView {
  readonly objectionId: string;
  readonly who: string;
  readonly text: string;
  readonly answer: string;
  readonly answerNote: string;
  readonly badge: Badge;
  /** The sheets in which it is answered, and what their buttons say; null: not by the reader. */
  readonly answers: typeof NOW_ANSWERED | null;
}

const NOW_ANSWERED = {
  answer: { kind: 'answer', text: '答复，公示照常' },
  uphold: { kind: 'uphold', text: '属实，收回公示' },
};
/** The notice of whom it is about stands no more. docs/rules.md#R-354 */
const LATER_ANSWERED: typeof NOW_ANSWERED = {
  answer: { kind: 'answer-later', text: '答复' },
  uphold: { kind: 'uphold-later', text: '答复：属实' },
};

export interface OutcomeContent {
  readonly kind: 'content';
  readonly offline: string;
  /** '2月之星 · 公示中'. */
  readonly caption: string;
  /** To the committee office, in another branch: as what they act. */
  readonly asOffice: string;
  /** To an officer who stood: that others decide and answer; ''. docs/rules.md#R-284 */
  readonly own: string;
  readonly stars: readonly StarView[];
  /** What stands where there is no star. */
  readonly none: string;
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
  }[];
  /** Of the poll that was counted; ''. */
  readonly pollId: string;
  readonly objections: readonly ObjectionView[];
  /** Whom the committee can accept; several where they are equal. */
  readonly choices: readonly { readonly memberId: string; readonly name: string }[];
  /** Whoever is accepted, the reason is written: in which sheet; '' it needs none. docs/rules.md#R-161 */
  readonly acceptSheet: '' | 'accept' | 'accept-again';
  /** Nobody was chosen, and another round can be opened: its page; ''. docs/rules.md#R-178 */
  readonly againPage: string;
  /** Beside what the committee decides: another round that was opened before can be held again; ''. docs/rules.md#R-177 */
  readonly roundPage: string;
  readonly canDecide: boolean;
  readonly canAccept: boolean;
  readonly canObject: boolean;
  /** After the last day: that nobody objects here any more, and whom to turn to; ''. docs/rules.md#R-162 */
  readonly objectionsOver: string;
  readonly canEnd: boolean;
  /** The reader is a star: the certificate is theirs to keep. */
  readonly isMine: boolean;
  readonly hasCertificate: boolean;
}
export type OutcomeView = Placeholder | OutcomeContent;
export const opening: OutcomeView = { kind: 'loading' };
export const unknownOutcome: Shown<Outcome> = { kind: 'loading' };

export function toView(
  state: Shown<Outcome>,
  me: Me | null | undefined,
  nowMs: number,
): OutcomeView {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const { result, stars } = output;
  const isChosen = output.state === 'counted' && result?.outcome === 'chosen';
  const shown = stars.length > 0 ? stars : isChosen ? result.candidates : [];
  const isOver = output.state === 'over';
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    caption: `${monthText(output.month, dayOfInstant(nowMs))}之星${standingText(output)}`,
    asOffice: asOfficeText(me, output.branchId, output.branchName),
    own: ownText(output, me),
    stars: shown.map(starView),
    none: noneText(output),
    facts: factsOf(output, nowMs),
    pollId: result?.pollId ?? '',
    objections: output.objections.map((each) => objectionView(each, output, nowMs)),
    choices: (result?.candidates ?? []).map(({ memberId: id, name }) => ({ memberId: id, name })),
    acceptSheet: acceptSheet(output),
    againPage: isAnotherRound(output) ? openPage(output) : '',
    roundPage: isAnotherRound(output) ? '' : openPage(output),
    // Where nobody was chosen there is nobody to accept or not: it is another round, or no star this month.
    canDecide: output.canDecide && result?.outcome !== 'not-valid',
    canAccept: output.canDecide && result !== null && result.candidates.length > 0,
    canObject: output.canObject && !isNoticeOver(output, nowMs),
    objectionsOver: objectionsOverText(output, me, nowMs),
    canEnd: output.canEnd,
    isMine: isOver && stars.some((star) => star.memberId === me?.memberId),
    hasCertificate: isOver && stars.length > 0,
  };
}

function acceptSheet({ result, needsReason }: Outcome): OutcomeContent['acceptSheet'] {
  if (result?.outcome === 'tied') return 'accept';
  return needsReason === true ? 'accept-again' : '';
}

/** Nobody was chosen, or the ballot has promised it. */
const isAnotherRound = ({ result }: Outcome): boolean =>
  result?.outcome === 'not-valid' || result?.next === 'run-off';

const openPage = ({ canOpenNext, branchId, month }: Outcome): string =>
  canOpenNext === true
    ? `/packages/star-office/open-poll/open-poll?month=${month}&branchId=${branchId}`
    : '';

function ownText({ isOwnMatter, state }: Outcome, me: Me | null | undefined): string {
  if (isOwnMatter !== true) return '';
  const roles = me?.roles ?? [];
  if (state === 'counted' && holdsOneOf(roles, ROSTER_KEEPERS)) {
    return `你参加了这次评选，结果不能由你来定。${OTHERS_TEXT}`;
  }
  return state === 'public' && holdsOneOf(roles, OFFICERS)
    ? '你参加了这次评选，别人提的意见你看不到，由没有参选的支委答复；都参选了，由党委工作部答复。'
    : '';
}

function standingText({ state, result }: Outcome): string {
  if (state === 'public') return ' · 公示中';
  if (state !== 'counted') return '';
  if (result?.outcome === 'not-valid') return ' · 没有选出来';
  return result?.next === 'run-off' ? ' · 待再投一轮' : ' · 待支委会';
}

const starView = ({ memberId, name, crewName, deeds }: Star): StarView => ({
  memberId,
  name,
  crew: crewName ?? '',
  deeds,
});

function noneText({ state, result, stars, ended }: Outcome): string {
  if (stars.length > 0) return '';
  if (state === 'over') return `这个月不评星：${sentence(ended?.reason ?? '没有写原因')}`;
  return state === 'counted' && result !== null ? uncertainText(result) : BEFORE_COUNT[state];
}

/** What the month waits for; of a round that was counted before it nothing holds any more. */
const BEFORE_COUNT: Readonly<Record<Outcome['state'], string>> = {
  'not-begun': '这个月的评星还没有开始。',
  preparing: '候选名单还没有定。定了名单、投完票，这里有结果。',
  listed: '候选名单定了，等开始投票。计完票，这里有结果。',
  voting: '正在投票，截止以前谁都看不到票数。计完票，这里有结果。',
  counted: '票还没有计，计完以后这里有结果。',
  public: '',
  over: '',
  newer: '',
};

/** Why the poll alone has no star; '' where it has chosen one. */
function uncertainText(result: NonNullable<Outcome['result']>): string {
  if (result.outcome === 'not-valid') return '这次投票没有结果。可以重新投，也可以这个月不评。';
  if (result.candidates.length === 0) {
    return '投票选出来的人已经退出。由支委会定，这个月可以不评。';
  }
  if (result.outcome === 'tied') {
    const names = result.candidates.map(({ name }) => name).join('、');
    if (result.candidates.length === 1) {
      const next =
        result.next === 'run-off' ? '选票上定的是再投一轮；不再投，就这个月不评。' : '由支委会定。';
      return `票数相同的人里，没有退出的只有${names}。${next}`;
    }
    return result.next === 'run-off'
      ? `${names}票数相同。选票上定的是在他们之间再投一轮；不再投，就这个月不评。`
      : `${names}票数相同，由支委会定。`;
  }
  return '';
}

function factsOf(output: Outcome, nowMs: number): OutcomeContent['facts'] {
  const { decision, publicUntilAtMs, ended, stars } = output;
  const today = dayOfInstant(nowMs);
  return [
    ...(decision === null
      ? []
      : [
          {
            label: '支委会',
            value: decision.outcome === 'accepted' ? '同意' : '不同意',
            note: [momentText(decision.atMs, nowMs), decision.byName, decision.reason ?? '']
              .filter((part) => part !== '')
              .join(' · '),
          },
        ]),
    ...(publicUntilAtMs === null
      ? []
      : [
          {
            label: '公示',
            value: `到${fullDayText(dayOfInstant(publicUntilAtMs - 1), today)}`,
            note: objectionNote(output),
          },
        ]),
    ...(ended === null || stars.length === 0
      ? []
      : [{ label: '通报', value: fullDayText(dayOfInstant(ended.atMs), today), note: '' }]),
  ];
}

function objectionNote({ objectionCount, state, isHeld }: Outcome): string {
  if (objectionCount === 0) return state === 'over' ? '公示期没有异议' : '还没有人提意见';
  if (isHeld === true) return `收到 ${objectionCount} 条意见，都答复了才通报`;
  return state === 'over' ? `${objectionCount} 条意见，都答复了` : `收到 ${objectionCount} 条意见`;
}

const answersIn = (state: Outcome['state']) => (state === 'public' ? NOW_ANSWERED : LATER_ANSWERED);

function objectionView(
  { objectionId, byName, text, isMine, answer, atMs }: Objection,
  { canAnswer, state }: Outcome,
  nowMs: number,
): ObjectionView {
  const who = isMine ? '你' : (byName ?? '一位同志');
  return {
    objectionId,
    who: `${who} · ${momentText(atMs, nowMs)}`,
    text,
    answer: answer?.text ?? '',
    answerNote: answer === null ? '' : `${answer.byName}答复 · ${momentText(answer.atMs, nowMs)}`,
    badge:
      answer === null
        ? { text: '等答复', tone: 'warn' }
        : answer.isUpheld
          ? { text: '采纳了', tone: 'ok' }
          : { text: '有答复', tone: 'plain' },
    answers: !canAnswer || answer !== null || isMine ? null : answersIn(state),
  };
}
