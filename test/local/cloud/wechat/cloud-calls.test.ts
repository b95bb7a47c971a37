import jsQR from 'jsqr';
import { inflateSync } from 'node:zlib';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';
import { functionsFolder } from '../functions-folder';

/** Calls `cloud.openapi.<area>.<name>(argument)` of the real wx-server-sdk inside a function. */
const CALL = `
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const one = async ({ area, name, argument }) => {
    try {
      const result = await cloud.openapi[area][name](argument);
      return Buffer.isBuffer(result.buffer)
        ? { contentType: result.contentType, base64: result.buffer.toString('base64') }
        : result;
    } catch (error) {
      return { errCode: error.errCode, errMsg: error.errMsg };
    }
  };
  return Promise.all(event.calls.map(one));`;
/** Keeps every push it receives, and who it is about. */
const EVENTS = `
  memory.seen ??= [];
  if (event.take) return memory.seen.splice(0);
  const { OPENID, SOURCE } = cloud.getWXContext();
  memory.seen.push({ ...event, OPENID, SOURCE });`;

/** The same by node-sdk, which sends JSON. */
const CALL_BY_NODE_SDK = `
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  return app.callWxOpenApi({ apiName: event.name, requestData: event.argument })
    .catch(({ code, message }) => ({ code, message }));`;

const TEMPLATE = { templateId: 'TPL-shift', title: '班次提醒', keys: ['thing1', 'time2'] };
const MESSAGE = {
  touser: 'o-ann',
  templateId: TEMPLATE.templateId,
  page: 'pages/today/today?from=msg',
  data: { thing1: { value: '三月学习' }, time2: { value: '2025年3月5日 14:00' } },
};

let cloud: TestCloud;
beforeAll(async () => {
  const openapi = [
    'subscribeMessage.send',
    'security.msgSecCheck',
    'security.mediaCheckAsync',
    'wxacode.getUnlimited',
    'wxacode.get',
  ];
  const folder = functionsFolder({
    caller: { body: CALL, openapi },
    stranger: { body: CALL },
    node: { body: CALL_BY_NODE_SDK, openapi },
    wxevents: { body: EVENTS },
  });
  cloud = await startTestCloud({ ...folder, schema: [], templates: [TEMPLATE] });
});
beforeEach(() => cloud.reset());
afterAll(() => cloud.stop());

interface Answer {
  errCode: number;
  errMsg: string;
  [key: string]: unknown;
}

async function callAll(
  calls: readonly { area: string; name: string; argument: object }[],
  fn = 'caller',
): Promise<Answer[]> {
  return (await cloud.call(fn, { calls }, { openId: 'o-ann' })) as Answer[];
}

