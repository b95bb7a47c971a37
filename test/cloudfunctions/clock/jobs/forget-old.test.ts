import { performance } from 'node:perf_hooks';
import type { AuditEntryDocument } from '../../../../cloudfunctions/_store/people/audit-entries';
import { forgetOldDocuments } from '../../../../cloudfunctions/clock/jobs/forget-old';
import { dayOfInstant, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aDataAsk } from '../../../builders/data-asks';
import { aDelivery } from '../../../builders/deliveries';
import { aMember } from '../../../builders/documents';
import { aNormsVersion } from '../../../builders/norms';
import { aNote } from '../../../builders/notes';
import { plant } from '../../../builders/stored';
import { aSwap } from '../../../builders/swaps';
import { useMemberCloud } from '../../../worlds/member-cloud';

const world = useMemberCloud(['clock']);
const idsOf = (name: string) =>
  [...world.cloud.engine.collection(name).all()].map(({ document }) => document._id).sort();
const tick = async () => {
  // A fresh instance looks for all that it does now and then.
  await world.cloud.host.reload('clock');
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
const daysAgo = (days: number) => world.cloud.clock.nowMs() - days * MS_PER_DAY;

const NAMES = ['audit_entries', 'data_asks', 'bind_tries', 'swaps'];
const [alice, bob] = [aMember('alice'), aMember('bob')];

const anEntry = (_id: string, atMs: number): AuditEntryDocument => ({
  _id,
  atMs,
  branchId: 'own',
  by: { memberId: 'secretary', name: 'Name secretary', roles: ['secretary'] },
  what: { kind: 'saw-member' },
  memberIds: ['alice'],
  count: 1,
  schemaVersion: 1,
});
const aTry = (_id: string, openedAtMs: number) => ({
  _id,
  openedAtMs,
  wrong: 1,
  schemaVersion: 1 as const,
});

test('what has been kept for its time is forgotten, to the day, and nothing else', async () => {
  await plant(world.cloud, {
    audit_entries: [anEntry('old', daysAgo(1095) - 1), anEntry('young', daysAgo(1095))],
    data_asks: [
      aDataAsk('old', alice, { lastAtMs: daysAgo(1095) - 1 }),
      aDataAsk('young', alice, { lastAtMs: daysAgo(1095) }),
    ],
    bind_tries: [aTry('old', daysAgo(30) - 1), aTry('young', daysAgo(30))],
    swaps: [
      aSwap(alice, bob, { _id: 'old', state: 'declined', lastDay: dayOfInstant(daysAgo(731)) }),
      aSwap(alice, bob, { _id: 'young', state: 'declined', lastDay: dayOfInstant(daysAgo(730)) }),
    ],
    notes: [aNote('ancient', alice, { handedInAtMs: daysAgo(4000) })],
  });
  await tick();
  for (const name of NAMES) expect(idsOf(name)).toEqual(['young']);
  expect(idsOf('notes')).toEqual(['ancient']);
  await tick();
  for (const name of NAMES) expect(idsOf(name)).toEqual(['young']);
});

test('a message goes two years after it was sent, and not while it is still to be sent', async () => {
  const lastAtMs = daysAgo(731);
  await plant(world.cloud, {
    deliveries: [
      aDelivery('done', ['alice'], { lastAtMs, nextAtMs: 9_000_000_000_000_000 }),
      aDelivery('waits', ['alice'], { lastAtMs, nextAtMs: world.cloud.clock.nowMs() + MS_PER_DAY }),
    ],
  });
  await tick();
  const left = idsOf('deliveries').map(String);
  expect(left.filter((id) => id.startsWith('done'))).toEqual([]);
  expect(left.filter((id) => id.startsWith('waits'))).toHaveLength(1);
});

describe('of more than one request takes', () => {
  beforeAll(() => Object.assign(process.env, world.cloud.sdkEnv()));
  const many = Array.from({ length: 250 }, (_, at) => at);

  test('a late clock forgets all in one run', async () => {
    await plant(world.cloud, { bind_tries: many.map((at) => aTry(`t${at}`, daysAgo(400))) });
    await tick();
    expect(idsOf('bind_tries')).toEqual([]);
  });

  test('a run that is cut off leaves the rest to the next', async () => {
    await plant(world.cloud, { bind_tries: many.map((at) => aTry(`t${at}`, daysAgo(400))) });
    const nowMs = () => world.cloud.clock.nowMs();
    expect(await forgetOldDocuments({ nowMs, stopAtMs: performance.now() - 1 })).toBe(0);
    expect(idsOf('bind_tries')).toHaveLength(250);
    expect(await forgetOldDocuments({ nowMs, stopAtMs: performance.now() + 60_000 })).toBe(250);
    expect(idsOf('bind_tries')).toEqual([]);
  });
});

test('R-292: what an office has chosen holds from its month on, and nothing of the branch is ended by it', async () => {
  const fromMonth = dayOfInstant(world.cloud.clock.nowMs()).slice(0, 7);
  const keptYears = [
    { thing: 'audit-entry' as const, years: 5 },
    { thing: 'swap' as const, years: 1 },
  ];
  await plant(world.cloud, {
    norms: [
      aNormsVersion({ fromMonth, keptYears }),
      aNormsVersion({ version: 2, fromMonth: '2099-01', keptYears: [] }),
    ],
    audit_entries: [anEntry('old', daysAgo(1825) - 1), anEntry('young', daysAgo(1825))],
    swaps: [
      aSwap(alice, bob, { _id: 'old', state: 'declined', lastDay: dayOfInstant(daysAgo(366)) }),
      aSwap(alice, bob, { _id: 'young', state: 'declined', lastDay: dayOfInstant(daysAgo(365)) }),
    ],
    notes: [aNote('ancient', alice, { handedInAtMs: daysAgo(4000) })],
  });
  await tick();
  expect(idsOf('audit_entries')).toEqual(['young']);
  expect(idsOf('swaps')).toEqual(['young']);
  expect(idsOf('notes')).toEqual(['ancient']);
});
