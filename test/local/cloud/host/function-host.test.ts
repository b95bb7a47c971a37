import { writeFileSync } from 'node:fs';
import { FunctionCallError } from '../../../../local/cloud/host/call-error';
import { type Caller, TIMER_CALLER } from '../../../../local/cloud/host/identity';
import { aFunction, aHost, bundleOf, PHONE, type TestHost } from './fixture';

let running: TestHost[] = [];
afterEach(async () => {
  await Promise.all(running.map(({ host }) => host.stop()));
  running = [];
});

function startHost(...options: Parameters<typeof aHost>): TestHost {
  const started = aHost(...options);
  running.push(started);
  return started;
}

async function failureOf(call: Promise<unknown>): Promise<FunctionCallError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FunctionCallError))
    throw new Error(`expected a refusal: ${String(error)}`);
  return error;
}

describe('a call from a phone', () => {
  it('gives the function the event and brings its result back', async () => {
    const { host } = startHost([
      aFunction({ body: 'return { got: event.word, fn: context.function_name };' }),
    ]);
    await expect(host.callFromPhone('sample', { word: 'hello' }, PHONE)).resolves.toEqual({
      got: 'hello',
      fn: 'sample',
    });
  });

  it('tells the function in the event, too, who is calling', async () => {
    const { host } = startHost([aFunction({ body: 'return event;' })]);
    const forged = { userInfo: { openId: 'o-bob' } };
    await expect(host.callFromPhone('sample', forged, PHONE)).resolves.toEqual({
      userInfo: { appId: 'wx0000local0000fake', openId: 'o-ann' },
    });
  });

  it('turns the result into JSON: undefined is null, a date is text', async () => {
    const { host } = startHost([
      aFunction({
        body: 'return event.nothing ? undefined : { at: new Date(0), gone: undefined };',
      }),
    ]);
    await expect(host.callFromPhone('sample', { nothing: true }, PHONE)).resolves.toBeNull();
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toEqual({
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('shows a thrown error by code and message, and its stack in the log', async () => {
    const { host, lines } = startHost([
      aFunction({ body: "throw new TypeError('no such crew');" }),
    ]);
    const error = await failureOf(host.callFromPhone('sample', {}, PHONE));
    expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002 });
    expect(error.errMsg).toContain('TypeError: no such crew');
    expect(lines.join('\n')).toMatch(/sample: request .* failed: TypeError: no such crew\n\s+at /u);
  });

  it('shows a bundle that cannot be loaded as a failed call', async () => {
    const bundle = bundleOf('');
    writeFileSync(bundle, "require('./not-there')");
    const { host } = startHost([aFunction({ bundle })]);
    const error = await failureOf(host.callFromPhone('sample', {}, PHONE));
    expect(error.message).toContain("Cannot find module './not-there'");
  });

  it('is refused by name when there is no such function', async () => {
    const { host } = startHost([]);
    const error = await failureOf(host.callFromPhone('nobody', {}, PHONE));
    expect(error).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      message: 'there is no function "nobody"',
    });
  });

  it('is refused when the security rule says so, while the platform may still invoke', async () => {
    const { host } = startHost([aFunction({ callableByPhones: false })]);
    const error = await failureOf(host.callFromPhone('sample', {}, PHONE));
    expect(error).toMatchObject({ code: 'PERMISSION_DENIED', errCode: -501023 });
    await expect(host.invoke('sample', '{"a":1}', TIMER_CALLER)).resolves.toBe('{"a":1}');
  });

  it('is refused when the answer is larger than 1 MB, and the inside of the cloud is not', async () => {
    const { host } = startHost([aFunction({ body: "return 'x'.repeat(1024 * 1024);" })]);
    const error = await failureOf(host.callFromPhone('sample', {}, PHONE));
    expect(error).toMatchObject({ code: 'RESULT_TOO_LARGE', errCode: -604001 });
    await expect(host.invoke('sample', '{}', PHONE)).resolves.toHaveLength(1024 * 1024 + 2);
  });

  it('is refused when the event is larger than 6 MB', async () => {
    const { host } = startHost([aFunction({})]);
    const error = await failureOf(
      host.callFromPhone('sample', { text: 'x'.repeat(6 * 1024 * 1024) }, PHONE),
    );
    expect(error).toMatchObject({ code: 'INVALID_PARAM' });
    expect(host.instances('sample')).toBe(0);
  });

  it('ends at the time-out of the function, and the next call gets a fresh instance', async () => {
    const body = 'if (event.hang) await new Promise(() => setInterval(() => 0, 1e6)); return 1;';
    const { host } = startHost([aFunction({ body, timeoutMs: 300 })], 1);
    const error = await failureOf(host.callFromPhone('sample', { hang: true }, PHONE));
    expect(error).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 0.3 seconds',
    });
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(1);
  });

  it('survives a function that ends its own process', async () => {
    const { host } = startHost(
      [aFunction({ body: 'if (event.end) process.exit(3); return 1;' })],
      1,
    );
    const error = await failureOf(host.callFromPhone('sample', { end: true }, PHONE));
    expect(error).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'the instance exited with code 3',
    });
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(1);
  });
});

