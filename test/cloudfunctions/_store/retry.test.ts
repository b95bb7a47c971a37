import { repeatOnConflict, untilNotOvertaken } from '../../../cloudfunctions/_store/retry';

const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const BUSY = new Error('[ResourceUnavailable.TransactionBusy] try again');

async function repeated(failures: readonly unknown[]) {
  const pauses: number[] = [];
  const left = [...failures];
  const work = async () => {
    if (left.length > 0) throw left.shift() as Error;
    return 'done';
  };
  const pause = async (ms: number) => void pauses.push(ms);
  const outcome = await repeatOnConflict(work, pause).catch((error: unknown) => error);
  return { outcome, pauses };
}

test('work that succeeds is not repeated', async () => {
  expect(await repeated([])).toEqual({ outcome: 'done', pauses: [] });
});

test('a conflict or a busy transaction is tried again after a pause', async () => {
  const { outcome, pauses } = await repeated([CONFLICT, BUSY]);
  expect(outcome).toBe('done');
  expect(pauses).toHaveLength(2);
});

test('pauses are random, grow, and stay under 0.4 s', async () => {
  const { outcome, pauses } = await repeated(Array.from({ length: 11 }, () => CONFLICT));
  expect(outcome).toBe('done');
  pauses.forEach((ms, index) => {
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(Math.min(400, 15 * 2 ** (index + 1)));
  });
  expect(new Set(pauses).size).toBe(11);
});

test('after twelve tries the conflict is given up', async () => {
  const { outcome, pauses } = await repeated(Array.from({ length: 12 }, () => CONFLICT));
  expect(outcome).toBe(CONFLICT);
  expect(pauses).toHaveLength(11);
});

test('any other error is not tried again', async () => {
  const error = { code: 'DATABASE_TIMEOUT' };
  expect(await repeated([error])).toEqual({ outcome: error, pauses: [] });
});

async function overtaken(times: number) {
  const pauses: number[] = [];
  let left = times;
  const step = async () => {
    left -= 1;
    return left < 0 ? 'written' : undefined;
  };
  const outcome = await untilNotOvertaken('line 1', step, async (ms) => void pauses.push(ms)).catch(
    (error: unknown) => (error as Error).message,
  );
  return { outcome, pauses };
}

test('a step that was overtaken is taken again after a pause, eleven times', async () => {
  expect(await overtaken(0)).toEqual({ outcome: 'written', pauses: [] });
  const { outcome, pauses } = await overtaken(11);
  expect(outcome).toBe('written');
  expect(new Set(pauses).size).toBe(11);
});

test('a step that is overtaken each time says what could not be written', async () => {
  expect((await overtaken(12)).outcome).toBe('line 1 changed under every one of 12 tries');
});
