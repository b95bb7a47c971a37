import type { OutputOf } from '../../../../contract/action';
import type { answerDataAsk, DataAsk, dataAsks } from '../../../../contract/people/data-asks';
import type { DataOutcome } from '../../../../domain/people/data-ask';
import type { Placeholder, Shown } from '../../../state/shown';
import { aboutText, instantText, outcomeBadge } from '../../../text/data-ask';
import type { ErrorTexts } from '../../../text/errors';
import type { Badge } from '../../../text/fit';

export type AsksPage = OutputOf<typeof dataAsks>;
export type AskState = 'open' | 'answered';

interface Choice {
  readonly outcome: DataOutcome;
  readonly text: string;
}

export interface AskRow {
  readonly askId: string;
  readonly memberId: string;
  readonly name: string;
  readonly initial: string;
  readonly when: string;
  readonly about: string;
  readonly words: string;
  readonly badge: Badge;
  /** Until when, or what was answered. */
  readonly note: string;
  readonly isOpen: boolean;
  /** Whether what is asked for is changed in the roster. */
  readonly isOfRoster: boolean;
  readonly choices: readonly Choice[];
}

export interface AsksContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly rows: readonly AskRow[];
  readonly empty: string;
  readonly hasOlder: boolean;
}
export type AsksView = Placeholder | AsksContent;

export const opening: AsksView = { kind: 'loading' };
export const unknownAsks: Shown<AsksPage> = { kind: 'loading' };
export const noMorePages: readonly AsksPage[] = [];
interface Answering {
  readonly askId: string;
  readonly outcome: DataOutcome;
  /** One for each answer, so that a retry is known again. */
  readonly requestId: string;
}
export const noAnswer: Answering = { askId: '', outcome: 'agreed', requestId: '' };
export const firstState: AskState = 'open';

const STATE_TEXT: Readonly<Record<AskState, string>> = { open: '等答复', answered: '答复过' };

export const toPills = (chosen: AskState) =>
  (['open', 'answered'] as const).map((state) => ({
    state,
    text: STATE_TEXT[state],
    isOn: state === chosen,
  }));

export const ANSWER_ERRORS: ErrorTexts<typeof answerDataAsk> = {
  'for-others': '这一条不由你答复：更正由组织委员或书记，查看由纪检委员，自己的事由别人。',
  'already-answered': '刚有人答复过，在“答复过”里看。',
};
export const ANSWERED_TEXT = '答复了，已经告诉本人。';
export const ANSWER_NOTE = '本人看得到你写的和你的名字。答复了就不能再改。';

const CORRECTION_CHOICES: readonly Choice[] = [
  { outcome: 'agreed', text: '改好了' },
  { outcome: 'not-agreed', text: '不改' },
];
const LOOK_CHOICES: readonly Choice[] = [
  { outcome: 'not-agreed', text: '该看' },
  { outcome: 'agreed', text: '不该看' },
];

export function toView(
  state: Shown<AsksPage>,
  more: readonly AsksPage[],
  chosen: AskState,
): AsksView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  const { nowMs } = state.output;
  return {
    kind: 'content',
    title: '资料更正和询问',
    note: `${state.output.branchName} · 只列由你答复的，关于你自己的由别人答复`,
    rows: pages.flatMap(({ asks }) => asks.map((ask) => toRow(ask, nowMs))),
    empty: chosen === 'open' ? '现在没有等答复的。' : '还没有答复过的。',
    hasOlder: (pages.at(-1)?.nextCursor ?? null) !== null,
  };
}

function toRow(ask: DataAsk, nowMs: number): AskRow {
  const { askId, memberId, memberName, about, askedAtMs, words, answer } = ask;
  return {
    askId,
    memberId,
    name: memberName,
    initial: memberName.slice(0, 1),
    when: instantText(askedAtMs),
    about: about.kind === 'look' ? `问这次查看：${aboutText(about)}` : aboutText(about),
    words,
    badge: outcomeBadge(ask),
    note: noteText(ask, nowMs),
    isOpen: answer === null,
    isOfRoster: answer === null && about.kind === 'correction' && about.of === 'profile',
    choices: choicesOf(about),
  };
}

/** What only newer versions know is answered there. */
function choicesOf({ kind }: DataAsk['about']): readonly Choice[] {
  if (kind === 'newer') return [];
  return kind === 'look' ? LOOK_CHOICES : CORRECTION_CHOICES;
}

function noteText({ answer, limitAtMs }: DataAsk, nowMs: number): string {
  if (answer !== null) return `${answer.byName} ${instantText(answer.atMs)}：${answer.words}`;
  const limit = instantText(limitAtMs);
  return nowMs <= limitAtMs ? `${limit} 前答复` : `${limit} 就该答复了，补上还来得及`;
}
