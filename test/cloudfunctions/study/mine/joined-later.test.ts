import type { Audience } from '../../../../contract/people/audience';
import { checkIn, myAttendance, myCode, myStudies, reply } from '../../../../contract/study/mine';
import { admit, markByHand, roll } from '../../../../contract/study/register';
import { changeStudy } from '../../../../contract/study/writing';
import { today } from '../../../../contract/today';
import { localDay } from '../../../../domain/time/local-day';
import {
  aDraft,
  aMember,
  aSitting,
  minutes,
  outputOf,
  START_MS,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld();

const HOUR = minutes(60);
const DAY = 24 * HOUR;

/** Published now, held a day later; check-in is open half an hour before. */
const publish = (audience: Audience = { kind: 'branch' }) =>
  world.published({ audience, sittings: [aSitting(START_MS + DAY)] });

const seenBy = async (memberId: string) => {
  const phone = world.phone(memberId);
  const [listed, onToday] = [
    outputOf(await phone.call(myStudies, {})).studies,
    outputOf(await phone.call(today, {})).studies,
  ];
  expect(onToday).toEqual(listed);
  return listed.map(({ studyId }) => studyId);
};
const inRoll = async (studyId: string) =>
  outputOf(await world.phone('secretary').call(roll, { studyId })).lines.map(
    ({ memberId }) => memberId,
  );

const CREW: Audience = { kind: 'crews', crewIds: ['crew-1'] };
const GROUP: Audience = { kind: 'groups', groupIds: ['group-2'] };

/** All the ways in which somebody comes to belong to an audience after publication. */
const WAYS: readonly {
  readonly how: string;
  readonly who: string;
  readonly audience: Audience;
  readonly before?: object;
  readonly change: object;
}[] = [
  {
    how: 'changes crew from a day on',
    who: 'member-2',
    audience: CREW,
    change: { crewHistory: [{ crewId: 'crew-1', fromDay: '2025-03-06' }] },
  },
  {
    how: 'changes group',
    who: 'member-1',
    audience: GROUP,
    change: { groupId: 'group-2', placedDay: '2025-03-05' },
  },
  {
    how: 'comes back',
    who: 'member-3',
    audience: { kind: 'branch' },
    before: { leftDay: '2025-03-04' },
    change: { leftDay: null, placedDay: '2025-03-05' },
  },
  {
    how: 'comes from another branch',
    who: 'foreigner',
    audience: { kind: 'branch' },
    change: { branchId: 'branch-1', joinedDay: '2025-03-05' },
  },
];

test.each(WAYS)(
  'who $how sees the study, has a code, stands in the roll and comes in',
  async ({ who, audience, before, change }) => {
    if (before !== undefined) await world.alter('members', who, before);
    const studyId = await publish(audience);
    expect(await inRoll(studyId)).not.toContain(who);
    await world.alter('members', who, change);
    await world.later(DAY - minutes(20));
    expect(await seenBy(who)).toEqual([studyId]);
    expect(await inRoll(studyId)).toContain(who);
    const [slot] = outputOf(await world.phone(who).call(myCode, {})).slots;
    const asked = { studyId, sittingId: 'sitting-1', payload: slot?.payload ?? '' };
    expect(outputOf(await world.phone('leader').call(admit, asked))).toMatchObject({
      line: { memberId: who, state: 'attended' },
    });
  },
);

test('who was added may answer and be marked, and has missed nothing without either', async () => {
  const studyId = await publish();
  await world.plant('members', aMember('new-1'), aMember('new-2'), aMember('new-3'));
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  outputOf(await world.phone('new-1').call(reply, { studyId, reply: coming }));
  await world.later(DAY + minutes(5));
  const mark = { memberId: 'new-2', state: 'attended', reason: 'was there' } as const;
  outputOf(
    await world.phone('leader').call(markByHand, { studyId, sittingId: 'sitting-1', ...mark }),
  );
  expect(await inRoll(studyId)).toEqual(expect.arrayContaining(['new-1', 'new-2', 'new-3']));
  await world.later(HOUR);
  const final = await inRoll(studyId);
  expect(final).toEqual(expect.arrayContaining(['new-1', 'new-2']));
  expect(final).not.toContain('new-3');
  const month = { month: '2025-03' };
  expect(outputOf(await world.phone('new-3').call(myAttendance, month)).entries).toEqual([]);
  expect(await seenBy('new-3')).toEqual([]);
});

test('whom the audience was changed away from, and who belongs to it again later, comes in', async () => {
  const studyId = await publish();
  const draft = aDraft(START_MS, { audience: CREW, sittings: [aSitting(START_MS + DAY)] });
  const { revision } = world.study(studyId)!;
  outputOf(await world.phone('officer').call(changeStudy, { studyId, revision, draft }));
  await world.later(minutes(2));
  expect(await seenBy('member-2')).toEqual([]);
  const crewHistory = [{ crewId: 'crew-1', fromDay: localDay('2025-03-05') }];
  await world.alter('members', 'member-2', { crewHistory });
  await world.later(DAY - minutes(10));
  expect(await seenBy('member-2')).toEqual([studyId]);
  const { payload } = await world.shownCode(studyId);
  const scan = { way: 'scan', payload } as const;
  expect(outputOf(await world.phone('member-2').call(checkIn, scan))).toMatchObject({
    state: 'attended',
  });
  expect(await seenBy('member-4')).toEqual([]);
});
