import { countItems } from '../../../domain/star/assessment/count-items';
import { setApartIn } from '../../../domain/star/assessment/set-apart';
import { sumOf } from '../../../domain/star/assessment/sheet';
import { dayOfInstant } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import { branches } from '../../_store/people/branches';
import { isEntitled, type Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOf, type Organisation } from '../../_store/people/organisation';
import { rotations } from '../../_store/roster/rotations';
import type { AssessmentDocument } from '../../_store/star/assessments';
import { monthRecords, type MonthRecords } from '../../_store/star/month-records';
import { sheetId, type SheetDocument } from '../../_store/star/sheet-document';
import { sheets } from '../../_store/star/sheets';
import { standards, type StandardDocument } from '../../_store/star/standards';
import { monthOfPerson } from './month-of-person';

interface Facts {
  readonly assessment: AssessmentDocument;
  readonly standard: StandardDocument;
  readonly organisation: Organisation;
  readonly records: MonthRecords;
  /** Of the branch now: who of them leads which group. */
  readonly branchNow: readonly Member[];
  readonly nowMs: number;
}

export interface CountedBranch {
  /** Those whose sheets are there, with the sheets of before and of now. */
  readonly sheets: readonly SheetDocument[];
  readonly people: readonly Member[];
  readonly organisation: Organisation;
}

/**
 * Opens the sheets of a branch that are not there yet, and counts what the registers, notes and messages
 * of the month say on those that are, and whether anybody leads their group: marks, words and appeals stay
 * as they are. What is final stays as a whole. A fixed number of requests, and one for each sheet that changes. docs/rules.md#R-196
 */
export async function countBranch(
  assessment: AssessmentDocument,
  isOpening: boolean,
  nowMs: number,
): Promise<CountedBranch> {
  const { branchId, month } = assessment;
  const [standard, known, branchNow, allBranches, allRotations] = await Promise.all([
    standards.byId(assessment.standardId),
    sheets.ofBranch(branchId, month),
    members.ofBranch(branchId),
    branches.all(),
    rotations.all(),
  ]);
  const organisation = organisationOf(allBranches, allRotations);
  const { endAtMs } = monthInterval(month);
  const knownIds = known.map(({ memberId }) => memberId);
  const assessed = branchNow.filter(
    ({ _id, joinedDay }) =>
      knownIds.includes(_id) || (isOpening && joinedDay < dayOfInstant(endAtMs)),
  );
  const moved = knownIds.filter((id) => !assessed.some(({ _id }) => _id === id));
  const people = [...assessed, ...(moved.length === 0 ? [] : await members.byIds(moved))];
  const records = await monthRecords(
    people.map(({ _id }) => _id),
    monthInterval(month),
  );
  const facts = { assessment, standard, organisation, records, branchNow, nowMs };
  const written: SheetDocument[] = [];
  for (const member of people) {
    const before = known.find(({ memberId }) => memberId === member._id);
    const sheet =
      before === undefined ? await opened(member, facts) : await counted(before, member, facts);
    written.push(sheet);
  }
  return { sheets: written, people, organisation };
}

async function opened(member: Member, facts: Facts): Promise<SheetDocument> {
  const { assessment, standard, organisation, branchNow, nowMs } = facts;
  const { month, terms, branchId } = assessment;
  const found = countsOf(member, facts);
  const place = organisation.placeOf(member, dayOfInstant(nowMs));
  const sheet: SheetDocument = {
    _id: sheetId(month, member._id),
    month,
    memberId: member._id,
    branchId,
    groupId: member.groupId,
    groupName: place.groupName,
    crewId: place.crewId,
    crewName: place.crewName,
    name: member.name,
    isSecretary: member.roles.includes('secretary'),
    hasLeader: isLedByOther(member, branchNow),
    isEntitled: isEntitled(member),
    standardId: standard._id,
    terms,
    setApart: setApartIn(month, member.overrides, member.joinedDay),
    ...found,
    countedAtMs: nowMs,
    marks: [],
    appeals: [],
    summary: null,
    settled: null,
    sum: sumOf(standard, { counted: found.counted, marks: [] }),
    revision: 0,
    changedAtMs: nowMs,
    schemaVersion: 1,
  };
  if (await sheets.insertIfAbsent(sheet)) return sheet;
  // Of a run that was cut off, or of a branch from which the person has come since.
  return (await sheets.byId(sheet._id)) ?? sheet;
}

/** Whether somebody else leads the group of this member. */
export const isLedByOther = (
  { _id, groupId }: Pick<Member, '_id' | 'groupId'>,
  people: readonly Pick<Member, '_id' | 'groupId' | 'roles'>[],
): boolean =>
  groupId !== null &&
  people.some(
    (each) => each._id !== _id && each.groupId === groupId && each.roles.includes('group-leader'),
  );

/** Counts again what nobody has settled for good; until nobody has written to the sheet in between. */
async function counted(sheet: SheetDocument, member: Member, facts: Facts): Promise<SheetDocument> {
  const { standard, assessment, branchNow, nowMs } = facts;
  const found = countsOf(member, facts);
  const hasLeader = isLedByOther({ _id: member._id, groupId: sheet.groupId }, branchNow);
  const setApart = setApartIn(assessment.month, member.overrides, member.joinedDay);
  const isSame =
    JSON.stringify([found.counted, found.notes, setApart, hasLeader]) ===
    JSON.stringify([sheet.counted, sheet.notes, sheet.setApart, sheet.hasLeader]);
  if (isSame || nowMs >= sheet.terms.answersUntilMs) return sheet;
  const verdict = await sheets.change<'set-apart-stays'>(
    sheet._id,
    (now) => ({
      ...found,
      hasLeader,
      // Who has been marked stays assessed: no mark disappears by a leave that is entered later.
      setApart: now.marks.length > 0 ? now.setApart : setApart,
      countedAtMs: nowMs,
      sum: sumOf(standard, { counted: found.counted, marks: now.marks }),
    }),
    nowMs,
  );
  return verdict.kind === 'missing' ? sheet : verdict.sheet;
}

function countsOf(member: Member, { assessment, standard, organisation, records, nowMs }: Facts) {
  const { endAtMs } = monthInterval(assessment.month);
  const schedule = organisation.scheduleOf(member);
  const month = monthOfPerson(member._id, schedule, records, endAtMs);
  const counted: SheetDocument['counted'] = countItems(standard.items, month, nowMs).map(
    ({ proofs, missed, leftOut, ...item }) => ({
      ...item,
      proofs: [...proofs],
      missed: [...missed],
      leftOut: [...leftOut],
    }),
  );
  return { counted, notes: month.notes.length };
}
