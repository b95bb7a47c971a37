import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import {
  freezeCandidates,
  nominationChoices,
  withdrawFromStar,
} from '../../../../contract/star/nomination';
import { planStarMonth } from '../../../../contract/star/month';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMakeUp } from '../../../builders/make-ups';
import { aLine, aMember } from '../../../builders/documents';
import { aNote } from '../../../builders/notes';
import { anEnteredLine, aPastStudy } from '../../../builders/register';
import { aPlan, aStarMonth } from '../../../builders/star';
import { plant } from '../../../builders/stored';
import { useNominationsWorld } from '../../../worlds/nominations-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useNominationsWorld();
const { answers, freezes, nominates, sees, told } = world;
const month = '2025-02';
const OVER_MS = aPlan().nominationsUntilAtMs;

test('a record is shown by whom it is of, and by others where it is shared with the name', async () => {
  const bob = aMember('bob');
  const inFebruary = TEST_START_MS - 10 * MS_PER_DAY;
  const note = (id: string, rest: object) =>
    aNote(id, bob, { title: id, firstAtMs: inFebruary, handedInAtMs: inFebruary, ...rest });
  const sharing = (isSigned: boolean) => ({ isSigned, scope: 'branch' as const });
  await plant(world.cloud, {
    notes: [
      note('plain', {}),
      note('signed', { sharedAtMs: inFebruary, sharing: sharing(true) }),
      note('unsigned', { sharedAtMs: inFebruary, sharing: sharing(false) }),
    ],
  });
  const choices = async (by: string) =>
    (await world.phone(by).get(nominationChoices, { month, memberId: 'bob' })).evidence
      .map(({ id }) => id)
      .sort();
  expect(await choices('bob')).toEqual(['plain', 'signed', 'unsigned']);
  expect(await choices('alice')).toEqual(['signed']);
  const evidence = [{ kind: 'note', id: 'plain' }];
  expect(await nominates('alice', 'bob', { evidence })).toMatchObject({ code: 'no-such-record' });
  const shared = [{ kind: 'note', id: 'signed' }];
  expect(await nominates('alice', 'bob', { evidence: shared })).toMatchObject({ ok: true });
  expect((await sees('bob')).asked).toMatchObject([
    { evidence: [{ kind: 'note', id: 'signed', title: 'signed', day: localDay('2025-02-23') }] },
  ]);
});

test('a study that was made up is a record of making up, not of coming', async () => {
  const [came, madeUp] = ['came', 'made-up'].map((id) =>
    aPastStudy(id, TEST_START_MS - 10 * MS_PER_DAY),
  ) as [StudyDocument, StudyDocument];
  const doneAtMs = TEST_START_MS - 9 * MS_PER_DAY;
  const makeUp = aMakeUp({ doneAtMs, way: 'quiz', minutes: 30 });
  await plant(world.cloud, {
    studies: [came, madeUp],
    attendances: [
      anEnteredLine(came, aMember('bob')),
      { ...aLine(madeUp, aMember('bob')), isIn: true, makeUp },
    ],
  });
  const { evidence } = await world.phone('bob').get(nominationChoices, { month, memberId: 'bob' });
  expect(evidence.map(({ kind, id }) => [kind, id]).sort()).toEqual([
    ['make-up', 'made-up'],
    ['study', 'came'],
  ]);
});

test('R-169 a record opens where it is, on the list as well; one that was kept in words only does not', async () => {
  const words = { kind: 'study' as const, title: 'a study', day: localDay('2025-02-23') };
  const evidence = [{ ...words, id: 's' }];
  const candidate = { name: 'Name bob', crewName: null, deeds: ['a deed'], evidence };
  const before = { ...candidate, memberId: 'alice', evidence: [words] };
  await plant(world.cloud, {
    star_months: [
      aStarMonth('own', {
        state: 'listed',
        list: {
          frozenAtMs: TEST_START_MS,
          seed: 'a seed',
          candidates: [{ ...candidate, memberId: 'bob' }, before],
        },
      }),
    ],
  });
  const { list } = await sees('pat');
  expect(list?.candidates.map((each) => each.evidence)).toEqual([evidence, [words]]);
});

test('after the time is over nobody nominates or answers; no answer is a no', async () => {
  await nominates('alice', 'bob');
  await nominates('bob', 'alice');
  await answers('alice', 'agree');
  world.cloud.clock.jump(OVER_MS);
  expect(await nominates('alice', 'leader')).toMatchObject({ code: 'nominations-over' });
  expect(await answers('bob', 'agree')).toMatchObject({ code: 'nominations-over' });
  expect(await freezes()).toMatchObject({ output: { candidates: 1 } });
  expect(world.month().list?.candidates).toMatchObject([{ memberId: 'alice' }]);
});

