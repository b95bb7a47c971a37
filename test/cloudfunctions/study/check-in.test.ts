import { checkIn, presenterCodes, publishStudy, roll, saveDraft } from '../../../contract/study';
import { outputOf } from './phone-client';
import { aDraft, BRANCH_SIZE, minutes, startStudyWorld, type StudyWorld } from './study-world';

let world: StudyWorld;
beforeAll(async () => {
  world = await startStudyWorld();
});
beforeEach(() => world.reset());
afterAll(() => world.stop());

test('a published study is checked in to by its code, and the roll counts up', async () => {
  const { phone, cloud } = world;
  const studyId = 'study-a';
  const draft = aDraft(cloud.clock.nowMs());
  outputOf(await phone('officer').ask(saveDraft, { studyId, draft }));
  const published = outputOf(await phone('officer').ask(publishStudy, { studyId }));
  expect(published.expected).toBe(BRANCH_SIZE);

  await world.later(minutes(40));
  const codes = outputOf(
    await phone('secretary').ask(presenterCodes, { studyId, sittingId: 'sitting-1' }),
  );
  const payload = codes.slots[0]!.payload;
  const entered = outputOf(await phone('member-2').ask(checkIn, { way: 'scan', payload }));
  expect(entered).toMatchObject({ studyId, state: 'attended', place: 'room 1', wasIn: false });

  const { lines } = outputOf(await phone('secretary').ask(roll, { studyId }));
  expect(lines).toHaveLength(BRANCH_SIZE);
  expect(lines.find((line) => line.memberId === 'member-2')).toMatchObject({
    state: 'attended',
    way: 'scan',
    atMs: cloud.clock.nowMs(),
  });
});