describe('identity', () => {
  const body = `return Object.fromEntries(['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'TCB_SOURCE', 'TCB_ENV',
    'WX_CONTEXT_KEYS', 'TRIGGER_SRC'].map((key) => [key, process.env[key]]));`;

  it('is that of the caller of each invocation, also when instances are shared', async () => {
    const { host } = startHost([aFunction({ body: 'return process.env.WX_OPENID;' })], 3);
    const callers = Array.from({ length: 60 }, (_, n) => `o-person-${n}`);
    const seen = await Promise.all(
      callers.map((openId) => host.callFromPhone('sample', {}, { openId, source: 'wx_client' })),
    );
    expect(seen).toEqual(callers);
    expect(host.instances('sample')).toBe(3);
  });

  it('leaves nothing of the previous caller to a timer', async () => {
    const { host } = startHost([aFunction({ body })], 1);
    const withUnion: Caller = { ...PHONE, unionId: 'u-ann' };
    await expect(host.callFromPhone('sample', {}, withUnion)).resolves.toMatchObject({
      WX_OPENID: 'o-ann',
      WX_UNIONID: 'u-ann',
      TCB_SOURCE: 'wx_client',
      TCB_ENV: 'test-env',
      TRIGGER_SRC: '',
    });
    expect(JSON.parse(await host.invoke('sample', '{}', TIMER_CALLER))).toEqual({
      WX_OPENID: '',
      WX_APPID: '',
      WX_UNIONID: '',
      TCB_SOURCE: 'wx_trigger',
      TCB_ENV: 'test-env',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
      TRIGGER_SRC: 'timer',
    });
  });

  it('stands in context.environ too', async () => {
    const { host } = startHost([aFunction({ body: 'return context.environ;' })]);
    const environ = await host.callFromPhone('sample', {}, PHONE);
    expect(environ).toContain(';WX_OPENID=o-ann;');
  });
});

describe('the environment of a function', () => {
  it('is that of its configuration and the SDK, nothing of this process', async () => {
    process.env['SECRET_OF_THE_MACHINE'] = 'x';
    const { host } = startHost([
      aFunction({
        body: 'return process.env;',
        env: { TZ: 'Asia/Shanghai', SCF_NAMESPACE: 'prod' },
      }),
    ]);
    const env = await host.callFromPhone('sample', {}, PHONE);
    expect(env).toMatchObject({ TZ: 'Asia/Shanghai', SCF_NAMESPACE: 'test-env' });
    expect(env).not.toHaveProperty('SECRET_OF_THE_MACHINE');
    delete process.env['SECRET_OF_THE_MACHINE'];
  });
});

