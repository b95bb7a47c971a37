import { type Engine } from '../../local/cloud/engine/engine';
import { openEngine } from '../../local/cloud/engine/open-engine';
import { startGateway } from '../../local/cloud/gateway/start-gateway';
import { databaseActions } from '../../local/cloud/operations/database-actions';
import type { Command, Database } from './sdk';

/** Collections of the scenarios; in a real environment they are created once, see the README. */
const SCHEMAS = [
  { name: 'conformance_items', indexes: [] },
  { name: 'conformance_others', indexes: [] },
  {
    name: 'conformance_coded',
    indexes: [
      {
        name: 'unique_code',
        fields: [
          { name: 'code', direction: 1 },
          { name: 'branch', direction: 1 },
        ],
        unique: true,
      },
      { name: 'at', fields: [{ name: 'atMs', direction: -1 }] },
    ],
  },
] as const;

export const ITEMS = SCHEMAS[0].name;
export const OTHERS = SCHEMAS[1].name;
export const CODED = SCHEMAS[2].name;

/** True when the scenarios run against CloudBase itself. */
export const IS_REAL_CLOUD = process.env['CONFORMANCE_ENV'] !== undefined;

export interface Cloud {
  readonly db: Database;
  readonly _: Command;
}

/** Registers hooks: one cloud for the file, empty collections for every test. */
export function useCloud(): Cloud {
  let db: Database | undefined;
  let close = async (): Promise<void> => undefined;

  beforeAll(async () => {
    if (!IS_REAL_CLOUD) close = await startLocalDatabase();
    db = await connect();
    if (IS_REAL_CLOUD) await createMissing(db);
  }, 30_000);
  beforeEach(async () => {
    const everything = { _id: current(db).command.exists(true) };
    for (const { name } of SCHEMAS) await current(db).collection(name).where(everything).remove();
  });
  afterAll(() => close());

  return {
    get db() {
      return current(db);
    },
    get _() {
      return current(db).command;
    },
  };
}

/** Points the SDK here, by environment variables alone, and gives the way to stop it. */
async function startLocalDatabase(): Promise<() => Promise<void>> {
  const engine: Engine = await openEngine({ nowMs: () => Date.now() });
  await engine.ensureCollections(SCHEMAS);
  const gateway = await startGateway({ handlers: databaseActions(engine) });
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: gateway.adminUrl }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-conformance',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
  });
  return async () => {
    await gateway.stop();
    await engine.close();
  };
}

async function connect(): Promise<Database> {
  // Imported here because the variables above must be set before.
  const { default: tcb } = await import('@cloudbase/node-sdk');
  const options = IS_REAL_CLOUD
    ? {
        env: process.env['CONFORMANCE_ENV'] ?? '',
        secretId: process.env['TENCENTCLOUD_SECRETID'] ?? '',
        secretKey: process.env['TENCENTCLOUD_SECRETKEY'] ?? '',
      }
    : { env: tcb.SYMBOL_CURRENT_ENV };
  return tcb.init(options).database() as unknown as Database;
}

async function createMissing(db: Database): Promise<void> {
  for (const { name } of SCHEMAS) {
    await db.createCollection(name).catch((error: unknown) => {
      if (codeOfError(error) !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error;
    });
  }
}

function current(db: Database | undefined): Database {
  if (db === undefined) throw new Error('the cloud is there inside tests only');
  return db;
}

/** The code with which a call is refused; 'accepted' when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'accepted',
    (error: unknown) => codeOfError(error),
  );
}

function codeOfError(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : `no code: ${String(error)}`;
}
