import { readSheet } from 'read-excel-file/node';
import { rosterImportActions } from '../../../../contract/branch/roster-import';
import { localDay } from '../../../../domain/time/local-day';
import { anUnboundMember } from '../../../builders/documents';
import { heightOfRow } from '../../../builders/sheet-cells';
import { aSheet, aTextSheet } from '../../../builders/sheets';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { checkRoster, exportRosterProblems } = rosterImportActions;
const world = useMemberCloud(['branch']);
const HEAD = ['姓名', '工号', '党小组', '值', '身份'];
const LIST = [
  ['运行支部花名册'],
  ['备注', ...HEAD],
  ['=1+1', 'Name alice', 'ALICE', 'group nine'],
  [],
  ['', 'Name bob', 'BOB'],
  ['', '', 'N2'],
];
const ALICE = '党小组写成“group nine”，支部里没有。改成有的党小组，或先在支部资料里加这个党小组';
const NAMELESS = '没写姓名。写上姓名，和员工卡一致';

const last = (bytes: Uint8Array, fileName = '3月.xlsx') => ({
  importId: 'marked',
  fileName,
  at: 0,
  content: Buffer.from(bytes).toString('base64'),
});
const stored = (collection: string) => [...world.cloud.engine.collection(collection).all()];

async function marked(bytes: Uint8Array, exportId = 'e1', fileName = '3月.xlsx') {
  const input = { ...last(bytes, fileName), exportId };
  const made = await world.of('organiser').get(exportRosterProblems, input);
  const content = Buffer.from(await (await fetch(made.url)).arrayBuffer());
  return { made, content, rows: await readSheet(content) };
}

test('the list comes back line for line, each problem beside its line with what to do', async () => {
  const members = stored('members').length;
  const { made, rows } = await marked(aTextSheet(LIST));
  expect(made.fileName).toBe('3月-标出问题.xlsx');
  expect(rows).toEqual([
    ['运行支部花名册', null, null, null, null, null, null],
    ['备注', ...HEAD, '问题'],
    ['=1+1', 'Name alice', 'ALICE', 'group nine', null, null, ALICE],
    [null, null, null, null, null, null, null],
    [null, 'Name bob', 'BOB', null, null, null, null],
    [null, null, 'N2', null, null, null, NAMELESS],
  ]);
  expect(stored('members')).toHaveLength(members);
  expect(stored('audit_entries')).toEqual([]);
});

test('a line with several problems says them all, there and on the screen', async () => {
  const bytes = aTextSheet([HEAD, ['Name alice', 'ALICE', 'group nine', 'crew nine', 'friend']]);
  const { rows, content } = await marked(bytes);
  // Two thirds of the words would not be seen in one line.
  expect(heightOfRow(content, 2)).toBeGreaterThan(3 * 15);
  expect(rows[1]?.at(-1)).toBe(
    `${ALICE}；值写成“crew nine”，名册里没有。改成有的值，或请党委工作部先在倒班里加这个值；身份写成“friend”。写“党员”或“预备党员”`,
  );
  const { problems, counts } = await world.of('organiser').get(checkRoster, last(bytes));
  expect(counts.problems).toBe(1);
  expect(problems).toMatchObject([
    { code: 'unknown-group', also: [{ code: 'unknown-crew' }, { code: 'unknown-standing' }] },
  ]);
});

test('it is read as a list again, has what it had, and is marked anew without a second column', async () => {
  const first = await marked(aTextSheet(LIST));
  const check = await world.of('organiser').get(checkRoster, last(first.content));
  expect(check).toMatchObject({ lines: 3, unused: ['备注', '问题'], counts: { problems: 2 } });
  const again = await marked(first.content, 'e2', first.made.fileName);
  expect(again.made.fileName).toBe(first.made.fileName);
  expect(again.rows).toEqual(first.rows);
});

test('a day in a column that is not read is not lost, and one in the number is no number', async () => {
  const bytes = await aSheet([
    ['姓名', '工号', '入党日期'],
    ['Newcomer', new Date('2020-07-01'), new Date('2019-07-01')],
  ]);
  const { rows } = await marked(bytes);
  expect(rows[1]).toEqual([
    'Newcomer',
    '2020/07/01',
    '2019/07/01',
    expect.stringMatching(/^工号写成“2020\/07\/01”/u),
  ]);
});

test('every problem is in it, also those that the screen does not name, up to the last line', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => [`Person ${index}`, '']);
  const input = { ...last(aTextSheet([['姓名', '工号'], ...many])), exportId: 'many' };
  world.cloud.counts.reset();
  const made = await world.of('organiser').get(exportRosterProblems, input);
  expect(world.cloud.counts.total).toBeLessThanOrEqual(8);
  const content = Buffer.from(await (await fetch(made.url)).arrayBuffer());
  const rows = await readSheet(content);
  expect(rows.filter(([, , mark]) => mark === '没写工号。看员工卡，写上工号')).toHaveLength(5000);
});

test('asked again under the same id it is the same file, and nobody else has it', async () => {
  const bytes = aTextSheet(LIST);
  const { content } = await marked(bytes);
  expect((await marked(bytes)).content).toEqual(content);
  expect(stored('exports')).toHaveLength(1);
  const input = { ...last(bytes), exportId: 'e1' };
  const reply = await world.of('secretary').call(exportRosterProblems, input);
  expect(reply).toMatchObject({ code: 'bad-input', detail: { path: 'exportId' } });
});

test('a list that has come to fit the roster, or is none, is refused as that', async () => {
  const bytes = aTextSheet([
    ['姓名', '工号'],
    ['Name gone', 'GONE'],
  ]);
  const officer = world.of('organiser');
  const input = { ...last(bytes), exportId: 'e1' };
  const left = anUnboundMember('gone', { branchId: 'other', leftDay: localDay('2025-01-01') });
  await plant(world.cloud, { members: [left] });
  expect(await officer.call(exportRosterProblems, input)).toMatchObject({ code: 'no-problems' });
  expect(await officer.call(exportRosterProblems, { ...input, content: 'AAAA' })).toMatchObject({
    code: 'not-xlsx',
  });
  expect(await officer.call(exportRosterProblems, { ...input, at: 1 })).toMatchObject({
    code: 'pieces-missing',
  });
  expect(stored('exports')).toEqual([]);
});
