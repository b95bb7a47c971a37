import { rosterImportActions, type RosterCheck } from '../../../../contract/branch/roster-import';
import { ROSTER_FILE } from '../../../../contract/branch/roster-file';
import { hello } from '../../../../contract/people/hello';
import { localDay } from '../../../../domain/time/local-day';
import { aMember, anUnboundMember } from '../../../builders/documents';
import { aSheet, aTextSheet, withSheetXml } from '../../../builders/sheets';
import { plant, snapshot, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { applyRoster, checkRoster, sendRosterPiece } = rosterImportActions;
const world = useMemberCloud(['branch', 'member', 'clock']);
const HEAD = ['姓名', '工号', '党小组', '值', '身份'];
const FILE = 'roster.xlsx';

/** The organisation as a list, with these lines in the place of those of the same number, and more. */
const OWN = [
  ...['secretary', 'organiser', 'publicist', 'inspector', 'leader', 'office', 'alice', 'bob'],
  ...['pat', 'una', 'udo'],
];
const lineOf = (id: string, ...rest: readonly string[]) => [
  `Name ${id}`,
  id.toUpperCase(),
  ...rest,
];
function aList(...lines: readonly (readonly string[])[]): string[][] {
  const numbers = lines.map(([, number]) => number);
  const others = OWN.map((id) => lineOf(id)).filter(([, number]) => !numbers.includes(number));
  return [HEAD, ...others, ...lines.map((line) => [...line])];
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
let imports = 0;

async function checked(rows: readonly (readonly string[])[], who = 'organiser') {
  imports += 1;
  const importId = `import-${imports}`;
  const content = base64(aTextSheet(rows));
  const given = { importId, fileName: FILE, at: 0, content };
  return { given, check: await world.of(who).get(checkRoster, given) };
}
async function applied(rows: readonly (readonly string[])[], leavingIds: string[] = []) {
  const { given, check } = await checked(rows);
  const input = { ...given, planId: check.planId ?? '', leavingIds };
  return { input, output: await world.of('organiser').get(applyRoster, input) };
}
const roster = () => {
  const members = [...world.cloud.engine.collection('members').all()];
  return JSON.stringify(members.map(({ document }) => document));
};
const memberOf = (number: string) =>
  [...world.cloud.engine.collection('members').all()]
    .map(({ document }) => document)
    .find(({ staffNumber }) => staffNumber === number);
const named = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

test('every name of a long list is reached, two hundred of a kind at a time', async () => {
  const many = Array.from({ length: 450 }, (_, at) => [`New ${at}`, `N-${at}`]);
  const { given, check } = await checked([HEAD, ...many]);
  expect(check.counts).toMatchObject({ fresh: 450, leaving: 11 });
  const found = [check];
  for (const from of [200, 400]) {
    found.push(await world.of('organiser').get(checkRoster, { ...given, from }));
  }
  expect(found.map(({ fresh }) => fresh.length)).toEqual([200, 200, 50]);
  expect(new Set(found.flatMap(({ fresh }) => named(fresh))).size).toBe(450);
  expect(found.map(({ leaving }) => leaving.length)).toEqual([11, 0, 0]);
  expect(new Set(found.map(({ planId }) => planId)).size).toBe(1);
});

test('a list is compared with the roster, and nothing of the roster is written', async () => {
  const before = roster();
  const { check } = await checked(
    aList(lineOf('alice', 'group one', 'crew 2'), lineOf('pat', '', '', '党员'), [
      'Newcomer',
      'n-001',
      'group two',
      'crew 1',
      '预备党员',
    ]).filter(([, number]) => number !== 'UDO'),
  );
  expect(check).toMatchObject<Partial<RosterCheck>>({
    fileName: FILE,
    sheetName: 'list',
    lines: 11,
    counts: { problems: 0, same: 8, changed: 2, fresh: 1, leaving: 1, present: 11 },
    problems: [],
  });
  expect(check.changed).toMatchObject([
    { name: 'Name alice', before: { crewName: null }, place: { crewName: 'crew 2' } },
    {
      name: 'Name pat',
      before: { standing: 'probationary-member' },
      place: { standing: 'member' },
    },
  ]);
  expect(check.fresh).toMatchObject([{ name: 'Newcomer', isBack: false }]);
  expect(check.leaving).toMatchObject([{ memberId: 'udo', canLeave: true }]);
  expect(roster()).toBe(before);
});

test('every line that cannot be has its problem, and then nothing can be applied', async () => {
  const before = roster();
  const { given, check } = await checked([
    ...aList(lineOf('alice', 'group nine')),
    ['Somebody', 'BOB'],
    ['Name oscar', 'OSCAR'],
    lineOf('una'),
    ['', 'N2'],
    ['No Number', ''],
    lineOf('leader2', '', 'crew 9'),
    lineOf('pat2', '', '', 'guest'),
  ]);
  expect(
    check.problems.map(({ line, code, written, other }) => [line, code, written, other]),
  ).toEqual([
    [12, 'unknown-group', 'group nine', ''],
    [13, 'number-twice', 'BOB', 'Name bob'],
    [14, 'in-other-branch', 'OSCAR', 'name of other'],
    [15, 'number-twice', 'UNA', 'Name una'],
    [16, 'name-missing', '', ''],
    [17, 'number-missing', '', ''],
    [18, 'unknown-crew', 'crew 9', ''],
    [19, 'unknown-standing', 'guest', ''],
  ]);
  expect(check.planId).toBeNull();
  const reply = await world
    .of('organiser')
    .call(applyRoster, { ...given, planId: 'abcdef0123', leavingIds: [] });
  expect(reply).toMatchObject({ ok: false, code: 'roster-changed' });
  expect(roster()).toBe(before);
});

test('what was shown is applied: new people, changed places, and only those leave who were named', async () => {
  const { output } = await applied(
    aList(lineOf('alice', 'group one', 'crew 2'), lineOf('pat', '', '', '党员'), [
      'Newcomer',
      'n-001',
      'group two',
      'crew 1',
    ]).filter(([, number]) => number !== 'UDO' && number !== 'BOB'),
    ['bob'],
  );
  expect(output).toEqual({ added: 1, changed: 2, left: 1, overtaken: [] });
  expect(memberOf('N001')).toMatchObject({
    name: 'Newcomer',
    branchId: 'own',
    groupId: 'own-g2',
    roles: ['member'],
    crewHistory: [{ crewId: 'crew-1', fromDay: '2025-03-05' }],
    account: expect.stringMatching(/^none:/u) as unknown,
  });
  expect(stored(world.cloud, 'members', 'alice')).toMatchObject({
    groupId: 'own-g1',
    crewHistory: [{ crewId: 'crew-2', fromDay: '2025-03-05' }],
  });
  expect(stored(world.cloud, 'members', 'pat').roles).toEqual(['member']);
  expect(stored(world.cloud, 'members', 'bob')).toMatchObject({
    leftDay: '2025-03-05',
    account: 'none:bob',
  });
  expect(stored(world.cloud, 'members', 'udo').leftDay).toBeNull();
  // Who has left is let in no more, from this instant on.
  expect(await world.of('bob').call(hello, {})).toMatchObject({ ok: true, output: { me: null } });
});

test('applied again it answers the same and changes nothing', async () => {
  const { input, output } = await applied(
    aList(lineOf('alice', '', 'crew 2'), ['Newcomer', 'N001']),
  );
  const before = snapshot(world.cloud);
  expect(await world.of('organiser').get(applyRoster, input)).toEqual(output);
  expect(snapshot(world.cloud)).toBe(before);
});

test('who has left comes back as who they were', async () => {
  const left = anUnboundMember('gone', { leftDay: localDay('2025-01-01'), branchId: 'other' });
  await plant(world.cloud, { members: [left] });
  const { check } = await checked(aList(lineOf('gone', '', 'crew 1')));
  expect(check.fresh).toMatchObject([{ name: 'Name gone', isBack: true }]);
  await applied(aList(lineOf('gone', '', 'crew 1')));
  expect(stored(world.cloud, 'members', 'gone')).toMatchObject({
    branchId: 'own',
    leftDay: null,
    joinedDay: '2025-03-05',
  });
});

test('of the committee office only the committee office changes anything, in a list as elsewhere', async () => {
  const rows = aList(lineOf('office', 'group one'));
  const { check } = await checked(rows);
  expect(check.problems).toMatchObject([{ name: 'Name office', code: 'not-yours' }]);
  expect((await checked(rows, 'office')).check.problems).toEqual([]);
});

test('nobody takes themselves, the last secretary or the committee office out by a list', async () => {
  const rows = aList().filter(
    ([, number]) => !['ORGANISER', 'SECRETARY', 'OFFICE', 'BOB'].includes(number ?? ''),
  );
  const { given, check } = await checked(rows);
  expect(check.leaving.map(({ memberId, canLeave }) => [memberId, canLeave])).toEqual([
    ['bob', true],
    ['office', false],
    ['organiser', false],
    ['secretary', false],
  ]);
  for (const [id, why] of [
    ['secretary', 'last-secretary'],
    ['organiser', 'self'],
    ['office', 'office'],
  ] as const) {
    const input = { ...given, planId: check.planId ?? '', leavingIds: [id] };
    expect(await world.of('organiser').call(applyRoster, input)).toMatchObject({
      code: 'cannot-leave',
      detail: { name: `Name ${id}`, why },
    });
  }
});

test('a roster that has changed since it was shown is looked at again, and nothing is written', async () => {
  const { given, check } = await checked(aList(lineOf('alice', '', 'crew 2')));
  await plant(world.cloud, { members: [aMember('alice', { groupId: 'own-g1' })] });
  const before = roster();
  const input = { ...given, planId: check.planId ?? '', leavingIds: [] };
  const reply = await world.of('organiser').call(applyRoster, input);
  expect(reply).toMatchObject({ ok: false, code: 'roster-changed' });
  expect(roster()).toBe(before);
});

test('a file comes in pieces, and one that is missing is asked for', async () => {
  const bytes = aTextSheet(aList(['Newcomer', 'N001']));
  const half = Math.floor(bytes.length / 2);
  const rest = { importId: 'in-pieces', fileName: FILE, at: 1, content: base64(bytes.slice(half)) };
  const officer = world.of('organiser');
  expect(await officer.call(checkRoster, rest)).toMatchObject({ code: 'pieces-missing' });
  const first = { importId: 'in-pieces', at: 0, content: base64(bytes.slice(0, half)) };
  await world.of('secretary').get(sendRosterPiece, first);
  // Pieces of somebody else are not read.
  expect(await officer.call(checkRoster, rest)).toMatchObject({ code: 'pieces-missing' });
  await officer.get(sendRosterPiece, first);
  expect(await officer.get(checkRoster, rest)).toMatchObject({ counts: { fresh: 1 } });
});

/** A file of any size, in as many pieces as it needs. */
async function sent(bytes: Uint8Array) {
  const count = Math.max(1, Math.ceil(bytes.length / ROSTER_FILE.pieceBytes));
  const piece = (at: number) =>
    base64(bytes.slice(at * ROSTER_FILE.pieceBytes, (at + 1) * ROSTER_FILE.pieceBytes));
  for (let at = 0; at < count - 1; at += 1) {
    await world.of('organiser').get(sendRosterPiece, { importId: 'large', at, content: piece(at) });
  }
  const at = count - 1;
  const last = { importId: 'large', fileName: FILE, at, content: piece(at) };
  return world.of('organiser').call(checkRoster, last);
}

const many = (count: number, crew = '') =>
  Array.from({ length: count }, (_, index) => [`Person ${index}`, `P${index}`, '', crew]);

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string, object]>([
  ['no file of sheets', () => Buffer.from('姓名,工号'), 'not-xlsx', {}],
  [
    'other columns',
    () =>
      aTextSheet([
        ['名称', '编号'],
        ['x', 'y'],
      ]),
    'columns-missing',
    { columns: '姓名、工号' },
  ],
  [
    'a column that is missing',
    () =>
      aTextSheet([
        ['姓名', '编号'],
        ['x', 'y'],
      ]),
    'columns-missing',
    { columns: '工号' },
  ],
  [
    'a column twice',
    () =>
      aTextSheet([
        ['姓名', '工号', '名字'],
        ['x', 'y', 'z'],
      ]),
    'column-twice',
    { columns: '姓名' },
  ],
  ['headings alone', () => aTextSheet([HEAD]), 'no-lines', {}],
  [
    '5,001 lines',
    () => aTextSheet([HEAD, ...many(ROSTER_FILE.lines + 1)]),
    'too-many-lines',
    { lines: 5001 },
  ],
  [
    'a formula in a line',
    async () =>
      withSheetXml(
        await aSheet([
          ['姓名', '工号'],
          ['x', 'N1'],
        ]),
        (xml) => xml.replace(/(<c r="B2"[^>]*>)/u, '$1<f>A1</f>'),
      ),
    'formulas',
    { cell: 'B2', count: 1 },
  ],
  [
    'merged lines',
    async () =>
      withSheetXml(
        await aSheet([
          ['姓名', '工号'],
          ['x', 'N1'],
        ]),
        (xml) =>
          xml.replace(
            '</sheetData>',
            '</sheetData><mergeCells><mergeCell ref="A2:A9"/></mergeCells>',
          ),
      ),
    'merged-cells',
    { cell: 'A2:A9', count: 1 },
  ],
])('%s is told as what it is, and nothing is written', async (_, make, code, detail) => {
  const before = roster();
  const reply = await sent(await make());
  expect(reply).toMatchObject({
    ok: false,
    code,
    ...(Object.keys(detail).length > 0 && { detail }),
  });
  expect(roster()).toBe(before);
});

test('a title above the headings, columns that are not read, and empty lines are no fault', async () => {
  const { check } = await checked([
    ['运行支部花名册'],
    ['序号', ...HEAD],
    ['1', 'Newcomer', 'N001'],
    [],
    ['2', 'Another', 'N002'],
  ]);
  expect(check).toMatchObject({ lines: 2, unused: ['序号'], counts: { fresh: 2, problems: 0 } });
  expect(named(check.fresh)).toEqual(['Newcomer', 'Another']);
  expect(check.fresh.map(({ line }) => line)).toEqual([3, 5]);
});
