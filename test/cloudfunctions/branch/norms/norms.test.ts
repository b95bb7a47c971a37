import { ledger } from '../../../../contract/branch/ledger';
import { normsActions } from '../../../../contract/branch/norms';
import { keptYears } from '../../../../contract/people/kept-years';
import type { KEPT_YEARS } from '../../../../domain/people/retention';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { noNorms, someNorms } from '../../../builders/norms';
import { plant, stored } from '../../../builders/stored';
import { phone } from '../../../client';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { norms, saveNorms } = normsActions;
/** It is March 2025 there. */
const world = useMemberCloud(['branch', 'member']);
const save = { isForAll: true, version: 0, norms: someNorms() };
const ofBranch = { isForAll: false, branchId: 'own', version: 0 };
const kept = () =>
  [...world.cloud.engine.collection('norms').all()].map(({ document }) => document);
const nextMonth = () => world.cloud.clock.jump(world.cloud.clock.nowMs() + 31 * MS_PER_DAY);

test('R-290: where nothing was set all is as it comes, and an officer reads it', async () => {
  const told = await world.of('organiser').get(norms, {});
  expect(told).toMatchObject({
    month: '2025-03',
    nextMonth: '2025-04',
    own: { version: 0, hours: { member: null, officer: null }, meetings: [] },
    common: { version: 0, credit: null, keptYears: [] },
    now: { hours: { member: 32, officer: 56 }, credit: 'study' },
    trail: [],
  });
  expect(told.now).toEqual(told.next);
  expect(told.now.meetings).toHaveLength(18);
  expect(told.now.meetings).toContainEqual({ kind: 'party-lecture', every: 'quarter' });
  expect(told.now.keptYears).toContainEqual({ thing: 'audit-entry', years: 3 });
});

test('R-291: what is saved holds from next month on, with who and when; a month that has begun keeps its own', async () => {
  const saved = await world.of('office').get(saveNorms, save);
  expect(saved).toEqual({ version: 1, fromMonth: '2025-04' });
  const officer = world.of('organiser');
  const told = await officer.get(norms, {});
  expect(told.now).toMatchObject({ hours: { member: 32, officer: 56 }, credit: 'study' });
  expect(told.next).toMatchObject({ hours: { member: 40, officer: 60 }, credit: 'material' });
  expect(told.trail).toMatchObject([
    { isForAll: true, version: 1, fromMonth: '2025-04', byName: expect.any(String) },
  ]);
  const everyOf = async (kind: string) =>
    (await officer.get(ledger, {})).lines.find((line) => line.kind === kind)?.every;
  expect(await everyOf('party-lecture')).toBe('quarter');
  expect(await everyOf('branch-committee')).toBe('month');
  nextMonth();
  expect(await everyOf('party-lecture')).toBe('month');
  expect(await everyOf('fire-drill')).toBe('half-year');
  expect(await everyOf('branch-committee')).toBeUndefined();
});

test('R-290: what a branch has of its own outweighs what is for all, thing by thing', async () => {
  const office = world.of('office');
  await office.get(saveNorms, save);
  const own = noNorms({ hours: { member: 44, officer: null } });
  await office.get(saveNorms, { ...ofBranch, norms: own });
  nextMonth();
  expect((await office.get(norms, { branchId: 'own' })).now.hours).toEqual({
    member: 44,
    officer: 60,
  });
  expect((await office.get(norms, { branchId: 'other' })).now.hours).toEqual({
    member: 40,
    officer: 60,
  });
});

test('hours that stand in the document of a branch hold until it has a version', async () => {
  const yearlyHours = { member: 40, officer: 60 };
  const branches = [{ ...stored(world.cloud, 'branches', 'own'), yearlyHours }];
  await plant(world.cloud, { branches });
  const office = world.of('office');
  const told = await office.get(norms, { branchId: 'own' });
  expect(told).toMatchObject({
    own: { hours: yearlyHours, version: 0 },
    now: { hours: yearlyHours },
  });
  await office.get(saveNorms, { ...ofBranch, norms: noNorms() });
  expect((await office.get(norms, { branchId: 'own' })).now.hours).toEqual(yearlyHours);
  nextMonth();
  expect((await office.get(norms, { branchId: 'own' })).now.hours).toEqual({
    member: 32,
    officer: 56,
  });
});

