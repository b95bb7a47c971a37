import { roll } from '../../../../contract/study/register';
import { today } from '../../../../contract/today';
import { branchStudies, cancelStudy } from '../../../../contract/study/writing';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import { aMakeUp } from '../../../builders/make-ups';
import { STUDY, studyWriter } from '../../../worlds/study-writer';
import { minutes, START_MS, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();
const { save } = studyWriter(world);

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

  test('count who made up beside who was there', async () => {
    const studyId = await world.published({ audience: { kind: 'groups', groupIds: ['group-2'] } });
    await world.later(minutes(40));
    outputOf(await world.scan('member-3', studyId));
    const [other] = [...world.cloud.engine.collection('attendances').all()].filter(
      ({ document }) => document['studyId'] === studyId && document['isIn'] === false,
    );
    const makeUp = aMakeUp({ doneAtMs: START_MS, way: 'quiz', minutes: 30 });
    await world.alter('attendances', String(other?.document['_id']), { makeUp, isIn: true });
    const { studies } = outputOf(await world.phone('leader').call(branchStudies, {}));
    expect(studies).toMatchObject([{ studyId, expected: 3, attended: 1, madeUp: 1 }]);
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