async function openapi(area: string, name: string, argument: object, fn?: string): Promise<Answer> {
  const [answer] = await callAll([{ area, name, argument }], fn);
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

const send = (overrides: object = {}): Promise<Answer> =>
  openapi('subscribeMessage', 'send', { ...MESSAGE, ...overrides });

async function pushes(): Promise<Record<string, unknown>[]> {
  await cloud.wechat.push.settled();
  const seen = await cloud.host.invoke('wxevents', '{"take":true}', { openId: '', source: '' });
  return JSON.parse(seen) as Record<string, unknown>[];
}

describe('subscribeMessage.send', () => {
  it('spends one credit and delivers one message', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    const heard: string[] = [];
    const stop = cloud.wechat.messages.onDelivered(({ openId }) => heard.push(openId));
    await expect(send()).resolves.toMatchObject({ errCode: 0 });
    stop();
    expect(heard).toEqual(['o-ann']);
    expect(cloud.wechat.messages.outbox).toEqual([
      {
        openId: 'o-ann',
        templateId: TEMPLATE.templateId,
        title: '班次提醒',
        data: { thing1: '三月学习', time2: '2025年3月5日 14:00' },
        page: 'pages/today/today?from=msg',
        state: 'formal',
        atMs: cloud.clock.nowMs(),
      },
    ]);
    await expect(send()).resolves.toMatchObject({ errCode: 43101 });
    expect(cloud.wechat.messages.outbox).toHaveLength(1);
  });

  it('delivers a card that cannot be tapped when no page is named', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    await send({ page: undefined });
    expect(cloud.wechat.messages.outbox[0]?.page).toBeNull();
  });

  it.each([
    [43101, 'nobody accepted', { touser: 'o-bob' }],
    [40003, 'the openid is none', { touser: 'nobody' }],
    [40037, 'the template is unknown', { templateId: 'TPL-other' }],
    [
      47003,
      'a value breaks the rule of its type',
      { data: { ...MESSAGE.data, time2: { value: 'soon' } } },
    ],
    [47003, 'a field is missing', { data: { thing1: MESSAGE.data.thing1 } }],
    [47003, 'a field is too many', { data: { ...MESSAGE.data, thing9: { value: 'x' } } }],
    [45168, 'a word is sensitive', { data: { ...MESSAGE.data, thing1: { value: '有假敏感词' } } }],
  ])('answers %i when %s, and keeps the credit', async (errCode, _, overrides) => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    await expect(send(overrides)).resolves.toMatchObject({ errCode });
    expect(cloud.wechat.messages.creditsOf('o-ann', TEMPLATE.templateId)).toBe(1);
    expect(cloud.wechat.messages.outbox).toEqual([]);
  });

  it('answers 43107 when the template is banned', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    cloud.wechat.messages.ban(TEMPLATE.templateId);
    await expect(send()).resolves.toMatchObject({ errCode: 43107 });
  });

  it('answers 43108 to the second of two sends to one person at once', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId, 2);
    cloud.wechat.messages.grant('o-bob', TEMPLATE.templateId);
    const gate = cloud.wechat.messages.holdNextSend();
    const first = send();
    await gate.reached;
    await expect(send()).resolves.toMatchObject({ errCode: 43108 });
    await expect(send({ touser: 'o-bob' })).resolves.toMatchObject({ errCode: 0 });
    gate.open();
    await expect(first).resolves.toMatchObject({ errCode: 0 });
    await expect(send()).resolves.toMatchObject({ errCode: 0 });
  });

  it('answers as a test plans it, once', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    cloud.wechat.messages.nextSend({ kind: 'error', errcode: 45009 });
    await expect(send()).resolves.toMatchObject({ errCode: 45009 });
    await expect(send()).resolves.toMatchObject({ errCode: 0 });
  });

  it('waits at a gate when a test wants it slow', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    const gate = cloud.wechat.messages.holdNextSend();
    const sending = send();
    await gate.reached;
    expect(cloud.wechat.messages.outbox).toEqual([]);
    gate.open();
    await expect(sending).resolves.toMatchObject({ errCode: 0 });
  });

  it.each([true, false])('can lose its answer (delivered: %s)', async (delivered) => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    cloud.wechat.messages.nextSend({ kind: 'lost', delivered });
    const answer = await send();
    expect(answer).toMatchObject({ errCode: -501001 });
    expect(answer.errMsg).toContain('socket hang up');
    expect(cloud.wechat.messages.outbox).toHaveLength(delivered ? 1 : 0);
  });
});

