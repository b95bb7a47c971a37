import { recordBookActions } from '../../../../contract/branch/record-book';
import { instantOf, localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { exportMyRecordBook } = recordBookActions;
const world = useMemberCloud(['branch', 'clock']);
const AT_SEVEN_MS = instantOf(localDay('2025-03-06'), 9 * 60 + 7);

const tickAt = async (atMs: number) => {
  world.cloud.clock.jump(atMs);
  // A fresh instance looks for all that it does now and then.
  await world.cloud.host.reload('clock');
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
const documents = (name: string) =>
  [...world.cloud.engine.collection(name).all()].map(({ document }) => document);
const made = (exportId: string) =>
  world.of('alice').get(exportMyRecordBook, { exportId, year: 2025 });

test('a file is deleted when its day is over, with what was kept of it, and no other', async () => {
  const first = await made('e1');
  const [{ fileId }] = documents('exports') as unknown as readonly [{ fileId: string }];
  world.cloud.clock.jump(first.endsAtMs - MS_PER_HOUR);
  await made('e2');
  await tickAt(AT_SEVEN_MS - MS_PER_HOUR);
  expect(documents('exports')).toHaveLength(2);
  expect(world.cloud.files.read(fileId)).toBeDefined();
  await tickAt(AT_SEVEN_MS);
  expect(documents('exports').map(({ _id }) => _id)).toEqual(['e2']);
  expect(world.cloud.files.read(fileId)).toBeUndefined();
  await tickAt(AT_SEVEN_MS);
  expect(documents('exports')).toHaveLength(1);
  // Who exported what stays.
  expect(documents('audit_entries')).toHaveLength(2);
});

test('a file that is gone already leaves nothing behind', async () => {
  await made('e1');
  world.cloud.files.clear();
  await tickAt(AT_SEVEN_MS);
  expect(documents('exports')).toEqual([]);
});
