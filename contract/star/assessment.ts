import * as v from 'valibot';
import { SHEET_LIMITS } from '../../domain/star/assessment/sheet';
import { defineAction } from '../action';
import { inBranch, ownReading, self } from '../allow';
import { AtMs, Count, Day, Id, Month, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import type { Role } from '../roles';
import {
  PROOF_KINDS,
  Sheet,
  SheetId,
  ShownAssessors,
  ShownSetApart,
  ShownStage,
  ShownTerms,
} from './sheet-shapes';

const fn = 'star';

/** Who has to do with sheets of others; what each sees and does of it is decided by the sheet. docs/rules.md#R-193 */
export const ASSESSING: readonly Role[] = [
  'group-leader',
  'organisation-officer',
  'discipline-officer',
  'secretary',
  'committee-office',
];
/** A leader marks; settling is for the secretary, and for other officers where it is the secretary's own. */
const SETTLING: readonly Role[] = [
  'organisation-officer',
  'discipline-officer',
  'secretary',
  'committee-office',
];
/** docs/rules.md#R-194 */
const ANSWERING: readonly Role[] = ['discipline-officer', 'secretary', 'committee-office'];

/** The own sheet of a month, or the newest. */
export const mySheet = defineAction({
  fn,
  name: 'mySheet',
  allow: ownReading(),
  input: v.strictObject({ month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    /** null: there is none of the month. */
    sheet: v.nullable(Sheet),
    /** The month before of which there is one. */
    earlierMonth: v.nullable(Month),
  }),
  errors: [],
});

/** One's own words of a month; again until the term is over. docs/rules.md#R-195 */
export const handInSummary = defineAction({
  fn,
  name: 'handInSummary',
  allow: self(),
  input: v.strictObject({
    month: Month,
    deedId: Id,
    text: Words(SHEET_LIMITS.summary),
    /** The deed of the words that the phone knows to be handed in; null: none. */
    over: v.nullable(Id),
  }),
  output: v.strictObject({ atMs: AtMs }),
  errors: ['set-apart', 'summary-over', 'changed-meanwhile'],
});

/** Says why an item should not have lost what it has. docs/rules.md#R-194 */
export const appealItem = defineAction({
  fn,
  name: 'appealItem',
  allow: self(),
  input: v.strictObject({
    month: Month,
    itemId: Id,
    appealId: Id,
    text: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ answersUntilMs: AtMs }),
  errors: [
    'set-apart',
    'appeals-over',
    'nothing-to-appeal',
    'already-appealed',
    'too-many-appeals',
  ],
});

const Row = v.strictObject({
  sheetId: SheetId,
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  groupId: v.nullable(Id),
  stage: ShownStage,
  /** Whether what it waits for is the reader's to do. Absent for phones of 0.1.0. */
  isMine: v.optional(v.boolean()),
  assessors: v.optional(ShownAssessors),
  setApart: v.nullable(ShownSetApart),
  /** Items that count, and that do not. */
  counts: Count,
  leftOut: Count,
  /** Judged items that have lost something: how much together, in tenths, and which first. */
  lost: v.nullable(v.strictObject({ name: v.string(), tenths: Count, items: Count })),
  /** Of the oldest appeal that is open. */
  appeal: v.nullable(v.strictObject({ name: v.string(), text: v.string() })),
});

/** The sheets of a branch in a month, in the order of crews and names; of leaders those of their group. */
export const branchSheets = defineAction({
  fn,
  name: 'branchSheets',
  allow: inBranch('branch', ASSESSING),
  input: v.strictObject({ branchId: v.optional(Id), month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchName: v.string(),
    /** The newest of which there are sheets, where none was asked for. */
    month: Month,
    /** null: the sheets of the month have not been opened. */
    terms: v.nullable(ShownTerms),
    version: Count,
    /** Otherwise what is the reader's to mark or to answer. */
    seesAll: v.boolean(),
    rows: v.array(Row),
    earlierMonth: v.nullable(Month),
    laterMonth: v.nullable(Month),
  }),
  errors: [],
});

export const memberSheet = defineAction({
  fn,
  name: 'memberSheet',
  allow: inBranch('sheet', ASSESSING),
  input: v.strictObject({ sheetId: SheetId }),
  output: v.strictObject({ nowMs: AtMs, sheet: Sheet }),
  errors: [],
});

/** Gives points to a judged item, with a reason where they differ from where it starts. docs/rules.md#R-192 */
export const markItem = defineAction({
  fn,
  name: 'markItem',
  allow: inBranch('sheet', ASSESSING),
  input: v.strictObject({
    sheetId: SheetId,
    itemId: Id,
    markId: Id,
    points: v.pipe(v.number(), v.safeInteger(), v.minValue(-100), v.maxValue(100)),
    reason: v.nullable(Words(MOST_CHARACTERS.reason)),
    evidence: v.nullable(Words(MOST_CHARACTERS.title)),
    /** A record that stands on the sheet. */
    proof: v.optional(v.strictObject({ kind: v.picklist(PROOF_KINDS), id: Id })),
    aboutDay: v.nullable(Day),
    /** The mark that the phone shows; null: none. */
    over: v.nullable(Id),
  }),
  output: v.strictObject({ reachesAtMs: v.nullable(AtMs) }),
  errors: [
    'own-sheet',
    'not-yours',
    'set-apart',
    'marking-over',
    'settled',
    'not-judged',
    'points',
    'reason-missing',
    /** Somebody has appealed and was found right: it is not marked lower again. docs/rules.md#R-194 */
    'appeal-granted',
    /** It does not stand on the sheet. */
    'no-such-record',
    'changed-meanwhile',
    'too-many-marks',
  ],
});

/** All items that nobody has marked stay where they start; then it waits for the secretary. docs/rules.md#R-191 */
export const markRest = defineAction({
  fn,
  name: 'markRest',
  allow: inBranch('sheet', ASSESSING),
  input: v.strictObject({ sheetId: SheetId, deedId: Id }),
  output: v.strictObject({ reachesAtMs: v.nullable(AtMs) }),
  errors: ['own-sheet', 'not-yours', 'set-apart', 'marking-over', 'settled', 'too-many-marks'],
});

export const settleSheet = defineAction({
  fn,
  name: 'settleSheet',
  allow: inBranch('sheet', SETTLING),
  input: v.strictObject({ sheetId: SheetId, deedId: Id }),
  output: v.strictObject({ atMs: AtMs }),
  errors: [
    'own-sheet',
    'not-yours',
    'set-apart',
    'appeal-open',
    'waits-leader',
    'waits-member',
    'settled',
  ],
});

export const answerAppeal = defineAction({
  fn,
  name: 'answerAppeal',
  allow: inBranch('sheet', ANSWERING),
  input: v.strictObject({
    sheetId: SheetId,
    appealId: Id,
    deedId: Id,
    outcome: v.picklist(['restored', 'kept']),
    reason: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ reachesAtMs: v.nullable(AtMs) }),
  errors: [
    'own-sheet',
    /** Their own mark is appealed against, or they answer no appeals. */
    'not-yours',
    'answers-over',
    /** Somebody else has answered it. */
    'changed-meanwhile',
  ],
});

export const assessmentActions = {
  mySheet,
  handInSummary,
  appealItem,
  branchSheets,
  memberSheet,
  markItem,
  markRest,
  settleSheet,
  answerAppeal,
} as const;
