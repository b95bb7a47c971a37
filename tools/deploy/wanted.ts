import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionSchema } from '../../cloudfunctions/_store/collection-schema';

export interface Trigger {
  readonly name: string;
  readonly type: string;
  readonly config: string;
}

export interface WantedFunction {
  readonly name: string;
  readonly handler: string;
  readonly runtime: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly envVariables: Readonly<Record<string, string>>;
  readonly triggers: readonly Trigger[];
  /** Digest of the built folder; kept online in BUILD_DIGEST, so that a second run can see that nothing changed. */
  readonly digest: string;
  readonly folder: string;
}

/** All that an environment must have, read from the files of this checkout. */
export interface Wanted {
  readonly collections: readonly CollectionSchema[];
  readonly functions: readonly WantedFunction[];
  /** The security rule of all functions, as the console writes it. */
  readonly functionRule: string;
}

interface RcFile {
  readonly functions: readonly (Omit<WantedFunction, 'digest' | 'envVariables' | 'folder'> & {
    readonly envVariables?: Readonly<Record<string, string>>;
  })[];
}

export function readWanted(
  root: string,
  collections: readonly CollectionSchema[],
  extraVariables: Readonly<Record<string, string>> = {},
  /** Absent: what cloudbaserc.json says. */
  runtime?: string,
): Wanted {
  const rc = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8')) as RcFile;
  const rule = readFileSync(join(root, 'cloudfunctions/security-rules.json'), 'utf8');
  const named = new Set(rc.functions.flatMap(({ envVariables = {} }) => Object.keys(envVariables)));
  return {
    collections,
    functionRule: JSON.stringify(JSON.parse(rule)),
    functions: rc.functions.map((fn) => {
      const folder = join(root, 'dist/cloudfunctions', fn.name);
      const digest = digestOf(folder);
      // What cloudbaserc.json names for some functions is theirs alone: a secret goes to nobody else.
      const given = Object.entries(extraVariables).filter(
        ([name]) => !named.has(name) || Object.hasOwn({ ...fn.envVariables }, name),
      );
      const envVariables = {
        ...fn.envVariables,
        ...Object.fromEntries(given),
        BUILD_DIGEST: digest,
      };
      return { ...fn, runtime: runtime ?? fn.runtime, envVariables, digest, folder };
    }),
  };
}

/** Of a file with an object of them. What is no text, as TEMPLATES may be, is written as JSON. */
export function readVariables(file: string): Readonly<Record<string, string>> {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.map')) continue;
    hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
