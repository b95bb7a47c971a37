import { previewPublication } from '../../../../contract/study/planning';
import { publishStudy, saveDraft } from '../../../../contract/study/writing';
import { storedDeliveries } from '../../../builders/stored';
import {
  aDraft,
  aSitting,
  BRANCH_SIZE,
  minutes,
  outputOf,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld();
const officer = () => world.phone('officer');
const input = { studyId: 'study-1' };

const save = async (draft = {}) =>
  outputOf(await officer().call(saveDraft, { ...input, draft: aDraft(world.nowMs(), draft) }));

test('what is shown before publishing is what is planned by publishing, and nothing is written by looking', async () => {
  await save();
  const preview = outputOf(await officer().call(previewPublication, input));
  expect(storedDeliveries(world.cloud)).toEqual([]);
  expect(preview.total).toBe(BRANCH_SIZE);
  const sums = preview.groups.map(({ count }) => count).reduce((sum, count) => sum + count, 0);
  expect(sums + preview.tooLate).toBe(BRANCH_SIZE);
  outputOf(await officer().call(publishStudy, input));
  const published = storedDeliveries(world.cloud).filter(({ kind }) => kind === 'study-published');
  const planned = published.flatMap(({ groups }) => groups.map(({ atMs }) => atMs));
  expect(new Set(preview.groups.map(({ atMs }) => atMs))).toEqual(new Set(planned));
});

test('who hears of it only when it is as good as begun is named, unless a later sitting suits them', async () => {
  const late = async () =>
    outputOf(await officer().call(previewPublication, input)).late.map(({ memberId }) => memberId);
  // crew-3 works until 14:00 today and hands over until 14:30.
  const startAtMs = world.nowMs() + minutes(340);
  await save({ sittings: [aSitting(startAtMs)] });
  const preview = outputOf(await officer().call(previewPublication, input));
  expect(preview.late).toMatchObject([
    { memberId: 'member-3', name: 'member-3', atMs: world.nowMs() + minutes(330), startAtMs },
  ]);
  await save({ sittings: [aSitting(startAtMs + minutes(50))] });
  expect(await late()).toEqual([]);
  const nextDay = aSitting(startAtMs + minutes(1620), { sittingId: 'sitting-2' });
  await save({ sittings: [aSitting(startAtMs), nextDay] });
  expect(await late()).toEqual([]);
});

test('a later sitting at the time of another study to which they go suits nobody', async () => {
  const startAtMs = world.nowMs() + minutes(340);
  const later = aSitting(startAtMs + minutes(1620), { sittingId: 'sitting-2' });
  await save({ sittings: [aSitting(startAtMs), later] });
  const audience = { kind: 'people' as const, memberIds: ['member-3'] };
  const draft = aDraft(world.nowMs(), { audience, sittings: [aSitting(later.startAtMs)] });
  outputOf(await officer().call(saveDraft, { studyId: 'other', draft }));
  outputOf(await officer().call(publishStudy, { studyId: 'other' }));
  const { late } = outputOf(await officer().call(previewPublication, input));
  expect(late).toMatchObject([{ memberId: 'member-3', startAtMs }]);
});

test('who has no account is told in person anyway, and not named as late', async () => {
  await world.alter('members', 'member-3', { account: 'none:member-3' });
  await save({ sittings: [aSitting(world.nowMs() + minutes(340))] });
  const preview = outputOf(await officer().call(previewPublication, input));
  expect(preview).toMatchObject({ late: [], inboxOnly: { notBound: 1 } });
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
