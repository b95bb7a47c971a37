import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { exportRegister } from '../../../../contract/study/register';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aLine, aMember } from '../../../builders/documents';
import { aMakeUp } from '../../../builders/make-ups';
import { plant } from '../../../builders/stored';
import { anEnteredLine, aPastStudy, corrected } from '../../../builders/register';
import { useMemberCloud } from '../../../worlds/member-cloud';

const world = useMemberCloud(['study']);
const study = aPastStudy('theme', instantOf(localDay('2025-03-01'), 14 * 60), {
  topic: '主题党日/三月',
  dutyNotedAtMs: 1,
});
const formulas = ['=1+1', '+86', '-', '@sum'];
const spiteful = formulas.map((name, index) => aMember(`spite-${index}`, { name }));

beforeEach(async () => {
  await plant(world.cloud, {
    members: spiteful,
    studies: [study],
    attendances: [
      anEnteredLine(study, aMember('alice')),
      corrected(anEnteredLine(study, aMember('bob'), 'absent'), 'made-up', '=HYPERLINK("x")'),
      aLine(study, aMember('pat')),
      ...spiteful.map((member) => anEnteredLine(study, member)),
    ],
  });
});

async function exported(who = 'organiser', exportId = 'e1') {
  const made = await world.of(who).get(exportRegister, { exportId, studyId: 'theme' });
  const response = await fetch(made.url);
  return { made, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('a register is a sheet with a row for everybody, which another program reads', async () => {
  const { made, bytes } = await exported();
  expect(made.fileName).toBe('点名册-主题党日_三月-2025-03-01.xlsx');
  const rows = await readSheet(bytes);
  expect(rows.slice(0, 3).map(([first]) => first)).toEqual([
    '主题党日/三月',
    'name of own · 2025-03-01 14:00 room 1',
    '一共 7 人 · 已到 5 · 补学 1 · 缺席 1',
  ]);
  expect(rows[3]?.slice(0, 4)).toEqual(['姓名', '值', '情况', '场次']);
  const people = rows.slice(4);
  expect(people.map(([name]) => name).sort()).toEqual(
    [...formulas, 'Name alice', 'Name bob', 'Name pat'].sort(),
  );
  expect(people.find(([name]) => name === 'Name bob')).toEqual([
    'Name bob',
    null,
    '补学',
    '2025-03-01 14:00',
    '2025-03-01 14:00',
    '扫码',
    null,
    null,
    '2025-03-01 16:00 Name organiser：缺席→补学，=HYPERLINK("x")',
  ]);
});

test('who made up stands with when they did, also where they were marked missing before; a correction stands as it was', async () => {
  const doneAtMs = instantOf(localDay('2025-03-03'), 17 * 60 + 51);
  const makeUp = aMakeUp({ doneAtMs, way: 'quiz', minutes: 60 });
  await plant(world.cloud, {
    attendances: [
      { ...aLine(study, aMember('later')), isIn: true, wasOnDuty: true, makeUp },
      { ...anEnteredLine(study, aMember('marked'), 'absent'), isIn: true, makeUp },
      { ...aLine(study, aMember('still')), wasOnDuty: true, makeUp: aMakeUp() },
    ],
  });
  const rows = await readSheet((await exported()).bytes);
  const said = (name: string) => rows.find(([first]) => first === `Name ${name}`)?.slice(2, 6);
  expect(said('later')).toEqual(['补学', null, '2025-03-03 17:51', '自己补完']);
  expect(said('marked')?.slice(2)).toEqual(['2025-03-03 17:51', '自己补完']);
  expect(said('still')).toEqual(['在岗', null, null, null]);
  expect(said('bob')?.slice(2)).toEqual(['2025-03-01 14:00', '扫码']);
});

test('leave that was declined, or that nobody granted, is said so beside the reason, with who and why', async () => {
  const asked = { kind: 'excused' as const, reason: 'family', atMs: 1 };
  const answer = {
    verdict: 'declined' as const,
    reason: 'we vote',
    by: { memberId: 'secretary', name: 'Name secretary' },
    atMs: instantOf(localDay('2025-02-28'), 9 * 60),
    requestId: 'declined',
  };
  const withLeave = (memberId: string, reply: object) => ({
    ...aLine(study, aMember(memberId)),
    reply: { ...asked, ...reply },
  });
  await plant(world.cloud, {
    attendances: [
      withLeave('declined', { answer }),
      withLeave('again', { needsGrant: true }),
      withLeave('granted', { answer: { ...answer, verdict: 'granted' } }),
      corrected(withLeave('missing', { answer: { ...answer, verdict: 'granted' } }), 'absent'),
    ],
  });
  const rows = await readSheet((await exported()).bytes);
  const said = (name: string) => {
    const row = rows.find(([first]) => first === `Name ${name}`);
    return [row?.[2], row?.[6]];
  };
  const why = 'Name secretary 2025-02-28 09:00，we vote';
  expect(said('declined')).toEqual(['缺席', `family（请假没有批：${why}）`]);
  expect(said('again')).toEqual(['缺席', 'family（请了假，没人答复）']);
  expect(said('granted')).toEqual(['请假', 'family']);
  expect(said('missing')).toEqual(['缺席', `family（请假批过：${why}）`]);
});

test('nothing in the sheet is a formula, whatever a cell begins with', async () => {
  const { bytes } = await exported();
  const parts = unzipSync(bytes);
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(1);
  const xml = strFromU8(parts[sheets[0] ?? ''] ?? new Uint8Array());
  expect(xml).not.toContain('<f');
  expect([...xml.matchAll(/<c r="A\d+"[^>]*t="([^"]+)"/gu)].map(([, type]) => type)).toEqual(
    Array.from({ length: 11 }, () => expect.stringMatching(/^(s|inlineStr)$/u) as unknown),
  );
});

test('the trail says who exported whom; an inspector may, a leader and a member may not', async () => {
  await exported('inspector');
  const [entry] = [...world.cloud.engine.collection('audit_entries').all()];
  expect(entry?.document).toMatchObject({
    by: { memberId: 'inspector' },
    what: { kind: 'exported-register', studyId: 'theme', topic: '主题党日/三月' },
    count: 7,
  });
  for (const who of ['leader', 'alice']) {
    const reply = await world.of(who).call(exportRegister, { exportId: 'e2', studyId: 'theme' });
    expect(reply).toMatchObject({ ok: false, code: 'not-allowed' });
  }
});