describe('instances', () => {
  it('take one invocation at a time; callers beyond the maximum wait', async () => {
    const { host } = startHost(
      [
        aFunction({
          body: `globalThis.busy = (globalThis.busy ?? 0) + 1; const seen = globalThis.busy;
            await new Promise(setImmediate); globalThis.busy -= 1; return seen;`,
        }),
      ],
      2,
    );
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => host.callFromPhone('sample', {}, PHONE)),
    );
    expect(new Set(seen)).toEqual(new Set([1]));
    expect(host.instances('sample')).toBe(2);
  });

  it('get company, up to the maximum, while all of them are stuck', async () => {
    const { host } = startHost([aFunction({})], 1, 2);
    const gates = [host.faults.holdReply('sample'), host.faults.holdReply('sample')];
    const stuck = gates.map(() => host.callFromPhone('sample', {}, PHONE));
    await Promise.all(gates.map(({ reached }) => reached));
    expect(host.instances('sample')).toBe(2);
    const third = host.callFromPhone('sample', { n: 3 }, PHONE);
    gates[0]?.open();
    await expect(third).resolves.toMatchObject({ n: 3 });
    expect(host.instances('sample')).toBe(2);
    gates[1]?.open();
    await Promise.all(stuck);
  });

  it('do not get company from a rush of calls, which wait their turn', async () => {
    const { host } = startHost([aFunction({})], 1, 4);
    const calls = Array.from({ length: 50 }, (_, n) => host.callFromPhone('sample', { n }, PHONE));
    expect(await Promise.all(calls)).toHaveLength(50);
    expect(host.instances('sample')).toBe(1);
  });

  it('are there before the first call when the host was warmed, where phones may call', async () => {
    const bundle = bundleOf('');
    writeFileSync(bundle, 'const loadedAtMs = Date.now(); exports.main = () => loadedAtMs;');
    const { host, time } = startHost([
      aFunction({ bundle }),
      aFunction({ name: 'timer', callableByPhones: false }),
    ]);
    time.freeze();
    time.set(1_000_000);
    await host.warm();
    expect([host.instances('sample'), host.instances('timer')]).toEqual([2, 0]);
    time.set(2_000_000);
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(1_000_000);
    await host.warm();
    expect(host.instances('sample')).toBe(2);
  });

  it('whose bundle ends the process do not keep the host from being warmed', async () => {
    const bundle = bundleOf('');
    writeFileSync(bundle, 'process.exit(1)');
    const { host } = startHost([aFunction({ bundle })]);
    await host.warm();
    expect(host.instances('sample')).toBe(0);
  });

  it('are replaced when a bundle was rebuilt; a call under way still ends in the old one', async () => {
    const bundle = bundleOf("return 'old';");
    const { host } = startHost([aFunction({ bundle })]);
    const gate = host.faults.holdReply('sample');
    const underWay = host.callFromPhone('sample', {}, PHONE);
    await gate.reached;
    writeFileSync(bundle, "exports.main = () => 'new';");
    await host.reload('sample');
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe('new');
    gate.open();
    await expect(underWay).resolves.toBe('old');
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe('new');
  });

  it('that shall forget load the bundle anew, with the code that it had', async () => {
    const bundle = bundleOf('');
    writeFileSync(bundle, 'let runs = 0; exports.main = () => (runs += 1);');
    const { host } = startHost([aFunction({ bundle })], 1);
    await host.callFromPhone('sample', {}, PHONE);
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(2);
    writeFileSync(bundle, "exports.main = () => 'rebuilt';");
    await host.forget();
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(1);
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(2);
  });

  it('at work when all shall be forgotten are killed', async () => {
    const body = 'if (event.hang) await new Promise(() => setInterval(() => 0, 1e6)); return 1;';
    const { host } = startHost([aFunction({ body })], 1);
    const gate = host.faults.holdBefore('sample');
    const hanging = failureOf(host.callFromPhone('sample', { hang: true }, PHONE));
    await gate.reached;
    gate.open();
    await host.forget();
    await expect(hanging).resolves.toMatchObject({ message: 'the instance was killed' });
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toBe(1);
  });

  it('hand what they print to the log', async () => {
    const { host, lines } = startHost([
      aFunction({ body: "console.log('one\\ntwo'); console.error('three');" }),
    ]);
    await host.callFromPhone('sample', {}, PHONE);
    await host.stop();
    expect(lines.sort()).toEqual(['sample: one', 'sample: three', 'sample: two']);
  });
});

describe('time inside a function', () => {
  const body =
    'return [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date, new Date().constructor === Date];';

  it('is the time of the cloud, and moves with it', async () => {
    const { host, time } = startHost([aFunction({ body })]);
    time.freeze();
    time.set(1_000_000);
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toEqual([
      1e6,
      1e6,
      5,
      true,
      true,
    ]);
    time.set(2_000_000);
    await expect(host.callFromPhone('sample', {}, PHONE)).resolves.toEqual([
      2e6,
      2e6,
      5,
      true,
      true,
    ]);
  });

  it('ticks when the clock ticks', async () => {
    const { host, time } = startHost([aFunction({ body: 'return Date.now();' })]);
    time.set(Date.UTC(2030, 0, 1));
    const seen = (await host.callFromPhone('sample', {}, PHONE)) as number;
    expect(seen).toBeGreaterThanOrEqual(Date.UTC(2030, 0, 1));
    expect(seen).toBeLessThanOrEqual(time.nowMs());
  });
});
