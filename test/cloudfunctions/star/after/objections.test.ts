import type { StarMonthDocument } from '../../../../cloudfunctions/_store/star/star-month-document';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { objectToStar, starOutcome } from '../../../../contract/star/after';
import { starMonth } from '../../../../contract/star/month';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aBranch, aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { aCountedMonth, anObjection, aPublicMonth } from '../../../builders/star';
import { NOTICE_ENDS_MS, useCountedWorld } from '../../../worlds/counted-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useCountedWorld('clock');
const { answers, decides, objects, planted, sees, tickAt, told } = world;
const month = '2025-02';
const byOf = (memberId: string) => ({ memberId, name: `Name ${memberId}` });
const bob = aMember('bob');
const alice = aMember('alice');

const withObjectionsOf = ({ objections, noticedIds }: StarMonthDocument) => ({
  objections,
  noticedIds,
});

beforeEach(() => planted(aPublicMonth('own', bob)));

test('takes objections with a name, which the star does not read', async () => {
  expect(await objects('alice')).toMatchObject({ ok: true });
  expect(await objects('alice')).toMatchObject({ ok: true });
  expect(told('inspector')).toEqual(['Name alice对2月之星有不同意见']);
  expect(told('bob')).toEqual([]);
  expect((await sees('inspector')).objections).toMatchObject([{ byName: 'Name alice' }]);
  expect((await sees('alice')).objections).toMatchObject([{ isMine: true, answer: null }]);
  expect((await sees('pat')).objections).toEqual([]);
  expect(await sees('bob')).toMatchObject({ objections: [], objectionCount: 1 });
});

test('R-287 other words under the id of an objection are not taken for it', async () => {
  await objects('alice');
  const other = { month, objectionId: 'of-alice', text: 'other words' };
  expect(await world.phone('alice').call(objectToStar, other)).toMatchObject({
    code: 'written-before',
  });
  expect(await objects('pat', 'of-alice')).toMatchObject({ code: 'written-before' });
  expect(world.month().objections).toMatchObject([{ text: 'it was another crew' }]);
});

test('is held by an objection without an answer, and nobody reads whose it is', async () => {
  const since = async (memberId: string) =>
    (await world.phone(memberId).get(starMonth, { month })).since;
  expect(await sees('pat')).toMatchObject({ isHeld: false });
  expect(await since('pat')).toMatchObject({ state: 'public', isHeld: false });
  await objects('alice');
  expect(await sees('pat')).toMatchObject({ isHeld: true, objections: [] });
  expect(await since('pat')).toMatchObject({ isHeld: true, stars: ['Name bob'] });
  expect(JSON.stringify([await sees('pat'), await since('pat')])).not.toContain('alice');
  await answers('secretary', 'of-alice');
  expect(await sees('pat')).toMatchObject({ isHeld: false });
  await objects('pat');
  await answers('secretary', 'of-pat', true);
  expect(await since('bob')).toMatchObject({ state: 'counted', isTakenBack: true, stars: [] });
});

test('the star does not object to themselves, and is not offered to', async () => {
  expect(await sees('bob')).toMatchObject({ canObject: false });
  expect(await objects('bob')).toMatchObject({ code: 'own-matter' });
  expect(world.month().objections).toEqual([]);
  expect(told('inspector')).toEqual([]);
});

test('R-321 who has moved reads on what came of it, without the office that they hold elsewhere', async () => {
  await objects('pat');
  const moved = (id: string, roles: Member['roles']) => aMember(id, { branchId: 'other', roles });
  await plant(world.cloud, {
    members: [
      moved('bob', ['member']),
      moved('pat', ['member', 'secretary']),
      moved('stranger', ['member', 'secretary']),
    ],
  });
  const ofOwn = { branchId: 'own', month };
  const nothing = { canDecide: false, canObject: false, canAnswer: false, canEnd: false };
  expect(await world.phone('bob').get(starOutcome, ofOwn)).toMatchObject({
    ...nothing,
    stars: [{ memberId: 'bob' }],
    objections: [],
  });
  const { objections, ...rest } = await world.phone('pat').get(starOutcome, ofOwn);
  expect(rest).toMatchObject(nothing);
  expect(objections.map(({ isMine }) => isMine)).toEqual([true]);
  expect(await world.phone('stranger').call(starOutcome, ofOwn)).toMatchObject({
    code: 'not-found',
  });
});

