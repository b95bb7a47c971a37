import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { raisingActions } from '../../../../contract/content/raising';
import { inbox } from '../../../../contract/notice/inbox';
import { rosterActions } from '../../../../contract/roster/roster';
import { localDay } from '../../../../domain/time/local-day';
import { aMember, anUnboundMember } from '../../../builders/documents';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { aSuggestion } from '../../../builders/suggestions';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { aRaise, stepsIn } from './suggestion-steps';

const world = useMemberCloud(['content', 'member', 'study', 'notify', 'clock']);
const { crewBoard } = rosterActions;
const { raise, seenBy } = stepsIn(world);
/** Whose phones the messages are to ring. */
const toRing = () =>
  storedDeliveries(world.cloud)
    .filter(({ kind }) => kind === 'hazard-urgent')
    .flatMap(({ groups }) => groups.flatMap(({ subscribe }) => subscribe));
const URGENT = { type: 'hazard', topic: 'safety', isUrgent: true } as const;
const WITH_CREDIT = { credits: { notice: 1 } };
const SECRETARY = { roles: ['member', 'secretary'] } as const;
const OFFICE = { roles: ['member', 'committee-office'] } as const;
const crewIds = [1, 2, 3, 4, 5].map((number) => `crew-${number}`);
const leaderOf = (crewId: string, given: Partial<Member> = {}) =>
  aMember(`leader-of-${crewId}`, {
    roles: ['member', 'group-leader'],
    crewHistory: [{ crewId, fromDay: localDay('2024-01-01') }],
    ...WITH_CREDIT,
    ...given,
  });
const onDuty = async () => {
  const { crews } = await world.of('secretary').get(crewBoard, {});
  return crews
    .flatMap(({ people }) => people)
    .filter(({ state }) => state === 'on-duty')
    .map(({ memberId }) => memberId);
};
beforeEach(() =>
  plant(world.cloud, {
    members: [
      aMember('secretary', { roles: [...SECRETARY.roles], ...WITH_CREDIT }),
      aMember('office', { roles: [...OFFICE.roles], ...WITH_CREDIT }),
    ],
  }),
);
const rungIn = async (who: string) =>
  (await world.of(who).get(inbox, {})).items.filter(({ kind }) => kind === 'hazard-urgent');

test('with nobody on duty it rings the secretary at once, whatever the hour', async () => {
  const { ringing } = await raise('alice', URGENT);
  expect(ringing).toEqual(['Name secretary']);
  expect(await rungIn('secretary')).toMatchObject([{ isUrgent: true }]);
  expect(await rungIn('bob')).toEqual([]);
});

test('who leads or holds an office and is on duty is rung instead, and reads it', async () => {
  await plant(world.cloud, { members: crewIds.map((crewId) => leaderOf(crewId)) });
  const there = await onDuty();
  expect(there).toHaveLength(1);
  const { ringing } = await raise('alice', URGENT);
  const [leader = ''] = there;
  expect(ringing).toEqual([`Name ${leader}`]);
  expect(await rungIn(leader)).toHaveLength(1);
  expect(await rungIn('secretary')).toEqual([]);
  expect(await seenBy(leader)).toMatchObject({ canDecide: false, isUrgent: true });
});

test('a branch with nobody to ring rings the committee office', async () => {
  await plant(world.cloud, { members: [aMember('secretary')] });
  expect((await raise('alice', URGENT)).ringing).toEqual(['Name office']);
});

test.each<[string, Partial<Member>]>([
  ['is not bound', { account: 'none', boundAtMs: null }],
  ['has no subscription left', { credits: { study: 3 } }],
])(
  'whoever is on duty and %s does not count as rung: the next in the order is',
  async (_, given) => {
    const unbound = 'account' in given;
    await plant(world.cloud, {
      members: crewIds.map((crewId) =>
        leaderOf(crewId, { ...given, ...(unbound && { account: `none:leader-of-${crewId}` }) }),
      ),
    });
    const [leader = ''] = await onDuty();
    const { ringing } = await raise('alice', URGENT);
    expect(ringing).toEqual(['Name secretary']);
    expect(toRing()).toEqual(['secretary']);
    // It waits in the inbox of who could not be rung, who may read it.
    expect(stored(world.cloud, 'suggestions', 'supper').notRung).toEqual([
      { memberId: leader, name: `Name ${leader}` },
    ]);
    if (!unbound) {
      expect(await rungIn(leader)).toHaveLength(1);
      expect(await seenBy(leader)).toMatchObject({ ringing: ['Name secretary'] });
    }
  },
);

test('one credit rings once: the second hazard does not count on it', async () => {
  expect((await raise('alice', URGENT)).ringing).toEqual(['Name secretary']);
  const second = await raise('bob', { ...URGENT, suggestionId: 'second' });
  expect(second.ringing).toEqual(['Name office']);
});

test('where no phone can ring nobody is named, and all have it in their inboxes', async () => {
  await plant(world.cloud, {
    members: [
      anUnboundMember('secretary', { roles: [...SECRETARY.roles] }),
      aMember('office', { roles: [...OFFICE.roles] }),
    ],
  });
  expect((await raise('alice', URGENT)).rang).toEqual([]);
  expect(await seenBy('alice')).toMatchObject({ rang: [] });
  expect(await rungIn('office')).toHaveLength(1);
  // Called again it answers alike.
  expect((await raise('alice', URGENT)).rang).toEqual([]);
});

test('of who was rung before that was kept, nobody is told that they rang', async () => {
  const old = { isUrgent: true, rang: [{ memberId: 'leader', name: 'Name leader' }] };
  await plant(world.cloud, { suggestions: [aSuggestion('supper', aMember('alice'), old)] });
  expect(await seenBy('alice')).not.toHaveProperty('rang');
  expect(await seenBy('leader')).toMatchObject({ isUrgent: true });
});

test('only a hazard can be urgent', async () => {
  const urgent = aRaise({ isUrgent: true });
  expect(await world.of('alice').call(raisingActions.raiseSuggestion, urgent)).toMatchObject({
    code: 'bad-input',
    detail: { path: 'isUrgent' },
  });
});
