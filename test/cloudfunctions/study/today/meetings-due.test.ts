import { today } from '../../../../contract/today';
import { publishStudy, saveDraft, cancelStudy } from '../../../../contract/study/writing';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aDraft, aSitting, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();
/** The last month of a quarter. */
const ASKING_MS = instantOf(localDay('2025-03-22'), 0);
const MONTH_END_MS = instantOf(localDay('2025-04-01'), 0);

const asked = async (memberId: string) =>
  outputOf(await world.phone(memberId).call(today, {})).toAnswer;
const requestsOf = async (memberId: string) => {
  await asked(memberId);
  world.cloud.counts.reset();
  await asked(memberId);
  return world.cloud.counts.total;
};
const planned = (kind: 'theme-day' | 'branch-committee' | 'group-meeting' | 'member-meeting') =>
  world.published({ kind, sittings: [aSitting(world.nowMs() + minutes(120))] });

test('R-199: in the last days of the month officers who plan are asked for what is not planned, others are not', async () => {
  world.cloud.clock.jump(ASKING_MS - 1);
  expect(await asked('secretary')).toEqual([]);
  world.cloud.clock.jump(ASKING_MS);
  const ask = {
    page: 'packages/branch-office/ledger/ledger',
    title: '5 项规定的会还没排',
    body: '主题党日、支委会、党小组会、支部党员大会、党课',
    act: '安排',
    untilAtMs: MONTH_END_MS - minutes(1),
  };
  expect(await asked('secretary')).toMatchObject([ask]);
  expect(await asked('officer')).toMatchObject([ask]);
  expect(await asked('member-1')).toEqual([]);
});

test('R-199: what is planned is asked for no more, and again once it is called off', async () => {
  world.cloud.clock.jump(ASKING_MS);
  const kinds = ['theme-day', 'branch-committee', 'group-meeting', 'member-meeting'] as const;
  const ids: string[] = [];
  for (const kind of kinds) ids.push(await planned(kind));
  expect(await asked('secretary')).toMatchObject([{ title: '1 项规定的会还没排', body: '党课' }]);
  await world.published({
    kind: 'party-lecture',
    sittings: [aSitting(world.nowMs() + minutes(120))],
  });
  expect(await asked('secretary')).toEqual([]);
  const called = { studyId: ids[0] ?? '', reason: 'the room is closed' };
  outputOf(await world.phone('officer').call(cancelStudy, called));
  expect(await asked('secretary')).toMatchObject([{ body: '主题党日' }]);
});

test('R-199: a draft is no plan, and the new month asks for nothing yet', async () => {
  world.cloud.clock.jump(ASKING_MS);
  const draft = aDraft(world.nowMs(), { kind: 'theme-day' });
  outputOf(await world.phone('officer').call(saveDraft, { studyId: 'draft', draft }));
  expect(await asked('secretary')).toMatchObject([{ title: '5 项规定的会还没排' }]);
  outputOf(await world.phone('officer').call(publishStudy, { studyId: 'draft' }));
  expect(await asked('secretary')).toMatchObject([{ title: '4 项规定的会还没排' }]);
  world.cloud.clock.jump(MONTH_END_MS);
  expect(await asked('secretary')).toEqual([]);
});

test('R-199: it is one request more on these days, for those officers alone', async () => {
  const before = await requestsOf('secretary');
  world.cloud.clock.jump(ASKING_MS);
  expect(await requestsOf('secretary')).toBe(before + 1);
  expect(await requestsOf('member-1')).toBe(before);
});
