import type { Detail } from '../../../contract/action';
import { MOST_CHARACTERS, STAFF_NUMBER } from '../../../contract/limits';
import { ROSTER_FILE } from '../../../contract/branch/roster-file';
import { compareRoster, type ListLine, type RosterDiff } from '../../../domain/people/roster-list';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation, type Organisation } from '../../_store/people/organisation';
import { placeOf } from '../../_kit/sheet/cell-place';
import { fileOf, type LastPiece } from './pieces';
import { headingOf, linesOf, type Choices, type Heading } from './roster-sheet.text';
import type { SheetRefusal } from '../../_kit/sheet/sheet';
import { toPresent, toStranger } from './to-present';

export interface ReadRoster {
  readonly kind: 'read';
  readonly sheetName: string;
  /** All rows of the sheet, as it has them. */
  readonly rows: readonly (readonly string[])[];
  readonly heading: Heading;
  readonly lines: readonly ListLine[];
  readonly diff: RosterDiff;
  /** Everybody of the branch, as they are now. */
  readonly people: readonly Member[];
  readonly organisation: Organisation;
}

interface RefusedRoster {
  readonly kind: 'refused';
  readonly code:
    | SheetRefusal
    | 'pieces-missing'
    | 'columns-missing'
    | 'column-twice'
    | 'formulas'
    | 'merged-cells'
    | 'no-lines'
    | 'too-many-lines'
    | 'not-found';
  readonly detail: Detail;
}

const refused = (code: RefusedRoster['code'], detail: Detail = {}): RefusedRoster => ({
  kind: 'refused',
  code,
  detail,
});

interface Reading {
  readonly caller: Caller;
  readonly nowMs: number;
  /** Absent: as it is now. */
  readonly organisation?: Organisation;
}

/** What a file would make of the roster of a branch, as that is now. Writes nothing. */
export async function readRoster(
  branchId: string,
  file: Uint8Array,
  { caller, nowMs, organisation: known }: Reading,
): Promise<ReadRoster | RefusedRoster> {
  const { readSheet } = await import('./read-sheet.lazy');
  const organisation = known ?? (await readOrganisation());
  if (!organisation.hasBranch(branchId)) return refused('not-found');
  const sheet = await readSheet(file);
  if (sheet.kind === 'refused') return refused(sheet.code);
  const heading = headingOf(sheet.rows);
  if ('code' in heading) return refused(heading.code, { columns: heading.columns });
  const formulas = sheet.formulas.filter((cell) => isRead(cell, heading));
  if (formulas[0] !== undefined) {
    return refused('formulas', { cell: formulas[0], count: formulas.length });
  }
  const merged = sheet.merged.filter((area) => isBelow(area, heading));
  if (merged[0] !== undefined) {
    return refused('merged-cells', { cell: merged[0], count: merged.length });
  }
  const lines = linesOf(sheet.rows, heading, choicesOf(organisation, branchId));
  if (lines.length === 0) return refused('no-lines');
  if (lines.length > ROSTER_FILE.lines) return refused('too-many-lines', { lines: lines.length });
  const people = await members.ofBranch(branchId);
  const strangers = await strangersOf(lines, people);
  const today = dayOfInstant(nowMs);
  const diff = compareRoster(
    lines,
    people.map((member) => toPresent(member, caller, today)),
    strangers.map((member) => toStranger(member, organisation)),
    { nameMost: MOST_CHARACTERS.name, number: STAFF_NUMBER },
  );
  const { sheetName, rows } = sheet;
  return { kind: 'read', sheetName, rows, heading, lines, diff, people, organisation };
}

/** As readRoster, of the file whose last piece this is. */
export async function readSent(
  last: LastPiece,
  branchId: string,
  reading: Reading,
): Promise<ReadRoster | RefusedRoster> {
  const file = await fileOf(last, branchId, reading.caller.memberId);
  return file === null ? refused('pieces-missing') : readRoster(branchId, file, reading);
}

export function choicesOf(organisation: Organisation, branchId: string): Choices {
  return {
    groups: organisation.groupsOf(branchId).map(({ groupId, name }) => ({ id: groupId, name })),
    crews: organisation.crews.map(({ crewId, name }) => ({ id: crewId, name })),
  };
}

/** Who has a number of the list and is not in the branch: asked for only where there are such. */
async function strangersOf(
  lines: readonly ListLine[],
  people: readonly Member[],
): Promise<readonly Member[]> {
  const here = new Set(people.map(({ staffNumber }) => staffNumber));
  const unknown = lines.map(({ staffNumber }) => staffNumber).filter((each) => !here.has(each));
  const asked = [...new Set(unknown)].filter(
    (each) => each !== '' && each.length <= STAFF_NUMBER.most,
  );
  return asked.length === 0 ? [] : members.byStaffNumbers(asked);
}

/** Whether a cell, 'B5', is below the heading and in a column that is read. */
function isRead(cell: string, { row, at }: Heading): boolean {
  const { column, line } = placeOf(cell);
  return line > row + 1 && Object.values(at).includes(column);
}

function isBelow(area: string, { row }: Heading): boolean {
  return placeOf(area.split(':').at(-1) ?? '').line > row + 1;
}
