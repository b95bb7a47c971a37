import { branchSheets, memberSheet, mySheet } from '../../../../contract/star/assessment';
import { MOST_PROOFS } from '../../../../domain/star/assessment/count-items';
import { localDay } from '../../../../domain/time/local-day';
import { SHEET_LIMITS } from '../../../../domain/star/assessment/sheet';
import {
  aMark,
  anAppeal,
  anAssessment,
  aSheet,
  aStandard,
  aRecordedItem,
  aJudgedItem,
  SHEET_MONTH as month,
} from '../../../builders/assessments';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { useStarWorld } from '../../../worlds/star-world';

const world = useStarWorld();
const alice = aMember('alice', { groupId: 'own-g1' });
const words = '字'.repeat(100);
const proof = (at: number) => ({
  kind: 'study' as const,
  id: 'a'.repeat(40),
  title: '题'.repeat(40),
  atMs: at,
});
const shift = {
  day: '2025-02-19' as never,
  label: 'morning',
  kind: 'day' as const,
  startMinute: 480,
  endMinute: 960,
  override: null,
};
/** As many items as a list can have, and the largest sheet that can come of them. */
const items = Array.from({ length: 40 }, (_, at) =>
  at < 21
    ? aRecordedItem({ itemId: `item-${at}`, points: at === 0 ? 61 : 1, kinds: null })
    : aJudgedItem({ itemId: `item-${at}`, points: 1 }),
);
const standard = aStandard('own', {
  items: items.map((item) => ({ ...item, kinds: null, bands: null })),
});
const largest = () =>
  aSheet(alice, {
    standardId: standard._id,
    counted: items.slice(0, 21).map(({ itemId }) => ({
      itemId,
      done: 400,
      chances: 500,
      earnedTenths: 8,
      proofs: Array.from({ length: MOST_PROOFS }, (_, at) => proof(at)),
      missed: [1, 2].map(proof),
      leftOut: [1, 2].map((at) => ({
        ...proof(at),
        why: 'on-duty' as const,
        shift,
        sittings: 12,
      })),
      leftOutCount: 90,
    })),
    marks: Array.from({ length: SHEET_LIMITS.marks }, (_, at) =>
      aMark(`mark-${at}-${'x'.repeat(25)}`, {
        itemId: 'item-22',
        reason: words,
        evidence: '字'.repeat(40),
      }),
    ),
    appeals: Array.from({ length: SHEET_LIMITS.appeals }, (_, at) =>
      anAppeal(`appeal-${at}`, { itemId: 'item-22', text: words }),
    ),
    summary: { deedId: 'words', text: '字'.repeat(SHEET_LIMITS.summary), atMs: 0 },
  });

/** Requests of a first call, of an instance that remembers nothing but its bundle. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return world.cloud.counts.total;
}

test('the largest sheet that there can be is a document below 100 KB', () => {
  expect(Buffer.byteLength(JSON.stringify(largest()))).toBeLessThan(100 * 1024);
});

test('a sheet opens with at most four requests and the call, whatever the month contained', async () => {
  await plant(world.cloud, {
    members: [alice],
    standards: [standard],
    assessments: [anAssessment('own', { standardId: standard._id })],
    sheets: [largest()],
  });
  const own = await requestsOf(() => world.phone('alice').get(mySheet, { month }));
  const officers = await requestsOf(() =>
    world.phone('inspector').get(memberSheet, { sheetId: `${month}_alice` }),
  );
  const list = await requestsOf(() => world.phone('secretary').get(branchSheets, {}));
  expect({ own, officers, list }).toEqual({ own: 3, officers: 4, list: 5 });
  // Where somebody appeals, the roster of the day is read with the list, which this instance has not seen.
  const newer = aStandard('own', { version: 3 });
  const aboutDay = localDay('2025-02-19');
  const itemId = newer.items.find(({ source }) => source === 'judged')?.itemId ?? '';
  const appealed = aSheet(alice, {
    standardId: newer._id,
    marks: [aMark('m', { itemId, aboutDay })],
    appeals: [anAppeal('a', { itemId, markId: 'm' })],
  });
  const leave = {
    id: 'leave',
    kind: 'leave' as const,
    leaveKind: 'annual' as const,
    fromDay: aboutDay,
    toDay: localDay('2025-02-20'),
    recordedAtMs: 0,
  };
  const onLeave = aMember('alice', { groupId: 'own-g1', overrides: [leave] });
  await plant(world.cloud, { members: [onLeave], standards: [newer], sheets: [appealed] });
  let found: readonly unknown[] = [];
  const answering = await requestsOf(async () => {
    const sheetId = `${month}_alice`;
    const { sheet } = await world.phone('inspector').get(memberSheet, { sheetId });
    found = sheet.items.flatMap(({ appeals }) => appeals.flatMap((each) => each.found));
  });
  expect(found).toMatchObject([{ kind: 'leave' }]);
  expect(answering).toBe(4);
});
