import { previewPublication } from '../../../../contract/study/planning';
import { publishStudy, saveDraft } from '../../../../contract/study/writing';
import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import { aDraft, BRANCH_SIZE, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();
const officer = () => world.phone('officer');
const input = { studyId: 'study-1' };

const storedDeliveries = () =>
  [...world.cloud.engine.collection('deliveries').all()].map(
    ({ document }) => document as unknown as DeliveryDocument,
  );
const save = async (draft = {}) =>
  outputOf(await officer().call(saveDraft, { ...input, draft: aDraft(world.nowMs(), draft) }));

test('what is shown before publishing is what is planned by publishing, and nothing is written by looking', async () => {
  await save();
  const preview = outputOf(await officer().call(previewPublication, input));
  expect(storedDeliveries()).toEqual([]);
  expect(preview.total).toBe(BRANCH_SIZE);
  const sums = preview.groups.map(({ count }) => count).reduce((sum, count) => sum + count, 0);
  expect(sums + preview.tooLate).toBe(BRANCH_SIZE);
  outputOf(await officer().call(publishStudy, input));
  const published = storedDeliveries().filter(({ kind }) => kind === 'study-published');
  const planned = published.flatMap(({ groups }) => groups.map(({ atMs }) => atMs));
  expect(new Set(preview.groups.map(({ atMs }) => atMs))).toEqual(new Set(planned));
});

test('what cannot be published is refused as publishing refuses it', async () => {
  await save();
  await world.later(minutes(90));
  expect(await officer().call(previewPublication, input)).toMatchObject({ code: 'bad-sitting' });
  const published = { studyId: await world.published() };
  expect(await officer().call(previewPublication, published)).toMatchObject({
    code: 'already-published',
  });
});
