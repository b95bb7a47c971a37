import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { dashboard } from '../../contract/branch/dashboard';
import { exportMyRecordBook } from '../../contract/branch/record-book';
import { mySuggestions } from '../../contract/content/raising';
import { channelDesk } from '../../contract/content/channel-editing';
import { myNotes } from '../../contract/note/writing';
import { inbox } from '../../contract/notice/inbox';
import { hello } from '../../contract/people/hello';
import { starMonth } from '../../contract/star/month';
import { myStudies } from '../../contract/study/mine';
import type { Action } from '../../contract/action';
import { type Caller, environOf, identityEnv, TIMER_CALLER } from '../../local/cloud/host/identity';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../worlds/test-cloud';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import { functionNames } from '../../tools/build-functions';
import { installIn } from '../../tools/install.mjs';
import { aDelivery, aGroup } from '../builders/deliveries';
import { accountOf } from '../builders/documents';
import { anOrganisation } from '../builders/organisation';
import { plantOnly, stored } from '../builders/stored';

/** Of these the package.json beside this file has builds for Linux on x64; the oldest comes first. */
const RUNTIMES = [
  ['18.15.0', 'node-18'],
  ['20.19.0', 'node-20'],
] as const;
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

const alice = { openId: accountOf('alice'), source: 'wx_client' };

let cloud: TestCloud;

interface Told {
  readonly node: string;
  /** What the function answered, or how it failed. */
  readonly answer: unknown;
}

/** One invocation in a process of its own, with the variables that production gives it. */
async function invoke(runtime: string, fn: string, event: object, caller: Caller): Promise<Told> {
  const config = cloud.host.functions.find(({ name }) => name === fn);
  if (config === undefined) throw new Error(`${fn} is not built`);
  const identity = identityEnv(caller, cloud.envId, 'token');
  const context = { request_id: 'request', function_name: fn, environ: environOf(identity) };
  const child = fork(
    join(__dirname, 'call-bundle.cjs'),
    [config.bundle, JSON.stringify(event), JSON.stringify(context)],
    {
      execPath: join(__dirname, 'node_modules', runtime, 'bin', 'node'),
      execArgv: [],
      env: { ...config.env, ...cloud.sdkEnv(), ...identity },
    },
  );
  const [told] = (await once(child, 'message')) as [Told];
  return told;
}

function ask(
  runtime: string,
  { fn, name: action }: Action,
  memberId: string,
  input = {},
): Promise<Told> {
  const event = { action, input, requestId: 'request', clientVersion: '1.0.0' };
  return invoke(runtime, fn, event, { ...alice, openId: accountOf(memberId) });
}

onLinux('the bundles, as CloudBase calls them (runs on Linux on x64 only)', () => {
  beforeAll(async () => {
    await installIn(__dirname);
    cloud = await startTestCloud({ templates: LOCAL_TEMPLATES });
  }, 300_000);
  beforeEach(() => plantOnly(cloud, anOrganisation()));
  afterAll(() => cloud.stop());

  test('are these nine: what is asked of each stands below', () => {
    expect(functionNames()).toEqual([
      'branch',
      'clock',
      'content',
      'member',
      'note',
      'notify',
      'star',
      'study',
      'wxevents',
    ]);
  });

  describe.each(RUNTIMES)('under Node %s', (version, runtime) => {
    test.each([
      [hello.fn, hello, 'alice', { me: { name: 'Name alice' } }],
      [myStudies.fn, myStudies, 'alice', { studies: [] }],
      [inbox.fn, inbox, 'alice', { items: [] }],
      [starMonth.fn, starMonth, 'alice', { state: 'not-begun' }],
      [mySuggestions.fn, mySuggestions, 'alice', { suggestions: [] }],
      [channelDesk.fn, channelDesk, 'secretary', { lines: [] }],
      [myNotes.fn, myNotes, 'alice', { notes: [] }],
      [dashboard.fn, dashboard, 'secretary', { branchName: 'name of own' }],
    ])('%s answers from the database', async (_fn, action, memberId, output) => {
      const { node, answer } = await ask(runtime, action, memberId);
      expect(node).toBe(version);
      expect(answer).toMatchObject({ ok: true, output });
    });

    test('branch makes a document, with a library that is loaded then', async () => {
      const input = { exportId: 'book-1', year: 2025 };
      const { answer } = await ask(runtime, exportMyRecordBook, 'alice', input);
      expect(answer).toMatchObject({
        ok: true,
        output: { fileName: '学习记录本-Name alice-2025年.docx' },
      });
    });

    test('clock finishes what is due', async () => {
      const group = aGroup(['alice'], { state: 'pending', outcomes: {} });
      const due = aDelivery('late', ['alice'], { groups: [group], nextAtMs: TEST_START_MS });
      await plantOnly(cloud, { ...anOrganisation(), deliveries: [due] });
      await invoke(runtime, 'clock', {}, TIMER_CALLER);
      const groups = [{ state: 'done', outcomes: { alice: 'too-late' } }];
      expect(cloud.engine.collection('deliveries').get(due._id)?.document).toMatchObject({
        groups,
      });
    });

    test('wxevents writes down what WeChat pushes', async () => {
      const event = {
        FromUserName: alice.openId,
        CreateTime: TEST_START_MS / 1000,
        MsgType: 'event',
        Event: 'subscribe_msg_popup_event',
        List: [{ TemplateId: 'LOCAL-FAKE-notice', SubscribeStatusString: 'accept' }],
      };
      const pushed = { openId: alice.openId, source: 'wx_unknown' };
      const { answer } = await invoke(runtime, 'wxevents', event, pushed);
      expect(answer).toBe('success');
      expect(stored(cloud, 'members', 'alice').credits).toEqual({ notice: 1 });
    });
  });
});
