import { memberActions, PRIVACY_VERSION } from '../../../../contract/people/member';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { anUnboundMember } from '../../../builders/documents';
import { OTHER_CODE, OWN_CODE } from '../../../builders/organisation';
import { plant, snapshot, stored } from '../../../builders/stored';
import type { Phone } from '../../../client';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { bind, hello, releaseBinding, unbind, changeMember, invitation } = memberActions;
const world = useMemberCloud();

const una = {
  name: 'Name una',
  staffNumber: 'UNA',
  invitationCode: OWN_CODE,
  agreedPrivacyVersion: PRIVACY_VERSION,
} as const;
const udo = { ...una, name: 'Name udo', staffNumber: 'UDO' };

const codeOf = async (asked: ReturnType<Phone['call']>) => {
  const reply = await asked;
  return reply.ok ? 'ok' : reply.code;
};

const wide = (code: string) =>
  code.replace(/./gu, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

describe('binding', () => {
  test('a guest is nobody until bound, and somebody at once afterwards', async () => {
    const guest = world.guest();
    expect((await guest.get(hello, {})).me).toBeNull();
    const { me } = await guest.get(bind, una);
    expect(me).toEqual({
      memberId: 'una',
      name: 'Name una',
      branchId: 'own',
      branchName: 'name of own',
      groupName: null,
      crewName: null,
      roles: ['member'],
    });
    expect((await guest.get(hello, {})).me).toEqual(me);
    expect(stored(world.cloud, 'members', 'una')).toMatchObject({
      account: 'guest',
      boundAtMs: TEST_START_MS,
      agreedPrivacyVersion: PRIVACY_VERSION,
    });
  });

  test('the answer is the same whichever of name, staff number and code is wrong', async () => {
    const wrong = [
      { ...una, name: 'Name udo' },
      { ...una, staffNumber: 'UDO' },
      { ...una, staffNumber: 'NOBODY' },
      { ...una, invitationCode: 'ZZZZ99' },
      { ...una, invitationCode: OTHER_CODE },
    ];
    const replies = await Promise.all(
      wrong.map((input, index) => world.guest(`guest-${index}`).call(bind, input)),
    );
    for (const reply of replies) {
      expect(reply).toEqual({ ok: false, code: 'no-such-member', requestId: reply.requestId });
    }
  });

  test('a name may be typed with other spaces, middle dots or composed characters', async () => {
    await plant(world.cloud, {
      members: [anUnboundMember('dina', { name: 'Dina·Halik \u00e9', staffNumber: 'QY7' })],
    });
    const typed = { ...una, name: ' Dina \u2022 Halik e\u0301', staffNumber: 'qy7' };
    expect((await world.guest().get(bind, typed)).me.memberId).toBe('dina');
  });

  test.each([
    ['every dot in use', 'Dina\u25cfHalik \u3002\u00e9'],
    ['wide letters', '\uff24ina\u00b7Halik \u00e9'],
    ['what nobody sees', '\ufeffDi\u200bna\u2060\u00b7Hal\u00adik \u00e9\u202c\u3164'],
  ])('a name written with %s costs no try', async (_what, name) => {
    await plant(world.cloud, {
      members: [anUnboundMember('dina', { name: 'Dina\u00b7Halik \u00e9', staffNumber: 'QY7' })],
    });
    const guest = world.guest();
    expect((await guest.get(bind, { ...una, name, staffNumber: 'QY7' })).me.memberId).toBe('dina');
    const tries = world.cloud.engine.collection('bind_tries').get('guest')?.document;
    expect(tries).toMatchObject({ wrong: 0 });
  });

  test('who was once added with what nobody sees in the name can bind', async () => {
    await plant(world.cloud, {
      members: [anUnboundMember('lim', { name: '\u674e\u200b\u660e\u3164', staffNumber: 'QY8' })],
    });
    const typed = { ...una, name: '\u674e\u660e', staffNumber: 'QY8' };
    expect((await world.guest().get(bind, typed)).me.memberId).toBe('lim');
  });

  test.each([
    ['staffNumber', '\uff35\uff2e\uff21'],
    ['staffNumber', ' u na'],
    ['staffNumber', 'U-N\u2014A\u200b'],
    ['invitationCode', OWN_CODE.toLowerCase()],
    ['invitationCode', ` ${OWN_CODE.slice(0, 4)} ${OWN_CODE.slice(4)}`],
    ['invitationCode', wide(OWN_CODE)],
  ])('%s %j is the same code', async (field, typed) => {
    expect(await codeOf(world.guest().call(bind, { ...una, [field]: typed }))).toBe('ok');
  });

  test('a code opens for seven days and then says that it has expired', async () => {
    await world.cloud.clock.set(TEST_START_MS + 7 * MS_PER_DAY - 1);
    expect(await codeOf(world.guest('in-time').call(bind, una))).toBe('ok');
    await world.cloud.clock.set(TEST_START_MS + 7 * MS_PER_DAY);
    expect(await codeOf(world.guest('late').call(bind, udo))).toBe('invitation-expired');
  });

  test('a renewed code ends the old one at once', async () => {
    const { code } = await world.of('secretary').get(invitation, { renew: true });
    expect(await codeOf(world.guest('old').call(bind, una))).toBe('no-such-member');
    const withNew = { ...una, invitationCode: code };
    expect(await codeOf(world.guest('new').call(bind, withNew))).toBe('ok');
  });

  test('a member who is bound is not bound to a second account', async () => {
    await world.guest('first').get(bind, una);
    expect(await codeOf(world.guest('second').call(bind, una))).toBe('member-already-bound');
    expect(stored(world.cloud, 'members', 'una').account).toBe('first');
  });

  test('an account that is bound is not bound to a second member, whether the data are right or wrong', async () => {
    await world.guest().get(bind, una);
    expect(await codeOf(world.guest().call(bind, udo))).toBe('account-already-bound');
    expect(await codeOf(world.guest().call(bind, { ...udo, name: 'Wrong' }))).toBe(
      'account-already-bound',
    );
    expect(stored(world.cloud, 'members', 'udo').account).toBe('none:udo');
  });

  test('the same account with the same data gets the same good answer again', async () => {
    const guest = world.guest();
    const first = await guest.get(bind, una, { requestId: 'same' });
    const before = snapshot(world.cloud);
    expect(await guest.get(bind, una, { requestId: 'same' })).toEqual(first);
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('a member who has left cannot bind', async () => {
    await world.of('secretary').get(changeMember, { memberId: 'una', hasLeft: true });
    expect(await codeOf(world.guest().call(bind, una))).toBe('no-such-member');
  });

  test.each(Array.from({ length: 3 }, (_, round) => round))(
    'of ten accounts that race for one member exactly one wins (%i)',
    async () => {
      const guests = Array.from({ length: 10 }, (_, index) => world.guest(`racer-${index}`));
      const codes = await Promise.all(guests.map((guest) => codeOf(guest.call(bind, una))));
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      expect(codes.filter((code) => code === 'member-already-bound')).toHaveLength(9);
      const winner = guests[codes.indexOf('ok')]!.openId;
      expect(stored(world.cloud, 'members', 'una').account).toBe(winner);
    },
  );

  test.each(Array.from({ length: 3 }, (_, round) => round))(
    'an account that races for two members gets exactly one (%i)',
    async () => {
      const guest = world.guest();
      const codes = await Promise.all([una, udo].map((who) => codeOf(guest.call(bind, who))));
      expect([...codes].sort()).toEqual(['account-already-bound', 'ok']);
      const accounts = ['una', 'udo'].map((id) => stored(world.cloud, 'members', id).account);
      expect(accounts.filter((account) => account === 'guest')).toHaveLength(1);
    },
  );

  test('the same call sent four times at once is answered well four times', async () => {
    const guest = world.guest();
    const calls = Array.from({ length: 4 }, () => guest.get(bind, una, { requestId: 'same' }));
    for (const { me } of await Promise.all(calls)) expect(me.memberId).toBe('una');
  });
});

describe('wrong tries', () => {
  const wrong = { ...una, name: 'Wrong' };

  test('after five in an hour even the right data have to wait, and the answer says until when', async () => {
    const guest = world.guest();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await codeOf(guest.call(bind, wrong))).toBe('no-such-member');
    }
    const untilAtMs = TEST_START_MS + MS_PER_HOUR;
    expect(await guest.call(bind, una)).toMatchObject({
      code: 'too-many-tries',
      detail: { untilAtMs },
    });
    await world.cloud.clock.set(untilAtMs - 1);
    expect(await codeOf(guest.call(bind, una))).toBe('too-many-tries');
    await world.cloud.clock.set(untilAtMs);
    expect(await codeOf(guest.call(bind, una))).toBe('ok');
  });

  test('twenty at once are no more than five', async () => {
    const guest = world.guest();
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => codeOf(guest.call(bind, wrong))),
    );
    expect(codes.filter((code) => code === 'no-such-member')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(15);
  });

  test('are counted for each account by itself', async () => {
    const guesser = world.guest('guesser');
    for (let tries = 0; tries < 6; tries += 1) await guesser.call(bind, wrong);
    expect(await codeOf(world.guest('honest').call(bind, una))).toBe('ok');
  });

  test('knowing the data of one member gives no more guesses at others', async () => {
    const guest = world.guest();
    const guessUdo = { ...udo, name: 'Wrong' };
    for (let round = 0; round < 5; round += 1) {
      await guest.get(bind, una);
      await guest.get(unbind, {});
      expect(await codeOf(guest.call(bind, guessUdo))).toBe('no-such-member');
    }
    expect(await codeOf(guest.call(bind, guessUdo))).toBe('too-many-tries');
  });

  test('a right guess that is refused for another reason is no wrong try', async () => {
    await world.guest('first').get(bind, una);
    const guest = world.guest();
    for (let tries = 0; tries < 7; tries += 1) {
      expect(await codeOf(guest.call(bind, una))).toBe('member-already-bound');
    }
  });
});

