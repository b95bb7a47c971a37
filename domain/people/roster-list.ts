import { isSameName } from '../words/bare-name';

/** One person of a list that is to become the roster; texts are clean, null: the cell says nothing. */
export interface ListLine {
  /** As the sheet counts, from 1. */
  readonly line: number;
  readonly name: string;
  /** Bare, see bareCode; '' when the cell is empty. */
  readonly staffNumber: string;
  readonly group: Placing;
  readonly crew: Placing;
  readonly standing: StandingCell;
}

/** What a cell says of a group or a crew: nothing, none, one that there is, or one that there is not. */
export type Placing =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'unknown'; readonly written: string };

export type Standing = 'member' | 'probationary-member';
export type StandingCell =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'one'; readonly standing: Standing }
  | { readonly kind: 'unknown'; readonly written: string };

/** Somebody of the branch as they are today. */
export interface Present {
  readonly memberId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly groupId: string | null;
  readonly crewId: string | null;
  readonly standing: Standing;
  /** Holds an office of the branch, which only full members do. */
  readonly holdsOffice: boolean;
  /** Whether the importer may change anything of them. docs/rules.md#R-63 */
  readonly isTouchable: boolean;
}

/** Who has one of the list's staff numbers and is not in the branch. */
export interface Stranger {
  readonly memberId: string;
  readonly name: string;
  readonly staffNumber: string;
  /** The branch that they have not left; null: they have left. */
  readonly branchName: string | null;
}

export const LIST_PROBLEMS = [
  'name-missing',
  'name-unfit',
  'number-missing',
  'number-unfit',
  /** An earlier line has it too: `other` is its name. */
  'number-twice',
  /** Somebody of another name has it: `other` is their name. */
  'number-of-other',
  /** They are in a branch that they have not left: `other` is its name. */
  'in-other-branch',
  'unknown-group',
  'unknown-crew',
  'unknown-standing',
  /** Holds an office and is to be a probationary member. */
  'holds-office',
  /** Is of the committee office, which only the committee office changes. */
  'not-yours',
] as const;
export type ListProblemCode = (typeof LIST_PROBLEMS)[number];

export interface LineFault {
  readonly code: ListProblemCode;
  /** What stands in the cell, or ''. */
  readonly written: string;
  readonly other: string;
}

/** A line with all that is wrong in it; the first stands for itself. */
export interface ListProblem extends LineFault {
  readonly line: number;
  readonly name: string;
  /** What else is wrong in the line; absent: nothing. */
  readonly also?: readonly LineFault[];
}

export interface NewPerson {
  readonly line: number;
  readonly name: string;
  readonly staffNumber: string;
  readonly groupId: string | null;
  readonly crewId: string | null;
  readonly standing: Standing;
  /** Who they were when they left; null: never seen. docs/rules.md#R-64 */
  readonly backAs: string | null;
}

export interface ChangedPerson {
  readonly line: number;
  readonly before: Present;
  readonly groupId: string | null;
  readonly crewId: string | null;
  readonly standing: Standing;
}

export interface RosterDiff {
  readonly problems: readonly ListProblem[];
  readonly same: number;
  readonly changed: readonly ChangedPerson[];
  readonly fresh: readonly NewPerson[];
  /** In the branch and in no line. */
  readonly leaving: readonly Present[];
}

interface Limits {
  readonly nameMost: number;
  readonly number: { readonly least: number; readonly most: number };
}

/**
 * What a list would make of the roster of a branch. A staff number says who is meant, the name has to
 * agree; a cell that says nothing changes nothing. Each line is a problem, or the same, changed or
 * new; lines in the order of the list. Decides nothing about who leaves. docs/rules.md#R-132
 */
export function compareRoster(
  lines: readonly ListLine[],
  present: readonly Present[],
  strangers: readonly Stranger[],
  limits: Limits,
): RosterDiff {
  const here = new Map(present.map((each) => [each.staffNumber, each]));
  const elsewhere = new Map(strangers.map((each) => [each.staffNumber, each]));
  const first = new Map<string, ListLine>();
  for (const each of lines) if (!first.has(each.staffNumber)) first.set(each.staffNumber, each);
  const problems: ListProblem[] = [];
  const changed: ChangedPerson[] = [];
  const fresh: NewPerson[] = [];
  let same = 0;
  for (const each of lines) {
    const known = here.get(each.staffNumber);
    const stranger = elsewhere.get(each.staffNumber);
    const twin = first.get(each.staffNumber);
    const ofPerson = faultsOfPerson(each, twin, known ?? stranger, limits);
    const ofPlace = faultsOfPlace(each);
    // Of whom the line speaks is only known where nothing is wrong with name and number.
    const ofChange =
      known === undefined || ofPerson.length > 0 ? [] : faultsOfChange(each, known, ofPlace);
    const [found, ...also] = [...ofPerson, ...ofPlace, ...ofChange];
    if (found !== undefined) problems.push(problem(each, found, also));
    else if (known === undefined) fresh.push(newPerson(each, stranger));
    else if (isSame(known, each)) same += 1;
    else changed.push(changedPerson(each, known));
  }
  const listed = new Set(lines.map(({ staffNumber }) => staffNumber));
  const leaving = present.filter(({ staffNumber }) => !listed.has(staffNumber));
  return { problems, same, changed, fresh, leaving };
}

