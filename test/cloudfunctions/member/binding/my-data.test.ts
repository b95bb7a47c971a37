import { memberActions } from '../../../../contract/people/member';
import { localDay } from '../../../../domain/time/local-day';
import { aDelivery } from '../../../builders/deliveries';
import { aLine, aMember, aStudy } from '../../../builders/documents';
import { aNote } from '../../../builders/notes';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { myData } = memberActions;
const world = useMemberCloud();
const TODAY = localDay('2025-03-05');

test('my data are mine, whole, with how much is kept', async () => {
  const study = aStudy('study-1');
  const alice = aMember('alice', {
    overrides: [
      {
        kind: 'leave',
        id: 'l1',
        fromDay: TODAY,
        toDay: localDay('2025-03-07'),
        leaveKind: 'annual',
      },
    ],
  });
  await plant(world.cloud, {
    members: [alice],
    studies: [study],
    attendances: [aLine(study, alice), aLine(study, aMember('bob'))],
    notes: [aNote('mine', alice), aNote('theirs', aMember('bob'))],
    deliveries: [aDelivery('a', ['alice', 'bob']), aDelivery('b', ['bob'])],
  });
  expect(await world.of('alice').get(myData, {})).toEqual({
    profile: {
      name: 'Name alice',
      staffNumber: 'ALICE',
      branchName: 'name of own',
      groupName: null,
      crewName: null,
      roles: ['member'],
      joinedDay: '2024-01-01',
      boundAtMs: alice.boundAtMs,
      agreedPrivacyVersion: 1,
    },
    kept: [
      { what: 'attendance', count: 1 },
      { what: 'notice', count: 1 },
      { what: 'shift-change', count: 1 },
      { what: 'audit-entry', count: 0 },
      { what: 'note', count: 1 },
    ],
  });
});
