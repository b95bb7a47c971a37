import { starMessageId } from '../../../../cloudfunctions/_deliver/tell-of-star';
import { derivedId } from '../../../../cloudfunctions/_store/derived-id';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import {
  answerNomination,
  nominationChoices,
  starNominations,
  takeBackNomination,
} from '../../../../contract/star/nomination';
import { aMember } from '../../../builders/documents';
import { aNomination, aPlan, aStarMonth } from '../../../builders/star';
import { anOrganisation } from '../../../builders/organisation';
import { plant, storedDeliveries } from '../../../builders/stored';
import { useNominationsWorld } from '../../../worlds/nominations-world';

const world = useNominationsWorld();
const { answers, freezes, nominates, sees, told } = world;
const month = '2025-02';

test('the nominated is asked in the words of who names them, and stands once they agree', async () => {
  expect(await nominates('alice', 'bob')).toMatchObject({ ok: true });
  expect((await sees('bob')).asked).toMatchObject([
    { byName: 'Name alice', deeds: 'what bob did', state: 'waiting' },
  ]);
  expect(told('bob')).toEqual(['Name alice推荐你做2月之星候选人']);
  expect((await sees('organiser')).agreed).toEqual([]);
  expect(await answers('bob', 'agree')).toMatchObject({ ok: true });
  expect(told('bob')).toEqual([]);
  expect(told('alice')).toEqual(['Name bob同意做候选人']);
  expect((await sees('organiser')).agreed).toMatchObject([{ name: 'Name bob', bars: [] }]);
  expect((await sees('bob')).isCandidate).toBe(true);
});

test('who wants not to be named is named to nobody, neither on the page nor in the message', async () => {
  await nominates('alice', 'bob', { isNamed: false });
  expect((await sees('bob')).asked).toMatchObject([{ byName: null }]);
  const [message] = storedDeliveries(world.cloud);
  expect(JSON.stringify({ ...message, memberIds: [] })).not.toContain('alice');
  expect((await sees('alice')).given).toMatchObject([{ byName: 'Name alice' }]);
});

test('who wants not to be named is not worked out from the id either, by trying everybody', async () => {
  await nominates('alice', 'bob', { isNamed: false });
  const [asked] = (await sees('bob')).asked;
  const [message] = storedDeliveries(world.cloud);
  const tried = anOrganisation().members.map(({ _id }) =>
    derivedId('nomination', 'own', month, 'bob', _id),
  );
  expect(tried).not.toContain(asked?.nominationId);
  const messages = tried.map((id) => starMessageId(['nominated', id, 0]));
  expect(messages).not.toContain(message?.messageId);
});

test('one that was written under another id keeps it: said again it is no second one', async () => {
  const nominationId = derivedId('nomination', 'own', month, 'bob', 'alice');
  const by = { memberId: 'alice', name: 'Name alice' };
  const before = aNomination(nominationId, aMember('bob'), { by, isNamed: false });
  await plant(world.cloud, { star_nominations: [before] });
  const again = { isNamed: false, deeds: 'on the 14th' };
  expect(await nominates('alice', 'bob', again)).toMatchObject({ output: { nominationId } });
  expect((await sees('bob')).asked).toMatchObject([{ nominationId, deeds: 'on the 14th' }]);
  expect(await answers('bob', 'agree')).toMatchObject({ ok: true });
  expect(await nominates('alice', 'bob', again)).toMatchObject({ code: 'answered' });
});

test('said twice at once it is one', async () => {
  await Promise.all([nominates('alice', 'bob'), nominates('alice', 'bob')]);
  expect((await sees('bob')).asked).toHaveLength(1);
});

