import { giveGrade, myReview, yearlyReview } from '../../../../contract/star/reviews';
import { gradesFromMs } from '../../../../domain/star/assessment/grades';
import { aSheet } from '../../../builders/assessments';
import { aMember } from '../../../builders/documents';
import { plant, storedDeliveries } from '../../../builders/stored';
import { useStarWorld } from '../../../worlds/star-world';

const world = useStarWorld();
const alice = aMember('alice');
const apart = { why: 'leave' as const, leaveKind: 'sick' as const, days: 31 };
const half = { earnedTenths: 500, possibleTenths: 1000, leftOutTenths: 0 };
const small = { earnedTenths: 500, possibleTenths: 500, leftOutTenths: 500 };

beforeEach(() =>
  plant(world.cloud, {
    sheets: [
      aSheet(alice, { month: '2025-01', sum: half }),
      aSheet(alice, { month: '2025-02', sum: small }),
      aSheet(alice, { month: '2025-03', setApart: apart }),
      aSheet(alice, { month: '2024-12', sum: small }),
    ],
  }),
);

const grade = (rest: object = {}) => ({
  memberId: 'alice',
  year: 2024,
  gradeId: 'grade-1',
  grade: 'excellent' as const,
  reason: null,
  over: null,
  ...rest,
});
const review = (year = 2025) => world.phone('secretary').get(yearlyReview, { year });

test('the months of a year weigh by what could be earned in them; those set apart do not', async () => {
  const row = (await review()).rows.find(({ memberId }) => memberId === 'alice');
  expect(row).toMatchObject({ permille: 667, months: 2, apart: 1, isReviewed: true });
  const own = await world.phone('alice').get(myReview, { year: 2025 });
  expect(own.months.map(({ permille }) => permille)).toEqual([500, 1000, null]);
  expect(own).toMatchObject({ permille: 667, given: null });
});

test('a grade is entered over the one that was seen, and the person reads it', async () => {
  const phone = world.phone('secretary');
  await phone.get(giveGrade, grade());
  await phone.get(giveGrade, grade());
  for (const other of [{ grade: 'qualified' }, { reason: 'another' }]) {
    expect(await phone.call(giveGrade, grade(other))).toMatchObject({ code: 'changed-meanwhile' });
  }
  expect(await phone.call(giveGrade, grade({ gradeId: 'other' }))).toMatchObject({
    code: 'changed-meanwhile',
  });
  const low = grade({ gradeId: 'low', grade: 'unqualified', over: 'grade-1' });
  expect(await phone.call(giveGrade, low)).toMatchObject({ code: 'reason-missing' });
  await phone.get(giveGrade, { ...low, reason: 'as the meeting said' });
  const own = await world.phone('alice').get(myReview, { year: 2024 });
  expect(own.given).toMatchObject({ grade: 'unqualified', reason: 'as the meeting said' });
});

test.each([
  { what: 'of oneself', input: grade({ memberId: 'secretary' }), code: 'own-grade' },
  { what: 'of a probationary member', input: grade({ memberId: 'pat' }), code: 'not-reviewed' },
  { what: 'of another branch', input: grade({ memberId: 'oscar' }), code: 'not-found' },
])('a grade $what is refused', async ({ input, code }) => {
  expect(await world.phone('secretary').call(giveGrade, input)).toMatchObject({ code });
});

test.each([{ year: 2025 }, { year: 2026 }, { year: 2099 }])(
  'a grade of $year, which is not reviewed yet, is refused and changes nothing',
  async ({ year }) => {
    const refused = await world.phone('secretary').call(giveGrade, grade({ year }));
    expect(refused).toMatchObject({
      code: 'too-early',
      detail: { fromAtMs: Date.parse(`${year}-12-01T00:00:00+08:00`) },
    });
    expect((await world.phone('alice').get(myReview, { year })).given).toBeNull();
  },
);

test('a grade of a year is entered from its December on', async () => {
  world.cloud.clock.jump(gradesFromMs(2025));
  await world.phone('secretary').get(giveGrade, grade({ year: 2025 }));
  const own = await world.phone('alice').get(myReview, { year: 2025 });
  expect(own.given).toMatchObject({ grade: 'excellent' });
});

test('R-198 who was graded is told, once for each grade, with the reason where there is one', async () => {
  const secretary = world.phone('secretary');
  await secretary.get(giveGrade, grade());
  await secretary.get(giveGrade, grade());
  await secretary.get(
    giveGrade,
    grade({ gradeId: 'low', grade: 'unqualified', reason: '两次没来。', over: 'grade-1' }),
  );
  const told = storedDeliveries(world.cloud).map(({ memberIds, title, body, page }) => {
    return { memberIds, title, body, page };
  });
  const toAlice = { memberIds: ['alice'], page: 'packages/star/review/review?year=2024' };
  const words = '支部评议定的等次，记在“年度评议”里。';
  expect(told).toHaveLength(2);
  expect(told).toContainEqual({ ...toAlice, title: '2024年评议：优秀', body: words });
  expect(told).toContainEqual({ ...toAlice, title: '2024年评议：不合格', body: '两次没来。' });
});

test('more than a third is shown and not refused', async () => {
  const reviewed = (await review(2024)).rows.filter(({ isReviewed }) => isReviewed);
  const others = reviewed.filter(({ memberId }) => memberId !== 'secretary');
  for (const { memberId } of others) {
    await world.phone('secretary').get(giveGrade, grade({ memberId, gradeId: `of-${memberId}` }));
  }
  const { third } = await review(2024);
  expect(third).toEqual({
    excellent: others.length,
    reviewed: reviewed.length,
    atMost: Math.floor(reviewed.length / 3),
    over: others.length - Math.floor(reviewed.length / 3),
  });
});

test('a year of a branch is five requests and the call, however many months it had', async () => {
  world.cloud.counts.reset();
  await review();
  expect(world.cloud.counts.total).toBeLessThanOrEqual(7);
});
