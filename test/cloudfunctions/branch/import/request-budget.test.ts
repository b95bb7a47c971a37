import { rosterImportActions } from '../../../../contract/branch/roster-import';
import { ROSTER_FILE } from '../../../../contract/branch/roster-file';
import { localDay } from '../../../../domain/time/local-day';
import { anUnboundMember } from '../../../builders/documents';
import { aSheet } from '../../../builders/sheets';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { applyRoster, checkRoster, sendRosterPiece } = rosterImportActions;
const world = useMemberCloud(['branch']);
const HEAD = ['姓名', '工号', '党小组', '值'];
const LINES = 1000;

const person = (index: number, crew: string) => [`Person ${index}`, `P${index}`, 'group one', crew];

/** Requests of sending, checking and applying a list, each. */
async function requestsOf(rows: readonly (readonly string[])[]): Promise<readonly number[]> {
  const bytes = Buffer.from(await aSheet([HEAD, ...rows]));
  const officer = world.of('organiser');
  const counted: number[] = [];
  const count = async <T>(work: () => Promise<T>): Promise<T> => {
    world.cloud.counts.reset();
    const result = await work();
    counted.push(world.cloud.counts.total);
    return result;
  };
  const { pieceBytes } = ROSTER_FILE;
  const last = Math.ceil(bytes.length / pieceBytes) - 1;
  const content = (at: number) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes).toString('base64');
  for (let at = 0; at < last; at += 1) {
    const piece = { importId: 'big', at, content: content(at) };
    await count(() => officer.get(sendRosterPiece, piece));
  }
  const given = { importId: 'big', fileName: 'f.xlsx', at: last, content: content(last) };
  const check = await count(() => officer.get(checkRoster, given));
  const planId = check.planId ?? '';
  await count(() => officer.get(applyRoster, { ...given, planId, leavingIds: [] }));
  return counted;
}
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

async function plantPeople(count: number): Promise<void> {
  const members = Array.from({ length: count }, (_, index) =>
    anUnboundMember(`person-${index}`, {
      name: `Person ${index}`,
      staffNumber: `P${index}`,
      groupId: 'own-g1',
      crewHistory: [{ crewId: 'crew-1', fromDay: localDay('2024-01-01') }],
    }),
  );
  await plant(world.cloud, { members });
}
const crewsNow = () => {
  const counts = new Map<string, number>();
  for (const { document } of world.cloud.engine.collection('members').all()) {
    const { crewHistory } = document as unknown as { crewHistory: { crewId: string }[] };
    const crew = crewHistory.at(-1)?.crewId ?? 'none';
    counts.set(crew, (counts.get(crew) ?? 0) + 1);
  }
  return counts;
};

test('a list of 1,000 new people is at most twenty requests in all', async () => {
  const counts = await requestsOf(
    Array.from({ length: LINES }, (_, index) => person(index, `crew ${1 + (index % 5)}`)),
  );
  expect(crewsNow().get('crew-3')).toBe(200);
  expect(sum(counts)).toBeLessThanOrEqual(20);
});

test('a list of 1,000 lines as a month brings it is at most 21 requests in all, WeChat among them', async () => {
  await plantPeople(980);
  const crewOf = (index: number) =>
    index % 20 === 0 ? `crew ${2 + ((index / 20) % 4)}` : 'crew 1';
  const counts = await requestsOf(
    Array.from({ length: LINES }, (_, index) => person(index, crewOf(index))),
  );
  expect(crewsNow().get('crew-2')).toBe(13);
  expect(sum(counts)).toBeLessThanOrEqual(21);
});

test('when everybody of 1,000 changes crew, it is at most twenty requests in all', async () => {
  await plantPeople(LINES);
  const counts = await requestsOf(
    Array.from({ length: LINES }, (_, index) => person(index, `crew ${2 + (index % 4)}`)),
  );
  expect(crewsNow().get('crew-5')).toBe(250);
  expect(sum(counts)).toBeLessThanOrEqual(20);
});

/** `timeout` of the function in cloudbaserc.json. */
const FUNCTION_MS = 20_000;

test('a list of 5,000 lines, the most that is read, is imported whole, all of it in the time of one call', async () => {
  const startedAtMs = performance.now();
  const counts = await requestsOf(
    Array.from({ length: ROSTER_FILE.lines }, (_, index) =>
      person(index, `crew ${1 + (index % 5)}`),
    ),
  );
  expect(performance.now() - startedAtMs).toBeLessThan(FUNCTION_MS);
  expect([...crewsNow()].filter(([crew]) => crew !== 'none').sort()).toEqual(
    [1, 2, 3, 4, 5].map((crew) => [`crew-${crew}`, 1000]),
  );
  expect(sum(counts)).toBeLessThanOrEqual(35);
});
