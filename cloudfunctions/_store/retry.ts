const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT';
const BUSY = 'ResourceUnavailable.TransactionBusy';
const TRANSACTION_CONFLICT = 'ResourceUnavailable.TransactionConflict';

const MOST_TRIES = 12;
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 400;

/**
 * Runs `work` again while it fails by a conflict of transactions, up to 12 times in all.
 */
export async function repeatOnConflict<R>(
  work: () => Promise<R>,
  pause: (ms: number) => Promise<void> = wait,
): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !isConflict(error)) throw error;
      await pause(pauseAfter(tries));
    }
  }
}

/**
 * Runs a step that reads, decides, and writes only what nobody has changed since it was read, until
 * it was not overtaken (`undefined`), up to 12 times.
 * @throws when it was overtaken every time; `what` says what could not be written
 */
export async function untilNotOvertaken<R>(
  what: string,
  step: () => Promise<R | undefined>,
  pause: (ms: number) => Promise<void> = wait,
): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    const result = await step();
    if (result !== undefined) return result;
    if (tries === MOST_TRIES) throw new Error(`${what} changed under every one of ${tries} tries`);
    await pause(pauseAfter(tries));
  }
}

/** Random, up to 15 ms doubled each time: without it the same two would meet again. */
function pauseAfter(tries: number): number {
  return Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
}

function isConflict(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === CONFLICT) return true;
  return (
    typeof message === 'string' &&
    (message.includes(TRANSACTION_CONFLICT) || message.includes(BUSY))
  );
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