test('a no is known to the two and to nobody else', async () => {
  await nominates('alice', 'bob');
  expect(await answers('bob', 'decline')).toMatchObject({ ok: true });
  expect(await answers('bob', 'decline')).toMatchObject({ ok: true });
  expect(await answers('bob', 'agree')).toMatchObject({ code: 'answered' });
  expect(told('alice')).toEqual(['Name bob这次不做候选人']);
  for (const other of ['secretary', 'organiser', 'leader', 'office']) {
    const seen = await sees(other);
    expect(JSON.stringify(seen)).not.toContain('bob');
    expect(told(other)).toEqual([]);
  }
  expect(await nominates('alice', 'bob')).toMatchObject({ code: 'answered' });
});

test('other words are asked for, and asked about anew', async () => {
  await nominates('alice', 'bob');
  await answers('bob', 'ask-change', 'it was the 14th');
  expect((await sees('alice')).given).toMatchObject([
    { state: 'to-change', remark: 'it was the 14th' },
  ]);
  expect(await nominates('alice', 'bob', { deeds: 'on the 14th' })).toMatchObject({ ok: true });
  expect((await sees('bob')).asked).toMatchObject([{ state: 'waiting', deeds: 'on the 14th' }]);
  expect(told('bob')).toHaveLength(1);
});

test('one nominates three people at most, oneself among them, and the same twice is once', async () => {
  const self = { way: 'self', deeds: 'what I did' };
  expect(await nominates('alice', 'alice', self)).toMatchObject({ output: { reachesAtMs: null } });
  await nominates('alice', 'bob');
  await nominates('alice', 'bob');
  await nominates('alice', 'leader');
  expect(await nominates('alice', 'secretary')).toMatchObject({
    code: 'too-many',
    detail: { most: 3 },
  });
  expect((await sees('alice')).given).toHaveLength(3);
  expect(told('bob')).toHaveLength(1);
  const { given } = await sees('alice');
  const nominationId = given.find(({ name }) => name === 'Name bob')?.nominationId ?? '';
  await world.phone('alice').get(takeBackNomination, { nominationId });
  expect(told('bob')).toEqual([]);
  expect((await sees('bob')).asked).toEqual([]);
  expect(await nominates('alice', 'secretary')).toMatchObject({ ok: true });
});

test('R-157 a branch of three turns off what would leave nobody, and all of them can be nominated', async () => {
  const three = ['organiser', 'secretary', 'pat'];
  const gone = ['alice', 'bob', 'leader', 'inspector', 'publicist', 'office'];
  await plant(world.cloud, {
    members: gone.map((id) => aMember(id, { branchId: 'other' })),
    star_months: [
      aStarMonth('own', { plan: aPlan({ bars: ['probationary', 'secretary', 'committee'] }) }),
    ],
  });
  for (const memberId of three) {
    expect(await nominates('organiser', memberId)).toMatchObject({ code: 'barred' });
  }
  await plant(world.cloud, { star_months: [aStarMonth('own', { plan: aPlan({ bars: [] }) })] });
  for (const memberId of ['secretary', 'pat']) {
    expect(await nominates('organiser', memberId)).toMatchObject({ ok: true });
  }
});

test('R-157 who may not stand is not proposed and not taken, each by the rules of the month', async () => {
  const { people, ownBars } = await world.phone('pat').get(nominationChoices, { month });
  expect(ownBars).toEqual(['probationary']);
  expect(people.map(({ memberId }) => memberId)).not.toContain('pat');
  expect(await nominates('alice', 'pat')).toMatchObject({ code: 'barred' });
  expect(await nominates('alice', 'oscar')).toMatchObject({ code: 'not-of-branch' });
  expect(await nominates('alice', 'nobody')).toMatchObject({ code: 'not-of-branch' });
  expect(await nominates('alice', 'bob', { way: 'group' })).toMatchObject({
    code: 'not-for-group',
  });
  expect(await nominates('leader', 'bob', { way: 'group' })).toMatchObject({ ok: true });
});

