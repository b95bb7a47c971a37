import { today } from '../../../../contract/today';
import { branchStudies, cancelStudy, publishStudy } from '../../../../contract/study/writing';
import { studyDetail } from '../../../../contract/study/mine';
import { saveRecurring } from '../../../../contract/study/recurring';
import { intersects, type Interval } from '../../../../domain/time/interval';
import { instantOf, localDay, MS_PER_DAY, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { LOCAL_TEMPLATES } from '../../../../local/world/templates';
import { accountOf } from '../../../builders/documents';
import { anOrganisation } from '../../../builders/organisation';
import { plant, storedDeliveries } from '../../../builders/stored';
import { phone } from '../../../client';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';

const DRAFT_MS = instantOf(localDay('2025-03-29'), 9 * 60);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: ['study', 'clock'], templates: LOCAL_TEMPLATES });
});
beforeEach(async () => {
  await cloud.reset();
  await plant(cloud, anOrganisation());
  await officer().get(saveRecurring, { recurringId: 'monthly', recurring: MONTHLY });
});
afterAll(() => cloud.stop());

const MONTHLY = {
  topic: 'theme day',
  kind: 'theme-day' as const,
  minutes: 40,
  audience: { kind: 'branch' as const },
  place: 'room 1',
  firstDate: 5,
  days: 14,
  startMinute: 8 * 60,
  endMinute: 21 * 60,
};
const of = (memberId: string) => phone(cloud, accountOf(memberId));
const officer = () => of('organiser');
const tickAt = async (atMs: number) => {
  cloud.clock.jump(atMs);
  await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
const drafts = async () => (await officer().get(branchStudies, {})).studies;
const waiting = () =>
  storedDeliveries(cloud).filter(
    ({ kind, cancelledAtMs }) => kind === 'draft-waiting' && cancelledAtMs === null,
  );

test('a week before its days the draft is there, with the sittings that serve everybody', async () => {
  await tickAt(DRAFT_MS - MS_PER_MINUTE);
  expect(await drafts()).toEqual([]);
  await tickAt(DRAFT_MS + 15 * MS_PER_MINUTE);
  const [draft, ...more] = await drafts();
  expect(more).toEqual([]);
  expect(draft).toMatchObject({ topic: 'theme day', state: 'draft', attended: 0 });
  const { study } = await officer().get(studyDetail, { studyId: draft?.studyId ?? '' });
  for (const { startAtMs, place } of study.sittings) {
    expect(place).toBe('room 1');
    expect(startAtMs).toBeGreaterThan(instantOf(localDay('2025-04-05'), 0));
    expect(startAtMs).toBeLessThan(instantOf(localDay('2025-04-19'), 0));
  }
});

const sittingsOf = async (topic: string) => {
  const draft = (await drafts()).find((one) => one.topic === topic);
  return (await officer().get(studyDetail, { studyId: draft?.studyId ?? '' })).study.sittings;
};

test('drafts of one morning share no minute', async () => {
  const monthly = { ...MONTHLY, topic: 'reading', place: 'room 2' };
  await officer().get(saveRecurring, { recurringId: 'reading', recurring: monthly });
  await tickAt(DRAFT_MS);
  const first = await sittingsOf('theme day');
  const second = await sittingsOf('reading');
  expect(second.length).toBeGreaterThan(0);
  const isShared = (one: Interval) => first.some((other) => intersects(one, other));
  expect(second.some(isShared)).toBe(false);
});

test('nothing is held every month on a statutory holiday where another day serves', async () => {
  const monthly = { ...MONTHLY, topic: 'early', firstDate: 4 };
  await officer().get(saveRecurring, { recurringId: 'early', recurring: monthly });
  await tickAt(DRAFT_MS);
  for (const { startAtMs } of await sittingsOf('early')) {
    expect(startAtMs).toBeGreaterThan(instantOf(localDay('2025-04-07'), 0));
  }
});

test('it waits on the today page of those who publish, and no more once it is published or called off', async () => {
  await tickAt(DRAFT_MS);
  const asked = async (memberId: string) =>
    ((await of(memberId).get(today, {})).toAnswer ?? []).filter(({ act }) => act === '发布');
  const [draft] = await drafts();
  const studyId = draft?.studyId ?? '';
  expect(await asked('secretary')).toMatchObject([
    { page: `packages/study-office/edit-study/edit-study?studyId=${studyId}` },
  ]);
  expect(await asked('alice')).toEqual([]);
  await officer().get(publishStudy, { studyId });
  expect(await asked('secretary')).toEqual([]);

  await tickAt(instantOf(localDay('2025-04-28'), 9 * 60));
  const next = (await drafts()).find(({ state }) => state === 'draft');
  expect(waiting()).toHaveLength(1);
  await officer().get(cancelStudy, { studyId: next?.studyId ?? '', reason: 'not this month' });
  expect(waiting()).toEqual([]);
});

test('runs at the same time, and one after the other, make one draft and tell once', async () => {
  cloud.clock.jump(DRAFT_MS);
  const run = () => cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  await Promise.all([run(), run(), run()]);
  await tickAt(DRAFT_MS + 15 * MS_PER_MINUTE);
  await tickAt(DRAFT_MS + 30 * MS_PER_MINUTE);
  expect(await drafts()).toHaveLength(1);
  expect(waiting()).toHaveLength(1);
});

test('a clock that is late uses the days that are left, and skips a month that is over', async () => {
  await tickAt(instantOf(localDay('2025-04-17'), 22 * 60));
  const [draft] = await drafts();
  expect(draft?.firstStartAtMs).toBeGreaterThan(instantOf(localDay('2025-04-18'), 0));
  await tickAt(instantOf(localDay('2025-06-20'), 9 * 60));
  await tickAt(instantOf(localDay('2025-06-20'), 10 * 60));
  expect(await drafts()).toHaveLength(1);
  await tickAt(instantOf(localDay('2025-06-29'), 9 * 60) + MS_PER_DAY);
  expect(await drafts()).toHaveLength(2);
});
