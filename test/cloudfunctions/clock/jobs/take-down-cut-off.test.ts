import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';
import { aComment } from '../../../builders/comments';
import { anItemOut } from '../../../builders/items';
import { aLibraryDocument, aVersion } from '../../../builders/library-documents';
import { stored } from '../../../builders/stored';
import { takedownBegun } from '../../../builders/takedown';
import { useChannelWorld } from '../../../worlds/channel-world';

const world = useChannelWorld();
const OLD = addDays(localDay('2023-03-01'), -1);
const timer = { openId: '', source: 'wx_trigger' };
const night = (minute: number) => instantOf(localDay('2025-03-06'), minute);
const item = (itemId: string) => stored(world.cloud, 'items', itemId);
const document = (id: string) => stored(world.cloud, 'library_documents', id);
/** The clock runs once by a new instance, which looks for all that it does now and then. */
const runsAt = async (atMs: number) => {
  world.cloud.clock.jump(atMs);
  await world.cloud.host.reload('clock');
  await world.cloud.host.invoke('clock', '{}', timer);
};

describe('cut off', () => {
  let halfDone = 0;
  const current = aVersion('over-1', 'uploader', { validUntilDay: localDay('2024-02-29') });
  const over = aLibraryDocument('over', 'branch-1', { current });
  test.each(Array.from({ length: 14 }, (_, at) => at + 5))(
    'after request %i of the night, the next look does the rest, and everything once',
    async (nth) => {
      // What is looked for a few times a day is done before.
      await runsAt(night(30));
      await world.plant(
        'items',
        ...['a', 'b'].map((id, place) => anItemOut(id, 'branch-1', { issueDay: OLD, place })),
      );
      await world.plant('library_documents', over);
      await world.plant('takedown_rules', takedownBegun());
      const member = stored(world.cloud, 'members', 'member-1');
      await world.plant('item_comments', aComment('comment', 'b', member));
      world.cloud.clock.jump(night(120));
      world.cloud.host.faults.killAt('clock', { nth, when: 'after' });
      await world.cloud.host.invoke('clock', '{}', timer).catch(() => undefined);
      const isBegun = item('a').state === 'withdrawn';
      if (isBegun && (item('b').isLeaving === true || document('over').state === 'shown')) {
        halfDone += 1;
      }
      await runsAt(night(200));
      for (const id of ['a', 'b']) {
        expect(item(id)).toMatchObject({ state: 'withdrawn' });
        expect(item(id).isLeaving).toBeUndefined();
        expect(item(id).steps).toHaveLength(1);
      }
      expect(stored(world.cloud, 'item_comments', 'comment').isGone).toBe(true);
      expect(document('over').state).toBe('taken-down');
    },
  );
  afterAll(() => expect(halfDone).toBeGreaterThanOrEqual(5));
});
