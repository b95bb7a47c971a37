import { roll } from '../../../../contract/study/register';
import { today } from '../../../../contract/today';
import {
  audienceChoices,
  cancelStudy,
  publishStudy,
  saveDraft,
} from '../../../../contract/study/writing';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import { STUDY, draftOf, studyWriter } from '../../../worlds/study-writer';
import {
  aDraft,
  aSitting,
  BRANCH_SIZE,
  minutes,
  START_MS,
  outputOf,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld();
const { save, publish } = studyWriter(world);

describe('a draft', () => {
  test('saved twice is one study, with the texts of the second and the same secrets', async () => {
    outputOf(await save());
    const { secret } = world.study(STUDY)!.sittings[0]!;
    expect(secret).toMatch(/^[0-9a-f]{48}$/u);
    const { study } = outputOf(await save({ topic: 'another', why: 'because' }));
    expect(study).toMatchObject({
      studyId: STUDY,
      branchName: 'branch-1',
      topic: 'another',
      why: 'because',
      state: 'draft',
      createdByName: 'officer',
    });
    expect(JSON.stringify(study)).not.toContain(secret);
    expect(world.study(STUDY)!.sittings[0]!.secret).toBe(secret);
  });

  test('of another branch cannot be overwritten by its id', async () => {
    outputOf(await save());
    const before = world.study(STUDY);
    const taken = { studyId: STUDY, draft: draftOf({ topic: 'mine now' }) };
    expect(await world.phone('foreign-secretary').call(saveDraft, taken)).toMatchObject({
      code: 'not-found',
    });
    expect(world.study(STUDY)).toEqual(before);
  });

  test('is written for another branch by the committee office only', async () => {
    const input = { branchId: 'branch-1', studyId: STUDY, draft: draftOf() };
    expect(await world.phone('foreign-secretary').call(saveDraft, input)).toMatchObject({
      code: 'not-found',
    });
    expect(await world.phone('leader').call(saveDraft, input)).toMatchObject({
      code: 'not-allowed',
    });
    const { study } = outputOf(await world.phone('office').call(saveDraft, input));
    expect(study.branchId).toBe('branch-1');
    expect(
      await world.phone('office').call(saveDraft, { ...input, branchId: 'nowhere', studyId: 'b' }),
    ).toMatchObject({ code: 'not-found' });
  });

  test('is refused with the sitting that is wrong, and nothing is kept', async () => {
    const sittings = [
      aSitting(START_MS + minutes(60)),
      aSitting(START_MS + minutes(60), { sittingId: 'second', endAtMs: START_MS }),
    ];
    expect(await save({ sittings })).toMatchObject({
      code: 'bad-sitting',
      detail: { sitting: 'second', fault: 'ends-before-start' },
    });
    expect(await save({ sittings: [aSitting(START_MS - 1)] })).toMatchObject({
      code: 'bad-sitting',
      detail: { fault: 'starts-in-past' },
    });
    expect(world.study(STUDY)).toBeUndefined();
  });

  test.each<StudyDraft['audience']>([
    { kind: 'groups', groupIds: ['group-1', 'group-9'] },
    { kind: 'crews', crewIds: ['crew-9'] },
    { kind: 'people', memberIds: ['member-1', 'foreigner'] },
  ])('for people whom the branch does not have is refused: %j', async (audience) => {
    expect(await save({ audience })).toMatchObject({ code: 'bad-audience' });
  });
});

describe('publishing', () => {
  test('gives everybody in the audience a line, once, however often it is asked', async () => {
    outputOf(await save({ audience: { kind: 'groups', groupIds: ['group-1'] } }));
    const replies = await Promise.all([publish(), publish(), publish()]);
    expect(replies.map((one) => outputOf(one).expected)).toEqual([2, 2, 2]);
    expect(outputOf(await publish()).study.state).toBe('published');
    expect(world.lines().map(({ memberId }) => memberId)).toEqual(['member-1', 'member-2']);
  });

  test('cut off after the lines is seen by nobody, and goes on when asked again', async () => {
    outputOf(await save());
    outputOf(await publish());
    await world.alter('studies', STUDY, { state: 'draft', publishedAtMs: null });
    await world.later(5_000);
    expect(outputOf(await world.phone('member-1').call(today, {})).studies).toEqual([]);
    expect(outputOf(await publish())).toMatchObject({ expected: BRANCH_SIZE });
    expect(world.lines()).toHaveLength(BRANCH_SIZE);
    expect(outputOf(await world.phone('member-1').call(today, {})).studies).toHaveLength(1);
  });

  test('when its answer was lost is answered alike', async () => {
    outputOf(await save());
    world.cloud.host.faults.next('study', 'drop-reply');
    await expect(publish()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(outputOf(await publish())).toMatchObject({ expected: BRANCH_SIZE });
  });

  test('asks the people of the draft as it was saved last', async () => {
    outputOf(await save());
    outputOf(await publish());
    await world.alter('studies', STUDY, { state: 'draft' });
    await world.later(5_000);
    outputOf(await save({ audience: { kind: 'people', memberIds: ['member-3'] } }));
    expect(outputOf(await publish()).expected).toBe(1);
    const { lines } = outputOf(await world.phone('officer').call(roll, { studyId: STUDY }));
    expect(lines.map(({ memberId }) => memberId)).toEqual(['member-3']);
  });

  test('is refused when the draft has grown old, is cancelled, or asks nobody', async () => {
    outputOf(await save());
    await world.later(minutes(61));
    expect(await publish()).toMatchObject({
      code: 'bad-sitting',
      detail: { sitting: 'sitting-1', fault: 'starts-in-past' },
    });
    outputOf(await world.phone('officer').call(cancelStudy, { studyId: STUDY, reason: 'old' }));
    expect(await publish()).toMatchObject({ code: 'study-cancelled' });

    const draft = aDraft(world.nowMs(), { audience: { kind: 'people', memberIds: ['member-1'] } });
    outputOf(await world.phone('officer').call(saveDraft, { studyId: 'empty', draft }));
    await world.alter('members', 'member-1', { leftDay: '2025-03-05' });
    expect(await world.phone('officer').call(publishStudy, { studyId: 'empty' })).toMatchObject({
      code: 'nobody-in-audience',
    });
  });

  test('ends drafting', async () => {
    outputOf(await save());
    outputOf(await publish());
    expect(await save({ topic: 'too late' })).toMatchObject({ code: 'already-published' });
  });

  test('a draft that somebody has called off takes nothing, and is not said to be published', async () => {
    outputOf(await save());
    outputOf(await world.phone('officer').call(cancelStudy, { studyId: STUDY, reason: 'no' }));
    expect(await save({ topic: 'too late' })).toMatchObject({ code: 'study-cancelled' });
  });
});

test('an audience is chosen from groups and crews with their sizes and the shift of today', async () => {
  const choices = outputOf(await world.phone('officer').call(audienceChoices, {}));
  expect(choices).toMatchObject({
    total: BRANCH_SIZE,
    groups: [
      { groupId: 'group-1', count: 2 },
      { groupId: 'group-2', count: 3 },
    ],
  });
  expect(choices.crews.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
  expect(choices.today.map(({ label }) => label).sort()).toEqual([
    'back-night',
    'early',
    'front-night',
    'middle',
    'rest',
  ]);
  expect(await world.phone('office').call(audienceChoices, { branchId: 'nowhere' })).toMatchObject({
    code: 'not-found',
  });
});
