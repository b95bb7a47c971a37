import { poll } from '../../../../contract/star/ballot';
import { isSoak } from '../../../long-by-nature';
import { plant, stored } from '../../../builders/stored';
import { anOrganisation } from '../../../builders/organisation';
import { aListedMonth, usePollWorld } from '../../../worlds/poll-world';
import {
  beforeTheEnd,
  besideTurnout,
  differences,
  ENDINGS,
  lived,
  ofFirst,
  type Ballots,
  type Ending,
  type Leak,
} from './lived';

/**
 * The same month lived with other ballots: whatever differs tells of them. Compared are all documents, all answers,
 * all requests and the log, from the opening to long after the end.
 */
const world = usePollWorld('study', 'notify');

jest.setTimeout(300_000);

async function live(ballots: Ballots, ending: Ending, leak?: Leak) {
  await world.cloud.reset();
  await plant(world.cloud, anOrganisation());
  await plant(world.cloud, { star_months: [aListedMonth('own')] });
  return lived(world, ballots, ending, leak);
}

const FEWER_THAN_COUNT = 5;
const ENOUGH = 8;
const endings = isSoak ? ENDINGS : (['end'] as const);

test.each(endings)(
  'of a poll with fewer ballots than are counted nothing tells whether there were any: %s',
  async (ending) => {
    const none = await live([], ending);
    expect(differences(none, await live(ofFirst(FEWER_THAN_COUNT, 'bob'), ending))).toEqual([]);
    if (!isSoak) return;
    expect(differences(none, await live(ofFirst(1), ending))).toEqual([]);
  },
);

if (isSoak) {
  test.each(['cancel', 'strike'] as const)(
    'of one that is ended without a count nothing tells how many there were, nor for whom: %s',
    async (ending) => {
      const none = besideTurnout(await live([], ending));
      const all = await live(ofFirst(ENOUGH, 'alice', 'bob'), ending);
      expect(differences(none, besideTurnout(all))).toEqual([]);
    },
  );

  test.each(ENDINGS)(
    'until the end nothing tells of a choice, of as many ballots: %s',
    async (ending) => {
      const blank = beforeTheEnd(await live(ofFirst(ENOUGH), ending));
      for (const chosen of [['bob'], ['alice', 'leader']]) {
        const named = beforeTheEnd(await live(ofFirst(ENOUGH, ...chosen), ending));
        expect(differences(blank, named)).toEqual([]);
      }
    },
  );
}

test('the comparison is no blind one: a count beside a look, one in a poll that was not counted, and one request more are seen', async () => {
  const write = (name: string, pollId: string, part: object) =>
    plant(world.cloud, { [name]: [{ ...stored(world.cloud, name as 'polls', pollId), ...part }] });
  const leak: Leak = async (moment, pollId, ballots) => {
    const voters = ballots.length;
    if (moment === 'at the hour') await write('poll_looks', pollId, { voters });
    if (moment === 'over') await write('polls', pollId, { voters });
    if (moment === 'pollRun answered' && voters > 0) {
      await world.of('pat').get(poll, { pollId });
    }
  };
  const none = await live([], 'end', leak);
  const found = differences(none, await live(ofFirst(FEWER_THAN_COUNT, 'bob'), 'end', leak));
  const sees = (words: RegExp) => expect(found.filter((each) => words.test(each))).not.toEqual([]);
  sees(/^after the hour: poll_looks: .*"voters":0.*"voters":5/u);
  sees(/^over: polls: .*"voters":0.*"voters":5/u);
  sees(/^open: pollRun to organiser: requests/u);
});
