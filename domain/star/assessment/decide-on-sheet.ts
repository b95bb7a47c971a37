import {
  itemPoints,
  lastMark,
  SHEET_LIMITS,
  stageOf,
  type SheetStanding,
  type Stage,
} from './sheet';
import { rangeOf, type Standard, type StandardItem } from './standard';

/** Who does something to a sheet, read for this very call. */
export interface Actor {
  readonly memberId: string;
  readonly roles: readonly string[];
  readonly groupId: string | null;
}

interface Owner {
  readonly memberId: string;
  readonly groupId: string | null;
  readonly isSecretary: boolean;
}

const isOneOf = (actor: Actor, roles: readonly string[]): boolean =>
  actor.roles.some((role) => roles.includes(role));

/**
 * As what somebody marks the items that are an assessor's: nobody their own sheet; leaders those of
 * their group; secretaries and the committee office every item; a secretary's own sheet is marked by
 * another officer. undefined: they do not. docs/rules.md#R-193
 */
export function marksAs(
  actor: Actor,
  owner: Owner,
  by: StandardItem['by'],
): 'group-leader' | 'secretary' | undefined {
  if (actor.memberId === owner.memberId) return undefined;
  const forSecretaries = owner.isSecretary
    ? ['committee-office', 'secretary', 'organisation-officer', 'discipline-officer']
    : ['committee-office', 'secretary'];
  if (isOneOf(actor, forSecretaries)) return 'secretary';
  return leads(actor, owner) && by === 'group-leader' ? 'group-leader' : undefined;
}

/** Whether somebody leads the group of the owner, whatever office they hold beside it. */
const leads = (actor: Actor, { groupId }: Owner): boolean =>
  isOneOf(actor, ['group-leader']) && actor.groupId !== null && actor.groupId === groupId;

export const STANDING_FOR = ['leader', 'secretary', 'other-officer'] as const;
export type StandingFor = (typeof STANDING_FOR)[number];

/**
 * Who marks what is a leader's, and who settles the sheet. Nobody does so of their own: the secretary stands
 * in where nobody else leads the group, another officer of the branch for the secretary. docs/rules.md#R-193
 */
export function assessorsOf({
  hasLeader,
  isSecretary,
}: {
  readonly hasLeader: boolean;
  readonly isSecretary: boolean;
}): { readonly marks: StandingFor; readonly settles: StandingFor } {
  const settles = isSecretary ? 'other-officer' : 'secretary';
  return { marks: hasLeader ? 'leader' : settles, settles };
}

/**
 * Whether what a sheet waits for is this person's to do. `appealed`: by whom the marks were given against
 * which an appeal is open, null for what is counted. docs/rules.md#R-191
 */
export function waitsFor(
  actor: Actor,
  owner: Owner & { readonly hasLeader: boolean },
  stage: Stage,
  appealed: readonly (string | null)[],
): boolean {
  switch (stage) {
    case 'appeal':
      return appealed.some((markedBy) => answersAppeals(actor, owner, markedBy));
    case 'waits-leader': {
      const marks = marksAs(actor, owner, 'group-leader') !== undefined;
      return marks && (leads(actor, owner) || !owner.hasLeader);
    }
    case 'waits-secretary':
      return marksAs(actor, owner, 'secretary') !== undefined;
    case 'set-apart':
    case 'waits-member':
    case 'settled':
      return false;
  }
}

/** Whether somebody answers appeals of a sheet: not its owner, nor who gave the mark. docs/rules.md#R-194 */
export function answersAppeals(actor: Actor, owner: Owner, markedBy: string | null): boolean {
  if (actor.memberId === owner.memberId || actor.memberId === markedBy) return false;
  return isOneOf(actor, ['secretary', 'discipline-officer', 'committee-office']);
}

export type MarkRefusal =
  | 'set-apart'
  | 'marking-over'
  | 'settled'
  | 'not-judged'
  | 'points'
  | 'reason-missing'
  | 'appeal-granted'
  | 'changed-meanwhile'
  | 'too-many-marks';

interface NewMark {
  readonly itemId: string;
  readonly points: number;
  readonly reason: string | null;
  /** The mark that the marker saw last; null: none. */
  readonly over: string | null;
}