test('R-162 the committee office does not object in another branch, and is not offered to', async () => {
  const abroad = aMember('abroad', { branchId: 'other', roles: ['member', 'committee-office'] });
  await plant(world.cloud, { members: [abroad] });
  const ofOwn = { branchId: 'own', month };
  const { canObject, canAnswer } = await world.phone('abroad').get(starOutcome, ofOwn);
  expect({ canObject, canAnswer }).toEqual({ canObject: false, canAnswer: true });
  const objection = { ...ofOwn, objectionId: 'of-abroad', text: 'it was another crew' };
  expect(await world.phone('abroad').call(objectToStar, objection)).toMatchObject({
    code: 'not-of-branch',
  });
  expect(world.month().objections).toEqual([]);
  expect(await sees('office')).toMatchObject({ canObject: true });
  expect(await objects('office')).toMatchObject({ ok: true });
});

test('an objection is answered by an officer whose own matter it is not, and recorded', async () => {
  await objects('inspector');
  expect(await answers('inspector', 'of-inspector')).toMatchObject({
    code: 'own-matter',
    detail: { isOwn: 1 },
  });
  expect(await answers('alice', 'of-inspector')).toMatchObject({ code: 'not-allowed' });
  expect(await answers('secretary', 'of-nobody')).toMatchObject({ code: 'not-found' });
  expect(await answers('secretary', 'of-inspector')).toMatchObject({ ok: true });
  expect(await answers('secretary', 'of-inspector')).toMatchObject({ ok: true });
  expect(await answers('publicist', 'of-inspector')).toMatchObject({
    code: 'answered',
  });
  expect(told('inspector')).toContain('你的意见有答复了');
  expect((await sees('inspector')).objections).toMatchObject([
    { answer: { isUpheld: false, byName: 'Name secretary' } },
  ]);
});

test('one that is right takes the notice back, and the committee decides anew', async () => {
  await objects('alice');
  await objects('leader');
  expect(await answers('secretary', 'of-alice', true)).toMatchObject({ ok: true });
  expect(told('pat')).toContain('2月之星的公示收回');
  expect(await sees('pat')).toMatchObject({ state: 'counted', stars: [], canObject: false });
  await tickAt(NOTICE_ENDS_MS + MS_PER_DAY);
  expect(world.month().state).toBe('counted');
  const { revision } = world.month();
  const refused = { revision, outcome: 'not-accepted', memberIds: [], reason: 'it was so' };
  expect(await decides('organiser', refused)).toMatchObject({ ok: true });
  const { since } = await world.phone('pat').get(starMonth, { month });
  expect(since).toMatchObject({ state: 'over', isTakenBack: true });
});

test('of whom a notice was reads nobody who objected, also after it was taken back, and answers nobody', async () => {
  const inspector = aMember('inspector');
  await planted(aPublicMonth('own', inspector));
  await objects('alice');
  await objects('leader');
  await answers('secretary', 'of-alice', true);
  expect((await sees('secretary')).objections).toHaveLength(2);
  expect(await sees('inspector')).toMatchObject({ objections: [], objectionCount: 2 });
  // Another one is on notice now, and the objection that nobody has answered stands.
  await planted({ ...aPublicMonth('own', bob), ...withObjectionsOf(world.month()) });
  expect(await sees('inspector')).toMatchObject({ objections: [], canAnswer: false });
  expect(await answers('inspector', 'of-leader')).toMatchObject({ code: 'own-matter' });
  await objects('pat');
  expect(told('inspector').filter((title) => title.startsWith('Name '))).toEqual([]);
  await tickAt(NOTICE_ENDS_MS);
  expect(told('inspector')).not.toContain('2月之星还有意见没有答复');
  expect(told('secretary')).toContain('2月之星还有意见没有答复');
  await answers('secretary', 'of-pat', true);
  expect(world.month().noticedIds).toEqual(['inspector', 'bob']);
});

