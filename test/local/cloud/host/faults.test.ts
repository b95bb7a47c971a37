import { FunctionCallError } from '../../../../local/cloud/host/call-error';
import { Faults } from '../../../../local/cloud/host/faults';
import { aFunction, aHost, PHONE, type TestHost } from './fixture';

/** Counts, in memory that outlives the instance, how often it has run. */
const counting = 'globalThis.runs = (globalThis.runs ?? 0) + 1; return globalThis.runs;';

let started: TestHost;
beforeEach(() => {
  started = aHost([aFunction({ body: counting })], 1);
});
afterEach(() => started.host.stop());

const call = (): Promise<unknown> => started.host.callFromPhone('sample', {}, PHONE);
const codeOf = (error: unknown): unknown =>
  error instanceof FunctionCallError ? error.code : error;

describe('faults that a test asks for', () => {
  it('kill-before: the function does not run', async () => {
    await call();
    started.host.faults.next('sample', 'kill-before');
    await expect(call().catch(codeOf)).resolves.toBe('FUNCTIONS_EXECUTE_FAIL');
    await expect(call()).resolves.toBe(1);
  });

  it('kill-after: the function has run, nobody learns of it, the instance is gone', async () => {
    await call();
    started.host.faults.next('sample', 'kill-after');
    await expect(call().catch(codeOf)).resolves.toBe('NETWORK');
    await expect(call()).resolves.toBe(1);
  });

  it('drop-reply: the function has run, the instance lives on', async () => {
    started.host.faults.next('sample', 'drop-reply');
    await expect(call().catch(codeOf)).resolves.toBe('NETWORK');
    await expect(call()).resolves.toBe(2);
  });

  it('gates hold an invocation before and after the function', async () => {
    const before = started.host.faults.holdBefore('sample');
    const after = started.host.faults.holdReply('sample');
    let answered = false;
    const underWay = call().then(() => (answered = true));
    await before.reached;
    before.open();
    await after.reached;
    expect(answered).toBe(false);
    after.open();
    await underWay;
    expect(answered).toBe(true);
  });

  it('clearing opens gates and forgets the rest', async () => {
    started.host.faults.next('sample', 'drop-reply');
    started.host.faults.holdBefore('sample');
    started.host.faults.clear();
    await expect(call()).resolves.toBe(1);
  });
});

describe('faults by dice', () => {
  const drawMany = (seed: number): (string | undefined)[] => {
    const faults = new Faults();
    faults.seed(seed, { 'kill-before': 0.1, 'drop-reply': 0.2 });
    return Array.from({ length: 1000 }, () => faults.draw('sample'));
  };

  it('are the same for the same seed and others for another', () => {
    expect(drawMany(7)).toEqual(drawMany(7));
    expect(drawMany(7)).not.toEqual(drawMany(8));
  });

  it('come about as often as asked', () => {
    const drawn = drawMany(7);
    const share = (fault: string | undefined): number =>
      drawn.filter((each) => each === fault).length / drawn.length;
    expect(share('kill-before')).toBeCloseTo(0.1, 1);
    expect(share('drop-reply')).toBeCloseTo(0.2, 1);
    expect(share(undefined)).toBeCloseTo(0.7, 1);
  });
});