/** Why a mark is refused, or undefined. A mark that differs from where the item starts needs a reason. docs/rules.md#R-192, docs/rules.md#R-194 */
export function refusalOfMark(
  standard: Standard,
  sheet: SheetStanding,
  { itemId, points, reason, over }: NewMark,
  nowMs: number,
): MarkRefusal | undefined {
  if (sheet.setApart !== null) return 'set-apart';
  if (nowMs >= sheet.terms.marksUntilMs) return 'marking-over';
  if (sheet.settled !== null) return 'settled';
  const item = standard.items.find((each) => each.itemId === itemId);
  if (item?.source !== 'judged') return 'not-judged';
  const { start, least, most } = rangeOf(item, standard.base);
  const isInRange = Number.isInteger(points) && least <= points && points <= most;
  const isBand = item.bands === null || item.bands.some((band) => band.points === points);
  if (!isInRange || !isBand) return 'points';
  if (points !== start && reason === null) return 'reason-missing';
  const isGranted = sheet.appeals.some(
    (appeal) => appeal.itemId === itemId && appeal.answer?.outcome === 'restored',
  );
  if (isGranted && points < start) return 'appeal-granted';
  if ((lastMark(sheet.marks, itemId)?.markId ?? null) !== over) return 'changed-meanwhile';
  return sheet.marks.length >= SHEET_LIMITS.marks - SHEET_LIMITS.appeals
    ? 'too-many-marks'
    : undefined;
}

export type AppealRefusal =
  | 'set-apart'
  | 'appeals-over'
  | 'nothing-to-appeal'
  | 'already-appealed'
  | 'too-many-appeals';

/** Why an appeal is refused, or undefined: of an item that has lost something, once for each mark. docs/rules.md#R-194 */
export function refusalOfAppeal(
  standard: Standard,
  sheet: SheetStanding,
  itemId: string,
  nowMs: number,
): AppealRefusal | undefined {
  if (sheet.setApart !== null) return 'set-apart';
  if (nowMs >= sheet.terms.appealsUntilMs) return 'appeals-over';
  const points = itemPoints(standard, sheet).find(({ item }) => item.itemId === itemId);
  if (points === undefined || !hasLost(points, standard)) return 'nothing-to-appeal';
  const markId = lastMark(sheet.marks, itemId)?.markId ?? null;
  const ofItem = sheet.appeals.filter((appeal) => appeal.itemId === itemId);
  const isSame = ofItem.some(
    (appeal) => appeal.answer === null || appeal.markId === markId || isAnswerTo(appeal, sheet),
  );
  if (isSame) return 'already-appealed';
  return sheet.appeals.length >= SHEET_LIMITS.appeals ? 'too-many-appeals' : undefined;
}

/** Whether what stands is the answer to the appeal: nobody appeals against that again. */
function isAnswerTo(
  { appealId, itemId }: SheetStanding['appeals'][number],
  { marks }: SheetStanding,
): boolean {
  return lastMark(marks, itemId)?.appealId === appealId;
}

/** Whether an item that counts is below where it starts, or below full where it is counted. */
export function hasLost(
  { item, earnedTenths, fullTenths }: ReturnType<typeof itemPoints>[number],
  { base }: Pick<Standard, 'base'>,
): boolean {
  if (earnedTenths === null) return false;
  const start = item.source === 'judged' ? rangeOf(item, base).start * 10 : fullTenths;
  return earnedTenths < start;
}

/** Points that an item comes back to when an appeal is granted. */
export function restoredPoints(item: StandardItem, { base }: Pick<Standard, 'base'>): number {
  return item.source === 'judged' ? rangeOf(item, base).start : item.points;
}

export type SettleRefusal =
  | 'set-apart'
  | 'appeal-open'
  | 'waits-leader'
  | 'waits-member'
  | 'settled';

/** Why a sheet cannot be settled yet, or undefined. docs/rules.md#R-191 */
export function refusalOfSettling(
  standard: Standard,
  sheet: SheetStanding,
  nowMs: number,
): SettleRefusal | undefined {
  const stage = stageOf(standard, sheet, nowMs);
  if (stage === 'waits-secretary') return undefined;
  return stage === 'appeal' ? 'appeal-open' : stage;
}

export type SummaryRefusal = 'set-apart' | 'summary-over' | 'changed-meanwhile';

/** Why one's own words are refused, or undefined; `over` is what the phone saw last. docs/rules.md#R-195 */
export function refusalOfSummary(
  sheet: SheetStanding & { readonly summary: { readonly deedId: string } | null },
  over: string | null,
  nowMs: number,
): SummaryRefusal | undefined {
  if (sheet.setApart !== null) return 'set-apart';
  if (nowMs >= sheet.terms.summaryUntilMs) return 'summary-over';
  return (sheet.summary?.deedId ?? null) === over ? undefined : 'changed-meanwhile';
}

/**
 * Outcome of an appeal that nobody has answered in time: what somebody had taken away by judging does
 * not count; what a register says stays as it says. docs/rules.md#R-194
 */
export const unansweredRestores = (item: StandardItem): boolean => item.source === 'judged';
