import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { raisingActions } from '../../../../contract/content/raising';
import { inbox } from '../../../../contract/notice/inbox';
import { LOCAL_TEMPLATES } from '../../../../local/world/templates';
import { accountOf, aMember } from '../../../builders/documents';
import { plant, stored } from '../../../builders/stored';
import { aSuggestion } from '../../../builders/suggestions';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { NOTICE_TEMPLATE } from '../../../worlds/notice-world';
import { stepsIn } from './suggestion-steps';

const world = useMemberCloud(['content', 'member', 'study', 'notify', 'clock'], {
  templates: LOCAL_TEMPLATES,
});
const { raise, seenBy, answer, before } = stepsIn(world);
const MINUTE = 60_000;
const URGENT = { type: 'hazard', topic: 'safety', isUrgent: true } as const;
const SECOND = { ...URGENT, suggestionId: 'second' };
const timer = { openId: '', source: 'wx_trigger' };
const tick = () => world.cloud.host.invoke('clock', '{}', timer);
const wechat = () => world.cloud.wechat.messages;
interface Credits {
  readonly ledger?: number;
  readonly atWechat?: number;
}
/** With so many credits in our ledger, and at WeChat. */
const person = (
  memberId: string,
  roles: Member['roles'],
  { ledger = 1, atWechat = ledger }: Credits = {},
): Member => {
  wechat().grant(accountOf(memberId), NOTICE_TEMPLATE, atWechat);
  return aMember(memberId, { roles: [...roles], credits: { notice: ledger } });
};
const secretary = (credits?: Credits) => person('secretary', ['member', 'secretary'], credits);
const office = (credits?: Credits) => person('office', ['member', 'committee-office'], credits);
const rungPhones = () =>
  wechat()
    .outbox.map(({ openId }) => openId)
    .sort();
const inboxOf = async (who: string) =>
  (await world.of(who).get(inbox, {})).items.map(({ title, page }) => ({ title, page }));
const open = (who: string) =>
  world.of(who).call(raisingActions.suggestionDetail, { suggestionId: 'supper' });
const takeBack = (who: string) =>
  world.of(who).get(raisingActions.takeBackSuggestion, { suggestionId: 'supper' });

