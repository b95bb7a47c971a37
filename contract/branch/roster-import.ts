import * as v from 'valibot';
import { LIST_PROBLEMS } from '../../domain/people/roster-list';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { ROSTER_FILE } from './roster-file';
import { ROSTER_KEEPERS } from '../roles';
import { Exported } from './exported';

const fn = 'branch';

/** How many of each kind one answer names; the counts are of all. docs/rules.md#R-133 */
export const NAMED_IN_CHECK = 200;

const At = v.pipe(Count, v.maxValue(ROSTER_FILE.pieces - 1));
const Content = v.pipe(
  v.string(),
  v.maxLength((ROSTER_FILE.pieceBytes / 3) * 4),
  v.regex(/^[A-Za-z0-9+/]+={0,2}$/u),
);
const FileName = Words(120);
/** A file whose last piece this is; `importId` is chosen by the phone. */
const File = {
  branchId: v.optional(Id),
  importId: Id,
  fileName: FileName,
  at: At,
  content: Content,
};
const From = v.pipe(Count, v.maxValue(ROSTER_FILE.lines));
const PlanId = v.pipe(v.string(), v.regex(/^[a-f0-9]{8,64}$/u));

/** A sheet with the columns, and what can stand in them here. */
export const rosterTemplate = defineAction({
  fn,
  name: 'rosterTemplate',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id), exportId: Id }),
  output: Exported,
  errors: [],
});

/** Takes one piece of a file but the last, which comes with the question. Can be repeated. */
export const sendRosterPiece = defineAction({
  fn,
  name: 'sendRosterPiece',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id), importId: Id, at: At, content: Content }),
  output: v.strictObject({ endsAtMs: AtMs }),
  errors: [],
});

const Person = {
  line: Count,
  name: v.string(),
};
const Place = v.strictObject({
  groupName: v.nullable(v.string()),
  crewName: v.nullable(v.string()),
  standing: growing(['member', 'probationary-member']),
});

const Fault = v.strictObject({
  code: growing(LIST_PROBLEMS),
  written: v.string(),
  other: v.string(),
});

/** What the file would make of the roster; nothing of the roster is written. docs/rules.md#R-132 */
export const RosterCheck = v.strictObject({
  fileName: v.string(),
  sheetName: v.string(),
  nowMs: AtMs,
  lines: Count,
  /** Names of columns that are not read. */
  unused: v.array(v.string()),
  counts: v.strictObject({
    problems: Count,
    same: Count,
    changed: Count,
    fresh: Count,
    leaving: Count,
    present: Count,
  }),
  problems: v.array(
    v.strictObject({
      ...Person,
      ...Fault.entries,
      /** What else is wrong in the line; absent: nothing, or from functions before 0.3.0. */
      also: v.optional(v.array(Fault)),
    }),
  ),
  fresh: v.array(v.strictObject({ ...Person, place: Place, isBack: v.boolean() })),
  changed: v.array(v.strictObject({ ...Person, before: Place, place: Place })),
  /** Who stands in no line; they leave only where somebody says so. */
  leaving: v.array(
    v.strictObject({
      memberId: Id,
      name: v.string(),
      place: Place,
      /** Not: oneself, the last secretary, who is of the committee office. */
      canLeave: v.boolean(),
    }),
  ),
  /** Of this roster and this file; what is applied is what was shown. null while there are problems. */
  planId: v.nullable(PlanId),
});
export type RosterCheck = v.InferOutput<typeof RosterCheck>;

/** Why a file is none that can be compared with a roster. */
const FILE_ERRORS = [
  /** A piece before the last has not come, or its day is over. */
  'pieces-missing',
  'not-xlsx',
  'old-or-locked',
  'damaged',
  'too-large-inside',
  /** detail.columns. */
  'columns-missing',
  /** detail.columns. */
  'column-twice',
  /** detail.cell, detail.count. */
  'formulas',
  /** detail.cell, detail.count. */
  'merged-cells',
  'no-lines',
  /** detail.lines. */
  'too-many-lines',
] as const;

export const checkRoster = defineAction({
  fn,
  name: 'checkRoster',
  allow: inBranch('branch', ROSTER_KEEPERS),
  /** `from`: behind how many of each kind the names begin; absent: with the first. */
  input: v.strictObject({ ...File, from: v.optional(From) }),
  output: RosterCheck,
  errors: FILE_ERRORS,
});

/** The same list with a column that says of each line what is wrong and what to do. docs/rules.md#R-133 */
export const exportRosterProblems = defineAction({
  fn,
  name: 'exportRosterProblems',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ ...File, exportId: Id }),
  output: Exported,
  errors: [
    ...FILE_ERRORS,
    /** The roster has changed since, and all lines fit it. */
    'no-problems',
  ],
});

/**
 * Makes the roster say what was shown, all of it or nothing. Repeated, it goes on where it was cut
 * off, or answers what has become of it. docs/decisions/all-or-nothing-import.md
 */
export const applyRoster = defineAction({
  fn,
  name: 'applyRoster',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    ...File,
    planId: PlanId,
    leavingIds: v.pipe(
      v.array(Id),
      v.maxLength(ROSTER_FILE.lines),
      v.check((ids) => new Set(ids).size === ids.length),
    ),
  }),
  output: v.strictObject({
    added: Count,
    changed: Count,
    left: Count,
    /** Names of whom somebody else has changed in the same moment: they stand as that says. */
    overtaken: v.array(v.string()),
  }),
  errors: [
    /** The file is not there any more: choose it again. */
    'pieces-missing',
    /** The roster is another than the one that was shown. */
    'roster-changed',
    /** Somebody of those who are to leave cannot. detail.name. */
    'cannot-leave',
  ],
});

export const rosterImportActions = {
  rosterTemplate,
  sendRosterPiece,
  checkRoster,
  exportRosterProblems,
  applyRoster,
} as const;