describe('what WeChat pushes about subscriptions', () => {
  it('is the answer to the dialog: an object for one template, a list for several', async () => {
    cloud.wechat.messages.answerDialog('o-ann', { [TEMPLATE.templateId]: 'accept' });
    cloud.wechat.messages.answerDialog('o-ann', {
      [TEMPLATE.templateId]: 'reject',
      other: 'accept',
    });
    expect(cloud.wechat.messages.creditsOf('o-ann', TEMPLATE.templateId)).toBe(1);
    const item = { TemplateId: TEMPLATE.templateId, PopupScene: '0' };
    const common = { Event: 'subscribe_msg_popup_event', OPENID: 'o-ann', SOURCE: 'wx_unknown' };
    await expect(pushes()).resolves.toEqual([
      expect.objectContaining({ ...common, List: { ...item, SubscribeStatusString: 'accept' } }),
      expect.objectContaining({
        ...common,
        List: [
          { ...item, SubscribeStatusString: 'reject' },
          { TemplateId: 'other', PopupScene: '0', SubscribeStatusString: 'accept' },
        ],
      }),
    ]);
  });

  it('is a refusal in the settings, which ends all credits', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId, 3);
    cloud.wechat.messages.refuse('o-ann', TEMPLATE.templateId);
    expect(cloud.wechat.messages.creditsOf('o-ann', TEMPLATE.templateId)).toBe(0);
    await expect(pushes()).resolves.toMatchObject([
      { Event: 'subscribe_msg_change_event', List: { SubscribeStatusString: 'reject' } },
    ]);
  });

  it('is the delivery of a message, twice when a test wants it', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId, 2);
    await send();
    cloud.wechat.messages.nextSend({ kind: 'twice' });
    await send();
    const sent = await pushes();
    expect(sent.map(({ Event }) => Event)).toEqual(Array(3).fill('subscribe_msg_sent_event'));
    expect(new Set(sent.map(({ List }) => (List as { MsgID: string }).MsgID)).size).toBe(2);
    expect(cloud.wechat.messages.outbox).toHaveLength(2);
  });
});

describe('security.msgSecCheck', () => {
  const check = (overrides: object = {}): Promise<Answer> =>
    openapi('security', 'msgSecCheck', {
      openid: 'o-ann',
      scene: 4,
      version: 2,
      content: '今天学得踏实',
      ...overrides,
    });

  it('passes an ordinary text', async () => {
    await expect(check()).resolves.toMatchObject({
      errCode: 0,
      result: { suggest: 'pass', label: 100 },
    });
  });

  it('names label and suggestion of a fake word, the worst of several', async () => {
    await expect(check({ content: '一句假时政词' })).resolves.toMatchObject({
      result: { suggest: 'review', label: 20001 },
    });
    await expect(check({ content: '假时政词和假辱骂词' })).resolves.toMatchObject({
      result: { suggest: 'risky', label: 20003 },
      detail: expect.arrayContaining([expect.objectContaining({ keyword: '假时政词' })]),
    });
    await expect(check({ title: '假广告词' })).resolves.toMatchObject({ result: { label: 10001 } });
  });

  it.each([
    [40003, { openid: 'nobody' }],
    [40129, { scene: 9 }],
    [47001, { content: '' }],
    [45002, { content: '长'.repeat(2501) }],
    [61010, { openid: 'o-who-never-came' }],
  ])('answers %i', async (errCode, overrides) => {
    await expect(check(overrides)).resolves.toMatchObject({ errCode });
  });

  it('answers 61010 two hours after the last use', async () => {
    cloud.wechat.content.noteUse('o-bob');
    await cloud.clock.advance(2 * 3_600_000);
    await expect(check({ openid: 'o-bob' })).resolves.toMatchObject({ errCode: 0 });
    await cloud.clock.advance(1);
    await expect(check({ openid: 'o-bob' })).resolves.toMatchObject({ errCode: 61010 });
  });
});

