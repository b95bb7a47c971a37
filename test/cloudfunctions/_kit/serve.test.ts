import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Caller } from '../../../cloudfunctions/_kit/context';
import { serve, type Doorkeeper } from '../../../cloudfunctions/_kit/serve';
import { defineAction } from '../../../contract/action';
import { guest, inBranch, ownReading, self } from '../../../contract/allow';

const actions = {
  knock: defineAction({
    fn: 'test',
    name: 'knock',
    allow: guest(),
    input: v.strictObject({ word: v.string() }),
    output: v.strictObject({ heard: v.string() }),
    errors: ['too-loud'],
  }),
  mine: defineAction({
    fn: 'test',
    name: 'mine',
    allow: self(),
    input: v.strictObject({}),
    output: v.strictObject({ memberId: v.string() }),
    errors: [],
  }),
  look: defineAction({
    fn: 'test',
    name: 'look',
    allow: ownReading(),
    input: v.strictObject({}),
    output: v.strictObject({ branchId: v.string() }),
    errors: [],
  }),
  page: defineAction({
    fn: 'test',
    name: 'page',
    allow: self(),
    input: v.strictObject({ itemId: v.string(), studyId: v.optional(v.string()) }),
    output: v.strictObject({}),
    errors: [],
  }),
  office: defineAction({
    fn: 'test',
    name: 'office',
    allow: self(['committee-office']),
    input: v.strictObject({}),
    output: v.strictObject({}),
    errors: [],
  }),
  open: defineAction({
    fn: 'test',
    name: 'open',
    allow: inBranch('study', ['secretary']),
    input: v.strictObject({ studyId: v.string() }),
    output: v.strictObject({}),
    errors: [],
  }),
} as const;

const secretary: Caller = {
  memberId: 'm1',
  name: 'M',
  branchId: 'own',
  groupId: null,
  roles: ['secretary'],
};

function aFunction(
  caller: Caller | null,
  knock: () => unknown = () => ({ heard: 'yes' }),
  remembered = caller,
) {
  const asked: string[] = [];
  const find = (how: string) => async () => {
    asked.push(how);
    return caller;
  };
  const doorkeeper: Doorkeeper = {
    findCaller: find('fresh'),
    rememberedCaller: () => {
      asked.push('remembered');
      if (remembered === null) return null;
      const readNow = async () => ({
        caller: await find('fresh')(),
        isAsRemembered: isDeepStrictEqual(caller, remembered),
      });
      return { caller: remembered, readNow };
    },
    findCallerBeside: { study: (_openId, id) => find(`fresh beside ${id}`)() },
    opens: { page: { field: 'itemId', findCaller: (_openId, id) => find(`fresh with ${id}`)() } },
    branchOf: {
      study: async (id) => {
        asked.push(`study ${id}`);
        return { ours: 'own', theirs: 'other' }[id] ?? null;
      },
    },
  };
  const main = serve(
    actions,
    {
      knock: async ({ word }, ctx) => {
        if (word === 'LOUD') return ctx.fail('too-loud', { most: 3 });
        return ctx.answer(knock() as { heard: string });
      },
      mine: async (_input, ctx) => ctx.answer({ memberId: ctx.caller.memberId }),
      look: async (_input, ctx) => ctx.answer({ branchId: ctx.caller.branchId }),
      page: async (_input, ctx) => ctx.answer({}),
      office: async (_input, ctx) => ctx.answer({}),
      open: async (_input, ctx) => ctx.answer({}),
    },
    doorkeeper,
  );
  const call = (action: string, input: unknown, clientVersion = '1', boundAs?: string) =>
    main({ action, input, requestId: 'r-1', clientVersion, boundAs });
  return { call, asked };
}

let logged: string[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'test-env',
    TENCENTCLOUD_SECRETID: 'none',
    TENCENTCLOUD_SECRETKEY: 'none',
    WX_CONTEXT_KEYS: 'WX_OPENID',
    WX_OPENID: 'somebody',
  });
});
afterEach(() => jest.restoreAllMocks());

test.each([{ $ne: '' }, ['ours'], '', 'a b', 7, null])(
  'what is no id does not reach the database: %j',
  async (studyId) => {
    const { call, asked } = aFunction(secretary);
    expect((await call('open', { studyId })).ok).toBe(false);
    expect(asked.slice(0, 1)).toEqual(['fresh']);
  },
);

test('answers with what the handler said and the request id', async () => {
  const reply = await aFunction(null).call('knock', { word: 'hi' });
  expect(reply).toEqual({ ok: true, output: { heard: 'yes' }, requestId: 'r-1' });
});

test('refuses with the code and the detail of the handler', async () => {
  const reply = await aFunction(null).call('knock', { word: 'LOUD' });
  expect(reply).toEqual({ ok: false, code: 'too-loud', detail: { most: 3 }, requestId: 'r-1' });
});

test('a field that the contract does not name never goes out', async () => {
  const leaking = aFunction(null, () => ({ heard: 'yes', secret: 'hush' }));
  const reply = await leaking.call('knock', { word: 'hi' });
  expect(reply).toEqual({ ok: false, code: 'internal', requestId: 'r-1' });
  expect(JSON.stringify(reply) + logged.join()).not.toContain('hush');
  expect(logged.join()).toContain('output unfit at');
});

