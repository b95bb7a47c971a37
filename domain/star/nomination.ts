import type { Mac } from '../study/check-in-code';
import type { Override } from '../shift/override';
import { isLongAwayOn } from '../study/away';
import { localDay, type LocalDay } from '../time/local-day';
import type { StandingBar } from './star-month';

export const NOMINATION_WAYS = ['self', 'colleague', 'group'] as const;
export type NominationWay = (typeof NOMINATION_WAYS)[number];

/**
 * `to-change`: the nominated asks for other words; `declined`, and `taken-back` by who nominated, stand
 * on no list; `withdrawn`: they agreed and thought better of it.
 */
export const NOMINATION_STATES = [
  'waiting',
  'to-change',
  'agreed',
  'declined',
  'taken-back',
  'withdrawn',
] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

export const NOMINATION_ANSWERS = ['agree', 'decline', 'ask-change'] as const;
export type NominationAnswer = (typeof NOMINATION_ANSWERS)[number];

export const EVIDENCE_KINDS = ['study', 'make-up', 'note'] as const;

interface Given {
  readonly memberId: string;
  readonly by: { readonly memberId: string };
}

/**
 * The records that stand beside a nomination, whoever reads it: of oneself all; beside the words of somebody
 * else what every member of the branch may see, for who has attended what is seen by officers alone and
 * would say that one of them has nominated. docs/rules.md#R-280
 */
export function recordsOf<Record extends { readonly kind: string }>({
  memberId,
  by,
  evidence,
}: Given & { readonly evidence: readonly Record[] }): readonly Record[] {
  return memberId === by.memberId ? evidence : evidence.filter(({ kind }) => kind === 'note');
}

/** From where it came, as the nominated reads it: who is not named may be anybody. docs/rules.md#R-280 */
export const wayToldOf = ({
  way,
  isNamed,
}: {
  readonly way: NominationWay;
  readonly isNamed: boolean;
}): NominationWay => (isNamed ? way : 'colleague');

export const NOMINATION_LIMITS = {
  /** Characters of the deeds. */
  deeds: 300,
  /** Of what is not right in them. */
  remark: 100,
  /** Records beside them. */
  evidence: 3,
  /** By one person in a month, their own among them. */
  byOne: 3,
} as const;

/** Of whom it is asked whether they may stand. */
export interface Standing {
  readonly roles: readonly string[];
  /** Since when they have been of the branch. */
  readonly joinedDay: LocalDay;
  readonly overrides: readonly Override[];
}

const COMMITTEE = ['organisation-officer', 'publicity-officer', 'discipline-officer'];

const IS_BARRED: Readonly<
  Record<StandingBar, (person: Standing, month: string, today: LocalDay) => boolean>
> = {
  probationary: ({ roles }) => !roles.includes('member'),
  away: (person, _month, today) => isLongAwayOn(person, today),
  secretary: ({ roles }) => roles.includes('secretary'),
  committee: ({ roles }) => roles.some((role) => COMMITTEE.includes(role)),
  newcomer: ({ joinedDay }, month) => joinedDay > localDay(`${month}-01`),
};

/**
 * The rules of the month, of those that it has, for which this person may not stand on `today`; a
 * newcomer is who joined the branch after the month's first day. docs/rules.md#R-157
 */
export function barsOf(
  person: Standing,
  bars: readonly StandingBar[],
  month: string,
  today: LocalDay,
): readonly StandingBar[] {
  return bars.filter((bar) => IS_BARRED[bar](person, month, today));
}

/** Who is of the branch no more: of another, or of none. */
export const GONE = ['moved', 'left'] as const;
export type Gone = (typeof GONE)[number];

/** Why somebody who has agreed to stand is of the branch no more; null: they are. docs/rules.md#R-350 */
export function goneFrom(
  branchId: string,
  person: { readonly branchId: string; readonly leftDay: LocalDay | null } | undefined,
): Gone | null {
  if (person === undefined || person.leftDay !== null) return 'left';
  return person.branchId === branchId ? null : 'moved';
}

/** In which states of a nomination each answer is given. */
const ANSWERABLE: Readonly<Record<NominationAnswer, readonly NominationState[]>> = {
  agree: ['waiting', 'to-change'],
  decline: ['waiting', 'to-change'],
  'ask-change': ['waiting'],
};
const AFTER: Readonly<Record<NominationAnswer, NominationState>> = {
  agree: 'agreed',
  decline: 'declined',
  'ask-change': 'to-change',
};

/** The state after an answer; null when it can be given no more. docs/rules.md#R-156 */
export function afterAnswer(
  state: NominationState,
  answer: NominationAnswer,
): NominationState | null {
  return ANSWERABLE[answer].includes(state) ? AFTER[answer] : null;
}

/** What is hashed of each for the order of the list; it stands beside it. */
export const drawnTextOf = (memberId: string): string => `candidate.${memberId}`;

/**
 * The order of candidates: by HMAC-SHA256 of `candidate.<memberId>` with the published seed as its key,
 * in hexadecimal. Whoever has the seed draws it again; who leaves changes the order of nobody else.
 * docs/rules.md#R-158
 */
export function drawnOrder(
  mac: Mac,
  seed: string,
  memberIds: readonly string[],
): readonly { readonly memberId: string; readonly drawn: string }[] {
  return memberIds
    .map((memberId) => ({ memberId, drawn: mac(seed, drawnTextOf(memberId)) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1));
}
