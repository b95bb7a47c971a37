import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import { storedItem } from '../../../../cloudfunctions/_store/star/standards';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { saveStandard } from '../../../../contract/star/standards';
import { instantOf, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMark, anAppeal } from '../../../builders/assessments';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { minutes, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('clock', 'star');
const OPENS_MS = instantOf(localDay('2025-04-01'), 0);
const secretary = { memberId: 'secretary', name: 'Name secretary' };

async function at(atMs: number): Promise<void> {
  world.cloud.clock.jump(atMs + minutes(15));
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
}
const people = () =>
  [...world.cloud.engine.collection('members').all()].map(
    ({ document }) => document as unknown as Member,
  );
const told = () =>
  storedDeliveries(world.cloud)
    .filter(({ title }) => title.includes('申诉：'))
    .map(({ memberIds, title }) => [memberIds, title]);

test('R-323 once nobody of the branch may answer an open appeal any more, the committee office is told, once', async () => {
  await world.phone('secretary').get(saveStandard, {
    deedId: 'adopts',
    isForAll: false,
    over: { scope: 'default', version: 1 },
    standard: { ...DEFAULT_STANDARD, items: DEFAULT_STANDARD.items.map(storedItem) },
  });
  const office = people().find(({ roles }) => roles.includes('committee-office'));
  const other = people().find(
    ({ _id, branchId }) =>
      branchId === 'branch-1' && !['secretary', 'day-worker', office?._id].includes(_id),
  );
  const inspector = { ...other!, roles: ['member', 'discipline-officer'] as const };
  await plant(world.cloud, { members: [{ ...office!, branchId: 'branch-2' }, inspector] });
  await at(OPENS_MS);
  const sheet = {
    ...stored(world.cloud, 'sheets', '2025-03_day-worker'),
    marks: [aMark('mark', { by: secretary, as: 'secretary' })],
    appeals: [anAppeal('appeal', { markId: 'mark' })],
  };
  await plant(world.cloud, { sheets: [sheet] });
  await at(OPENS_MS + MS_PER_DAY);
  expect(told()).toEqual([]);
  const leftDay = localDay('2025-04-02');
  await plant(world.cloud, { members: [{ ...inspector, leftDay }] });
  await at(OPENS_MS + 2 * MS_PER_DAY);
  const once = [[[office?._id], expect.stringMatching(/ · .*申诉：岗位职责$/u)]];
  expect(told()).toEqual(once);
  await at(OPENS_MS + 3 * MS_PER_DAY);
  expect(told()).toEqual(once);
});
