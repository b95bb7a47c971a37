import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from '../../../tools/start/build-if-changed';
import { aFolder } from '../start-process';

/** A checkout with a source, and a build of it that counts. */
function aCheckout() {
  const root = aFolder();
  const dist = join(root, 'dist');
  const bundle = join(dist, 'cloudfunctions', 'study', 'index.js');
  const seen = { builds: 0 };
  mkdirSync(join(root, 'domain', 'time'), { recursive: true });
  writeFileSync(join(root, 'domain', 'time', 'day.ts'), 'one');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  const build = async (): Promise<void> => {
    seen.builds += 1;
    mkdirSync(join(dist, 'cloudfunctions', 'study'), { recursive: true });
    writeFileSync(bundle, 'built');
  };
  const start = (): Promise<boolean> => buildIfChanged({ root, dist }, build);
  return { root, dist, bundle, seen, start, build };
}

describe('a start', () => {
  it('builds the first time, and nothing again while nothing has changed', async () => {
    const { start, seen } = aCheckout();
    expect([await start(), await start(), await start()]).toEqual([true, false, false]);
    expect(seen.builds).toBe(1);
  });

  type Checkout = ReturnType<typeof aCheckout>;
  it.each<[string, (checkout: Checkout) => void]>([
    ['a source was written', ({ root }) => writeFileSync(join(root, 'domain/time/day.ts'), 'two')],
    ['a source has come', ({ root }) => writeFileSync(join(root, 'domain/week.ts'), '')],
    ['a source has gone', ({ root }) => rmSync(join(root, 'domain/time/day.ts'))],
    [
      'a source is of another time, the same in length',
      ({ root }) => utimesSync(join(root, 'domain/time/day.ts'), 1, 1),
    ],
    ['packages have changed', ({ root }) => writeFileSync(join(root, 'package-lock.json'), '{ }')],
    ['another command has built over it', ({ bundle }) => writeFileSync(bundle, 'debug')],
    ['a part of what was built is gone', ({ bundle }) => rmSync(bundle)],
    ['all of it is gone', ({ dist }) => rmSync(dist, { recursive: true })],
  ])('builds once more when %s', async (_, change) => {
    const checkout = aCheckout();
    await checkout.start();
    change(checkout);
    expect([await checkout.start(), await checkout.start()]).toEqual([true, false]);
    expect(checkout.seen.builds).toBe(2);
  });

  it('builds again after a build that failed or was cut short', async () => {
    const { root, dist, start } = aCheckout();
    await start();
    writeFileSync(join(root, 'domain/week.ts'), 'const');
    const failing = buildIfChanged({ root, dist }, () => Promise.reject(new Error('no such type')));
    await expect(failing).rejects.toThrow('no such type');
    expect(await start()).toBe(true);
  });

  it('builds again when a source was saved while it built', async () => {
    const { root, dist, build, start } = aCheckout();
    await buildIfChanged({ root, dist }, async () => {
      await build();
      writeFileSync(join(root, 'domain/week.ts'), 'saved meanwhile');
    });
    expect(await start()).toBe(true);
    expect(readdirSync(dist)).toContain('built-by-start.json');
  });
});
