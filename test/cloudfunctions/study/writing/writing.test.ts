import { closeSitting, roll } from '../../../../contract/study/register';
import { checkIn } from '../../../../contract/study/mine';
import { today } from '../../../../contract/today';
import {
  audienceChoices,
  branchStudies,
  cancelStudy,
  changeStudy,
  publishStudy,
  saveDraft,
} from '../../../../contract/study/writing';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import {
  aDraft,
  aMember,
  aSitting,
  BRANCH_SIZE,
  minutes,
  START_MS,
  useStudyWorld,
  outputOf,
} from '../../../worlds/study-world';

const world = useStudyWorld();

const STUDY = 'study-a';
const draftOf = (draft: Partial<StudyDraft> = {}) => aDraft(START_MS, draft);
const save = (draft: Partial<StudyDraft> = {}) =>
  world.phone('officer').call(saveDraft, { studyId: STUDY, draft: draftOf(draft) });
const publish = () => world.phone('officer').call(publishStudy, { studyId: STUDY });

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
});

describe('changing', () => {
  const change = (draft: StudyDraft, revision: number, requestId?: string) =>
    world
      .phone('officer')
      .call(
        changeStudy,
        { studyId: STUDY, revision, draft },
        requestId === undefined ? {} : { requestId },
      );

  /** Published, open, and member-2 is in. */
  async function openStudy(draft: Partial<StudyDraft> = {}): Promise<number> {
    outputOf(await save(draft));
    outputOf(await publish());
    await world.later(minutes(40));
    outputOf(await world.scan('member-2', STUDY));
    return world.study(STUDY)!.revision;
  }

  test('keeps people who are in, also when the audience leaves them out', async () => {
    const revision = await openStudy();
    const before = world.line(STUDY, 'member-2')?.record;
    const audience: StudyDraft['audience'] = { kind: 'crews', crewIds: ['crew-1'] };
    const changed = outputOf(await change(draftOf({ audience, topic: 'narrower' }), revision));
    expect(changed).toMatchObject({ expected: 2, study: { topic: 'narrower', expected: 2 } });
    expect(world.line(STUDY, 'member-2')?.record).toEqual(before);
    const { lines } = outputOf(await world.phone('officer').call(roll, { studyId: STUDY }));
    expect(lines.map(({ memberId }) => memberId)).toEqual(['member-1', 'member-2']);
    expect(await world.scan('member-3', STUDY)).toMatchObject({ code: 'not-invited' });
    expect(outputOf(await world.phone('member-3').call(today, {})).studies).toEqual([]);
  });

  test('asks people again whom an earlier change had left out', async () => {
    const revision = await openStudy();
    const narrow = draftOf({ audience: { kind: 'crews', crewIds: ['crew-1'] } });
    const { study } = outputOf(await change(narrow, revision));
    expect(outputOf(await change(draftOf(), study.revision)).expected).toBe(BRANCH_SIZE);
    expect(await world.scan('member-3', STUDY)).toMatchObject({ ok: true });
  });

  test('of times reaches the register: what was open is judged by the new times', async () => {
    const revision = await openStudy();
    const moved = aSitting(START_MS + minutes(60), { lateAfterAtMs: START_MS + minutes(60) });
    const closesAtMs = START_MS + minutes(200);
    outputOf(await change(draftOf({ sittings: [{ ...moved, closesAtMs }] }), revision));
    await world.later(minutes(30));
    expect(outputOf(await world.scan('member-3', STUDY)).state).toBe('late');
    expect(world.lines().every((line) => line.lastCloseAtMs === closesAtMs)).toBe(true);
  });

  test('by two officers at once: the second is told', async () => {
    const revision = await openStudy();
    const replies = await Promise.all([
      change(draftOf({ topic: 'one' }), revision),
      change(draftOf({ topic: 'two' }), revision),
    ]);
    const codes = replies.map((one) => (one.ok ? 'changed' : one.code));
    expect(codes.sort()).toEqual(['changed', 'changed-meanwhile']);
  });

  test('when its answer was lost, the retry is answered alike', async () => {
    const revision = await openStudy();
    const ask = () => change(draftOf({ topic: 'again' }), revision, 'tap-1');
    world.cloud.host.faults.next('study', 'drop-reply');
    await expect(ask()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(outputOf(await ask())).toMatchObject({
      expected: BRANCH_SIZE,
      study: { topic: 'again', revision: revision + 1 },
    });
  });

  test('cannot take away a sitting that is open or where somebody is in', async () => {
    const startAtMs = START_MS + minutes(60);
    const used = aSitting(startAtMs);
    const spare = aSitting(startAtMs, { sittingId: 'spare' });
    const later = aSitting(startAtMs + minutes(600), { sittingId: 'later' });
    const revision = await openStudy({ sittings: [used, spare, later] });
    expect(await change(draftOf({ sittings: [used, later] }), revision)).toMatchObject({
      code: 'sitting-in-use',
      detail: { sitting: 'spare' },
    });
    outputOf(
      await world.phone('officer').call(closeSitting, { studyId: STUDY, sittingId: 'sitting-1' }),
    );
    await world.later(minutes(80));
    expect(await change(draftOf({ sittings: [spare, later] }), revision + 1)).toMatchObject({
      code: 'sitting-in-use',
      detail: { sitting: 'sitting-1' },
    });
    const { study } = outputOf(await change(draftOf({ sittings: [used, later] }), revision + 1));
    expect(study.sittings.map(({ sittingId }) => sittingId)).toEqual(['sitting-1', 'later']);
  });

  test('cannot take away a sitting where an entry stands that only newer versions can read', async () => {
    const startAtMs = START_MS + minutes(60);
    const later = aSitting(startAtMs + minutes(600), { sittingId: 'later' });
    const revision = await openStudy({ sittings: [aSitting(startAtMs), later] });
    const record = { sittingId: 'later', way: 'of a version to come' };
    await world.alter('attendances', `${STUDY}_member-2`, { record });
    expect(await change(draftOf({ sittings: [aSitting(startAtMs)] }), revision)).toMatchObject({
      code: 'sitting-in-use',
      detail: { sitting: 'later' },
    });
  });

  test('is checked like a draft, but a sitting that has begun may stay', async () => {
    const revision = await openStudy();
    await world.later(minutes(30));
    const moved = [aSitting(START_MS + minutes(50))];
    expect(await change(draftOf({ sittings: moved }), revision)).toMatchObject({
      code: 'bad-sitting',
      detail: { fault: 'starts-in-past' },
    });
    const audience: StudyDraft['audience'] = { kind: 'people', memberIds: ['nobody'] };
    expect(await change(draftOf({ audience }), revision)).toMatchObject({ code: 'bad-audience' });
    expect(await change(draftOf({ topic: 'fine' }), revision)).toMatchObject({ ok: true });
  });

  test('ends with the register, and is not for drafts or cancelled studies', async () => {
    outputOf(await save());
    expect(await change(draftOf(), 0)).toMatchObject({ code: 'not-found' });
    outputOf(await publish());
    const { revision } = world.study(STUDY)!;
    await world.later(minutes(120));
    expect(await change(draftOf(), revision)).toMatchObject({ code: 'register-final' });
    const other = await world.published();
    outputOf(await world.phone('officer').call(cancelStudy, { studyId: other, reason: 'storm' }));
    const input = { studyId: other, revision: 2, draft: aDraft(world.nowMs()) };
    expect(await world.phone('officer').call(changeStudy, input)).toMatchObject({
      code: 'study-cancelled',
    });
  });
});

describe('cancelling', () => {
  test('keeps the reason, can be repeated, and ends with the register', async () => {
    const studyId = await world.published();
    const officer = world.phone('officer');
    const { study } = outputOf(await officer.call(cancelStudy, { studyId, reason: 'storm' }));
    expect(study).toMatchObject({ state: 'cancelled', cancelReason: 'storm' });
    expect(outputOf(await officer.call(cancelStudy, { studyId, reason: 'again' }))).toEqual({
      study,
    });
    const held = await world.published();
    await world.later(minutes(120));
    expect(await officer.call(cancelStudy, { studyId: held, reason: 'late' })).toMatchObject({
      code: 'register-final',
    });
  });

  test('in the middle of a rush: once it has answered, nobody else comes in', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `crowd-${index}`);
    await world.plant('members', ...ids.map((id) => aMember(id)));
    const studyId = await world.published();
    await world.later(minutes(40));
    const { payload } = await world.shownCode(studyId);
    let inWhenCancelled = -1;
    const inNow = () => world.lines().filter(({ isIn }) => isIn).length;
    const rush = ids.map((id) => world.phone(id).call(checkIn, { way: 'scan', payload }));
    const cancelling = world
      .phone('officer')
      .call(cancelStudy, { studyId, reason: 'alarm' })
      .then((answer) => {
        outputOf(answer);
        inWhenCancelled = inNow();
      });
    const replies = await Promise.all(rush);
    await cancelling;
    expect(inNow()).toBe(inWhenCancelled);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(inWhenCancelled);
    expect(replies.every((one) => one.ok || one.code === 'study-cancelled')).toBe(true);
  });
});