describe('security.mediaCheckAsync', () => {
  async function checkPicture(mediaUrl: string): Promise<Answer> {
    const argument = { openid: 'o-ann', scene: 1, version: 2, mediaType: 2, mediaUrl };
    return openapi('security', 'mediaCheckAsync', argument);
  }
  const linkTo = (content: string): string =>
    cloud.files.linkTo(cloud.files.write('notes/p.png', Buffer.from(content))) ?? '';

  it.each([
    ['pass', 100, 'a picture'],
    ['risky', 20002, 'a fake-risky-picture'],
    ['review', 20001, 'a fake-review-picture'],
  ])('pushes the verdict %s later', async (suggest, label, content) => {
    cloud.wechat.content.holdVerdicts();
    const { traceId } = await checkPicture(linkTo(content));
    await expect(pushes()).resolves.toEqual([]);
    await cloud.wechat.content.deliverVerdicts();
    await expect(pushes()).resolves.toMatchObject([
      { Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest, label } },
    ]);
  });

  it('says -1008 when the picture cannot be downloaded', async () => {
    cloud.wechat.content.holdVerdicts();
    const link = linkTo('a picture');
    await checkPicture(link);
    await cloud.clock.advance(11 * 60_000);
    await cloud.wechat.content.deliverVerdicts();
    const [push] = await pushes();
    expect(push).toMatchObject({ Event: 'wxa_media_check', errcode: -1008 });
    expect(push).not.toHaveProperty('result');
  });

  it('answers 87020 to the same request again', async () => {
    cloud.wechat.content.holdVerdicts();
    const link = linkTo('a picture');
    await checkPicture(link);
    await expect(checkPicture(link)).resolves.toMatchObject({ errCode: 87020 });
  });
});

describe('wxacode.getUnlimited', () => {
  it('is a picture from which scene and page can be read', async () => {
    const answer = await openapi('wxacode', 'getUnlimited', {
      scene: 's=abc&p=1',
      page: 'pages/in/in',
    });
    expect(answer['contentType']).toBe('image/png');
    expect(readQr(Buffer.from(String(answer['base64']), 'base64'))).toBe(
      'local-mini-program-code:pages/in/in?scene=s%3Dabc%26p%3D1',
    );
  });

  it.each([
    [40169, { scene: 'x'.repeat(33) }],
    [40169, { scene: '场景' }],
    [40169, { scene: '' }],
    [41030, { scene: 'a', page: '/pages/in/in' }],
    [41030, { scene: 'a', page: 'pages/in/in?x=1' }],
    [40097, { scene: 'a', width: 100 }],
  ])('answers %i to %j', async (errCode, argument) => {
    await expect(openapi('wxacode', 'getUnlimited', argument)).resolves.toMatchObject({ errCode });
  });
});

describe('cloud calls of node-sdk', () => {
  const byNodeSdk = (name: string, argument: object): Promise<unknown> =>
    cloud.call('node', { name, argument }, { openId: 'o-ann' });

  it('are answered as WeChat answers, success and refusal', async () => {
    cloud.wechat.messages.grant('o-ann', TEMPLATE.templateId);
    await expect(byNodeSdk('subscribeMessage.send', MESSAGE)).resolves.toMatchObject({
      result: { errcode: 0 },
    });
    await expect(byNodeSdk('subscribeMessage.send', MESSAGE)).resolves.toMatchObject({
      result: { errcode: 43101 },
    });
  });

  it('are refused by name when the stand-in does not know them', async () => {
    await expect(byNodeSdk('datacube.getVisitTrend', {})).resolves.toMatchObject({
      message: expect.stringContaining('"datacube.getVisitTrend"'),
    });
  });
});

describe('what is not possible', () => {
  it('is a call that config.json does not permit: -604101', async () => {
    const answer = await openapi('subscribeMessage', 'send', MESSAGE, 'stranger');
    expect(answer).toMatchObject({ errCode: -604101 });
    expect(cloud.lines.join('\n')).toContain('"subscribeMessage.send"');
  });

  it('is an API that the stand-in does not know, refused by name', async () => {
    const answer = await openapi('wxacode', 'get', { path: 'pages/in/in' });
    expect(answer.errMsg).toContain('the local WeChat does not support "wxacode.get"');
  });
});

/** Undoes the PNG of one grey byte per pixel without filters, and reads the code in it. */
function readQr(png: Buffer): string | undefined {
  const side = png.readUInt32BE(16);
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      rgba.fill(rows[y * (side + 1) + x + 1] ?? 0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsQR(rgba, side, side)?.data;
}
