import type { OutputOf } from '../../../../contract/action';
import type { Me } from '../../../../contract/people/hello';
import type { Candidate, Nomination, starNominations } from '../../../../contract/star/nomination';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../../contract/roles';
import { LEAST_CANDIDATES } from '../../../../domain/star/ballot/poll-rules';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { appointmentText, barredText, OTHERS_TEXT } from '../../../text/star';
import { monthText } from '../../../text/when';
import { lotOfList, type LotView } from '../lot.view';
import { offText, standingText } from '../standing.view';
import {
  evidenceViews,
  NOMINATION_BADGE,
  WORDS_ONLY,
  type EvidenceView,
  type Reader,
} from '../nomination-words.view';
import { GONE_BEFORE_TEXT, isStanding, outText, type LeaveOut } from './standing.view';

export type Nominations = OutputOf<typeof starNominations>;

interface AskedView {
  readonly nominationId: string;
  readonly title: string;
  readonly until: string;
  readonly deeds: string;
  readonly evidence: readonly EvidenceView[];
  /** Where there is none. */
  readonly noEvidence: string;
  readonly badge: Badge;
  /** A no at least. */
  readonly canAnswer: boolean;
  readonly canAgree: boolean;
  readonly canAskChange: boolean;
}

interface GivenView {
  readonly nominationId: string;
  readonly memberId: string;
  readonly name: string;
  readonly deeds: string;
  readonly remark: string;
  readonly badge: Badge;
  readonly canChange: boolean;
  readonly canTakeBack: boolean;
}

export interface CandidateView {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly crew: string;
  readonly deeds: readonly string[];
  readonly evidence: readonly EvidenceView[];
  readonly noEvidence: string;
  /** Why they may not stand, or will be left out; ''. */
  readonly out: string;
  readonly canLeaveOut: boolean;
  /** That they are off the ballot, or on it again; ''. */
  readonly standing: string;
  /** Of the lot, the first characters. */
  readonly drawn: string;
}

export interface NominationsContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly title: string;
  readonly note: string;
  readonly asked: readonly AskedView[];
  readonly given: readonly GivenView[];
  readonly agreed: readonly CandidateView[] | null;
  readonly list: readonly CandidateView[] | null;
  /** How the order of the list was drawn; null: there is none yet. */
  readonly lot: LotView | null;
  readonly leftOut: readonly string[];
  readonly people: number;
  readonly canNominate: boolean;
  /** Beside the way to nominate. */
  readonly nominateNote: string;
  /** Something above waits for an answer, which comes first. */
  readonly isAsked: boolean;
  readonly canWithdraw: boolean;
  /** To who has moved to another branch: what that means; ''. docs/rules.md#R-324 */
  readonly moved: string;
  /** Where nobody has nominated; ''. */
  readonly nothing: string;
  /** To an officer who has agreed to stand: that others fix the list; ''. docs/rules.md#R-284 */
  readonly own: string;
  readonly freeze: { readonly canFreeze: boolean; readonly note: string } | null;
}
export type NominationsView = Placeholder | NominationsContent;

export const opening: NominationsView = { kind: 'loading' };
export const unknownNominations: Shown<Nominations> = { kind: 'loading' };

const DRAWN_SHOWN = 8;