describe('leaving and moving', () => {
  test('unbinding frees the account and keeps everything else', async () => {
    const before = stored(world.cloud, 'members', 'alice');
    await world.of('alice').get(unbind, {});
    expect((await world.of('alice').get(hello, {})).me).toBeNull();
    expect(stored(world.cloud, 'members', 'alice')).toEqual({
      ...before,
      account: 'none:alice',
      boundAtMs: null,
      agreedPrivacyVersion: null,
    });
  });

  test('after unbinding, the same account can bind again, also to another member', async () => {
    const guest = world.guest();
    await guest.get(bind, una);
    await guest.get(unbind, {});
    expect((await guest.get(bind, udo)).me.memberId).toBe('udo');
    await guest.get(unbind, {});
    expect((await guest.get(bind, una)).me.memberId).toBe('una');
  });

  test('a new phone gets in only after an officer has freed the old one', async () => {
    await world.guest('old').get(bind, una);
    const newPhone = world.guest('new');
    expect(await codeOf(newPhone.call(bind, una))).toBe('member-already-bound');
    const release = { memberId: 'una', reason: 'new phone' };
    await world.of('organiser').get(releaseBinding, release);
    expect((await newPhone.get(bind, una)).me.memberId).toBe('una');
    expect((await world.guest('old').get(hello, {})).me).toBeNull();
    expect(stored(world.cloud, 'members', 'una').lastRelease).toMatchObject({
      byMemberId: 'organiser',
      reason: 'new phone',
      atMs: TEST_START_MS,
    });
  });

  test('a repeated release does not free what was bound in between', async () => {
    await world.guest('old').get(bind, una);
    const release = { memberId: 'una', reason: 'new phone' };
    const secretary = world.of('secretary');
    await secretary.get(releaseBinding, release, { requestId: 'once' });
    await world.guest('new').get(bind, una);
    await secretary.get(releaseBinding, release, { requestId: 'once' });
    expect(stored(world.cloud, 'members', 'una').account).toBe('new');
  });

  test('freeing somebody who is not bound is refused', async () => {
    const release = { memberId: 'una', reason: 'mistake' };
    expect(await codeOf(world.of('secretary').call(releaseBinding, release))).toBe('not-bound-yet');
  });

  test('who leaves the branch is nobody from then on, and can come back', async () => {
    const secretary = world.of('secretary');
    await secretary.get(changeMember, { memberId: 'alice', hasLeft: true });
    expect((await world.of('alice').get(hello, {})).me).toBeNull();
    expect(await codeOf(world.of('alice').call(unbind, {}))).toBe('not-bound');
    await secretary.get(changeMember, { memberId: 'alice', hasLeft: false });
    const again = { ...una, name: 'Name alice', staffNumber: 'ALICE' };
    expect((await world.of('alice').get(bind, again)).me.memberId).toBe('alice');
  });
});
