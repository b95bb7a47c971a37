import type { StarMonthDocument } from '../../../../cloudfunctions/_store/star/star-month-document';
import {
  answerObjection,
  decideStar,
  endStarMonth,
  objectToStar,
} from '../../../../contract/star/after';
import { freezeCandidates } from '../../../../contract/star/nomination';
import { saveStarMeeting } from '../../../../contract/star/meeting';
import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { anOrganisation } from '../../../builders/organisation';
import {
  aCountedMonth,
  aNomination,
  anObjection,
  aPlan,
  aPublicMonth,
  aStarMonth,
} from '../../../builders/star';
import { deliveriesBesideDuty, plant } from '../../../builders/stored';
import { useStarWorld } from '../../../worlds/star-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useStarWorld('clock');
const month = '2025-02';
const bob = aMember('bob');

const nominated = [bob, aMember('alice')].map((member) =>
  aNomination(`of-${member._id}`, member, {
    state: 'agreed',
    by: { memberId: 'pat', name: 'Name pat' },
  }),
);

const MEETING = {
  heldAtMs: TEST_START_MS - MS_PER_HOUR,
  place: 'room 306',
  present: ['alice', 'bob'],
  minutes: 'what was said',
  decisions: [],
};

const deeds: readonly (readonly [
  string,
  StarMonthDocument,
  () => Promise<{ readonly ok: boolean }>,
])[] = [
  [
    'the meeting',
    aStarMonth('own'),
    () =>
      world
        .phone('organiser')
        .call(saveStarMeeting, { month, revision: 0, meeting: MEETING, isFinal: true }),
  ],
  [
    'the decision',
    aCountedMonth('own', [bob]),
    () =>
      world.phone('secretary').call(decideStar, {
        month,
        revision: 0,
        outcome: 'accepted',
        memberIds: ['bob'],
        reason: null,
      }),
  ],
  [
    'an objection',
    aPublicMonth('own', bob),
    () => world.phone('alice').call(objectToStar, { month, objectionId: 'o', text: 'not he' }),
  ],
  [
    'an answer that takes the notice back',
    aPublicMonth('own', bob, { objections: [anObjection('o', aMember('alice'))] }),
    () =>
      world
        .phone('secretary')
        .call(answerObjection, { month, objectionId: 'o', isUpheld: true, text: 'true' }),
  ],
  [
    'the list',
    aStarMonth('own', {
      plan: aPlan({ nominationsUntilAtMs: TEST_START_MS - MS_PER_HOUR }),
    }),
    () =>
      world.phone('organiser').call(freezeCandidates, {
        month,
        revision: 0,
        leaveOut: [{ memberId: 'alice', reason: 'asked to' }],
      }),
  ],
  [
    'the end',
    aStarMonth('own'),
    () => world.phone('secretary').call(endStarMonth, { month, reason: 'an outage' }),
  ],
];

const told = () =>
  deliveriesBesideDuty(world.cloud)
    .filter(({ cancelledAtMs }) => cancelledAtMs === null)
    .map(({ title, body, memberIds }) => JSON.stringify([title, body, [...memberIds].sort()]))
    .sort();

async function tick(): Promise<void> {
  await world.cloud.clock.advance(6 * MS_PER_MINUTE);
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
}

test.each(deeds)(
  'R-367 %s of a star month, cut off after any request, is either not done or told, once',
  async (_, star, deed) => {
    const begin = async () => {
      await world.cloud.reset();
      await plant(world.cloud, anOrganisation());
      await plant(world.cloud, { star_months: [star], star_nominations: nominated });
    };
    await begin();
    const undone = told();
    expect(await deed()).toMatchObject({ ok: true });
    const done = told();
    expect(done).not.toEqual(undone);
    expect(world.month().toTell).toEqual([]);

    let cutOff = 0;
    let isWhole = false;
    for (let nth = 1; !isWhole; nth += 1) {
      await begin();
      world.cloud.host.faults.killAt('star', { nth, when: 'after' });
      isWhole = await deed().then(
        ({ ok }) => ok,
        () => false,
      );
      world.cloud.host.faults.clear();
      const isDone = world.month().revision > star.revision;
      if (isDone && !isWhole) cutOff += 1;
      // An instance that has looked in another world at this time would not look again.
      await world.cloud.host.reload('clock');
      for (let run = 0; run < 2; run += 1) {
        await tick();
        expect([nth, told()]).toEqual([nth, isDone ? done : undone]);
        expect(world.month().toTell ?? []).toEqual([]);
      }
    }
    expect(cutOff).toBeGreaterThan(0);
  },
  120_000,
);
