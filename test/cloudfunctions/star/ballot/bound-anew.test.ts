import { whoLooked } from '../../../../contract/branch/audit';
import { memberActions, PRIVACY_VERSION } from '../../../../contract/people/member';
import { castBallot } from '../../../../contract/star/ballot';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { accountOf } from '../../../builders/documents';
import { stored } from '../../../builders/stored';
import { phone } from '../../../client';
import { END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld('member', 'branch');

const release = (memberId: string) =>
  world.of('organiser').get(memberActions.releaseBinding, { memberId, reason: 'lost phone' });

async function bind(memberId: string, account: string): Promise<void> {
  const { code } = await world.of('organiser').get(memberActions.invitation, { renew: false });
  const { name, staffNumber } = stored(world.cloud, 'members', memberId);
  await phone(world.cloud, account).get(memberActions.bind, {
    invitationCode: code,
    name,
    staffNumber,
    agreedPrivacyVersion: PRIVACY_VERSION,
  });
}

const toldTo = (memberId: string) =>
  world
    .deliveries()
    .filter(({ memberIds }) => memberIds.includes(memberId))
    .map(({ title }) => title);

async function endOf(pollId: string) {
  await world.tickAt(END_MS);
  const { boundWhileOpen } = await world.show('alice', pollId);
  const closed = world.deliveries().find(({ title }) => title.endsWith('投票结束了'));
  return { boundWhileOpen, body: closed?.body };
}

test('who is freed, bound to another account and voted for is told of it, and the whole branch reads how many were bound', async () => {
  const pollId = await world.open();
  world.jump(TEST_START_MS + MS_PER_HOUR);
  await release('bob');
  await bind('bob', 'spare account');
  expect(
    (await phone(world.cloud, 'spare account').call(castBallot, { pollId, chosen: [] })).ok,
  ).toBe(true);
  world.jump(TEST_START_MS + 2 * MS_PER_HOUR);
  await release('bob');
  await bind('bob', accountOf('bob'));
  expect(toldTo('bob').filter((title) => title === '你的微信绑定被解除了')).toHaveLength(2);
  const { entries } = await world.of('bob').get(whoLooked, { way: 'changed' });
  const lines = entries.map(({ what, isMyself }) => [
    what.kind === 'changed-member' ? what.fields.join() : what.kind,
    isMyself,
  ]);
  expect(lines.sort()).toEqual([
    ['binding', false],
    ['binding', false],
    ['bound', true],
    ['bound', true],
  ]);
  expect(await endOf(pollId)).toEqual({
    boundWhileOpen: 1,
    body: expect.stringContaining('名册上有 1 人绑定或者换绑了微信'),
  });
});

test('who had no account is counted too, also once the one that was bound is bound no more', async () => {
  const pollId = await world.open();
  world.jump(TEST_START_MS + MS_PER_HOUR);
  await bind('una', 'spare account');
  await phone(world.cloud, 'spare account').get(memberActions.unbind, {});
  expect(await endOf(pollId)).toMatchObject({ boundWhileOpen: 1 });
});

test.each([0, VOTERS.length])(
  'the number is the same where %i of those who can have voted',
  async (count) => {
    const pollId = await world.open();
    for (const memberId of VOTERS.slice(0, count)) await world.cast(memberId, pollId, 'bob');
    world.jump(TEST_START_MS + MS_PER_HOUR);
    await release('bob');
    await bind('bob', accountOf('bob'));
    expect(await endOf(pollId)).toMatchObject({ boundWhileOpen: 1 });
  },
);

test('who was bound before it opened, or after its end, is none of them', async () => {
  const pollId = await world.open();
  expect(await endOf(pollId)).toEqual({ boundWhileOpen: 0, body: '点开看结果，怎么算的都写着。' });
  world.jump(END_MS + MS_PER_HOUR);
  await bind('una', 'account of una');
  expect((await world.show('alice', pollId)).boundWhileOpen).toBe(0);
});

test('a release that dies once it is written is told by asking again, and where nobody asks by whoever binds next, once', async () => {
  for (const nth of [3, 4, 5, 6]) {
    world.cloud.host.faults.killAt('member', { nth, when: 'after' });
    await release('bob').catch(() => undefined);
    world.cloud.host.faults.clear();
    if (stored(world.cloud, 'members', 'bob').lastRelease !== null) break;
  }
  expect(toldTo('bob')).toEqual([]);
  await bind('bob', accountOf('bob'));
  expect(toldTo('bob')).toEqual(['你的微信绑定被解除了']);
  const { entries } = await world.of('bob').get(whoLooked, { way: 'changed' });
  expect(entries).toHaveLength(2);
});
