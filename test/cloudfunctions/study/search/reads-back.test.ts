import type { InputOf } from '../../../../contract/action';
import { search } from '../../../../contract/search';
import {
  addDays,
  instantOf,
  localDay,
  MS_PER_DAY,
  MS_PER_HOUR,
} from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { anItemOut } from '../../../builders/items';
import { useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();
const NOW = instantOf(localDay('2025-03-05'), 9 * 60);

const searched = (more: Partial<InputOf<typeof search>> = {}) =>
  world.phone('member-1').get(search, { words: '廉洁', ...more });

/** A message to member-1 that came at an instant. */
const told = (messageId: string, lastAtMs: number, title = '别的') =>
  aDelivery(messageId, ['member-1'], {
    title,
    lastAtMs,
    groups: [aGroup(['member-1'], { atMs: lastAtMs })],
  });

test('pages go on where the last ended, with nothing twice and nothing left out', async () => {
  const days = Array.from({ length: 45 }, (_, index) => addDays(localDay('2025-03-04'), -index));
  await world.plant(
    'items',
    ...days.flatMap((issueDay, index) => [
      anItemOut(`a-${index}`, 'branch-1', { title: `廉洁 a`, issueDay }),
      anItemOut(`b-${index}`, 'branch-1', { title: `其他`, issueDay }),
    ]),
  );
  const keys: string[] = [];
  let cursor: string | null | undefined;
  let pages = 0;
  do {
    const page = await searched(cursor == null ? {} : { cursor });
    keys.push(...page.rows.map(({ key }) => key));
    expect(page.lookedBackTo === null).toBe(page.nextCursor === null);
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor !== null);
  expect(pages).toBe(3);
  expect(keys).toEqual(days.map((_, index) => `item-a-${index}`));
});

test('what lies further back than one search reads is found by going on', async () => {
  const many = Array.from({ length: 1300 }, (_, at) => told(`told-${at}`, NOW - at * MS_PER_HOUR));
  const last = told('told-1300', NOW - 1300 * MS_PER_HOUR, '廉洁提醒');
  await world.plant('deliveries', ...many, last);
  world.cloud.counts.reset();
  const first = await searched();
  expect(world.cloud.counts.total).toBeLessThanOrEqual(4);
  expect(first.rows).toEqual([]);
  expect(first.lookedBackTo).toBe('2025-01-14');
  const more = await searched({ cursor: first.nextCursor ?? '' });
  expect(more.rows.map(({ key }) => key)).toEqual(['notice-told-1300']);
  expect(more.nextCursor).toBeNull();
});

test('a whole reading of one instant does not hold the search up', async () => {
  const same = Array.from({ length: 401 }, (_, index) => aDelivery(`same-${index}`, ['member-1']));
  const before = told('before', NOW - 2 * MS_PER_DAY, '廉洁提醒');
  await world.plant('deliveries', ...same, before);
  expect((await searched()).rows.map(({ key }) => key)).toEqual(['notice-before']);
});
