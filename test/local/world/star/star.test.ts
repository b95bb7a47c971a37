import { schema } from '../../../../cloudfunctions/_store/schema';
import { readDocument } from '../../../../cloudfunctions/_store/document-kind';
import { ASSESSMENTS } from '../../../../cloudfunctions/_store/star/assessments';
import { NOMINATIONS } from '../../../../cloudfunctions/_store/star/nominations';
import { POLLS } from '../../../../cloudfunctions/_store/star/poll-document';
import { SHEETS } from '../../../../cloudfunctions/_store/star/sheet-document';
import { STANDARDS } from '../../../../cloudfunctions/_store/star/standards';
import { STAR_MONTHS } from '../../../../cloudfunctions/_store/star/star-month-document';
import { starArchive, starOutcome } from '../../../../contract/star/after';
import { branchSheets, mySheet } from '../../../../contract/star/assessment';
import { poll, pollToOpen } from '../../../../contract/star/ballot';
import { starMonth } from '../../../../contract/star/month';
import { nominationChoices, starNominations } from '../../../../contract/star/nomination';
import { seedWorld, worldAt } from '../../../../local/world/seed-world';
import { phone } from '../../../client';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';

const DAYTIME_MS = Date.UTC(2025, 2, 5, 2, 10);
const FIRST_OF_MONTH_MS = Date.UTC(2025, 2, 31, 16, 20);
const LAST_OF_MONTH_MS = Date.UTC(2025, 2, 31, 15, 50);

describe.each([
  ['in the first days of a month', DAYTIME_MS],
  ['twenty minutes into one', FIRST_OF_MONTH_MS],
  ['ten minutes before its end', LAST_OF_MONTH_MS],
])('the star of a world seeded %s', (_name, nowMs) => {
  const { standards, assessments, sheets, star_months, star_nominations, polls } = worldAt(nowMs);

  test('is exactly what the functions read, and knows nothing of the future', () => {
    const kinds = [
      [STANDARDS, standards],
      [ASSESSMENTS, assessments],
      [SHEETS, sheets],
      [STAR_MONTHS, star_months],
      [NOMINATIONS, star_nominations],
      [POLLS, polls],
    ] as const;
    for (const [kind, documents] of kinds) {
      expect(documents.length).toBeGreaterThan(0);
      for (const document of documents) {
        expect(readDocument(kind as typeof SHEETS, document)).toEqual(document);
      }
    }
    for (const { begunAtMs, list, ended } of star_months) {
      for (const atMs of [begunAtMs, list?.frozenAtMs, ended?.atMs]) {
        expect(atMs ?? 0).toBeLessThanOrEqual(nowMs);
      }
    }
    for (const { atMs } of standards) expect(atMs).toBeLessThanOrEqual(nowMs);
    for (const { marks } of sheets) {
      for (const { atMs } of marks) expect(atMs).toBeLessThanOrEqual(nowMs);
    }
  });
});

describe('in the demo', () => {
  let cloud: TestCloud | undefined;
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: ['star', 'clock'], schema });
    await seedWorld(cloud, cloud.clock.nowMs());
  });
  afterAll(() => cloud?.stop());
  const of = (memberId: string) => {
    if (cloud === undefined) throw new Error('the cloud starts with the first test');
    return phone(cloud, `demo-${memberId}`, memberId);
  };

  test('a member finds their sheet, whom to nominate, the star before and its poll', async () => {
    const { sheet } = await of('rl08').get(mySheet, {});
    expect(sheet?.items.length).toBeGreaterThan(0);
    const { month, branchId } = await of('rl08').get(starMonth, {});
    const { people } = await of('rl08').get(nominationChoices, { month });
    expect(people.length).toBeGreaterThan(10);
    const { asked } = await of('rl10').get(starNominations, { month });
    expect(asked).toMatchObject([{ state: 'waiting' }]);
    const { months } = await of('rl08').get(starArchive, { year: 2025 });
    expect(months).toMatchObject([{ stars: [{ memberId: 'rl11' }] }]);
    const before = { month: months[0]?.month ?? '', branchId };
    const { result } = await of('rl08').get(starOutcome, before);
    const pollId = result?.pollId ?? '';
    expect(await of('rl08').get(poll, { pollId })).toMatchObject({ state: 'closed' });
  });

  test('a leader finds whom to mark, a secretary an appeal, an officer a list that waits for its poll', async () => {
    const led = await of('rl21').get(branchSheets, {});
    expect(led.rows.filter(({ stage }) => stage === 'waits-leader').length).toBeGreaterThan(3);
    const { rows } = await of('rl01').get(branchSheets, {});
    expect(rows.filter(({ appeal }) => appeal !== null)).toHaveLength(1);
    const { month } = await of('jx11').get(starMonth, {});
    expect((await of('jx11').get(pollToOpen, { month })).candidates).toHaveLength(3);
  });

  test('the branch that was assessed last month has its sheets next month as well', async () => {
    const before = await of('rl08').get(mySheet, {});
    cloud?.clock.jump(Date.UTC(2025, 2, 31, 16, 30));
    await cloud?.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
    const { sheet } = await of('rl08').get(mySheet, {});
    expect(before.sheet).toMatchObject({ month: '2025-02', version: 2 });
    expect(sheet).toMatchObject({ month: '2025-03', version: 2 });
  });
});