test('a repeated save writes once; other words of the same call are not silently taken', async () => {
  const office = world.of('office');
  for (let times = 0; times < 2; times += 1) {
    const saved = await office.get(saveNorms, save, { requestId: 'save-1' });
    expect(saved).toEqual({ version: 1, fromMonth: '2025-04' });
  }
  const other = { ...save, norms: someNorms({ credit: 'study' }) };
  expect(await office.call(saveNorms, other, { requestId: 'save-1' })).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(kept()).toHaveLength(1);
});

test('of two who save upon the same version the second is told, and a version is never changed', async () => {
  const office = world.of('office');
  await office.get(saveNorms, save);
  const [first] = kept();
  const both = await Promise.all(
    (['study', 'material'] as const).map((credit) =>
      office.call(saveNorms, { ...save, version: 1, norms: someNorms({ credit }) }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
  expect(kept()).toHaveLength(2);
  expect(kept()).toContainEqual(first);
});

test.each(['secretary', 'organiser'])('%s reads and does not save', async (who) => {
  expect(await world.of(who).call(saveNorms, save)).toMatchObject({ code: 'not-allowed' });
  expect(await world.of(who).call(norms, { branchId: 'other' })).toMatchObject({
    code: 'not-found',
  });
  expect(kept()).toEqual([]);
});

const hours = (member: number) => ({ hours: { member, officer: null } });
const years = (thing: keyof typeof KEPT_YEARS, count: number) => ({
  keptYears: [{ thing, years: count }],
});

test.each([
  ['no hours at all', hours(0)],
  ['more hours than a year has days for', hours(401)],
  ['half an hour', hours(32.5)],
  ['a kind that there is not', { meetings: [{ kind: 'picnic', every: 'month' }] }],
  ['a frequency that there is not', { meetings: [{ kind: 'training', every: 'week' }] }],
  ['a kind twice', { meetings: ['month', 'year'].map((every) => ({ kind: 'training', every })) }],
  ['a trail that is kept for less than the law asks', years('audit-entry', 2)],
  ['questions that are kept for less', years('data-ask', 2)],
  ['messages that are kept for no year', years('notice', 0)],
  ['messages that are kept for longer than they serve', years('notice', 6)],
  ['a thing that ends with the branch', years('attendance' as 'notice', 3)],
  ['a credit that there is not', { credit: 'both' }],
])('%s is bad input, and nothing is written', async (_what, wrong) => {
  const given = { ...save, norms: { ...someNorms(), ...wrong } as never };
  expect(await world.of('office').call(saveNorms, given)).toMatchObject({ code: 'bad-input' });
  expect(kept()).toEqual([]);
});

test('R-290: what is of the whole organisation is set for all only', async () => {
  const office = world.of('office');
  for (const wrong of [noNorms({ credit: 'material' }), noNorms(years('notice', 1))]) {
    expect(await office.call(saveNorms, { ...ofBranch, norms: wrong })).toMatchObject({
      code: 'bad-input',
    });
  }
  expect(kept()).toEqual([]);
});

test('R-292: whoever reads the declaration of privacy is told what holds now, bound or not', async () => {
  await world.of('office').get(saveNorms, save);
  const guest = phone(world.cloud, 'nobody-yet');
  const yearsTold = async () =>
    Object.fromEntries(
      (await guest.get(keptYears, {})).years.map(({ thing, years: count }) => [thing, count]),
    );
  expect(await yearsTold()).toEqual({ 'audit-entry': 3, 'data-ask': 3, notice: 2, swap: 2 });
  nextMonth();
  expect(await yearsTold()).toEqual({ 'audit-entry': 5, 'data-ask': 3, notice: 1, swap: 2 });
});

test('reading is two requests, saving three, however many versions there are', async () => {
  const office = world.of('office');
  for (let version = 0; version < 12; version += 1) {
    await office.get(saveNorms, { ...save, version });
  }
  const requestsOf = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await work();
    return world.cloud.counts.total;
  };
  expect(await requestsOf(() => office.get(norms, {}))).toBe(2);
  expect(await requestsOf(() => office.get(saveNorms, { ...save, version: 12 }))).toBe(3);
});
