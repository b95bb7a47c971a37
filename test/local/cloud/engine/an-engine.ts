import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlainObject } from '../../../../local/cloud/engine/document';
import type { Engine } from '../../../../local/cloud/engine/engine';
import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { findDocuments } from '../../../../local/cloud/operations/find-documents';
import {
  planInsert,
  planRemove,
  planUpdate,
} from '../../../../local/cloud/operations/write-documents';

export const PEOPLE = {
  name: 'people',
  indexes: [
    { name: 'code', fields: [{ name: 'code', direction: 1 }], unique: true },
    {
      name: 'crew_at',
      fields: [
        { name: 'crew', direction: 1 },
        { name: 'atMs', direction: -1 },
      ],
    },
  ],
} as const;

const folders: string[] = [];

/** A folder of its own, removed after the file's tests. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface EngineSetting {
  readonly dataDir?: string;
  readonly log?: (line: string) => void;
  readonly transactionLifetimeMs?: number;
}

/** An engine with the collection `people`. */
export async function anEngine(setting: EngineSetting = {}): Promise<Engine> {
  const engine = await openEngine({ nowMs: () => 0, log: () => undefined, ...setting });
  await engine.ensureCollections([PEOPLE]);
  return engine;
}

export function insert(engine: Engine, rows: readonly PlainObject[], transaction?: string) {
  return engine.write(PEOPLE.name, transaction, () => planInsert(rows, 0));
}

export function update(
  engine: Engine,
  query: PlainObject,
  change: PlainObject,
  transaction?: string,
) {
  return engine.write(PEOPLE.name, transaction, (people) =>
    planUpdate(people, query, change, true),
  );
}

export function remove(engine: Engine, query: PlainObject, transaction?: string) {
  return engine.write(PEOPLE.name, transaction, (people) => planRemove(people, query, true));
}

export function find(engine: Engine, query: PlainObject, transaction?: string): PlainObject[] {
  return findDocuments(engine.collection(PEOPLE.name, transaction), { query, limit: 1000 });
}

/** The code of a refusal; 'accepted' when there is none. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'accepted',
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );
}
