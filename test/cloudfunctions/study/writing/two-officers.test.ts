import { publishStudy, saveDraft } from '../../../../contract/study/writing';
import { STUDY, draftOf } from '../../../worlds/study-writer';
import { BRANCH_SIZE, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();

type Who = 'officer' | 'office';
const inputOf = (who: Who) => (who === 'office' ? { branchId: 'branch-1' } : {});

function save(who: Who, revision: number | undefined, topic: string, requestId?: string) {
  const input = {
    ...inputOf(who),
    studyId: STUDY,
    draft: draftOf({ topic }),
    ...(revision !== undefined && { revision }),
  };
  return world.phone(who).call(saveDraft, input, requestId === undefined ? {} : { requestId });
}
const publish = (who: Who, revision: number, requestId?: string) =>
  world
    .phone(who)
    .call(publishStudy, { studyId: STUDY, revision }, requestId === undefined ? {} : { requestId });

const changed = { code: 'changed-meanwhile' };
const topic = () => world.study(STUDY)?.topic;

describe('of two officers on one draft', () => {
  test('the second is told, and writes over nothing that was not seen', async () => {
    outputOf(await save('officer', 0, 'first'));
    const { study } = outputOf(await save('office', 0, 'second'));
    expect(study.revision).toBe(1);
    expect(await save('officer', 0, 'third')).toMatchObject(changed);
    expect(topic()).toBe('second');
    outputOf(await save('officer', 1, 'third'));
    expect(topic()).toBe('third');
  });

  test('neither publishes what the other has saved since', async () => {
    outputOf(await save('officer', 0, 'seen'));
    outputOf(await save('office', 0, 'not seen'));
    expect(await publish('officer', 0)).toMatchObject(changed);
    expect(world.study(STUDY)?.state).toBe('draft');
    expect(outputOf(await publish('officer', 1)).expected).toBe(BRANCH_SIZE);
  });

  test('who publishes what the other has just published is told whether it was the same', async () => {
    outputOf(await save('officer', 0, 'seen'));
    outputOf(await publish('office', 0));
    expect(outputOf(await publish('officer', 0)).study.topic).toBe('seen');
    await world.alter('studies', STUDY, { state: 'draft', publishedAtMs: null });
    await world.later(5_000);
    outputOf(await save('office', 1, 'not seen'));
    outputOf(await publish('office', 2));
    expect(await publish('officer', 0)).toMatchObject(changed);
  });

  test('both saving at once, one is kept and the other told', async () => {
    outputOf(await save('officer', 0, 'first'));
    const replies = await Promise.all([save('officer', 0, 'one'), save('office', 0, 'other')]);
    expect(replies.filter((one) => one.ok)).toHaveLength(1);
    expect(replies.find((one) => !one.ok)).toMatchObject(changed);
  });
});

test('who saves what stands there already changes nothing, and nobody is told of a change', async () => {
  outputOf(await save('officer', 0, 'same'));
  expect(outputOf(await save('office', 0, 'same')).study.revision).toBe(0);
  outputOf(await publish('officer', 0));
});

test('whose answer was lost goes on over what that very phone has saved', async () => {
  outputOf(await save('officer', 0, 'first'));
  outputOf(await save('officer', 0, 'second', 'one-request'));
  outputOf(await save('officer', 0, 'written on', 'one-request'));
  expect(topic()).toBe('written on');
});

test('a phone of before, which sends no revision, goes on as it did', async () => {
  outputOf(await save('officer', 0, 'first'));
  outputOf(await save('office', 0, 'second'));
  outputOf(await save('officer', undefined, 'third'));
  expect(topic()).toBe('third');
  outputOf(await world.phone('officer').call(publishStudy, { studyId: STUDY }));
});
