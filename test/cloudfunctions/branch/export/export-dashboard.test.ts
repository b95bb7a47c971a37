import { readSheet } from 'read-excel-file/node';
import { dashboard, exportDashboard } from '../../../../contract/branch/dashboard';
import { whoLooked } from '../../../../contract/branch/audit';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aLine, aMember } from '../../../builders/documents';
import { aMakeUp } from '../../../builders/make-ups';
import { anEnteredLine, aPastStudy, corrected } from '../../../builders/register';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const world = useMemberCloud(['branch']);
const MONTH = '2025-03';
const study = aPastStudy('theme', instantOf(localDay('2025-03-01'), 14 * 60), {
  topic: '=主题党日',
  dutyNotedAtMs: 1,
});
const open = aPastStudy('open', instantOf(localDay('2025-03-20'), 14 * 60), { topic: '还没开' });

beforeEach(async () => {
  await plant(world.cloud, {
    studies: [study, open],
    attendances: [
      anEnteredLine(study, aMember('alice')),
      corrected(anEnteredLine(study, aMember('bob'), 'absent'), 'excused', '=1+1'),
      { ...aLine(study, aMember('pat')), wasOnDuty: true, makeUp: aMakeUp() },
      aLine(open, aMember('alice')),
    ],
  });
});

async function exported(who = 'organiser', exportId = 'e1') {
  const made = await world.of(who).get(exportDashboard, { exportId, month: MONTH });
  const response = await fetch(made.url);
  return { made, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('a month is a sheet of figures, one of crews, and one with a row for each line that is decided', async () => {
  const { made, bytes } = await exported();
  expect(made.fileName).toBe('看板-name of own-2025年3月.xlsx');
  const figures = await readSheet(bytes, 1);
  expect(figures[0]?.slice(0, 2)).toEqual(['name of own', '2025年3月']);
  expect(figures.slice(1, 5)).toEqual([
    ['应参加', '3 人', '1 次学习结束，1 次没结束'],
    ['公平到会率', '50%（1/2 人次）', '补学也算，去掉在岗 1'],
    ['原始到会率', '33%（1/3 人次）', '补学也算'],
    ['补学未完成', '1 人', '还能补 1 次，截止了没补 0 次，补完 0 次'],
  ]);
  const crews = await readSheet(bytes, 2);
  expect(crews[0]).toEqual(['值', '2025-03-01 =主题党日']);
  const [head, ...lines] = await readSheet(bytes, 3);
  expect(head).toEqual(['日期', '学习', '姓名', '值', '情况', '原因', '补学']);
  expect(lines.map(([, , name, , state, reason, makeUp]) => [name, state, reason, makeUp])).toEqual(
    [
      ['Name alice', '已到', null, null],
      ['Name bob', '请假', '=1+1', null],
      ['Name pat', '在岗', null, '2025-03-08 09:00 截止'],
    ],
  );
});

test('leave that was declined is said so in the line of who was absent', async () => {
  const answer = {
    verdict: 'declined' as const,
    reason: 'we vote',
    by: { memberId: 'secretary', name: 'Name secretary' },
    atMs: instantOf(localDay('2025-02-28'), 9 * 60),
    requestId: 'declined',
  };
  const asked = { kind: 'excused' as const, reason: 'family', atMs: 1 };
  const lineOf = (who: string, reply: object) => ({
    ...aLine(study, aMember(who)),
    wasOnDuty: false,
    reply: { ...asked, ...reply },
  });
  await plant(world.cloud, { attendances: [lineOf('uma', { answer }), lineOf('vic', {})] });
  const rows = await readSheet((await exported()).bytes, 3);
  const said = (name: string) => rows.find(([, , who]) => who === name)?.slice(4, 6);
  expect(said('Name uma')).toEqual([
    '缺席',
    'family（请假没有批：Name secretary 2025-02-28 09:00，we vote）',
  ]);
  expect(said('Name vic')).toEqual(['请假', 'family']);
});

test('the sheet has as many lines as the board says were asked', async () => {
  const { sums } = await world.of('organiser').get(dashboard, { month: MONTH });
  const { bytes } = await exported();
  expect((await readSheet(bytes, 3)).slice(1)).toHaveLength(sums.asked);
});

test('everybody in it sees once who made it; nobody else does', async () => {
  await exported();
  await exported();
  for (const who of ['alice', 'bob', 'pat']) {
    const { entries } = await world.of(who).get(whoLooked, {});
    expect(entries).toMatchObject([
      { byName: 'Name organiser', what: { kind: 'exported-dashboard', month: MONTH }, count: 3 },
    ]);
  }
  expect((await world.of('secretary').get(whoLooked, {})).entries).toEqual([]);
});

test('the id of a file of somebody else opens nothing', async () => {
  await exported('organiser', 'taken');
  const reply = await world
    .of('secretary')
    .call(exportDashboard, { exportId: 'taken', month: MONTH });
  expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
});

test('an export is as many requests however many lines there are', async () => {
  const requestsOf = async (exportId: string) => {
    world.cloud.counts.reset();
    await exported('organiser', exportId);
    return world.cloud.counts.total;
  };
  const few = await requestsOf('few');
  const many = Array.from({ length: 900 }, (_, at) => anEnteredLine(study, aMember(`m${at}`)));
  await plant(world.cloud, { attendances: many });
  expect(await requestsOf('many')).toBe(few);
}, 60_000);
