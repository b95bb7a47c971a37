import { openPoll, pollToOpen } from '../../../../contract/star/ballot';
import { localDay, MS_PER_DAY, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aMember, aRotationWithoutRest } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { anOpening, MONTH, usePollWorld } from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld();
/** Ends are chosen by the minute, and nobody presses at the full one. */
const NOW_MS = TEST_START_MS + 37_000;
const minute = (atMs: number) => Math.ceil(atMs / MS_PER_MINUTE) * MS_PER_MINUTE;

test('R-172 with a crew that is never free a poll opens all the same, and ends within its fourteen days', async () => {
  await plant(world.cloud, {
    rotations: [aRotationWithoutRest()],
    members: [
      aMember('bob', { crewHistory: [{ crewId: 'crew-1', fromDay: localDay('2024-01-01') }] }),
    ],
  });
  world.jump(NOW_MS);
  const of = world.of('organiser');
  const { earliestAtMs } = await of.get(pollToOpen, { month: MONTH });
  expect(earliestAtMs).toBe(NOW_MS + 13 * MS_PER_DAY);
  const refused = anOpening({ closesAtMs: minute(earliestAtMs) - MS_PER_MINUTE });
  expect(await of.call(openPoll, refused)).toMatchObject({ code: 'closes-too-early' });
  const late = anOpening({ closesAtMs: minute(NOW_MS + 14 * MS_PER_DAY) });
  expect(await of.call(openPoll, late)).toMatchObject({ code: 'closes-too-late' });
  const opening = anOpening({ closesAtMs: minute(earliestAtMs) });
  expect(await of.call(openPoll, opening)).toMatchObject({ ok: true });
});
