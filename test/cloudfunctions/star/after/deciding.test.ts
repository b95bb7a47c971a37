import { endStarMonth, officeStars, starArchive } from '../../../../contract/star/after';
import { planStarMonth, starMonth } from '../../../../contract/star/month';
import { freezeCandidates, nominate } from '../../../../contract/star/nomination';
import { aMember } from '../../../builders/documents';
import { anOrganisation } from '../../../builders/organisation';
import { aCountedMonth, aPlan, aPublicMonth, aStarMonth } from '../../../builders/star';
import { plant } from '../../../builders/stored';
import { NOTICE_ENDS_MS, useCountedWorld } from '../../../worlds/counted-world';

const world = useCountedWorld();
const { decides, planted, sees, told } = world;
const month = '2025-02';
const bob = aMember('bob');
const alice = aMember('alice');
const leader = aMember('leader', { roles: ['member', 'group-leader'] });

describe('the committee', () => {
  beforeEach(() => planted(aCountedMonth('own', [bob, alice])));

  test('accepts whom the poll has chosen: public for whole days, and the branch is told once', async () => {
    expect(await decides('organiser')).toMatchObject({
      output: { publicUntilAtMs: NOTICE_ENDS_MS },
    });
    expect(await decides('organiser')).toMatchObject({
      output: { publicUntilAtMs: NOTICE_ENDS_MS },
    });
    expect(await decides('secretary')).toMatchObject({
      code: 'not-to-decide',
      detail: { state: 'public' },
    });
    expect(told('pat')).toEqual(['2月之星公示：Name bob']);
    expect(await sees('pat')).toMatchObject({
      state: 'public',
      stars: [{ name: 'Name bob' }],
      canObject: true,
      canDecide: false,
    });
  });

  test('does not accept with a reason that everybody reads, and the month is over', async () => {
    expect(await decides('organiser', { outcome: 'not-accepted', memberIds: [] })).toMatchObject({
      code: 'reason-missing',
    });
    const refused = { outcome: 'not-accepted', memberIds: [], reason: 'a safety matter is open' };
    expect(await decides('organiser', refused)).toMatchObject({ ok: true });
    expect(told('pat')).toEqual(['2月不评星']);
    expect(await sees('pat')).toMatchObject({
      state: 'over',
      stars: [],
      decision: { reason: 'a safety matter is open', byName: 'Name organiser' },
    });
  });

  test('R-287 another of the equals is not a repetition', async () => {
    const equals = { outcome: 'tied' as const, memberIds: ['bob', 'alice'] };
    const result = { pollId: 'poll-1', closedAtMs: 1, next: 'committee' as const, ...equals };
    await planted(aCountedMonth('own', [bob, alice], { result }));
    const reason = 'the committee met';
    expect(await decides('organiser', { reason })).toMatchObject({ ok: true });
    expect(await decides('organiser', { reason })).toMatchObject({ ok: true });
    expect(await decides('organiser', { reason, memberIds: ['alice'] })).toMatchObject({
      code: 'not-to-decide',
    });
    expect((await sees('pat')).stars).toMatchObject([{ name: 'Name bob' }]);
  });

  test('is not spoken for by who was voted for', async () => {
    await planted(aCountedMonth('own', [aMember('organiser'), bob]));
    expect(await decides('organiser', { memberIds: ['organiser'] })).toMatchObject({
      code: 'own-candidacy',
    });
    expect(await decides('secretary', { memberIds: ['organiser'] })).toMatchObject({ ok: true });
  });

  test('R-284 is not spoken for by who stood and lost, nor by who was left out, and they read so before', async () => {
    const left = { memberId: 'organiser', name: 'Name organiser', bars: [], reason: 'was not so' };
    for (const star of [
      aCountedMonth('own', [bob, aMember('organiser')]),
      aCountedMonth('own', [bob, alice], { leftOut: [left] }),
    ]) {
      await planted(star);
      expect(await sees('organiser')).toMatchObject({
        canDecide: false,
        canEnd: false,
        isOwnMatter: true,
      });
      for (const given of [{}, { outcome: 'not-accepted', memberIds: [], reason: 'no' }]) {
        expect(await decides('organiser', given)).toMatchObject({ code: 'own-candidacy' });
      }
      expect(await sees('secretary')).toMatchObject({ canDecide: true, isOwnMatter: false });
    }
    expect(await decides('secretary')).toMatchObject({ ok: true });
  });

  test('R-284 is spoken for by the committee office where all officers of the branch stood', async () => {
    await planted(aCountedMonth('own', [bob, aMember('organiser'), aMember('secretary')]));
    expect(await decides('organiser')).toMatchObject({ code: 'own-candidacy' });
    expect(await decides('secretary')).toMatchObject({ code: 'own-candidacy' });
    expect(await decides('office')).toMatchObject({ ok: true });
  });

  test('accepts nobody who is not on the list any more: there would be no name to announce', async () => {
    const counted = aCountedMonth('own', [bob, alice]);
    const candidates = counted.list!.candidates.slice(1);
    await planted({ ...counted, list: { ...counted.list!, candidates } });
    expect(await sees('organiser')).toMatchObject({ canDecide: true, result: { candidates: [] } });
    expect(await decides('organiser')).toMatchObject({ code: 'not-on-list' });
    expect(world.month()).toMatchObject({ state: 'counted', stars: [], decision: null });
    expect(told('pat')).toEqual([]);
    const refused = { outcome: 'not-accepted', memberIds: [], reason: 'bob does not stand' };
    expect(await decides('organiser', refused)).toMatchObject({ ok: true });
  });

  test('of two who decide at once one does', async () => {
    const replies = await Promise.all(
      ['organiser', 'secretary', 'office'].map((by) => decides(by)),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(told('pat')).toHaveLength(1);
  });

  test('goes on when the secretary has left in the middle of the month', async () => {
    await plant(world.cloud, {
      members: [aMember('secretary', { leftDay: '2025-03-04' as never })],
    });
    expect(await decides('secretary')).toMatchObject({ code: 'not-bound' });
    expect(await decides('office')).toMatchObject({ ok: true });
  });
});

describe('R-163 a month without a star', () => {
  const ends = (by: string, reason = 'nobody was nominated') =>
    world.phone(by).call(endStarMonth, { month, reason });

  test('ends with a reason, whatever there was of it; not while people vote or object', async () => {
    await planted(aStarMonth('own'));
    expect(await ends('organiser')).toMatchObject({ ok: true });
    expect(await ends('organiser')).toMatchObject({ ok: true });
    expect(await ends('organiser', 'another')).toMatchObject({ code: 'over' });
    expect(told('pat')).toEqual(['2月不评星']);
    for (const state of ['voting', 'public'] as const) {
      await planted(aStarMonth('own', { state }));
      expect(await ends('organiser')).toMatchObject({ code: 'under-way', detail: { state } });
    }
  });

  test('is not decided by who was voted for, nor by one of several equals, and no button offers it', async () => {
    const equals = { outcome: 'tied' as const, memberIds: ['organiser', 'bob'] };
    const result = { pollId: 'poll-1', closedAtMs: 1, ...equals };
    const organiser = aMember('organiser');
    for (const star of [{}, { result }, { result, state: 'listed' as const }]) {
      await planted(aCountedMonth('own', [organiser, bob], star));
      expect(await ends('organiser')).toMatchObject({ code: 'own-candidacy' });
      expect(await sees('organiser')).toMatchObject({ canEnd: false });
      expect(await world.phone('organiser').get(starMonth, { month })).toMatchObject({
        canEnd: false,
      });
      expect(await sees('secretary')).toMatchObject({ canEnd: true });
      expect(await world.phone('secretary').get(starMonth, { month })).toMatchObject({
        canEnd: true,
      });
      expect(await ends('secretary')).toMatchObject({ ok: true });
    }
  });

  test('that is over is not begun again, by nobody', async () => {
    await planted(aStarMonth('own', { state: 'over', ended: { atMs: 1, reason: 'nobody stood' } }));
    const again = { month, plan: aPlan({ publicDays: 7 }) };
    for (const revision of [null, 0]) {
      const reply = await world.phone('organiser').call(planStarMonth, { ...again, revision });
      expect(reply).toMatchObject({ code: 'already-listed' });
    }
    expect(world.month()).toMatchObject({ state: 'over', plan: { publicDays: 5 } });
  });

  test('follows where the poll was not valid, and everybody reads why', async () => {
    const result = {
      pollId: 'poll-1',
      closedAtMs: 1,
      outcome: 'not-valid' as const,
      memberIds: [],
    };
    await planted(aCountedMonth('own', [bob, alice], { result }));
    expect(await ends('organiser', 'too few have voted')).toMatchObject({ ok: true });
    expect(await sees('pat')).toMatchObject({
      state: 'over',
      stars: [],
      ended: { reason: 'too few have voted' },
    });
  });

  test('follows where everybody is on leave: nobody is taken, the list of nobody is refused', async () => {
    const leave = {
      id: 'leave',
      kind: 'leave',
      leaveKind: 'annual',
      fromDay: '2025-02-20',
      toDay: '2025-04-01',
      recordedAtMs: 0,
    };
    const away = anOrganisation().members.map((member) => ({ ...member, overrides: [leave] }));
    const listable = aStarMonth('own', { plan: aPlan({ bars: ['away'] }) });
    await plant(world.cloud, { members: away, star_months: [listable] });
    const given = { month, memberId: 'bob', way: 'colleague' as const, isNamed: true };
    const nominated = { ...given, deeds: 'what bob did', evidence: [] };
    expect(await world.phone('alice').call(nominate, nominated)).toMatchObject({ code: 'barred' });
    world.cloud.clock.jump(listable.plan.nominationsUntilAtMs);
    const fixed = await world
      .phone('organiser')
      .call(freezeCandidates, { month, revision: 0, leaveOut: [] });
    expect(fixed).toMatchObject({ code: 'nobody-stands' });
    expect(await ends('organiser', 'everybody is on leave')).toMatchObject({ ok: true });
    expect(await sees('pat')).toMatchObject({ ended: { reason: 'everybody is on leave' } });
  });

  test('nothing is asked of a month without any study: nobody needs a record to be nominated', async () => {
    await planted(aStarMonth('own'));
    const given = { month, memberId: 'bob', way: 'colleague' as const, isNamed: true };
    const nominated = { ...given, deeds: 'what bob did', evidence: [] };
    expect(await world.phone('alice').call(nominate, nominated)).toMatchObject({ ok: true });
  });

  test('stands in the archive beside those with one, newest first', async () => {
    await plant(world.cloud, {
      star_months: [
        aPublicMonth('own', bob, { month: '2025-01', state: 'over' }),
        aStarMonth('own', { state: 'over', ended: { atMs: 1, reason: 'nobody stood' } }),
        aPublicMonth('own', leader, { month: '2024-12', state: 'over' }),
        aPublicMonth('other', alice, { month: '2025-01', state: 'over' }),
      ],
    });
    const { months } = await world.phone('pat').get(starArchive, { year: 2025 });
    expect(months).toMatchObject([
      { month: '2025-02', stars: [], reason: 'nobody stood' },
      { month: '2025-01', stars: [{ name: 'Name bob' }], reason: null },
    ]);
  });
});

test('R-321 a star who has moved finds their month in the archive of where they are now, and nobody else there does', async () => {
  await plant(world.cloud, {
    members: ['bob', 'pat'].map((id) => aMember(id, { branchId: 'other' })),
    star_months: [aPublicMonth('own', bob, { month: '2025-01', state: 'over' })],
  });
  const mineOf = async (memberId: string) =>
    (await world.phone(memberId).get(starArchive, { year: 2025 })).mine;
  expect(await mineOf('bob')).toMatchObject([{ month: '2025-01', branchId: 'own' }]);
  expect(await mineOf('pat')).toEqual([]);
  // Where they see the month itself it stands there.
  expect(await mineOf('alice')).toEqual([]);
});

test('the committee office sees how far each branch is, and nothing of votes', async () => {
  await plant(world.cloud, {
    star_months: [
      aCountedMonth('own', [bob, alice], { state: 'voting', result: null }),
      aPublicMonth('other', alice),
    ],
  });
  const seen = await world.phone('office').get(officeStars, { month });
  expect(seen.branches).toMatchObject([
    { branchId: 'other', state: 'public', stars: [] },
    { branchId: 'own', state: 'voting', stars: [] },
  ]);
  const text = JSON.stringify(seen);
  for (const hidden of ['bob', 'alice', 'poll', 'seed']) expect(text).not.toContain(hidden);
});

test('opening what came of it is three requests', async () => {
  await planted(aPublicMonth('own', bob));
  await sees('pat');
  world.cloud.counts.reset();
  await sees('pat');
  const { byAction } = world.cloud.counts;
  expect(Object.values(byAction).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);
});