test('a nomination that comes too early, too late or for somebody barred is told which of them it is', async () => {
  expect(await nominates('pat', 'pat', { way: 'self' })).toMatchObject({
    code: 'barred',
    detail: { isOwn: 1 },
  });
  expect(await nominates('alice', 'pat')).toMatchObject({ code: 'barred', detail: { isOwn: 0 } });
  expect((await sees('pat')).ownBars).toEqual(['probationary']);
  expect((await sees('alice')).ownBars).toEqual([]);
  expect(await nominates('alice', 'bob', { month: '2025-03' })).toMatchObject({
    code: 'not-open',
    detail: { state: 'not-begun' },
  });
  for (const state of ['listed', 'over'] as const) {
    await plant(world.cloud, { star_months: [aStarMonth('own', { state })] });
    expect(await nominates('alice', 'bob')).toMatchObject({ code: 'not-open', detail: { state } });
    expect(await world.phone('bob').get(nominationChoices, { month })).toMatchObject({ state });
    expect(await freezes({ revision: 7 })).toMatchObject({
      code: 'already-listed',
      detail: { state },
    });
  }
});

test('of twenty who nominate one person at once nothing is lost', async () => {
  const others = Array.from({ length: 20 }, (_, index) => aMember(`m${index}`));
  await plant(world.cloud, { members: others });
  await Promise.all(others.map(({ _id }) => nominates(_id, 'bob')));
  expect((await sees('bob')).asked).toHaveLength(20);
});

test('opening the nominations is four requests, nominating at most twelve, WeChat among them', async () => {
  await nominates('alice', 'bob');
  world.cloud.counts.reset();
  await sees('alice');
  expect(Object.values(world.cloud.counts.byAction).reduce((sum, count) => sum + count, 0)).toBe(4);
  world.cloud.counts.reset();
  await nominates('alice', 'leader');
  const counted = Object.values(world.cloud.counts.byAction).reduce((sum, count) => sum + count, 0);
  expect(counted).toBeLessThanOrEqual(12);
});

describe('R-324 who has moved to another branch before the list is fixed', () => {
  const moves = (memberId: string) =>
    plant(world.cloud, { members: [aMember(memberId, { branchId: 'other' })] });
  const ofOwn = { branchId: 'own', month };
  const of = (memberId: string) => world.phone(memberId).get(starNominations, ofOwn);
  const says = (memberId: string, answer: 'agree' | 'decline' | 'ask-change', id: string) =>
    world.phone(memberId).call(answerNomination, { nominationId: id, answer, remark: 'r' });

  test('the nominated reads on and may say no, and nothing else', async () => {
    await nominates('alice', 'bob');
    const id = (await sees('bob')).asked[0]?.nominationId ?? '';
    await moves('bob');
    expect((await of('bob')).asked).toMatchObject([{ nominationId: id, state: 'waiting' }]);
    for (const answer of ['agree', 'ask-change'] as const) {
      expect(await says('bob', answer, id)).toMatchObject({ code: 'not-of-branch' });
    }
    expect(told('bob')).toHaveLength(1);
    expect(await says('bob', 'decline', id)).toMatchObject({ ok: true });
    expect(told('bob')).toEqual([]);
  });

  test('who nominated reads what came of it', async () => {
    await nominates('alice', 'bob');
    await moves('alice');
    expect(await answers('bob', 'agree')).toMatchObject({ ok: true });
    expect((await of('alice')).given).toMatchObject([{ name: 'Name bob', state: 'agreed' }]);
    expect(await of('alice')).toMatchObject({ canNominate: false, asked: [], agreed: null });
  });

  test('to everybody else of another branch there is no such month', async () => {
    await nominates('alice', 'bob');
    const roles: Member['roles'] = ['member', 'secretary'];
    await plant(world.cloud, { members: [aMember('pat', { branchId: 'other', roles })] });
    expect(await world.phone('pat').call(starNominations, ofOwn)).toMatchObject({
      code: 'not-found',
    });
  });
});
