import type { OutputOf } from '../../../../contract/action';
import type { suggestionOffices } from '../../../../contract/content/answering';
import type { suggestionDetail } from '../../../../contract/content/raising';
import { COMMITTEE_TEXT } from '../../../../contract/content/suggestion.text';
import type { ShownStep, SuggestionDetail } from '../../../../contract/content/suggestion-shapes';
import { SUGGESTION_DAYS } from '../../../../domain/content/suggestion/suggestion';
import { addDays, dayOfInstant } from '../../../../domain/time/local-day';
import type { Result } from '../../../api/client';
import { shown, type Placeholder, type Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { fullDayText, momentText } from '../../../text/when';
import {
  kindText,
  lackingOfMineText,
  lastDayBefore,
  rangText,
  stateBadge,
  whoseTurn,
} from '../suggestion-words.view';

export type Detail = OutputOf<typeof suggestionDetail>;

interface StepRow {
  readonly key: string;
  readonly title: string;
  readonly when: string;
  readonly text: string;
}

interface OpenContent {
  readonly kind: 'content';
  readonly title: string;
  readonly about: string;
  readonly who: string;
  readonly badge: Badge;
  readonly text: string;
  readonly pictures: readonly {
    readonly pictureId: string;
    readonly src: string;
    readonly mark: string;
  }[];
  /** Of pictures that were meant and are not there; '': none. */
  readonly lacking: string;
  readonly steps: readonly StepRow[];
  readonly turn: string;
  readonly isUrgent: boolean;
  /** The member says whether it is enough. */
  readonly canSettle: boolean;
  readonly canTakeBack: boolean;
  /** The office that has it says something. */
  readonly canAnswer: boolean;
}
export type OpenView = Placeholder | OpenContent;

export const opening: OpenView = { kind: 'loading' };
export const unknownDetail: Shown<Detail> = { kind: 'loading' };

/** A card in WeChat still leads to what was taken back. docs/rules.md#R-342 */
export function shownDetail(result: Result<typeof suggestionDetail>): Shown<Detail> {
  if (result.ok) return shown(undefined, result);
  const { code } = result;
  if (code === 'taken-back') return { kind: 'not-yours', text: TAKEN_BACK };
  return shown(undefined, { ...result, code });
}

const TAKEN_BACK = '提的人收回了这一条，不用回话了。';

export function toOpenView(state: Shown<Detail>, nowMs: number): OpenView {
  if (state.kind !== 'known') return state;
  const { suggestion } = state.output;
  const isOwed = suggestion.state === 'received' || suggestion.state === 'in-work';
  return {
    kind: 'content',
    title: suggestion.title,
    about: kindText(suggestion),
    who: suggestion.isMine ? '你提的' : `${suggestion.authorName} · ${suggestion.branchName}`,
    badge: stateBadge(suggestion),
    text: suggestion.text,
    pictures: (suggestion.pictures ?? []).map(({ pictureId, url, check }) => ({
      pictureId,
      src: url ?? '',
      mark: (suggestion.isMine ? MARK_OF_MINE : MARK)[check],
    })),
    lacking: lackingText(suggestion),
    steps: suggestion.steps.map((step, at) => toStep(suggestion, step, at, nowMs)),
    turn: whoseTurn(suggestion, nowMs),
    isUrgent: suggestion.isUrgent,
    canSettle: suggestion.isMine && suggestion.state === 'answered',
    canTakeBack: suggestion.isMine && isOwed,
    canAnswer: suggestion.canDecide && isOwed,
  };
}

function lackingText({ lacking = 0, isMine, authorName }: SuggestionDetail): string {
  if (lacking === 0) return '';
  if (isMine) return lackingOfMineText(lacking);
  return `还有 ${lacking} 张图没有带上，要看就问${authorName}。`;
}

type Check = NonNullable<SuggestionDetail['pictures']>[number]['check'];

const MARK: Readonly<Record<Check, string>> = {
  pass: '',
  pending: '微信还在检查，最多半小时后看得到',
  'to-look-at': '微信没有结论，当心看',
  refused: '',
  newer: '升级后查看',
};
const MARK_OF_MINE: Readonly<Record<Check, string>> = {
  ...MARK,
  pending: '微信还在检查，通过了别人才看得到',
  'to-look-at': '',
  refused: '没通过微信的检查，只有你看得到',
};

type Step = SuggestionDetail['steps'][number];

const DID: Readonly<Record<ShownStep, string>> = {
  raise: '提出',
  take: '在办',
  forward: '转出去',
  answer: '答复',
  'not-enough': '说还不行',
  settle: '说可以了',
  'take-back': '收回',
  newer: '升级后查看',
};

function toStep(suggestion: SuggestionDetail, step: Step, at: number, nowMs: number): StepRow {
  const name = step.isMine ? '你' : step.name;
  const by =
    step.officeName === '' ? name : `${step.officeName}${name === '你' ? '（你）' : ` ${name}`}`;
  const to = step.kind === 'forward' ? forwardedTo(suggestion, at) : '';
  const promised =
    step.promisedAtMs === null ? '' : `答应${lastDayBefore(step.promisedAtMs, nowMs)}前答复。`;
  const rang =
    step.kind === 'raise' && suggestion.rang
      ? rangText({ ...suggestion, rang: suggestion.rang })
      : '';
  return {
    key: `${at}`,
    title: `${by} ${to === '' ? DID[step.kind] : `转给${to}`}`,
    when: momentText(step.atMs, nowMs),
    text: [step.text ?? '', rang, promised].filter((words) => words !== '').join('\n'),
  };
}

/** The office in whose name the next of the offices acts, or that has it. */
function forwardedTo({ steps, officeName }: SuggestionDetail, at: number): string {
  const next = steps.slice(at + 1).find((step) => step.officeName !== '');
  return next?.officeName ?? officeName;
}

export type SheetKind = 'none' | 'take' | 'answer' | 'forward' | 'not-enough';

interface Sheet {
  readonly kind: SheetKind;
  readonly title: string;
  readonly hint: string;
  readonly note: string;
  readonly action: string;
}

export const SHEETS: Readonly<Record<SheetKind, Sheet>> = {
  none: { kind: 'none', title: '', hint: '', note: '', action: '' },
  take: {
    kind: 'take',
    title: '说一声在办了',
    hint: '谁在办，怎么办',
    note: '提的人马上看得到，到那天前要答复。',
    action: '回话',
  },
  answer: {
    kind: 'answer',
    title: '答复',
    hint: '怎么定的，什么时候起',
    note: `提的人说行不行，${SUGGESTION_DAYS.settle} 天不说就算办结。`,
    action: '答复',
  },
  forward: {
    kind: 'forward',
    title: '转给谁',
    hint: '为什么转给他们',
    note: '前面的话都跟着过去，你们还看得到，提的人也看得到。',
    action: '转过去',
  },
  'not-enough': {
    kind: 'not-enough',
    title: '哪里还不行',
    hint: '比如：半小时还是赶不上',
    note: `回到刚才答复的那里，${SUGGESTION_DAYS.reply} 天内再回话。`,
    action: '交回去',
  },
};

export const TAKE_BACK_QUESTION = {
  title: '收回这一条？',
  content: '收回后谁都看不到了，以后还能再提。',
  confirmBtn: '收回',
  cancelBtn: '先不',
};

export interface OfficeChoice {
  readonly id: string;
  readonly text: string;
}

/** In the list for the committee office, which has no branch id. */
export const COMMITTEE_CHOICE = '@committee';

export function toChoices({
  hasCommittee,
  branches,
}: OutputOf<typeof suggestionOffices>): readonly OfficeChoice[] {
  return [
    ...(hasCommittee ? [{ id: COMMITTEE_CHOICE, text: COMMITTEE_TEXT }] : []),
    ...branches.map(({ branchId, name }) => ({ id: branchId, text: name })),
  ];
}

/** What can be promised, and what is proposed: a week. */
export function promiseDays(nowMs: number) {
  const today = dayOfInstant(nowMs);
  const day = addDays(today, 7);
  return {
    first: today,
    last: addDays(today, SUGGESTION_DAYS.promise),
    day,
    text: fullDayText(day, today),
  };
}