test('R-284 an officer who stood and lost reads nobody who objects and answers nobody', async () => {
  const { list } = aCountedMonth('own', [bob, aMember('inspector')]);
  await planted(aPublicMonth('own', bob, { list }));
  await objects('alice');
  expect(told('inspector')).toEqual([]);
  expect(await sees('inspector')).toMatchObject({
    objections: [],
    canAnswer: false,
    isOwnMatter: true,
  });
  expect(await answers('inspector', 'of-alice', true)).toMatchObject({ code: 'own-matter' });
  expect(await answers('secretary', 'of-alice')).toMatchObject({ ok: true });
});

test('R-284 where all officers of the branch stood the committee office hears of an objection and answers', async () => {
  const officers = ['secretary', 'organiser', 'inspector', 'publicist', 'office'];
  const { list } = aCountedMonth('own', [bob, ...officers.map((id) => aMember(id))]);
  const abroad = aMember('abroad', { branchId: 'other', roles: ['member', 'committee-office'] });
  await plant(world.cloud, { members: [abroad] });
  await planted(aPublicMonth('own', bob, { list }));
  await objects('alice');
  expect(officers.flatMap(told)).toEqual([]);
  const { name } = aBranch('own');
  expect(told('abroad')).toEqual([`${name} · Name alice对2月之星有不同意见`]);
  await tickAt(NOTICE_ENDS_MS);
  expect(told('abroad')).toContain(`${name} · 2月之星还有意见没有答复`);
});

test('a notice that was taken back before it was kept of whom hides its objections from who was voted for', async () => {
  const answer = { isUpheld: true, text: 'so it is', by: byOf('secretary'), atMs: TEST_START_MS };
  const objections = [{ ...anObjection('of-alice', alice), answer }];
  await planted(aCountedMonth('own', [aMember('inspector'), bob], { objections }));
  expect((await sees('secretary')).objections).toHaveLength(1);
  expect((await sees('inspector')).objections).toEqual([]);
});

test('that a notice was taken back is not said of a poll that was counted later', async () => {
  const answer = { isUpheld: true, text: 'so it is', by: byOf('secretary'), atMs: TEST_START_MS };
  const objections = [{ ...anObjection('of-alice', alice), answer }];
  const since = async (closedAtMs: number) => {
    const counted = aCountedMonth('own', [bob]);
    const result = { ...counted.result!, closedAtMs };
    await planted({ ...counted, result, objections });
    return (await world.phone('pat').get(starMonth, { month })).since;
  };
  expect(await since(TEST_START_MS - 1)).toMatchObject({ isTakenBack: true });
  expect(await since(TEST_START_MS)).toMatchObject({ isTakenBack: false });
});

test('after its days nobody objects, and the answer says when it was', async () => {
  world.cloud.clock.jump(NOTICE_ENDS_MS - 1);
  expect(await objects('alice')).toMatchObject({ ok: true });
  world.cloud.clock.jump(NOTICE_ENDS_MS);
  expect(await objects('pat')).toMatchObject({ code: 'not-public' });
  expect(await sees('pat')).toMatchObject({ canObject: false, publicUntilAtMs: NOTICE_ENDS_MS });
});

