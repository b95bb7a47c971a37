import { correct } from '../../../../contract/study/register';
import { saveStandard } from '../../../../contract/star/standards';
import { mySheet, handInSummary } from '../../../../contract/star/assessment';
import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import { storedItem } from '../../../../cloudfunctions/_store/star/standards';
import { instantOf, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMark, anAppeal } from '../../../builders/assessments';
import { aMember } from '../../../builders/documents';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { aSitting, minutes, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('clock', 'star');

const OPENS_MS = instantOf(localDay('2025-04-01'), 0);
const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const sheet = (memberId: string) => stored(world.cloud, 'sheets', `2025-03_${memberId}`);
const assessment = () => stored(world.cloud, 'assessments', 'branch-1_2025-03');
const sheets = () => [...world.cloud.engine.collection('sheets').all()];
const titlesFor = (memberId: string, kind: string) =>
  storedDeliveries(world.cloud)
    .filter((message) => message.kind === kind && message.memberIds.includes(memberId))
    .map(({ title }) => title);
const studiesOf = (memberId: string) =>
  sheet(memberId).counted.find(({ itemId }) => itemId === 'studies');

/** The secretary takes the list of the product into use in March. */
const adopted = () =>
  world.phone('secretary').get(saveStandard, {
    deedId: 'adopts',
    isForAll: false,
    over: { scope: 'default', version: 1 },
    standard: { ...DEFAULT_STANDARD, items: DEFAULT_STANDARD.items.map(storedItem) },
  });

/** At a quarter past the instant, so that what looks now and then looks. */
async function at(atMs: number): Promise<void> {
  world.cloud.clock.jump(atMs + minutes(15));
  await tick();
}

test('without a list in use nothing is opened, whatever the day', async () => {
  await at(OPENS_MS);
  expect(sheets()).toEqual([]);
});

test('the sheets of a month open when it is over, once, and everybody is told', async () => {
  await adopted();
  await at(OPENS_MS - MS_PER_DAY);
  expect(sheets()).toEqual([]);
  await at(OPENS_MS);
  const count = sheets().length;
  expect(count).toBeGreaterThan(0);
  expect(assessment().sheets).toEqual({ assessed: count, setApart: 0 });
  expect(assessment().terms.summaryUntilMs).toBe(OPENS_MS + 3 * MS_PER_DAY);
  expect(titlesFor('day-worker', 'sheet-open')).toEqual(['3月考核表开了']);
  expect(titlesFor('secretary', 'sheet-office')).toEqual(['3月考核表可以评了']);
  await at(OPENS_MS + minutes(30));
  expect(sheets()).toHaveLength(count);
  expect(titlesFor('day-worker', 'sheet-open')).toHaveLength(1);
});

test('a sheet knows whether somebody else leads the group of its person', async () => {
  await plant(world.cloud, {
    members: [
      aMember('led', { branchId: 'branch-1', groupId: 'g', joinedDay: localDay('2025-01-01') }),
      aMember('leads', {
        branchId: 'branch-1',
        groupId: 'g',
        roles: ['member', 'group-leader'],
        joinedDay: localDay('2025-01-01'),
      }),
      aMember('alone', { branchId: 'branch-1', groupId: null, joinedDay: localDay('2025-01-01') }),
    ],
  });
  await adopted();
  await at(OPENS_MS);
  expect(['led', 'leads', 'alone'].map((id) => sheet(id).hasLeader)).toEqual([true, false, false]);
});

test('whether somebody leads the group is looked at again every day, until the sheet is final', async () => {
  const ofGroup = { branchId: 'branch-1', groupId: 'g', joinedDay: localDay('2025-01-01') };
  const leader = aMember('leads', { ...ofGroup, roles: ['member', 'group-leader'] });
  await plant(world.cloud, { members: [aMember('led', ofGroup), leader] });
  await adopted();
  await at(OPENS_MS);
  await plant(world.cloud, { members: [{ ...leader, leftDay: localDay('2025-04-01') }] });
  await at(OPENS_MS + MS_PER_DAY);
  expect(sheet('led').hasLeader).toBe(false);
  // Who has come after the month leads the group too, and has no sheet.
  const newcomer = aMember('newcomer', {
    ...ofGroup,
    roles: ['member', 'group-leader'],
    joinedDay: localDay('2025-04-02'),
  });
  await plant(world.cloud, { members: [newcomer] });
  await at(OPENS_MS + 2 * MS_PER_DAY);
  expect(sheet('led').hasLeader).toBe(true);
  expect(sheets().map(({ document }) => document['memberId'])).not.toContain('newcomer');
  await plant(world.cloud, { members: [{ ...newcomer, roles: ['member'] }] });
  await at(OPENS_MS + 11 * MS_PER_DAY);
  expect(sheet('led')).toMatchObject({ hasLeader: true, settled: { by: null } });
});

test('opened by a clock that is late by a day every term is a day later', async () => {
  await adopted();
  await at(OPENS_MS + MS_PER_DAY);
  expect(assessment().terms.summaryUntilMs).toBe(OPENS_MS + 4 * MS_PER_DAY);
});

test('a clock that is set back across the end of the month opens nothing twice', async () => {
  await adopted();
  await at(OPENS_MS);
  const before = sheets().map(({ document }) => document);
  await at(OPENS_MS - MS_PER_DAY);
  await at(OPENS_MS + minutes(30));
  expect(sheets().map(({ document }) => document)).toEqual(before);
});

test('a month without any study leaves what is recorded out, and the judged items count', async () => {
  await adopted();
  await at(OPENS_MS);
  expect(sheet('day-worker').sum).toEqual({
    earnedTenths: 500,
    possibleTenths: 500,
    leftOutTenths: 500,
  });
});

test('a late correction counts again until the sheet is final, and marks stay', async () => {
  await adopted();
  const studyId = await world.published({ sittings: [aSitting(world.nowMs() + minutes(60))] });
  await world.later(minutes(24 * 60));
  await tick();
  await at(OPENS_MS);
  expect(studiesOf('day-worker')).toMatchObject({ done: 0, chances: 1 });
  const marked = { ...sheet('day-worker'), marks: [aMark('mark')] };
  await plant(world.cloud, { sheets: [marked] });
  const correction = {
    studyId,
    memberId: 'day-worker',
    to: 'attended' as const,
    reason: 'was there',
  };
  await world.phone('secretary').get(correct, correction);
  await world.later(minutes(15));
  await tick();
  await world.later(minutes(15));
  await tick();
  expect(studiesOf('day-worker')).toMatchObject({ done: 1, chances: 1 });
  expect(sheet('day-worker').marks).toHaveLength(1);
  expect(sheet('day-worker').sum.earnedTenths).toBe(680);

  await at(assessment().terms.answersUntilMs);
  expect(assessment().finalAtMs).not.toBeNull();
  const final = sheet('day-worker');
  await world.phone('secretary').get(correct, { ...correction, to: 'absent', reason: 'was not' });
  await world.later(minutes(30));
  await tick();
  await world.later(minutes(30));
  await tick();
  expect(sheet('day-worker')).toEqual(final);
});

test('who has handed in is asked no more', async () => {
  await adopted();
  await at(OPENS_MS);
  const words = { month: '2025-03', deedId: 'words', text: 'My month', over: null };
  await world.phone('day-worker').get(handInSummary, words);
  expect(titlesFor('day-worker', 'sheet-open')).toEqual([]);
  expect(titlesFor('secretary', 'sheet-open')).toHaveLength(1);
});

test('with the last term everything is settled, and what nobody has answered falls away', async () => {
  await adopted();
  await at(OPENS_MS);
  const appealed = {
    ...sheet('day-worker'),
    marks: [aMark('mark')],
    appeals: [anAppeal('appeal', { markId: 'mark' })],
  };
  await plant(world.cloud, { sheets: [appealed] });
  await at(assessment().terms.answersUntilMs + MS_PER_DAY);
  const settled = sheet('day-worker');
  expect(settled.settled).toMatchObject({ by: null, atMs: assessment().terms.answersUntilMs });
  expect(settled.marks.map(({ points }) => points)).toEqual([28, 30]);
  expect(settled.appeals[0]?.answer?.outcome).toBe('unanswered');
  expect(titlesFor('day-worker', 'sheet-told')).toEqual(['申诉到时没有答复：岗位职责']);
  await at(assessment().terms.answersUntilMs + 2 * MS_PER_DAY);
  expect(sheet('day-worker')).toEqual(settled);
});

test('everybody on leave: all are set apart, nobody is asked, and it becomes final', async () => {
  await adopted();
  const people = [...world.cloud.engine.collection('members').all()].map(({ document }) => ({
    ...document,
    overrides: [
      { kind: 'leave', id: 'leave', leaveKind: 'sick', fromDay: '2025-03-01', toDay: '2025-04-02' },
    ],
  }));
  await plant(world.cloud, { members: people });
  await at(OPENS_MS);
  expect(assessment().sheets?.assessed).toBe(0);
  expect(titlesFor('day-worker', 'sheet-open')).toEqual([]);
  const own = await world.phone('day-worker').get(mySheet, {});
  expect(own.sheet).toMatchObject({ stage: 'set-apart', setApart: { why: 'leave', days: 31 } });
  await at(assessment().terms.answersUntilMs);
  expect(assessment().finalAtMs).not.toBeNull();
});

test('who moved in the middle of the month has one sheet, of both branches, where they are now', async () => {
  await adopted();
  const studyId = await world.published({ sittings: [aSitting(world.nowMs() + minutes(60))] });
  await world.later(minutes(24 * 60));
  await tick();
  const correction = {
    studyId,
    memberId: 'day-worker',
    to: 'attended' as const,
    reason: 'was there',
  };
  await world.phone('secretary').get(correct, correction);
  await plant(world.cloud, {
    members: [
      { ...stored(world.cloud, 'members', 'day-worker'), branchId: 'branch-2', groupId: null },
    ],
  });
  const phone = world.phone('foreign-secretary');
  await phone.get(saveStandard, {
    deedId: 'adopts-too',
    isForAll: false,
    over: { scope: 'default', version: 1 },
    standard: { ...DEFAULT_STANDARD, items: DEFAULT_STANDARD.items.map(storedItem) },
  });
  await at(OPENS_MS);
  expect(sheet('day-worker').branchId).toBe('branch-2');
  expect(studiesOf('day-worker')).toMatchObject({ done: 1, chances: 1 });
});
