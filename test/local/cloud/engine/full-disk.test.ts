import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { aFolder } from './an-engine';

/** In blocks of half a kilobyte: room for some forty documents. */
const LIMIT = 600;

interface Written {
  readonly refusal: string;
  readonly again: string;
  readonly afterwards?: string;
  readonly kept: readonly string[];
  readonly read: number;
  readonly lines: readonly string[];
}

const hasLimits = spawnSync('prlimit', ['--version']).status === 0;
const whereLimited = hasLimits ? test : test.skip;

whereLimited(
  'a process whose data file cannot grow refuses, reads on, and writes again when it can (Linux with prlimit only)',
  async () => {
    const dataDir = aFolder();
    const script = join(__dirname, 'full-disk-writer.ts');
    // Without the trap the system ends the process at the limit.
    const command = `trap '' XFSZ; ulimit -S -f ${LIMIT}; exec "$0" --import tsx "$1" "$2"`;
    const { status, signal, stdout } = spawnSync(
      'sh',
      ['-c', command, process.execPath, script, dataDir],
      { encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } },
    );
    expect({ status, signal }).toEqual({ status: 0, signal: null });
    const written = JSON.parse(stdout) as Written;
    const sentence =
      'the data folder cannot be written (its commit failed); is there room on its disk?';
    expect(written).toMatchObject({ refusal: sentence, again: sentence });
    expect(written.afterwards).toBeUndefined();
    expect(written.read).toBe(written.kept.length - 1);
    expect(written.kept.length).toBeGreaterThan(10);
    expect(written.lines).toEqual([
      `local cloud: ${sentence} Reading goes on.`,
      'local cloud: the data folder can be written again',
    ]);

    const engine = await openEngine({ dataDir, nowMs: () => 0 });
    const ids = Array.from(engine.collection('written').all(), ({ document }) => document._id);
    expect(ids).toEqual(written.kept);
    await engine.close();
  },
  60_000,
);