/** Where neither is wrong in itself: whether name and number are those of one person. */
function faultsOfPerson(
  line: ListLine,
  twin: ListLine | undefined,
  holder: Present | Stranger | undefined,
  limits: Limits,
): readonly LineFault[] {
  const ofWords = [...faultsOfName(line, limits), ...faultsOfNumber(line, limits)];
  if (ofWords.length > 0) return ofWords;
  const { name, staffNumber } = line;
  if (twin !== undefined && twin !== line) return [fault('number-twice', staffNumber, twin.name)];
  if (holder === undefined) return [];
  if (!isSameName(holder.name, name)) return [fault('number-of-other', staffNumber, holder.name)];
  return 'branchName' in holder && holder.branchName !== null
    ? [fault('in-other-branch', staffNumber, holder.branchName)]
    : [];
}

function faultsOfName({ name }: ListLine, { nameMost }: Limits): readonly LineFault[] {
  if (name === '') return [fault('name-missing')];
  // U+FFFD stands where a program could not read what was written.
  const fits = name.length <= nameMost && !name.includes('\ufffd');
  return fits ? [] : [fault('name-unfit', name.slice(0, nameMost))];
}

function faultsOfNumber({ staffNumber }: ListLine, { number }: Limits): readonly LineFault[] {
  if (staffNumber === '') return [fault('number-missing')];
  const fits =
    /^[A-Z0-9]+$/u.test(staffNumber) &&
    staffNumber.length >= number.least &&
    staffNumber.length <= number.most;
  return fits ? [] : [fault('number-unfit', staffNumber.slice(0, 40))];
}

function faultsOfPlace({ group, crew, standing }: ListLine): readonly LineFault[] {
  return [
    ...(group.kind === 'unknown' ? [fault('unknown-group', group.written)] : []),
    ...(crew.kind === 'unknown' ? [fault('unknown-crew', crew.written)] : []),
    ...(standing.kind === 'unknown' ? [fault('unknown-standing', standing.written)] : []),
  ];
}

function faultsOfChange(
  line: ListLine,
  known: Present,
  ofPlace: readonly LineFault[],
): readonly LineFault[] {
  if (ofPlace.length === 0 && isSame(known, line)) return [];
  if (!known.isTouchable) return [fault('not-yours')];
  const { standing: after } = changedPerson(line, known);
  return after === 'probationary-member' && known.holdsOffice ? [fault('holds-office')] : [];
}

function newPerson(line: ListLine, stranger: Stranger | undefined): NewPerson {
  return {
    line: line.line,
    name: line.name,
    staffNumber: line.staffNumber,
    groupId: placed(line.group, null),
    crewId: placed(line.crew, null),
    standing: line.standing.kind === 'one' ? line.standing.standing : 'member',
    backAs: stranger?.memberId ?? null,
  };
}

function changedPerson(line: ListLine, before: Present): ChangedPerson {
  return {
    line: line.line,
    before,
    groupId: placed(line.group, before.groupId),
    crewId: placed(line.crew, before.crewId),
    standing: line.standing.kind === 'one' ? line.standing.standing : before.standing,
  };
}

function isSame(present: Present, line: ListLine): boolean {
  const { groupId, crewId, standing } = changedPerson(line, present);
  return groupId === present.groupId && crewId === present.crewId && standing === present.standing;
}

/** What a cell says, where it says something. */
function placed(cell: Placing, otherwise: string | null): string | null {
  if (cell.kind === 'one') return cell.id;
  return cell.kind === 'none' ? null : otherwise;
}

const fault = (code: ListProblemCode, written = '', other = ''): LineFault => ({
  code,
  written,
  other,
});

function problem(
  { line, name }: ListLine,
  first: LineFault,
  also: readonly LineFault[],
): ListProblem {
  return { line, name: name.slice(0, 40), ...first, ...(also.length > 0 && { also }) };
}
