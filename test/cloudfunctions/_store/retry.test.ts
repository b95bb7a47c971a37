import { repeatOnConflict } from '../../../cloudfunctions/_store/retry';

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
  const { outcome, pauses } = await repeated(Array.from({ length: 7 }, () => CONFLICT));
  expect(outcome).toBe('done');
  pauses.forEach((ms, index) => {
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(Math.min(400, 15 * 2 ** (index + 1)));
  });
  expect(new Set(pauses).size).toBe(7);
});

test('after eight tries the conflict is given up', async () => {
  const { outcome, pauses } = await repeated(Array.from({ length: 8 }, () => CONFLICT));
  expect(outcome).toBe(CONFLICT);
  expect(pauses).toHaveLength(7);
});

test('any other error is not tried again', async () => {
  const error = { code: 'DATABASE_TIMEOUT' };
  expect(await repeated([error])).toEqual({ outcome: error, pauses: [] });
});
