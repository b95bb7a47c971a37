import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SharedTime } from '../../../../local/cloud/clock/shared-time';
import type { FunctionConfig } from '../../../../local/cloud/host/function-config';
import { FunctionHost } from '../../../../local/cloud/host/function-host';

/** A bundle that exports `main` with this body; `event` and `context` are in scope. */
export function bundleOf(body: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'function-'));
  const file = join(folder, 'index.js');
  writeFileSync(file, `exports.main = async (event, context) => { ${body} };`);
  return file;
}

export function aFunction(overrides: Partial<FunctionConfig> & { body?: string }): FunctionConfig {
  const { body = 'return event;', ...rest } = overrides;
  return {
    name: 'sample',
    bundle: rest.bundle ?? bundleOf(body),
    handler: 'main',
    timeoutMs: 5000,
    memoryMb: 128,
    env: {},
    triggers: [],
    openapi: [],
    callableByPhones: true,
    ...rest,
  };
}

export interface TestHost {
  readonly host: FunctionHost;
  readonly time: SharedTime;
  readonly lines: string[];
}

/** With as many instances at once as named, and no more unless a maximum is named too. */
export function aHost(
  functions: readonly FunctionConfig[],
  coreInstances = 2,
  maxInstances = coreInstances,
): TestHost {
  const lines: string[] = [];
  const time = new SharedTime();
  const host = new FunctionHost({
    envId: 'test-env',
    functions,
    sdkEnv: { SCF_NAMESPACE: 'test-env', TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'local' },
    time: time.buffer,
    coreInstances,
    maxInstances,
    log: ({ fn, line }) => void lines.push(`${fn}: ${line}`),
  });
  return { host, time, lines };
}

export const PHONE = { openId: 'o-ann', source: 'wx_client' } as const;