test('nobody objects more than three times, and of many at once none is lost', async () => {
  const replies = await Promise.all(['a', 'b', 'c', 'd'].map((id) => objects('alice', id)));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
  expect(await objects('alice', 'e')).toMatchObject({ code: 'too-many', detail: { most: 3 } });
  await Promise.all(['pat', 'leader', 'publicist'].map((by) => objects(by)));
  expect(world.month().objections).toHaveLength(6);
});

test('of two thousand objections a notice takes twenty, and says that it is full', async () => {
  const others = Array.from({ length: 20 }, (_, at) =>
    anObjection(`${at}`, aMember(`other-${at}`)),
  );
  await planted(aPublicMonth('own', bob, { objections: others }));
  expect(await objects('alice')).toMatchObject({ code: 'full', detail: { most: 20 } });
  expect(world.month().objections).toHaveLength(20);
});

describe('R-354 what waits when another objection was right', () => {
  const reads = async (memberId: string) =>
    (await sees(memberId)).objections.filter(({ isMine }) => isMine);
  const takenBack = async () => {
    await objects('alice');
    await objects('leader');
    await objects('pat');
    await answers('secretary', 'of-alice', true);
    expect(world.month().state).toBe('counted');
  };

  test('is answered once the notice is taken back, each to its author, and takes nothing back once more', async () => {
    await takenBack();
    expect(await sees('secretary')).toMatchObject({ canAnswer: true });
    expect(await answers('secretary', 'of-leader')).toMatchObject({ ok: true });
    expect(await answers('secretary', 'of-pat', true)).toMatchObject({ ok: true });
    expect(await answers('secretary', 'of-pat', true)).toMatchObject({ ok: true });
    expect(told('leader')).toContain('你的意见有答复了');
    expect(told('pat')).toContain('你的意见采纳了');
    expect(await reads('leader')).toMatchObject([{ answer: { isUpheld: false } }]);
    expect(await reads('pat')).toMatchObject([{ answer: { isUpheld: true } }]);
    expect(told('bob').filter((title) => title === '2月之星的公示收回')).toHaveLength(1);
    expect(world.month()).toMatchObject({ state: 'counted', noticedIds: ['bob'] });
  });

  test('is answered also where the month has ended without a star', async () => {
    await takenBack();
    const { revision } = world.month();
    const refused = { revision, outcome: 'not-accepted', memberIds: [], reason: 'it was so' };
    await decides('organiser', refused);
    expect(await sees('secretary')).toMatchObject({ state: 'over', canAnswer: true });
    expect(await answers('secretary', 'of-leader', true)).toMatchObject({ ok: true });
    expect(world.month()).toMatchObject({ state: 'over', stars: [] });
    expect(await reads('leader')).toMatchObject([{ answer: { isUpheld: true } }]);
  });

  test('takes back no notice of somebody else, and does one of the same person', async () => {
    await takenBack();
    const before = withObjectionsOf(world.month());
    const anew = (chosen: Member) => {
      const notice = aPublicMonth('own', chosen, before);
      const decision = { ...notice.decision!, atMs: TEST_START_MS + MS_PER_DAY };
      return planted({ ...notice, decision });
    };
    await anew(aMember('una'));
    expect(await answers('secretary', 'of-leader', true)).toMatchObject({ ok: true });
    expect(world.month()).toMatchObject({ state: 'public', stars: [{ memberId: 'una' }] });
    await anew(bob);
    expect(await answers('secretary', 'of-leader', true)).toMatchObject({ ok: true });
    expect(world.month()).toMatchObject({ state: 'counted', stars: [] });
  });

  test('R-161 the same person is accepted again with a reason alone', async () => {
    await takenBack();
    expect(await sees('organiser')).toMatchObject({ needsReason: true });
    const again = (reason: string | null) =>
      decides('organiser', { revision: world.month().revision, reason });
    expect(await again(null)).toMatchObject({ code: 'reason-missing', detail: { isAgain: 1 } });
    expect(await again('it was the date alone')).toMatchObject({ ok: true });
  });
});
