import { starMonth } from '../../../../contract/star/month';
import { nominationChoices } from '../../../../contract/star/nomination';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { aNote } from '../../../builders/notes';
import { anEnteredLine, aPastStudy } from '../../../builders/register';
import { aNomination, aPlan, aStarMonth } from '../../../builders/star';
import { anOrganisation } from '../../../builders/organisation';
import { plant, plantOnly, storedDeliveries } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { useNominationsWorld } from '../../../worlds/nominations-world';

const world = useNominationsWorld();
const { answers, freezes, nominates, sees } = world;
const month = '2025-02';
const inFebruary = TEST_START_MS - 10 * MS_PER_DAY;
const bob = aMember('bob');

/** Each who may nominate, by what they may do and see. */
const NOMINATORS = ['alice', 'pat', 'leader', 'inspector', 'publicist', 'secretary', 'office'];
/** Who reads and has not nominated: the nominated, and an officer who fixes the list. */
const READERS = ['bob', 'organiser'];

/** Of bob: a study that he attended, a note that he shared with his name, and one that he did not. */
async function plantRecords() {
  const study = aPastStudy('came', inFebruary);
  const shared = { sharedAtMs: inFebruary, sharing: { isSigned: true, scope: 'branch' as const } };
  const note = (id: string, rest: object) =>
    aNote(id, bob, { title: id, firstAtMs: inFebruary, handedInAtMs: inFebruary, ...rest });
  await plant(world.cloud, {
    studies: [study],
    attendances: [anEnteredLine(study, bob)],
    notes: [
      note('plain', {}),
      note('signed', shared),
      note('elsewhere', { ...shared, branchId: 'other' }),
    ],
  });
}

beforeEach(plantRecords);

/** Numbers that are drawn and ids that are made with a secret are another every time, whoever it was. */
const plain = (seen: unknown): string =>
  JSON.stringify(seen).replace(/"(nominationId|seed|drawn|requestId)":"[^"]*"/gu, '"$1":""');

/** All that can be read once `by` has nominated bob unnamed, with all that they may show. */
async function readAfter(by: string, way: 'colleague' | 'group'): Promise<string> {
  await world.cloud.reset();
  await plantOnly(world.cloud, anOrganisation());
  await plant(world.cloud, { star_months: [aStarMonth('own')] });
  await plantRecords();
  const offered = await world.phone(by).get(nominationChoices, { month, memberId: 'bob' });
  const evidence = offered.evidence.flatMap(({ kind, id }) =>
    kind === 'newer' ? [] : [{ kind, id }],
  );
  const given = { way, isNamed: false, deeds: 'mended the pump', evidence };
  expect(await nominates(by, 'bob', given)).toMatchObject({ ok: true });
  const pages = async () => {
    const seen = [];
    for (const reader of READERS) {
      seen.push(await sees(reader), await world.phone(reader).get(starMonth, { month }));
    }
    return seen;
  };
  const asked = await pages();
  const [message] = storedDeliveries(world.cloud);
  const { title, body, page, author, kind, memberIds } = message!;
  const told = { title, body, page, author, kind, memberIds };
  await answers('bob', 'agree');
  const agreed = await pages();
  world.cloud.clock.jump(aPlan().nominationsUntilAtMs);
  await freezes();
  const listed = await pages();
  return plain([asked, told, agreed, listed]);
}

test('R-280 whoever it was of the branch, the nominated, the officers and the branch read the same', async () => {
  const usual = await readAfter('alice', 'colleague');
  expect(usual).toContain('signed');
  expect(usual).not.toContain('alice');
  for (const by of NOMINATORS.slice(1)) {
    expect([by, await readAfter(by, 'colleague')]).toEqual([by, usual]);
  }
  for (const by of ['leader', 'secretary', 'publicist']) {
    expect([by, await readAfter(by, 'group')]).toEqual([by, usual]);
  }
});

test('R-280 nobody shows of somebody else what not every member of the branch may see', async () => {
  for (const by of [...NOMINATORS, 'organiser']) {
    const { evidence } = await world.phone(by).get(nominationChoices, { month, memberId: 'bob' });
    expect(evidence.map(({ id }) => id)).toEqual(['signed']);
    for (const hidden of [
      { kind: 'study', id: 'came' },
      { kind: 'note', id: 'plain' },
      { kind: 'note', id: 'elsewhere' },
    ]) {
      const reply = await nominates(by, 'bob', { evidence: [hidden] });
      expect(reply).toMatchObject({ code: 'no-such-record' });
    }
  }
});

test('R-280 records of one\u2019s own are shown by putting oneself forward, beside the words of others', async () => {
  await nominates('alice', 'bob', { isNamed: false });
  await answers('bob', 'agree');
  const own = { way: 'self', deeds: 'and came', evidence: [{ kind: 'study', id: 'came' }] };
  expect(await nominates('bob', 'bob', own)).toMatchObject({ ok: true });
  const [candidate] = (await sees('organiser')).agreed ?? [];
  expect([...(candidate?.deeds ?? [])].sort()).toEqual(['and came', 'what bob did']);
  expect(candidate?.evidence).toMatchObject([{ kind: 'study' }]);
});

test('R-280 who is named is, with from where it came; beside it stands no more than beside any other', async () => {
  await nominates('leader', 'bob', { way: 'group', isNamed: true });
  expect((await sees('bob')).asked).toMatchObject([{ byName: 'Name leader', way: 'group' }]);
});

test('R-280 what was written before tells nobody either, on the page of the nominated or on the list', async () => {
  const records = [
    { kind: 'study' as const, id: 'came', title: 'came', day: '2025-02-23' as never },
    { kind: 'note' as const, id: 'signed', title: 'signed', day: '2025-02-23' as never },
  ];
  const before = aNomination('before', bob, {
    by: { memberId: 'inspector', name: 'Name inspector' },
    way: 'group',
    isNamed: false,
    evidence: records,
  });
  await plant(world.cloud, { star_nominations: [before] });
  const shown = { way: 'colleague', byName: null, evidence: [{ kind: 'note', id: 'signed' }] };
  expect((await sees('bob')).asked).toMatchObject([shown]);
  await answers('bob', 'agree');
  world.cloud.clock.jump(aPlan().nominationsUntilAtMs);
  await freezes();
  const stored = world.month().list?.candidates;
  expect(stored).toMatchObject([{ evidence: [{ kind: 'note', id: 'signed' }] }]);
});
