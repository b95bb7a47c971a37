import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseTar, type ParsedTarFileItem } from 'nanotar';
import type { Action } from '../../contract/action';
import type { Document } from '../../local/cloud/engine/document';
import type { RecordedCall } from '../../tools/release-fixture/recorder';

/** What an earlier release has left behind, as tools/release-fixture.ts has recorded it. */
export interface Release {
  readonly version: string;
  /** Of every action one at least that succeeded, in order, beginning with the data folder as it is. */
  readonly calls: readonly RecordedCall[];
  /** Some of its data folder, of every shape, by collection. */
  readonly documents: Readonly<Record<string, readonly Document[]>>;
  readonly contract: Contract;
  /** Routes of the pages of its phone. */
  readonly pages: readonly string[];
  /** Where its clock stood when the data folder was closed. */
  readonly endMs: number;
  readonly unpack: (what: 'data' | 'phone', folder: string) => void;
}

/** As it is built into the phone, with the parser of then. */
interface Contract {
  readonly api: Readonly<Record<string, Readonly<Record<string, Action>>>>;
  readonly COMMON_ERRORS: readonly string[];
  /** Absent: the phone of 0.1.0 read strictly. */
  readonly lenient?: (output: Action['output']) => Action['output'];
}

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const PREFIX = 'release-';

/** All that were recorded, the oldest first. */
export const releases: readonly Release[] = readdirSync(FIXTURES)
  .filter((name) => name.startsWith(PREFIX))
  .map((name) => readRelease(name.slice(PREFIX.length), join(FIXTURES, name)))
  .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));

/** A call of this action that succeeded then. */
export function callOf({ version, calls }: Release, action: string): RecordedCall {
  const found = calls.find(({ data, answer }) => data.action === action && answer.ok);
  if (found === undefined) throw new Error(`release ${version} has no call of ${action}`);
  return found;
}

function readRelease(version: string, folder: string): Release {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const calls = json('calls.json') as Release['calls'];
  const appConfig = filesIn(join(folder, 'phone.tgz')).find(({ name }) => name === 'app.json');
  return {
    version,
    calls,
    documents: json('documents.json') as Release['documents'],
    contract: createRequire(import.meta.url)(join(folder, 'contract.cjs')) as Contract,
    pages: pagesOf(JSON.parse(appConfig?.text ?? '{}') as AppConfig),
    endMs: calls[0]?.atMs ?? 0,
    unpack: (what, target) => {
      for (const { name, data } of filesIn(join(folder, `${what}.tgz`))) {
        const file = join(target, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, data ?? '');
      }
    },
  };
}

function filesIn(archive: string): readonly ParsedTarFileItem[] {
  return parseTar(gunzipSync(readFileSync(archive)));
}

interface AppConfig {
  readonly pages?: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

export function pagesOf({ pages = [], subPackages = [] }: AppConfig): readonly string[] {
  const inPackages = subPackages.flatMap(({ root, pages: own }) =>
    own.map((page) => `${root.replace(/\/$/u, '')}/${page}`),
  );
  return [...pages, ...inPackages];
}
