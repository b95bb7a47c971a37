import { attendanceOfMember } from '../../../cloudfunctions/_store/people/attendance-of-member';
import { deliveries } from '../../../cloudfunctions/_store/delivery/deliveries';
import {
  unreadOf,
  unreadOrAsking,
} from '../../../cloudfunctions/_store/delivery/unread-deliveries';
import { studyDeliveries } from '../../../cloudfunctions/_store/delivery/study-deliveries';
import { branches } from '../../../cloudfunctions/_store/people/branches';
import { deliveriesOfMember } from '../../../cloudfunctions/_store/people/stored-of-member';
import { members } from '../../../cloudfunctions/_store/people/members';
import { rotations } from '../../../cloudfunctions/_store/roster/rotations';
import { swaps } from '../../../cloudfunctions/_store/roster/swaps';
import { attendances } from '../../../cloudfunctions/_store/study/attendances';
import { studies } from '../../../cloudfunctions/_store/study/studies';
import { localDay } from '../../../domain/time/local-day';
import { aDelivery } from '../../builders/deliveries';
import { aBranch, aLine, aMember, aRotation, aStudy } from '../../builders/documents';
import { plant } from '../../builders/stored';
import { aSwap } from '../../builders/swaps';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';

/** The platform's own limits: 20 rows of a pipeline and 100 of a query that name none. */
const COUNTS = [21, 120];
const numbered = <T>(count: number, make: (id: string, n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(`n${String(n).padStart(3, '0')}`, n));
const ann = aMember('ann');
const today = localDay('2025-03-05');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: [] });
  Object.assign(process.env, cloud.sdkEnv());
});
beforeEach(() => cloud.reset());
afterAll(() => cloud.stop());

describe.each(COUNTS)('of %d rows', (count) => {
  test('members are all found, by branch, office, id and crew, and counted by branch', async () => {
    const crewHistory = [{ crewId: 'crew-1', fromDay: today }];
    const people = numbered(count, (id) =>
      aMember(id, { roles: ['member', 'committee-office'], crewHistory }),
    );
    await plant(cloud, { members: people });
    expect(await members.ofBranch('own')).toHaveLength(count);
    expect(await members.ofOffice()).toHaveLength(count);
    expect(await members.byIds(people.map(({ _id }) => _id))).toHaveLength(count);
    expect(await rotations.peopleOf(['crew-1'])).toHaveLength(count);

    const elsewhere = people.map((member) => ({ ...member, branchId: `of ${member._id}` }));
    await plant(cloud, { members: elsewhere });
    expect((await members.countByBranch()).size).toBe(count);
  });

  test('branches and rotations are all listed', async () => {
    await plant(cloud, {
      branches: numbered(count, (id) => aBranch(id)),
      rotations: numbered(count, (_id) => aRotation({ _id })),
    });
    expect(await branches.all()).toHaveLength(count);
    expect(await rotations.all()).toHaveLength(count);
  });

  test('studies, their registers and their counts are whole', async () => {
    const many = numbered(count, (id) => aStudy(id));
    const first = aStudy('first');
    await plant(cloud, {
      studies: many,
      attendances: [
        ...many.map((study) => aLine(study, ann)),
        ...numbered(count, (id) => aLine(first, aMember(id))),
      ],
    });
    expect((await studies.ofBranch('own', null, count)).documents).toHaveLength(count);
    expect((await attendances.countsOf(many.map(({ _id }) => _id))).size).toBe(count);
    expect(await attendances.ofStudy('first')).toHaveLength(count);
    expect(await attendances.ofMember('ann', 0, null)).toHaveLength(count);
    expect(await attendances.ofMemberWithStudies('ann', 0, null)).toHaveLength(count);
    expect((await attendanceOfMember('ann')).lines.count).toBe(count);
  });

  test('messages are all found: of a person, a branch, a study, and those that are due', async () => {
    const about = { kind: 'study', studyId: 'first', startAtMs: 1 } as const;
    await plant(cloud, {
      deliveries: numbered(count, (id) =>
        aDelivery(id, ['ann'], { about, kind: 'sitting-reminder', nextAtMs: 1 }),
      ),
    });
    expect((await deliveries.inboxOf('ann', null, null, count)).documents).toHaveLength(count);
    expect((await deliveries.ofBranch('own', null, count)).documents).toHaveLength(count);
    expect((await deliveries.due(2, count, 0)).documents).toHaveLength(count);
    expect(await unreadOf(aMember('ann'), 0, 2, count)).toHaveLength(count);
    expect(await unreadOrAsking(aMember('ann'), 0, 1, count)).toHaveLength(count);
    expect(await deliveries.naming(['ann'], 0)).toHaveLength(count);
    expect(await studyDeliveries.of('first')).toHaveLength(count);
    expect(await studyDeliveries.remindersOf('first')).toHaveLength(count);
    expect(await deliveriesOfMember('ann', 0)).toMatchObject({ all: count });
  });

  test('all parts of one message are found', async () => {
    await plant(cloud, {
      deliveries: numbered(count, (_id, chunk) => aDelivery('one', ['ann'], { _id, chunk })),
    });
    expect(await deliveries.ofMessage('one')).toHaveLength(count);
  });

  test('swaps are found, the first hundred of them', async () => {
    const many = (state: 'proposed' | 'agreed') =>
      numbered(count, (id) => aSwap(ann, aMember('bob'), { _id: `${state}-${id}`, state }));
    await plant(cloud, { swaps: many('proposed') });
    const most = Math.min(count, 100);
    expect(await swaps.ofMember('bob', today)).toHaveLength(most);
    expect((await swaps.idsOpenOf('ann', today)).size).toBe(most);
    await plant(cloud, { swaps: many('agreed') });
    expect(await swaps.inForceOf('own', today)).toHaveLength(most);
  });
});
