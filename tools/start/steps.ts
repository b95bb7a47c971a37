/** Shows that something takes its time, and how much it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const seconds = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  process.stdout.write(`${what} …`);
  const ticking = setInterval(() => {
    if (process.stdout.isTTY) process.stdout.write(`\r${what} … ${seconds()}`);
  }, 1000);
  try {
    const result = await work();
    process.stdout.write(`${process.stdout.isTTY ? `\r${what} …` : ''} ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
