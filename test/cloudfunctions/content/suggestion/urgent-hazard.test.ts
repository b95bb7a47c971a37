import { raisingActions } from '../../../../contract/content/raising';
import { inbox } from '../../../../contract/notice/inbox';
import { rosterActions } from '../../../../contract/roster/roster';
import { localDay } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { aRaise, stepsIn } from './suggestion-steps';

const world = useMemberCloud(['content', 'member', 'study', 'notify', 'clock']);
const { crewBoard } = rosterActions;
const { raise, seenBy } = stepsIn(world);
const URGENT = { type: 'hazard', topic: 'safety', isUrgent: true } as const;
const rungIn = async (who: string) =>
  (await world.of(who).get(inbox, {})).items.filter(({ kind }) => kind === 'hazard-urgent');

test('with nobody on duty it rings the secretary at once, whatever the hour', async () => {
  const { rang } = await raise('alice', URGENT);
  expect(rang).toEqual(['Name secretary']);
  expect(await rungIn('secretary')).toMatchObject([{ isUrgent: true }]);
  expect(await rungIn('bob')).toEqual([]);
});

test('who leads or holds an office and is on duty is rung instead, and reads it', async () => {
  const crewIds = [1, 2, 3, 4, 5].map((number) => `crew-${number}`);
  const leaders = crewIds.map((crewId) =>
    aMember(`leader-of-${crewId}`, {
      roles: ['member', 'group-leader'],
      crewHistory: [{ crewId, fromDay: localDay('2024-01-01') }],
    }),
  );
  await plant(world.cloud, { members: leaders });
  const { crews } = await world.of('secretary').get(crewBoard, {});
  const onDuty = crews
    .flatMap(({ people }) => people)
    .filter(({ state }) => state === 'on-duty')
    .map(({ memberId }) => memberId);
  expect(onDuty).toHaveLength(1);
  const { rang } = await raise('alice', URGENT);
  const [leader = ''] = onDuty;
  expect(rang).toEqual([`Name ${leader}`]);
  expect(await rungIn(leader)).toHaveLength(1);
  expect(await rungIn('secretary')).toEqual([]);
  expect(await seenBy(leader)).toMatchObject({ canDecide: false, isUrgent: true });
});

test('a branch with nobody to ring rings the committee office', async () => {
  await plant(world.cloud, { members: [aMember('secretary')] });
  expect((await raise('alice', URGENT)).rang).toEqual(['Name office']);
});

test('only a hazard can be urgent', async () => {
  const urgent = aRaise({ isUrgent: true });
  expect(await world.of('alice').call(raisingActions.raiseSuggestion, urgent)).toMatchObject({
    code: 'bad-input',
    detail: { path: 'isUrgent' },
  });
});