describe('the studies of a branch', () => {
  test('come newest first, page by page, each once, with their counts', async () => {
    const pattern = world.study(await world.published())!;
    // Two and two start together, so that the order needs the id as well.
    const copies = Array.from({ length: 44 }, (_, index) => ({
      ...pattern,
      _id: `copy-${index}`,
      firstStartAtMs: START_MS + Math.floor(index / 2) * minutes(1440),
    }));
    await world.plant('studies', ...copies);
    const seen: { studyId: string; firstStartAtMs: number }[] = [];
    let cursor: string | undefined;
    do {
      const page = outputOf(
        await world.phone('leader').call(branchStudies, cursor === undefined ? {} : { cursor }),
      );
      seen.push(
        ...page.studies.map(({ studyId, firstStartAtMs }) => ({
          studyId,
          firstStartAtMs: firstStartAtMs ?? 0,
        })),
      );
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen.map(({ studyId }) => studyId)).size).toBe(45);
    expect(seen.map((one) => one.firstStartAtMs)).toEqual(
      seen.map((one) => one.firstStartAtMs).sort((a, b) => b - a),
    );
  });

  test('count who is asked and who took part, corrections included', async () => {
    const studyId = await world.published({ audience: { kind: 'groups', groupIds: ['group-2'] } });
    await world.later(minutes(40));
    outputOf(await world.scan('member-3', studyId));
    const { studies } = outputOf(await world.phone('leader').call(branchStudies, {}));
    expect(studies).toEqual([
      expect.objectContaining({ studyId, expected: 3, attended: 1, isFinal: false, sittings: 1 }),
    ]);
  });

  test('name the groups or crews that a study is for, so that lines of one topic are told apart', async () => {
    const audiences: readonly StudyDraft['audience'][] = [
      { kind: 'groups', groupIds: ['group-2'] },
      { kind: 'groups', groupIds: ['group-1', 'group-2'] },
      { kind: 'crews', crewIds: ['crew-1'] },
      { kind: 'branch' },
    ];
    for (const audience of audiences) await world.published({ audience, topic: 'meeting' });
    const { studies } = outputOf(await world.phone('leader').call(branchStudies, {}));
    expect(studies.map(({ topic }) => topic).sort()).toEqual([
      'meeting',
      'meeting · crew 1',
      'meeting · group 1 group 2',
      'meeting · group 2',
    ]);
  });

  test('show drafts to those who write them only', async () => {
    outputOf(await save());
    const seenBy = async (who: string) =>
      outputOf(await world.phone(who).call(branchStudies, { branchId: 'branch-1' })).studies.length;
    expect([await seenBy('officer'), await seenBy('office'), await seenBy('leader')]).toEqual([
      1, 1, 0,
    ]);
  });

  test('a discarded draft stays with those who wrote it', async () => {
    outputOf(await save());
    outputOf(await world.phone('officer').call(cancelStudy, { studyId: STUDY, reason: 'mistake' }));
    const seenBy = async (who: string) =>
      outputOf(await world.phone(who).call(branchStudies, {})).studies.map(({ state }) => state);
    expect([await seenBy('officer'), await seenBy('leader')]).toEqual([['cancelled'], []]);
    expect(await world.phone('leader').call(roll, { studyId: STUDY })).toMatchObject({
      code: 'not-found',
    });
    expect(outputOf(await world.phone('member-1').call(today, {})).studies).toEqual([]);
  });

  test('a cursor that is none of ours is bad input', async () => {
    for (const cursor of ['x', '1_$ne', '{"$gt":""}']) {
      expect(await world.phone('leader').call(branchStudies, { cursor })).toMatchObject({
        code: 'bad-input',
      });
    }
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
