import type { InputOf } from '../../../../contract/action';
import type { Me } from '../../../../contract/people/hello';
import { holdsOneOf } from '../../../../contract/roles';
import type { castBallot } from '../../../../contract/star/ballot';
import type { Poll } from '../../../../contract/star/ballot-shapes';
import { ballotPadding } from '../../../../domain/star/ballot/ballot-padding';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { leastNames } from '../../../../domain/star/ballot/choice';
import type { Placeholder, Shown } from '../../../state/shown';
import {
  cancelledText,
  choiceText,
  endedAtMs,
  endText,
  starText,
  termsText,
  TIE_TEXT,
  withdrawnText,
} from '../../../text/ballot';
import { isAsOffice } from '../../../text/as-office';
import { sentence } from '../../../text/sentence';
import { lotOfPoll, type LotView } from '../lot.view';
import { putBackText } from '../standing.view';
import { evidenceViews, WORDS_ONLY, type EvidenceView } from '../nomination-words.view';

export interface CandidateCard {
  readonly candidateId: string;
  readonly initial: string;
  readonly name: string;
  readonly place: string;
  readonly deeds: readonly string[];
  /** '' where there is none. */
  readonly evidenceText: string;
  readonly evidence: readonly EvidenceView[];
  readonly noEvidence: string;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly canChoose: boolean;
  /** Why nobody can choose them, or that they are on it again. */
  readonly note: string;
}

export interface PollContent {
  readonly kind: 'content';
  readonly star: string;
  /** Whose poll it is, where that is not the reader's branch; ''. docs/rules.md#R-324 */
  readonly branch: string;
  readonly heading: string;
  readonly rule: string;
  /** What whoever opened it has chosen; ''. docs/rules.md#R-281 */
  readonly terms: string;
  readonly end: string;
  readonly roll: string;
  /** What the poll is to whoever looks, where they cannot vote; '' where they can. */
  readonly own: string;
  readonly isCounted: boolean;
  readonly news: string;
  readonly cards: readonly CandidateCard[];
  /** How equals are drawn; null: by nothing that is drawn. */
  readonly lot: LotView | null;
  readonly canVote: boolean;
  readonly isOver: boolean;
  readonly chosen: number;
  readonly most: number;
}

/** The ballot before it is cast: only in the memory of the page, never on the phone. */
export interface Choosing {
  readonly chosen: readonly string[];
  readonly opened: readonly string[];
}

export function toView(
  state: Shown<Poll>,
  { chosen, opened }: Choosing,
  me: Me | null | undefined,
  nowMs: number,
): Placeholder | PollContent {
  if (state.kind !== 'known') return state;
  const { output: poll } = state;
  const today = dayOfInstant(nowMs);
  const { mine, choice, candidates, closesAtMs } = poll;
  const isOver = poll.state === 'closed' || poll.state === 'cancelled' || closesAtMs <= nowMs;
  const isOpen = poll.state === 'open' && !isOver;
  const canVote = isOpen && mine === 'can-vote' && choice.kind !== 'newer';
  return {
    kind: 'content',
    star: starText(poll),
    branch: poll.branchName === undefined ? '' : `${poll.branchName} · ${starText(poll)}`,
    heading: canVote ? '选你认可的同志' : starText(poll),
    rule: `${choiceText(choiceNow(poll))}。次序抽签定。票数相同，${TIE_TEXT[poll.tie]}。`,
    terms: termsText(poll),
    end: `${endText(endedAtMs(poll), nowMs)} 截止`,
    roll: `无记名。名册 ${poll.entitled} 人已固定`,
    own: canVote ? '' : ownText(poll, me, isOver),
    isCounted: mine === 'counted',
    news: newsText(poll),
    cards: candidates.map((candidate) => ({
      candidateId: candidate.candidateId,
      initial: candidate.name.slice(0, 1),
      name: candidate.name,
      place: candidate.crewName ?? '',
      deeds: candidate.deeds,
      evidenceText:
        candidate.evidence.length === 0 ? '' : `证明材料 ${candidate.evidence.length} 份`,
      evidence: evidenceViews(candidate.evidence, candidate.candidateId, me, today),
      noEvidence: candidate.evidence.length === 0 && candidate.deeds.length > 0 ? WORDS_ONLY : '',
      isOpen: opened.includes(candidate.candidateId),
      isChosen: canVote && chosen.includes(candidate.candidateId),
      canChoose: canVote && !candidate.isWithdrawn,
      note: candidate.isWithdrawn
        ? `${withdrawnText(candidate)}${poll.state === 'cancelled' ? '' : '不能再投给他。'}`
        : putBackText(candidate),
    })),
    lot: lotOfPoll(poll),
    canVote,
    isOver,
    chosen: chosen.length,
    most: choiceNow(poll).names,
  };
}

