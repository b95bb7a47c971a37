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

export interface ListProblem {
  readonly line: number;
  readonly name: string;
  readonly code: ListProblemCode;
  /** What stands in the cell, or ''. */
  readonly written: string;
  readonly other: string;
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
    const found =
      problemOfWords(each, limits) ??
      (twin === each || twin === undefined
        ? undefined
        : problem(each, 'number-twice', each.staffNumber, twin.name)) ??
      problemOfPerson(each, known ?? stranger) ??
      problemOfPlace(each, known);
    if (found !== undefined) problems.push(found);
    else if (known === undefined) fresh.push(newPerson(each, stranger));
    else if (isSame(known, each)) same += 1;
    else changed.push(changedPerson(each, known));
  }
  const listed = new Set(lines.map(({ staffNumber }) => staffNumber));
  const leaving = present.filter(({ staffNumber }) => !listed.has(staffNumber));
  return { problems, same, changed, fresh, leaving };
}

function problemOfWords(line: ListLine, { nameMost, number }: Limits): ListProblem | undefined {
  const { name, staffNumber } = line;
  if (name === '') return problem(line, 'name-missing');
  // U+FFFD stands where a program could not read what was written.
  if (name.length > nameMost || name.includes('\ufffd'))
    return problem(line, 'name-unfit', name.slice(0, nameMost));
  if (staffNumber === '') return problem(line, 'number-missing');
  const fits = /^[A-Z0-9]+$/u.test(staffNumber);
  if (!fits || staffNumber.length < number.least || staffNumber.length > number.most) {
    return problem(line, 'number-unfit', staffNumber.slice(0, 40));
  }
  return undefined;
}

function problemOfPerson(
  line: ListLine,
  holder: Present | Stranger | undefined,
): ListProblem | undefined {
  if (holder === undefined) return undefined;
  if (!isSameName(holder.name, line.name)) {
    return problem(line, 'number-of-other', line.staffNumber, holder.name);
  }
  if ('branchName' in holder && holder.branchName !== null) {
    return problem(line, 'in-other-branch', line.staffNumber, holder.branchName);
  }
  return undefined;
}

function problemOfPlace(line: ListLine, known: Present | undefined): ListProblem | undefined {
  const { group, crew, standing } = line;
  if (group.kind === 'unknown') return problem(line, 'unknown-group', group.written);
  if (crew.kind === 'unknown') return problem(line, 'unknown-crew', crew.written);
  if (standing.kind === 'unknown') return problem(line, 'unknown-standing', standing.written);
  if (known === undefined || isSame(known, line)) return undefined;
  if (!known.isTouchable) return problem(line, 'not-yours');
  const { standing: after } = changedPerson(line, known);
  return after === 'probationary-member' && known.holdsOffice
    ? problem(line, 'holds-office')
    : undefined;
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

function problem(
  { line, name }: ListLine,
  code: ListProblemCode,
  written = '',
  other = '',
): ListProblem {
  return { line, name: name.slice(0, 40), code, written, other };
}
