import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '../../../local/cloud/start-local-cloud';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../../worlds/test-cloud';
import { functionsFolder } from './functions-folder';

const INIT = 'const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }); const db = app.database();';
const SCHEMA = [
  { name: 'notes', indexes: [] },
  { name: 'runs', indexes: [] },
];
const PHONE = { openId: 'o-ann' };

const folder = functionsFolder(
  {
    whoami: {
      body: `cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
        return { user: tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).auth().getUserInfo(), wx: cloud.getWXContext() };`,
    },
    relay: {
      body: `${INIT} return (await app.callFunction({ name: event.to, data: event.data })).result;`,
    },
    broken: { body: "throw new RangeError('out of days');" },
    notes: {
      body: `${INIT} const notes = db.collection('notes');
        if (event.text) await notes.add({ _id: event.id, text: event.text, at: db.serverDate() });
        memory.calls = (memory.calls ?? 0) + 1;
        return { calls: memory.calls, notes: (await notes.get()).data };`,
    },
    clock: {
      body: `${INIT} await db.collection('runs').add({ event, source: process.env.TCB_SOURCE, atMs: Date.now() });`,
      triggers: [{ name: 'tick', type: 'timer', config: '0 */30 * * * * *' }],
    },
  },
  { clock: { invoke: false }, '*': { invoke: 'auth != null' } },
);

describe('a cloud in memory', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ ...folder, schema: SCHEMA });
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.stop());

  it('tells both SDKs who is calling', async () => {
    await expect(cloud.call('whoami', {}, PHONE)).resolves.toMatchObject({
      user: { openId: 'o-ann', appId: 'wx0000local0000fake' },
      wx: { OPENID: 'o-ann', APPID: 'wx0000local0000fake', ENV: 'local-env', SOURCE: 'wx_client' },
    });
  });

  it('keeps the person and the chain of sources when functions call each other', async () => {
    await expect(cloud.call('relay', { to: 'whoami', data: {} }, PHONE)).resolves.toMatchObject({
      user: { openId: 'o-ann' },
      wx: { OPENID: 'o-ann', SOURCE: 'wx_client,scf' },
    });
    const twice = { to: 'relay', data: { to: 'whoami', data: {} } };
    await expect(cloud.call('relay', twice, { openId: 'o-bob' })).resolves.toMatchObject({
      wx: { OPENID: 'o-bob', SOURCE: 'wx_client,scf,scf' },
    });
  });

  it('tells a function that the one it called failed', async () => {
    await expect(cloud.call('relay', { to: 'broken' }, PHONE)).rejects.toThrow(
      'RangeError: out of days',
    );
    await expect(cloud.call('relay', { to: 'nobody' }, PHONE)).rejects.toThrow(
      'there is no function "nobody"',
    );
  });

  it('keeps phones away from internal functions', async () => {
    await expect(cloud.call('clock', {}, PHONE)).rejects.toMatchObject({ errCode: -501023 });
  });

  it('runs timers with their event when the clock is moved', async () => {
    await cloud.clock.advance(65 * 60_000);
    const runs = [...cloud.engine.collection('runs').all()].map(({ document }) => document);
    expect(runs).toMatchObject([
      {
        event: {
          Type: 'Timer',
          TriggerName: 'tick',
          Time: new Date(TEST_START_MS + 60 * 60_000).toISOString(),
          Message: '',
        },
        source: 'wx_trigger',
        atMs: TEST_START_MS + 60 * 60_000,
      },
    ]);
  });

  it('goes by its own clock in functions and in serverDate', async () => {
    await cloud.clock.set(Date.UTC(2031, 4, 6));
    const { notes } = (await cloud.call('notes', { id: 'a', text: 'x' }, PHONE)) as {
      notes: { at: string }[];
    };
    expect(notes[0]?.at).toBe('2031-05-06T00:00:00.000Z');
  });

  it('counts what arrives at the gateway', async () => {
    await cloud.call('notes', { id: 'a', text: 'x' }, PHONE);
    expect(cloud.counts.byAction).toEqual({
      'database.insertDocument': 1,
      'database.getDocument': 1,
    });
    expect(cloud.counts.total).toBe(2);
  });

  it('is empty after a reset: documents, files, functions, counts, lines and clock', async () => {
    await cloud.call('notes', { id: 'a', text: 'x' }, PHONE);
    await cloud.call('broken', {}, PHONE).catch(() => undefined);
    const fileId = cloud.files.write('a.txt', Buffer.from('x'));
    await cloud.clock.advance(1000);
    await cloud.reset();
    expect(cloud.counts.total).toBe(0);
    expect(cloud.lines).toEqual([]);
    expect(cloud.files.read(fileId)).toBeUndefined();
    expect(cloud.clock.nowMs()).toBe(TEST_START_MS);
    await expect(cloud.call('notes', {}, PHONE)).resolves.toEqual({ calls: 1, notes: [] });
  });
});

describe('a cloud with a data folder', () => {
  const open: LocalCloud[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((cloud) => cloud.stop()));
  });
  const start = async (dataDir: string, port?: number): Promise<LocalCloud> => {
    const cloud = await startLocalCloud({
      ...folder,
      schema: SCHEMA,
      dataDir,
      functions: ['notes'],
      log: () => undefined,
      ...(port === undefined ? {} : { port }),
    });
    open.push(cloud);
    return cloud;
  };
  const aFolder = (): string => join(mkdtempSync(join(tmpdir(), 'cloud-')), 'data');

  it('has everything again after a restart', async () => {
    const dataDir = aFolder();
    const first = await start(dataDir);
    await first.call('notes', { id: 'a', text: 'kept' }, PHONE);
    const fileId = first.files.write('a.txt', Buffer.from('kept too'));
    first.wechat.messages.grant('o-ann', 'TPL', 2);
    await first.clock.set(Date.UTC(2031, 4, 6));
    await first.stop();
    open.pop();

    const second = await start(dataDir);
    await expect(second.call('notes', {}, PHONE)).resolves.toMatchObject({
      notes: [{ text: 'kept' }],
    });
    expect(second.files.read(fileId)?.toString()).toBe('kept too');
    expect(second.wechat.messages.creditsOf('o-ann', 'TPL')).toBe(2);
    expect(second.clock.nowMs()).toBeGreaterThanOrEqual(Date.UTC(2031, 4, 6));
    expect(second.clock.nowMs()).toBeLessThan(Date.UTC(2031, 4, 7));
  });

  it('refuses to be reset', async () => {
    const cloud = await start(aFolder());
    await expect(cloud.reset()).rejects.toThrow('is not reset');
  });

  it('gives the folder back when its port is in use', async () => {
    const { port } = await start(aFolder());
    const dataDir = aFolder();
    await expect(start(dataDir, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(start(dataDir)).resolves.toBeDefined();
  });
});
