import { starOutcome } from '../../../../contract/star/after';
import { poll } from '../../../../contract/star/ballot';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { END_MS, MONTH, usePollWorld } from '../../../worlds/poll-world';

const world = usePollWorld('study');
const moves = (...memberIds: readonly string[]) =>
  plant(world.cloud, { members: memberIds.map((id) => aMember(id, { branchId: 'other' })) });
const ofOwn = { branchId: 'own', month: MONTH };

test('R-324 who keeps a vote in the poll of another branch reads its name in what asks and on the ballot', async () => {
  const pollId = await world.open();
  const asked = async (memberId: string) => {
    const { toAnswer = [] } = await world.of(memberId).get(today, {});
    const { tasks } = await world.of(memberId).get(waitsForMe, {});
    return [...toAnswer, ...tasks].map(({ title }) => title);
  };
  expect(await asked('pat')).toEqual([]);
  expect(await asked('bob')).toEqual(['2月之星投票', '2月之星投票']);
  expect((await world.show('bob', pollId)).branchName).toBeUndefined();
  await moves('bob');
  expect(await asked('bob')).toEqual(['name of own · 2月之星投票', 'name of own · 2月之星投票']);
  expect(await world.show('bob', pollId)).toMatchObject({
    branchName: 'name of own',
    mine: 'can-vote',
  });
});

test('R-321 who votes in another branch reads on what came of it, and nobody else of there does', async () => {
  const pollId = await world.open();
  await moves('inspector', 'pat');
  await world.castAll(pollId, 'alice');
  await world.tickAt(END_MS);
  expect(await world.of('inspector').get(poll, { pollId })).toMatchObject({ mine: 'counted' });
  expect(await world.of('inspector').get(starOutcome, ofOwn)).toMatchObject({
    state: 'counted',
    canDecide: false,
    canObject: false,
    canEnd: false,
  });
  expect(await world.of('pat').call(starOutcome, ofOwn)).toMatchObject({ code: 'not-found' });
});