test('an error says nothing to the phone and is logged with the request id, without the input', async () => {
  const failing = aFunction(null, () => {
    throw new Error('disk on fire');
  });
  const reply = await failing.call('knock', { word: 'my secret' });
  expect(reply).toEqual({ ok: false, code: 'internal', requestId: 'r-1' });
  expect(logged).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ action: 'knock', requestId: 'r-1' });
  expect(logged[0]).toContain('disk on fire');
  expect(logged[0]).not.toContain('my secret');
});

test.each([
  ['0.9.9', 'update-needed'],
  ['1.1.12', 'update-needed'],
  ['1.2.0', undefined],
  ['1.10.0', undefined],
  ['2.0.0', undefined],
])('where phones from 1.2.0 on are answered, a phone of %s gets %s', async (version, code) => {
  process.env['MIN_CLIENT_VERSION'] = '1.2.0';
  const { call, asked } = aFunction(secretary);
  const reply = await call('mine', {}, version);
  delete process.env['MIN_CLIENT_VERSION'];
  expect(reply.ok ? undefined : reply.code).toBe(code);
  expect(asked).toHaveLength(code === undefined ? 1 : 0);
});

test.each(['0.3', 'v0.3.0', '0.3.0 ', '1'])(
  'where "%s" is said to be the oldest version every phone is answered, and it is logged once',
  async (typo) => {
    process.env['MIN_CLIENT_VERSION'] = typo;
    const { call } = aFunction(secretary);
    const replies = [await call('mine', {}, '0.0.1'), await call('mine', {}, '0.0.1')];
    delete process.env['MIN_CLIENT_VERSION'];
    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    expect(logged).toEqual([expect.stringContaining('"variable":"MIN_CLIENT_VERSION"')]);
  },
);

test('where no oldest version is set every phone is answered', async () => {
  expect(await aFunction(secretary).call('mine', {}, '0.0.1')).toMatchObject({ ok: true });
});

test('without an account of the platform, as for timers, nothing is allowed', async () => {
  process.env['WX_OPENID'] = '';
  expect(await aFunction(secretary).call('knock', { word: 'hi' })).toMatchObject({
    code: 'not-allowed',
  });
});

test('rights come before the input, so that nobody learns what would be right', async () => {
  expect(await aFunction(null).call('open', { nonsense: 1 })).toMatchObject({ code: 'not-bound' });
  const member = aFunction({ ...secretary, roles: ['member'] });
  expect(await member.call('open', { nonsense: 1 })).toMatchObject({ code: 'not-allowed' });
});

test('a thing of another branch and a thing that does not exist are refused alike', async () => {
  const { call } = aFunction(secretary);
  expect(await call('open', { studyId: 'ours' })).toMatchObject({ ok: true });
  const theirs = await call('open', { studyId: 'theirs' });
  expect(theirs).toMatchObject({ code: 'not-found' });
  expect(await call('open', { studyId: 'nowhere' })).toEqual(theirs);
});

test('the committee office reaches every branch, but not what does not exist', async () => {
  const { call } = aFunction({ ...secretary, roles: ['secretary', 'committee-office'] });
  expect(await call('open', { studyId: 'theirs' })).toMatchObject({ ok: true });
  expect(await call('open', { studyId: 'nowhere' })).toMatchObject({ code: 'not-found' });
});

test('a caller may be remembered only for reading their own', async () => {
  const { call, asked } = aFunction(secretary);
  const boundAs = secretary.memberId;
  await call('look', {}, '1', boundAs);
  await call('mine', {}, '1', boundAs);
  await call('office', {}, '1', boundAs);
  await call('open', { studyId: 'ours' }, '1', boundAs);
  const own = ['remembered', 'fresh'];
  expect(asked).toEqual([...own, 'fresh', 'fresh', 'fresh beside ours', 'study ours']);
});

test.each([
  ['has left since', null, { code: 'not-bound' }],
  [
    'is of another branch since',
    { ...secretary, branchId: 'other' },
    { output: { branchId: 'other' } },
  ],
  ['is who they were', secretary, { output: { branchId: 'own' } }],
] as const)(
  'R-294: who is remembered and %s reads by what they are now',
  async (_who, now, reply) => {
    const { call } = aFunction(now, undefined, secretary);
    expect(await call('look', {}, '1', secretary.memberId)).toMatchObject(reply);
  },
);

test('R-294: without memory of the caller nobody is asked for twice', async () => {
  const { call, asked } = aFunction(secretary, undefined, null);
  await call('look', {}, '1', secretary.memberId);
  expect(asked).toEqual(['remembered', 'fresh']);
});

test.each([
  { phone: 'says that it is another’s now', boundAs: 'another', expected: ['remembered', 'fresh'] },
  { phone: 'does not say whose it is', boundAs: undefined, expected: ['fresh'] },
])('memory is not asked, or not believed, when the phone $phone', async ({ boundAs, expected }) => {
  const { call, asked } = aFunction(secretary);
  await call('look', {}, '1', boundAs);
  expect(asked).toEqual(expected);
});

test('what an action opens is read with who calls, and nothing else of what it names', async () => {
  const { call, asked } = aFunction(secretary);
  expect(await call('page', { itemId: 'one', studyId: 'ours' })).toMatchObject({ ok: true });
  expect(await call('page', { itemId: { $ne: '' } })).toMatchObject({ code: 'bad-input' });
  expect(asked).toEqual(['fresh with one', 'fresh']);
  expect(await aFunction(null).call('page', { itemId: 'one' })).toMatchObject({
    code: 'not-bound',
  });
});

test('for an action that anybody may call nobody is looked up', async () => {
  const { call, asked } = aFunction(secretary);
  await call('knock', { word: 'hi' });
  expect(asked).toEqual([]);
});
