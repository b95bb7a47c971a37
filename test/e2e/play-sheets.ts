import { demoPerson } from '../../local/world/people';
import { termsOf } from '../../domain/star/assessment/terms';
import { DEFAULT_TERM_DAYS } from '../../domain/star/assessment/standard';
import { dayOfInstant, instantOf, localDay } from '../../domain/time/local-day';
import { aMark, anAppeal, anAssessment, aSheet } from '../builders/assessments';
import { plant, stored } from '../builders/stored';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { DEMO_START_MS, type DemoStage } from './demo-stage';
import { PEOPLE } from './study-steps';

const month = '2026-02';
const terms = termsOf(month, DEFAULT_TERM_DAYS, dayOfInstant(DEMO_START_MS));

/** The sheet of somebody for the month before the plays, open since today. */
export async function plantSheet({ cloud }: DemoStage, memberId: string): Promise<void> {
  const member = stored(cloud, 'members', memberId);
  const { branchId, crewId, crewName } = demoPerson(memberId);
  await plant(cloud, {
    assessments: [anAssessment(branchId, { month, terms, nextAtMs: terms.answersUntilMs })],
    sheets: [aSheet(member, { month, terms, crewId, crewName })],
  });
}

const proof = (id: string, title: string, day: string) => ({
  kind: 'study' as const,
  id,
  title,
  atMs: instantOf(localDay(day), 9 * 60),
});
const nothing = { proofs: [], missed: [], leftOut: [], leftOutCount: 0 };

/** 87 of 90 as in the picture of the sheet, and sheets in every state beside it; the id of the first. */
export async function pictureSheets({ cloud }: DemoStage): Promise<string> {
  const ofBranch = [...cloud.engine.collection('members').all()]
    .map(({ document }) => document as unknown as Member)
    .filter(({ branchId, leftDay }) => branchId === 'yunxing' && leftDay === null);
  const branch = ofBranch.map((member, at) => {
    const { crewId, crewName, groupName } = demoPerson(member._id);
    const by = { memberId: 'yx14', name: demoPerson('yx14').name };
    const marks = ['post', 'rules'].map((itemId) =>
      aMark(`${itemId}-${member._id}`, {
        itemId,
        points: itemId === 'post' ? 30 : 20,
        reason: null,
        by,
      }),
    );
    const summary = { deedId: 'words', text: '这个月到会 2 次。', atMs: DEMO_START_MS };
    const base = { month, terms, crewId, crewName, groupName, groupId: member.groupId };
    if (at % 16 === 9) {
      const setApart = { why: 'on-loan' as const, leaveKind: null, days: 28 };
      return aSheet(member, { ...base, setApart });
    }
    if (at % 5 === 1) return aSheet(member, base);
    if (at % 7 === 3) return aSheet(member, { ...base, marks });
    if (at % 4 === 2) return aSheet(member, { ...base, marks, summary });
    const settled = {
      deedId: 'settled',
      by: { memberId: 'yx01', name: by.name },
      atMs: DEMO_START_MS,
    };
    return aSheet(member, { ...base, marks, summary, settled });
  });
  const member = stored(cloud, 'members', PEOPLE.free);
  const { crewId, crewName, groupName } = demoPerson(PEOPLE.free);
  const by = { memberId: 'yx14', name: demoPerson('yx14').name };
  const training = {
    day: localDay('2026-02-25'),
    label: 'training',
    kind: 'study-day' as const,
    startMinute: 480,
    endMinute: 960,
    override: 'training' as const,
  };
  const morning = {
    day: localDay('2026-02-20'),
    label: 'morning',
    kind: 'day' as const,
    startMinute: 480,
    endMinute: 840,
    override: null,
  };
  const counted = [
    {
      ...nothing,
      itemId: 'studies',
      done: 4,
      chances: 4,
      earnedTenths: 200,
      proofs: [
        proof('s1', '主题党日', '2026-02-26'),
        proof('s2', '党课', '2026-02-18'),
        proof('s3', '党小组会', '2026-02-12'),
        proof('s4', '安全培训', '2026-02-05'),
      ],
    },
    {
      ...nothing,
      itemId: 'make-ups',
      done: 1,
      chances: 1,
      earnedTenths: 100,
      proofs: [{ ...proof('s5', '检修现场安全新规要点', '2026-02-12'), kind: 'make-up' as const }],
    },
    { ...nothing, itemId: 'must-reads', done: 6, chances: 6, earnedTenths: 100 },
    {
      ...nothing,
      itemId: 'drills',
      done: 0,
      chances: 0,
      earnedTenths: 0,
      leftOut: [
        {
          ...proof('d1', '消防演练', '2026-02-25'),
          why: 'on-duty' as const,
          shift: training,
          sittings: 1,
        },
      ],
      leftOutCount: 1,
    },
    {
      ...nothing,
      itemId: 'lectures',
      done: 0,
      chances: 0,
      earnedTenths: 0,
      leftOut: [
        {
          ...proof('l1', '廉政讲座', '2026-02-20'),
          why: 'on-duty' as const,
          shift: morning,
          sittings: 1,
        },
      ],
      leftOutCount: 1,
    },
  ];
  const rules = aMark('rules-mark', {
    itemId: 'rules',
    points: 19,
    reason: '2月19日中班没有到岗点名，扣 1 分。',
    evidence: '中班点名册，2月19日',
    aboutDay: localDay('2026-02-19'),
    by,
  });
  const sheet = aSheet(member, {
    month,
    terms,
    crewId,
    crewName,
    groupName,
    groupId: member.groupId,
    counted,
    notes: 1,
    marks: [
      aMark('post-mark', {
        reason: '2月9日交接班记录漏填一栏，当班补上了，扣 2 分。',
        evidence: '交接班记录，2月9日',
        by,
      }),
      rules,
    ],
    appeals: [
      anAppeal('appeal', {
        itemId: 'rules',
        markId: rules.markId,
        text: '那天我和四值换了班，上的是早班。换班记录在班表里。',
        atMs: DEMO_START_MS - 3_600_000,
      }),
    ],
  });
  const swap = {
    kind: 'swap' as const,
    id: 'shown-swap',
    swapId: 'shown-swap',
    withPersonId: 'yx45',
    fromDay: localDay('2026-02-19'),
    toDay: localDay('2026-02-20'),
    slots: [{ label: 'morning', kind: 'day' as const, startMinute: 480, durationMinutes: 360 }],
  };
  await plant(cloud, {
    assessments: [anAssessment('yunxing', { month, terms, nextAtMs: terms.answersUntilMs })],
    members: [{ ...member, overrides: [...member.overrides, swap] }],
    sheets: [...branch.filter(({ memberId }) => memberId !== PEOPLE.free), sheet],
  });
  return sheet._id;
}