describe('whom an urgent hazard has rung', () => {
  test('is being rung until WeChat has taken the message, and has rung then', async () => {
    await plant(world.cloud, { members: [secretary(), office()] });
    expect(await raise('alice', URGENT)).toMatchObject({ rang: [], ringing: ['Name secretary'] });
    expect(await seenBy('alice')).toMatchObject({ rang: [], ringing: ['Name secretary'] });
    await tick();
    const seen = await seenBy('alice');
    expect(seen).toMatchObject({ rang: ['Name secretary'] });
    expect(seen).not.toHaveProperty('ringing');
    expect(seen).not.toHaveProperty('silent');
    expect(rungPhones()).toEqual([accountOf('secretary')]);
    // The phone tries again because it has heard no answer.
    expect(await raise('alice', URGENT)).toMatchObject({ rang: ['Name secretary'] });
  });

  test('two at once on one credit: the second goes on to the committee office in the same run', async () => {
    await plant(world.cloud, { members: [secretary(), office()] });
    await Promise.all([raise('alice', URGENT), raise('bob', SECOND)]);
    await tick();
    expect(rungPhones()).toEqual([accountOf('office'), accountOf('secretary')].sort());
    const seen = await Promise.all([seenBy('alice'), seenBy('bob', 'second')]);
    expect(seen.map(({ rang }) => rang).sort()).toEqual([['Name office'], ['Name secretary']]);
  });

  test('WeChat refuses although the ledger had a credit: it did not ring, and the next is rung', async () => {
    await plant(world.cloud, { members: [secretary({ ledger: 2, atWechat: 0 }), office()] });
    await raise('alice', URGENT);
    await tick();
    expect(rungPhones()).toEqual([accountOf('office')]);
    expect(await seenBy('alice')).toMatchObject({
      rang: ['Name office'],
      silent: ['Name secretary'],
    });
    // It waits in the inbox of who could not be rung, who may read it.
    expect(await inboxOf('secretary')).toContainEqual(
      expect.objectContaining({ page: 'packages/suggest/open/open?suggestionId=supper' }),
    );
    expect(await open('secretary')).toMatchObject({ ok: true });
  });

  test('an answer of WeChat that nobody heard does not count as rung', async () => {
    await plant(world.cloud, { members: [secretary(), office()] });
    await raise('alice', URGENT);
    wechat().nextSend({ kind: 'lost', delivered: false });
    await tick();
    expect(await seenBy('alice')).toMatchObject({
      rang: ['Name office'],
      silent: ['Name secretary'],
    });
  });

  test('nobody in the end: its member is told, with whom to telephone, and nobody twice', async () => {
    await plant(world.cloud, {
      members: [
        secretary({ ledger: 1, atWechat: 0 }),
        office({ ledger: 1, atWechat: 0 }),
        person('alice', ['member']),
      ],
    });
    await raise('alice', URGENT);
    await tick();
    await world.cloud.clock.advance(10 * MINUTE);
    expect(rungPhones()).toEqual([accountOf('alice')]);
    const seen = await seenBy('alice');
    expect(seen).toMatchObject({ rang: [], silent: ['Name secretary', 'Name office'] });
    expect(seen).not.toHaveProperty('ringing');
    expect((await inboxOf('alice')).map(({ title }) => title)).toEqual([
      '急：谁的手机都没响，《supper after the late shift》',
    ]);
  });

  test('where no phone could ring from the beginning its member has that in the inbox too', async () => {
    await plant(world.cloud, {
      members: [secretary({ ledger: 0 }), office({ ledger: 0 }), person('alice', ['member'])],
    });
    expect(await raise('alice', URGENT)).toMatchObject({ rang: [] });
    expect(await inboxOf('alice')).toHaveLength(1);
  });

  test('once an office has answered nobody else is rung for it', async () => {
    await plant(world.cloud, { members: [secretary({ ledger: 1, atWechat: 0 }), office()] });
    await raise('alice', URGENT);
    await answer('secretary');
    await tick();
    expect(rungPhones()).toEqual([]);
    expect(await seenBy('alice')).toMatchObject({ rang: [], silent: ['Name secretary'] });
  });

  test('whoever has the thread open answers it although somebody was rung meanwhile', async () => {
    await plant(world.cloud, { members: [secretary(), office()] });
    await raise('alice', URGENT);
    const { revision } = await before('secretary', 'answered');
    await tick();
    expect((await seenBy('secretary')).revision).toBe(revision);
  });

  test('of what no clock has sent for minutes nobody counts as rung', async () => {
    const old = {
      isUrgent: true,
      rang: [{ memberId: 'secretary', name: 'Name secretary' }],
      notRung: [],
      ringing: { round: 0, sinceAtMs: world.cloud.clock.nowMs() - 6 * MINUTE },
    };
    await plant(world.cloud, { suggestions: [aSuggestion('supper', aMember('alice'), old)] });
    const seen = await seenBy('alice');
    expect(seen).toMatchObject({ rang: [] });
    expect(seen).not.toHaveProperty('ringing');
    await plant(world.cloud, { members: [office()] });
    await tick();
    expect(await seenBy('alice')).toMatchObject({ rang: ['Name office'] });
  });

  test('a run of the clock asks once for it where nothing rings', async () => {
    await tick();
    world.cloud.counts.reset();
    await tick();
    const idle = world.cloud.counts.byAction['database.getDocument'] ?? 0;
    expect(idle).toBeLessThanOrEqual(4);
  });
});

describe('an urgent hazard that is taken back', () => {
  test('before it was sent rings nobody, and stands in no inbox', async () => {
    await plant(world.cloud, { members: [secretary(), office()] });
    await raise('alice', URGENT);
    await takeBack('alice');
    await tick();
    await world.cloud.clock.advance(6 * MINUTE);
    expect(rungPhones()).toEqual([]);
    expect(await inboxOf('secretary')).toEqual([]);
  });

  test('after it has rung is told to whom it rang, once, and nothing leads to where nothing is', async () => {
    await plant(world.cloud, {
      members: [secretary({ ledger: 1, atWechat: 0 }), office()],
    });
    await raise('alice', URGENT);
    await tick();
    await takeBack('alice');
    await takeBack('alice');
    const told = [{ title: expect.stringMatching(/^Name alice收回了报的隐患：/u), page: null }];
    // Also who had it in the inbox and was not rung.
    expect(await inboxOf('secretary')).toEqual(told);
    expect(await inboxOf('office')).toEqual(told);
    // The card in WeChat still leads there.
    for (const who of ['secretary', 'office', 'alice']) {
      expect(await open(who)).toMatchObject({ ok: false, code: 'taken-back' });
    }
    expect(await open('bob')).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('while the next is being rung rings nobody more', async () => {
    await plant(world.cloud, { members: [secretary(), office()] });
    await raise('alice', URGENT);
    const { ringing } = stored(world.cloud, 'suggestions', 'supper');
    expect(ringing).toMatchObject({ round: 0 });
    wechat().nextSend({ kind: 'error', errcode: 40003 });
    await takeBack('alice');
    await tick();
    await world.cloud.clock.advance(10 * MINUTE);
    expect(rungPhones()).toEqual([]);
  });
});