function ownText(poll: Poll, me: Me | null | undefined, isOver: boolean): string {
  const { mine, state } = poll;
  if (state === 'cancelled') return cancelledText(poll);
  if (mine === 'counted') return '已计入';
  if (mine === 'not-on-roll') return `${noVoteText(poll, me)}候选人和事迹都能看。`;
  if (isOver) return '投票已经结束。没投按弃权计，不影响考核。';
  return '升级后才能在这里投票。';
}

/** Why somebody is not on the roll. docs/rules.md#R-170 */
function noVoteText({ branchId }: Poll, me: Me | null | undefined): string {
  if (isAsOffice(me, branchId)) {
    return '这是别的支部的投票，你以党委工作部的身份看，没有表决权。';
  }
  return holdsOneOf(me?.roles ?? [], ['probationary-member'])
    ? '你是预备党员，这次没有表决权。'
    : '名册在投票开始时固定，那时你还不在里面，这次没有表决权。';
}

function newsText({ extensions }: Poll): string {
  const last = extensions.at(-1);
  if (last === undefined) return '';
  const why = sentence(last.reason);
  return last.byName === null
    ? `截止时间往后延了：${why}`
    : `${last.byName}把截止时间往后延了：${why}`;
}

/** The ballot with one name more or less; undefined where there are as many as it may have. */
export function withTap(
  { chosen }: Pick<Choosing, 'chosen'>,
  candidateId: string,
  most: number,
): readonly string[] | undefined {
  if (chosen.includes(candidateId)) return chosen.filter((id) => id !== candidateId);
  return chosen.length >= most ? undefined : [...chosen, candidateId];
}

/** Of those who are chosen, who can be no more: their names; empty where all stand. docs/rules.md#R-180 */
export const goneOf = (
  { candidates }: Pick<Poll, 'candidates'>,
  chosen: readonly string[],
): Pick<Poll, 'candidates'>['candidates'] =>
  candidates.filter(({ candidateId, isWithdrawn }) => isWithdrawn && chosen.includes(candidateId));

export const goneText = (names: readonly string[]): string =>
  `${names.join('、')}退出了，从你选的里面去掉了。请再看一遍。`;

/** Why a ballot was not taken, by what the poll is now. */
export function refusedText(state: Shown<Poll>, code: string, text: string): string {
  const isCalledOff =
    code === 'poll-over' && state.kind === 'known' && state.output.state === 'cancelled';
  return isCalledOff
    ? '投票刚刚取消了，这张没有投出去，投过的都不计。为什么取消，写在上面；重新投的时候会通知你。'
    : text;
}

export const mostText = (most: number): string => `最多选 ${most} 人，先去掉一位`;

/** How it can be filled in now: where fewer stand than exactly so many, with all of them. docs/rules.md#R-180 */
export function choiceNow({
  choice,
  candidates,
}: Pick<Poll, 'choice' | 'candidates'>): Poll['choice'] {
  const { kind, names } = choice;
  const standing = candidates.filter(({ isWithdrawn }) => !isWithdrawn).length;
  return kind === 'exactly' ? { kind, names: leastNames({ kind, names }, standing) } : choice;
}

/** What is wrong with a ballot before it is asked to be confirmed; '' when nothing is. */
export function shortText({ kind, names }: Poll['choice'], chosen: number): string {
  return kind === 'exactly' && chosen > 0 && chosen < names
    ? `还差 ${names - chosen} 位：要么选满 ${names} 人，要么一个都不选。`
    : '';
}

export interface Confirming {
  readonly title: string;
  readonly names: readonly { readonly initial: string; readonly name: string }[];
  readonly note: string;
}

export function confirmingOf({ candidates }: Poll, chosen: readonly string[]): Confirming {
  const names = candidates
    .filter(({ candidateId }) => chosen.includes(candidateId))
    .map(({ name }) => ({ initial: name.slice(0, 1), name }));
  return {
    title: names.length === 0 ? '投一张空白票' : `投给这 ${names.length} 位`,
    names,
    note: names.length === 0 ? '一个人都不选，也算投了一票。' : '',
  };
}

/** What is sent: as long as any other ballot of this poll, whoever is on it. */
export function ballotOf(
  { pollId, candidates }: Pick<Poll, 'pollId' | 'candidates'>,
  chosen: readonly string[],
): InputOf<typeof castBallot> {
  const ids = candidates.map(({ candidateId }) => candidateId);
  return { pollId, chosen: [...chosen], padding: ballotPadding(ids, chosen) };
}

export const nothingToConfirm: Confirming = { title: '', names: [], note: '' };

/** Of whoever asks whether they are on the roll. */
export function onRollText(poll: Poll, me: Me | null | undefined, nowMs: number): string {
  const { mine, entitled, openedAtMs } = poll;
  return mine === 'not-on-roll'
    ? `${noVoteText(poll, me)}名册是 ${endText(openedAtMs, nowMs)} 固定的，有疑问找组织委员。`
    : `你在名册里，这 ${entitled} 人里有你。`;
}

export const nothingChosen: Choosing = { chosen: [], opened: [] };
export const opening: Placeholder | PollContent = { kind: 'loading' };
export const unknownPoll: Shown<Poll> = { kind: 'loading' };
