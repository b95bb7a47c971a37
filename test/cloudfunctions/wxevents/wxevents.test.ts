import { recordSubscription } from '../../../contract/notice/preferences';
import { accountOf } from '../../builders/documents';
import { stored } from '../../builders/stored';
import { NOTICE_TEMPLATE, startNoticeWorld, type NoticeWorld } from '../../worlds/notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify', 'wxevents']);
});
beforeEach(() => world.reset());
afterAll(() => world.cloud.stop());

const WECHAT = { openId: accountOf('secretary'), source: 'wx_unknown' };
const account = accountOf('secretary');
const ledger = () => stored(world.cloud, 'members', 'secretary').credits;
const messages = () => world.cloud.wechat.messages;
const settled = () => world.cloud.wechat.push.settled();
const push = (event: object) => world.cloud.host.invoke('wxevents', JSON.stringify(event), WECHAT);
const tellPhone = (requestId?: string) =>
  world
    .phone('secretary')
    .get(
      recordSubscription,
      { answers: [{ templateId: NOTICE_TEMPLATE, answer: 'accept' }] },
      requestId === undefined ? {} : { requestId },
    );

test('what was accepted in the dialog is a credit, one template or several', async () => {
  messages().answerDialog(account, { [NOTICE_TEMPLATE]: 'accept' });
  await settled();
  expect(ledger()).toEqual({ notice: 1 });
  world.cloud.clock.jump(world.cloud.clock.nowMs() + 120_000);
  messages().answerDialog(account, { [NOTICE_TEMPLATE]: 'accept', 'LOCAL-FAKE-study': 'reject' });
  await settled();
  expect(ledger()).toEqual({ notice: 2 });
});

test('phone and push tell of the same dialog: it counts once, whoever comes first', async () => {
  await tellPhone();
  messages().answerDialog(account, { [NOTICE_TEMPLATE]: 'accept' });
  await settled();
  expect(ledger()).toEqual({ notice: 1 });
  world.cloud.clock.jump(world.cloud.clock.nowMs() + 120_000);
  messages().answerDialog(account, { [NOTICE_TEMPLATE]: 'accept' });
  await settled();
  await tellPhone();
  expect(ledger()).toEqual({ notice: 2 });
});

test('a retry of the phone and a push that comes twice count once', async () => {
  await tellPhone('same');
  await tellPhone('same');
  expect(ledger()).toEqual({ notice: 1 });
  const event = {
    FromUserName: account,
    CreateTime: Math.floor(world.cloud.clock.nowMs() / 1000) + 300,
    MsgType: 'event',
    Event: 'subscribe_msg_popup_event',
    List: { TemplateId: NOTICE_TEMPLATE, SubscribeStatusString: 'accept' },
  };
  await push(event);
  await push(event);
  expect(ledger()).toEqual({ notice: 2 });
});

test('a refusal in the settings, or a message that did not arrive, ends all credits', async () => {
  await tellPhone();
  messages().refuse(account, NOTICE_TEMPLATE);
  await settled();
  expect(ledger()).toEqual({ notice: 0 });
  await tellPhone();
  const event = {
    FromUserName: account,
    CreateTime: 1,
    MsgType: 'event',
    Event: 'subscribe_msg_sent_event',
    List: [{ TemplateId: NOTICE_TEMPLATE, MsgID: '1', ErrorCode: '2', ErrorStatus: 'user block' }],
  };
  await push(event);
  expect(ledger()).toEqual({ notice: 0 });
});

test('an unknown event, template or person changes nothing', async () => {
  const base = { FromUserName: account, CreateTime: 1, MsgType: 'event', List: [] };
  await push({ ...base, Event: 'weapp_audit_success' });
  await push({ ...base, Event: 'subscribe_msg_popup_event', List: { TemplateId: 'other' } });
  await push({ ...base, Event: 'subscribe_msg_popup_event', FromUserName: 'phone-of-nobody' });
  await push({});
  expect(ledger()).toEqual({});
});

test('phones cannot pretend to be WeChat', async () => {
  await expect(world.cloud.call('wxevents', {}, { openId: account })).rejects.toMatchObject({
    errCode: expect.any(Number),
  });
  const caller = { openId: account, source: 'wx_client,scf' };
  await expect(world.cloud.host.invoke('wxevents', '{}', caller)).rejects.toThrow();
});
