import { DEFAULT_STANDARD } from '../../cloudfunctions/_store/star/default-standard.text';
import type { AssessmentDocument } from '../../cloudfunctions/_store/star/assessments';
import {
  sheetId,
  type SheetDocument,
  type StoredAppeal,
  type StoredMark,
} from '../../cloudfunctions/_store/star/sheet-document';
import type { StandardDocument } from '../../cloudfunctions/_store/star/standards';
import { storedItem } from '../../cloudfunctions/_store/star/standards';
import { isEntitled, type Member } from '../../cloudfunctions/_store/people/member-document';
import type { StandardItem } from '../../domain/star/assessment/standard';
import { sumOf } from '../../domain/star/assessment/sheet';
import { termsOf } from '../../domain/star/assessment/terms';
import { instantOf, localDay } from '../../domain/time/local-day';

/** Of the list that comes with the product. */
export const SHEET_MONTH = '2025-02';
/** By a clock that was four days late, so that every term is open in the tests’ first days. */
const OPENED_ON = localDay('2025-03-05');

const terms = termsOf(SHEET_MONTH, DEFAULT_STANDARD.terms, OPENED_ON);
const openedAtMs = instantOf(OPENED_ON, 0);

export const aJudgedItem = (rest: Partial<StandardItem> = {}): StandardItem => ({
  itemId: 'post',
  name: 'Post',
  aspect: 'duty',
  points: 30,
  source: 'judged',
  kinds: null,
  wanted: null,
  by: 'group-leader',
  bands: null,
  ...rest,
});

export const aRecordedItem = (rest: Partial<StandardItem> = {}): StandardItem =>
  aJudgedItem({ itemId: 'studies', name: 'Studies', source: 'attendance', by: null, ...rest });

export function aMark(markId: string, rest: Partial<StoredMark> = {}): StoredMark {
  return {
    markId,
    itemId: 'post',
    points: 28,
    reason: 'a line was empty',
    evidence: null,
    aboutDay: null,
    by: { memberId: 'the-group-leader', name: 'Leader' },
    as: 'group-leader',
    atMs: openedAtMs,
    appealId: null,
    ...rest,
  };
}

export function anAppeal(appealId: string, rest: Partial<StoredAppeal> = {}): StoredAppeal {
  return {
    appealId,
    itemId: 'post',
    markId: null,
    text: 'we had changed shifts',
    atMs: openedAtMs,
    answer: null,
    ...rest,
  };
}

/** A sheet on which everything was done, and nothing is marked. */
export function aSheet(member: Member, rest: Partial<SheetDocument> = {}): SheetDocument {
  const counted = DEFAULT_STANDARD.items
    .filter(({ source }) => source !== 'judged')
    .map(({ itemId, points }) => ({
      itemId,
      done: 2,
      chances: 2,
      earnedTenths: points * 10,
      proofs: [],
      missed: [],
      leftOut: [],
      leftOutCount: 0,
    }));
  const marks = rest.marks ?? [];
  return {
    _id: sheetId(rest.month ?? SHEET_MONTH, member._id),
    month: SHEET_MONTH,
    memberId: member._id,
    branchId: member.branchId,
    groupId: member.groupId,
    groupName: null,
    crewId: null,
    crewName: null,
    name: member.name,
    isSecretary: member.roles.includes('secretary'),
    isEntitled: isEntitled(member),
    standardId: 'default',
    terms,
    setApart: null,
    counted,
    countedAtMs: openedAtMs,
    notes: 0,
    marks: [],
    appeals: [],
    summary: null,
    settled: null,
    sum: sumOf(DEFAULT_STANDARD, { counted: rest.counted ?? counted, marks }),
    revision: 0,
    changedAtMs: openedAtMs,
    schemaVersion: 1,
    ...rest,
  };
}

export function anAssessment(
  branchId: string,
  rest: Partial<AssessmentDocument> = {},
): AssessmentDocument {
  return {
    _id: `${branchId}_${rest.month ?? SHEET_MONTH}`,
    branchId,
    month: SHEET_MONTH,
    standardId: 'default',
    openedAtMs,
    terms,
    sheets: { assessed: 1, setApart: 0 },
    finalAtMs: null,
    nextAtMs: terms.answersUntilMs,
    schemaVersion: 1,
    ...rest,
  };
}

export function aStandard(scope: string, rest: Partial<StandardDocument> = {}): StandardDocument {
  const version = rest.version ?? 2;
  return {
    _id: `${scope}_${version}`,
    scope,
    version,
    fromMonth: '2025-01',
    base: 100,
    items: DEFAULT_STANDARD.items.map(storedItem),
    terms: DEFAULT_STANDARD.terms,
    by: null,
    atMs: 0,
    deedId: `saved-${scope}-${version}`,
    schemaVersion: 1,
    ...rest,
  };
}
