import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schema } from '../../cloudfunctions/_store/schema';
import { instantOf, localDay, MS_PER_MINUTE } from '../../domain/time/local-day';
import { type LocalCloud, startLocalCloud } from '../../local/cloud/start-local-cloud';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import type { Recorder } from './recorder';

/** Where the release is used, and by whom. */
export interface Stage {
  readonly cloud: LocalCloud;
  readonly recorder: Recorder;
}

/** The demo organisation is made at this instant: a Wednesday morning. */
export const FIRST_DAY = localDay('2026-03-11');
export const NEXT_DAY = localDay('2026-03-12');
export const START_MS = at(FIRST_DAY, '10:12');

/** Who does what, all but the last two of one branch. */
export const WHO = {
  secretary: 'yx01',
  discipline: 'yx02',
  leader: 'yx14',
  officer: 'yx15',
  office: 'jg03',
  otherOfficer: 'rl07',
} as const;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The local cloud on a data folder, with the functions of this checkout; its clock stands still. */
export function openCloud(dataDir: string, functionsDir: string): Promise<LocalCloud> {
  return startLocalCloud({
    dataDir,
    schema,
    functionsDir,
    rcFile: join(ROOT, 'cloudbaserc.json'),
    templates: LOCAL_TEMPLATES,
    startAtMs: START_MS,
    frozen: true,
  });
}

/** The instant of a time like `10:12`. */
export function at(day: typeof FIRST_DAY, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf(day, hour * 60 + minute);
}

export const minutes = (count: number): number => count * MS_PER_MINUTE;
