import { isLedByOther } from '../../../cloudfunctions/clock/assessing/count-branch';
import { monthOfPerson } from '../../../cloudfunctions/clock/assessing/month-of-person';
import type { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import type { AssessmentDocument } from '../../../cloudfunctions/_store/star/assessments';
import { DEFAULT_STANDARD } from '../../../cloudfunctions/_store/star/default-standard.text';
import type { MonthRecords } from '../../../cloudfunctions/_store/star/month-records';
import {
  sheetId,
  type SheetDocument,
  type StoredMark,
} from '../../../cloudfunctions/_store/star/sheet-document';
import { isEntitled, type Member } from '../../../cloudfunctions/_store/people/member-document';
import { isInRegister } from '../../../cloudfunctions/_store/study/attendance-document';
import type { StudyDocument } from '../../../cloudfunctions/_store/study/studies';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { countItems } from '../../../domain/star/assessment/count-items';
import { setApartIn } from '../../../domain/star/assessment/set-apart';
import { sumOf } from '../../../domain/star/assessment/sheet';
import { openingDay, termsOf } from '../../../domain/star/assessment/terms';
import { monthBefore } from '../../../domain/star/star-month';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_DAY,
  MS_PER_HOUR,
} from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import { demoPerson } from '../people';
import { DEMO_STANDARD_ID } from './standard';
import { BUSY } from './star-months';

interface Person {
  readonly member: Member;
  readonly schedule: PersonSchedule;
}

/** Whose leader has marked all but this one, who lost something and appeals; the secretary settles the others. */
const MARKED = { groupId: 'rl-crew-jia', leaderId: 'rl05', loweredId: 'rl08' } as const;
const WORDS: Readonly<Record<string, string>> = {
  rl06: '这个月把规程又过了一遍，两次夜班后的学习补上了。',
  rl09: '参加了主题党日，补学一次。下个月想多写一条心得。',
};

/** The assessment of last month in one branch: open since yesterday, marked in one group, counted from its records. */
export function demoAssessment(people: readonly Person[], records: MonthRecords, nowMs: number) {
  const month = monthBefore(nowMs);
  const yesterday = addDays(dayOfInstant(nowMs), -1);
  const openedOn = yesterday < openingDay(month) ? openingDay(month) : yesterday;
  const openedAtMs = instantOf(openedOn, 0);
  const terms = termsOf(month, DEFAULT_STANDARD.terms, openedOn);
  const members = people.map(({ member }) => member);
  const sheets = people
    .filter(({ member }) => member.branchId === BUSY.branchId)
    .map((person) => sheetOf(person, { month, records, members, terms, openedAtMs, nowMs }));
  const assessed = sheets.filter(({ setApart }) => setApart === null).length;
  const assessment: AssessmentDocument = {
    _id: `${BUSY.branchId}_${month}`,
    branchId: BUSY.branchId,
    month,
    standardId: DEMO_STANDARD_ID,
    openedAtMs,
    terms,
    sheets: { assessed, setApart: sheets.length - assessed },
    finalAtMs: null,
    nextAtMs: nowMs + MS_PER_DAY,
    schemaVersion: 1,
  };
  return { assessments: [assessment], sheets };
}

interface Facts extends Pick<AssessmentDocument, 'month' | 'terms' | 'openedAtMs'> {
  readonly records: MonthRecords;
  readonly members: readonly Member[];
  readonly nowMs: number;
}

function sheetOf({ member, schedule }: Person, facts: Facts): SheetDocument {
  const { month, records, terms, openedAtMs, nowMs } = facts;
  const { endAtMs } = monthInterval(month);
  const own = monthOfPerson(member._id, schedule, records, endAtMs);
  const counted: SheetDocument['counted'] = countItems(DEFAULT_STANDARD.items, own, nowMs).map(
    ({ proofs, missed, leftOut, ...item }) => ({
      ...item,
      proofs: [...proofs],
      missed: [...missed],
      leftOut: [...leftOut],
    }),
  );
  const { groupId, groupName, crewId, crewName } = demoPerson(member._id);
  const saidAtMs = Math.max(openedAtMs, nowMs - MS_PER_HOUR);
  const setApart = setApartIn(month, member.overrides, member.joinedDay);
  const marks = setApart === null ? marksOf(member._id, groupId, saidAtMs) : [];
  const words = WORDS[member._id];
  const lowered = marks.find(({ reason }) => reason !== null);
  return {
    _id: sheetId(month, member._id),
    month,
    memberId: member._id,
    branchId: member.branchId,
    groupId,
    groupName,
    crewId,
    crewName,
    name: member.name,
    isSecretary: member.roles.includes('secretary'),
    hasLeader: isLedByOther(member, facts.members),
    isEntitled: isEntitled(member),
    standardId: DEMO_STANDARD_ID,
    terms,
    setApart,
    counted,
    countedAtMs: nowMs,
    notes: own.notes.length,
    marks,
    appeals:
      lowered === undefined
        ? []
        : [
            {
              appealId: `demo-appeal-${member._id}`,
              itemId: lowered.itemId,
              markId: lowered.markId,
              text: '那两栏是备用皮带的，它当天在检修，没有数可填。',
              atMs: saidAtMs,
              answer: null,
            },
          ],
    summary:
      words === undefined
        ? null
        : { deedId: `demo-words-${member._id}`, text: words, atMs: saidAtMs },
    settled: null,
    sum: sumOf(DEFAULT_STANDARD, { counted, marks }),
    revision: 0,
    changedAtMs: nowMs,
    schemaVersion: 1,
  };
}

/** Of the leader, who marks nobody but the own group, and not themselves. */
function marksOf(memberId: string, groupId: string, atMs: number): StoredMark[] {
  const { leaderId, loweredId } = MARKED;
  if (groupId !== MARKED.groupId || memberId === leaderId) return [];
  return DEFAULT_STANDARD.items
    .filter(({ by }) => by === 'group-leader')
    .map(({ itemId, points }, index) => {
      const isLowered = memberId === loweredId && index === 0;
      return {
        markId: `demo-mark-${memberId}-${itemId}`,
        itemId,
        points: isLowered ? points - 3 : points,
        reason: isLowered ? '交接表有两栏没有填' : null,
        evidence: null,
        aboutDay: null,
        by: { memberId: leaderId, name: demoPerson(leaderId).name },
        as: 'group-leader',
        atMs,
        appealId: null,
      };
    });
}

type WorldRecords = Pick<MonthRecords, 'lines'> & {
  readonly studies: readonly StudyDocument[];
  readonly deliveries: readonly DeliveryDocument[];
};

/** What the demo holds of last month; nobody in it has written a note. */
export function monthRecordsOf(
  { lines, studies, deliveries }: WorldRecords,
  nowMs: number,
): MonthRecords {
  const { startAtMs, endAtMs } = monthInterval(monthBefore(nowMs));
  const isIn = (atMs: number) => startAtMs <= atMs && atMs < endAtMs;
  return {
    lines: lines.filter((line) => isIn(line.lastCloseAtMs) && isInRegister(line)),
    studies: new Map(studies.map((study) => [study._id, study])),
    notes: [],
    mustReads: deliveries.filter(
      ({ isMustRead, createdAtMs, cancelledAtMs }) =>
        isMustRead && isIn(createdAtMs) && cancelledAtMs === null,
    ),
  };
}