export function toView(
  state: Shown<Nominations>,
  leaveOut: LeaveOut,
  reader: (Reader & Pick<Me, 'branchId'>) | null | undefined,
  nowMs: number,
): NominationsView {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const today = dayOfInstant(nowMs);
  const until = appointmentText(output.untilAtMs, nowMs);
  const isOver = nowMs >= output.untilAtMs;
  const isPreparing = output.state === 'preparing';
  const hasMoved = !!reader && reader.branchId !== output.branchId;
  const { list, agreed } = output;
  const standing = agreed?.filter((each) => isStanding(each, leaveOut)) ?? [];
  const barred = barredText(output.ownBars ?? []);
  const candidate = (each: Candidate) => candidateView(each, reader, today);
  const isEmpty =
    list === null &&
    output.asked.length === 0 &&
    output.given.length === 0 &&
    (agreed ?? []).length === 0;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${monthText(output.month, today)}之星${list === null ? '提名' : '候选名单'}`,
    note: noteOf(output, until, isOver),
    asked: output.asked.map((each) =>
      askedView(each, until, { isOpen: isPreparing && !isOver, hasMoved }, reader, today),
    ),
    given: output.given.map((each) =>
      givenView(each, { isOpen: isPreparing && !isOver, hasMoved }),
    ),
    moved:
      hasMoved && isPreparing && output.asked.length + output.given.length > 0
        ? '你已经不在这个支部：进不了它的名单，也不能再提名。'
        : '',
    agreed:
      agreed?.map((each) => ({
        ...candidate(each),
        out: outText(each.bars, leaveOut[each.memberId] ?? null),
        canLeaveOut: isOver && each.bars.length === 0,
      })) ?? null,
    list:
      list?.candidates.map((each) => ({
        ...candidate(each),
        standing: standingText(each, each.memberId === reader?.memberId),
        drawn: each.drawn.slice(0, DRAWN_SHOWN),
      })) ?? null,
    lot: list && lotOfList(list.seed, list.candidates),
    leftOut: output.leftOut.map(
      ({ name, bars, reason }) => `${name}：${outText(bars, reason) || GONE_BEFORE_TEXT}`,
    ),
    people: output.people,
    canNominate: output.canNominate && !isOver,
    nominateNote:
      barred === '' ? '自己、同事、小组都可以提，本人同意才进名单' : `${barred}本人同意才进名单。`,
    isAsked:
      isPreparing &&
      !isOver &&
      !hasMoved &&
      output.asked.some(({ state: its }) => its === 'waiting'),
    canWithdraw:
      output.canLeave ?? (output.isCandidate && (isPreparing || output.state === 'listed')),
    nothing: isEmpty ? nothingText(output.canNominate && !isOver, barred) : '',
    own:
      isPreparing && output.isCandidate && holdsOneOf(reader?.roles ?? [], ROSTER_KEEPERS)
        ? `你同意了做候选人，名单、这个月评不评都不能由你来定。${OTHERS_TEXT}`
        : '',
    freeze:
      agreed === null
        ? null
        : {
            canFreeze: isOver && standing.length > 0,
            note: freezeNote(output.people, standing.length, isOver ? '' : until),
          },
  };
}

/** @param until when nominations end; '' they are over */
function freezeNote(people: number, standing: number, until: string): string {
  if (until !== '') return `${until} 提名截止以后定`;
  return standing === 0
    ? '没有人能进名单：把提名时间往后改，或者这个月不评星'
    : `定了就不再改，次序由系统抽签，${people} 人看得到`;
}

function noteOf({ list, people, state }: Nominations, until: string, isOver: boolean): string {
  if (list === null && state === 'over') return '这个月的评星已经结束，没有候选名单';
  if (list !== null)
    return `${list.candidates.length} 人${offText(list.candidates)}，${people} 人看得到`;
  return isOver ? `${until} 已截止，等组织委员核对` : `${until} 截止`;
}

function nothingText(canNominate: boolean, barred: string): string {
  if (!canNominate) return '没有你提的，也没有提你的。';
  return `你还没有提名，也没有人提你。写一件具体的事就够${barred === '' ? '，自己也可以报名' : ''}。`;
}

interface Standing {
  readonly isOpen: boolean;
  /** Of another branch by now. */
  readonly hasMoved: boolean;
}

function askedView(
  { nominationId, memberId, byName, deeds, evidence, state }: Nomination,
  until: string,
  { isOpen, hasMoved }: Standing,
  reader: Reader | null | undefined,
  today: LocalDay,
): AskedView {
  const isWaiting = state === 'waiting';
  const isUnanswered = !isOpen && (isWaiting || state === 'to-change');
  return {
    nominationId,
    title: `${byName ?? '一位同志'}推荐你做候选人`,
    until: `${until} 前`,
    deeds,
    evidence: evidenceViews(evidence, memberId, reader, today),
    noEvidence: evidence.length === 0 ? WORDS_ONLY : '',
    badge: isUnanswered
      ? UNANSWERED
      : isWaiting
        ? { text: '还没人看到', tone: 'plain' }
        : state === 'to-change'
          ? { text: '在等他改', tone: 'plain' }
          : NOMINATION_BADGE[state],
    canAnswer: isOpen && (isWaiting || state === 'to-change'),
    canAgree: isOpen && !hasMoved && (isWaiting || state === 'to-change'),
    canAskChange: isOpen && !hasMoved && isWaiting,
  };
}

function givenView(
  { nominationId, memberId, name, way, deeds, remark, state }: Nomination,
  { isOpen, hasMoved }: Standing,
): GivenView {
  const isWaiting = state === 'waiting' || state === 'to-change';
  return {
    nominationId,
    memberId,
    name: way === 'self' ? '你自己' : name,
    deeds,
    remark: state === 'to-change' ? `他说：${remark ?? ''}` : '',
    badge: givenBadge({ way, state }, isOpen),
    canChange: isOpen && !hasMoved && (isWaiting || way === 'self'),
    canTakeBack: isOpen && isWaiting,
  };
}

/** No answer is a no. docs/rules.md#R-156 */
const UNANSWERED: Badge = { text: '没有答复，不进名单', tone: 'plain' };

function givenBadge({ way, state }: Pick<Nomination, 'way' | 'state'>, isOpen: boolean): Badge {
  if (way === 'self' && state === 'agreed') return { text: '已报名', tone: 'ok' };
  const isUnanswered = !isOpen && (state === 'waiting' || state === 'to-change');
  return isUnanswered ? UNANSWERED : NOMINATION_BADGE[state];
}

function candidateView(
  { memberId, name, crewName, deeds, evidence }: Candidate,
  reader: Reader | null | undefined,
  today: LocalDay,
): CandidateView {
  return {
    memberId,
    initial: name.slice(0, 1),
    name,
    crew: crewName ?? '',
    deeds,
    evidence: evidenceViews(evidence, memberId, reader, today),
    noEvidence: evidence.length === 0 ? WORDS_ONLY : '',
    out: '',
    canLeaveOut: false,
    standing: '',
    drawn: '',
  };
}

/** docs/rules.md#R-154 */
const ONE_TEXT = '只有一位，投票的时候没有别人可选。想多几位，先把提名时间往后改。';

export const freezeQuestion = (count: number): Question => ({
  title: `${count} 人进名单？`,
  content: `${count < LEAST_CANDIDATES.toChoose ? ONE_TEXT : ''}定了以后不再加人。次序由系统用公开的种子抽签，谁都能照着再算一遍。`,
  confirmBtn: '定名单',
  cancelBtn: '再看看',
});