describe('fixing the list', () => {
  beforeEach(async () => {
    for (const name of ['bob', 'leader', 'publicist']) {
      await nominates('alice', name);
      await answers(name, 'agree');
    }
  });

  test('waits for the time, is done once, and tells the branch', async () => {
    expect(await freezes()).toMatchObject({
      code: 'too-early',
      detail: { untilAtMs: OVER_MS },
    });
    world.cloud.clock.jump(OVER_MS);
    expect(await freezes()).toMatchObject({ output: { candidates: 3 } });
    const { list } = world.month();
    expect(await freezes()).toMatchObject({ output: { candidates: 3 } });
    expect(world.month().list).toEqual(list);
    expect(await freezes({ revision: 5 })).toMatchObject({ code: 'already-listed' });
    expect(told('pat')).toEqual(['2月之星候选名单定了，3 人']);
    const seen = await sees('pat');
    expect(seen.list?.seed).toBe(list?.seed);
    const drawn = seen.list?.candidates.map((candidate) => candidate.drawn) ?? [];
    expect(drawn).toEqual([...drawn].sort());
    expect(JSON.stringify(seen)).not.toContain('alice');
  });

  test('leaves out for a reason that the person is told, and who may not stand by now', async () => {
    await plant(world.cloud, { members: [aMember('publicist', { branchId: 'other' })] });
    world.cloud.clock.jump(OVER_MS);
    const leaveOut = [{ memberId: 'bob', reason: 'it was another crew' }];
    expect(await freezes({ leaveOut })).toMatchObject({ output: { candidates: 1 } });
    expect(world.month().leftOut).toMatchObject([
      { memberId: 'bob', reason: 'it was another crew' },
      { memberId: 'publicist', reason: null },
    ]);
    expect(told('bob')).toContain('你这次没有进2月之星候选名单');
    expect((await sees('bob')).leftOut).toHaveLength(1);
    expect((await sees('pat')).leftOut).toEqual([]);
  });

  test('R-287 by two officers at once is done by one: the other, who left out somebody else, is told so', async () => {
    world.cloud.clock.jump(OVER_MS);
    const leaveOut = [{ memberId: 'bob', reason: 'it was another crew' }];
    expect(await freezes({ leaveOut })).toMatchObject({ output: { candidates: 2 } });
    const late = (given: object) =>
      world.phone('secretary').call(freezeCandidates, { month, revision: 0, leaveOut, ...given });
    for (const others of [
      [],
      [{ memberId: 'bob', reason: 'other words' }],
      [...leaveOut, { memberId: 'leader', reason: 'was not so' }],
    ]) {
      expect(await late({ leaveOut: others })).toMatchObject({ code: 'already-listed' });
    }
    expect(await late({})).toMatchObject({ output: { candidates: 2 } });
  });

  test('of nobody is refused, and more time can be given', async () => {
    for (const name of ['bob', 'leader', 'publicist']) {
      await world.phone(name).get(withdrawFromStar, { month });
    }
    world.cloud.clock.jump(OVER_MS);
    expect(await freezes({ revision: world.month().revision })).toMatchObject({
      code: 'nobody-stands',
    });
    const plan = aPlan({
      nominationsUntilAtMs: OVER_MS + 2 * MS_PER_DAY,
      decisionAtMs: OVER_MS + 3 * MS_PER_DAY,
    });
    const { revision } = world.month();
    expect(
      await world.phone('organiser').call(planStarMonth, { month, revision, plan }),
    ).toMatchObject({ ok: true });
  });

  test('who withdraws leaves the list until a poll is open, and the others keep their order', async () => {
    world.cloud.clock.jump(OVER_MS);
    await freezes();
    const before = world.month().list?.candidates.map(({ memberId }) => memberId) ?? [];
    await world.phone('leader').get(withdrawFromStar, { month });
    await world.phone('leader').get(withdrawFromStar, { month });
    const after = world.month().list?.candidates.map(({ memberId }) => memberId);
    expect(after).toEqual(before.filter((id) => id !== 'leader'));
    await plant(world.cloud, { star_months: [{ ...world.month(), state: 'voting' }] });
    expect(await world.phone('bob').call(withdrawFromStar, { month })).toMatchObject({
      code: 'poll-open',
    });
    for (const state of ['counted', 'public', 'over'] as const) {
      await plant(world.cloud, { star_months: [{ ...world.month(), state }] });
      expect(await world.phone('bob').call(withdrawFromStar, { month })).toMatchObject({
        code: 'too-late',
        detail: { state },
      });
    }
  });
});

test('R-284 an officer who has agreed to stand does not fix the list, nor change who may stand', async () => {
  const self = { way: 'self', deeds: 'what I did' };
  await nominates('organiser', 'organiser', self);
  await nominates('alice', 'alice', self);
  expect((await sees('organiser')).agreed).toBeNull();
  expect((await sees('secretary')).agreed).toHaveLength(2);
  const plan = (given: object) =>
    world.phone('organiser').call(planStarMonth, {
      month,
      revision: world.month().revision,
      plan: aPlan({ ...world.month().plan, ...given }),
    });
  expect(await plan({ bars: ['newcomer'] })).toMatchObject({ code: 'own-candidacy' });
  expect(await plan({ publicDays: 7 })).toMatchObject({ ok: true });
  world.cloud.clock.jump(OVER_MS);
  const { revision } = world.month();
  const out = [{ memberId: 'alice', reason: 'was not so' }];
  expect(await freezes({ revision, leaveOut: out })).toMatchObject({ code: 'own-candidacy' });
  expect(world.month()).toMatchObject({ state: 'preparing', list: null });
  const fixed = await world
    .phone('secretary')
    .call(freezeCandidates, { month, revision, leaveOut: [] });
  expect(fixed).toMatchObject({ ok: true, output: { candidates: 2 } });
});
