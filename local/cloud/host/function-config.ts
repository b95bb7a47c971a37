import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface TimerTrigger {
  readonly name: string;
  /** Seven-field cron (second … year) in Asia/Shanghai. */
  readonly cron: string;
}

/** One cloud function as deployed: its bundle and what `cloudbaserc.json` says of it. */
export interface FunctionConfig {
  readonly name: string;
  readonly bundle: string;
  /** Name of the export that is called. */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly env: Readonly<Record<string, string>>;
  readonly triggers: readonly TimerTrigger[];
  /** Cloud calls that the function's own `config.json` permits; others answer -604101. */
  readonly openapi: readonly string[];
  /** False: phones are refused, timers and message pushes are not. */
  readonly callableByPhones: boolean;
}

interface RcFunction {
  name: string;
  handler?: string;
  timeout?: number;
  memorySize?: number;
  envVariables?: Record<string, string>;
  triggers?: { name: string; type: string; config: string }[];
}

/** What production gives to a function that is deployed without a word about it. */
const DEFAULTS = { handler: 'index.main', timeout: 3, memorySize: 256 };

export interface FunctionSources {
  /** Folder with one folder per built function, each with an index.js. */
  readonly functionsDir: string;
  /** `cloudbaserc.json`. */
  readonly rcFile: string;
  /** `{"<function>": {"invoke": false}, "*": {"invoke": "auth != null"}}`; need not exist. */
  readonly rulesFile: string;
  /** Only these; absent: every function that is built. */
  readonly only?: readonly string[];
}

/** Reads every built function, by name. @throws when a file is missing or is not JSON. */
export function readFunctionConfigs(sources: FunctionSources): FunctionConfig[] {
  const rc = readJson(sources.rcFile) as { functions?: RcFunction[] };
  const rules = existsSync(sources.rulesFile)
    ? (readJson(sources.rulesFile) as Record<string, { invoke?: unknown }>)
    : {};
  return builtFunctions(sources.functionsDir)
    .filter((name) => sources.only?.includes(name) ?? true)
    .map((name) => {
      const declared = rc.functions?.find((candidate) => candidate.name === name);
      const { handler, timeout, memorySize } = { ...DEFAULTS, ...declared };
      const folder = join(sources.functionsDir, name);
      return {
        name,
        bundle: join(folder, 'index.js'),
        handler: handler.split('.')[1] ?? 'main',
        timeoutMs: timeout * 1000,
        memoryMb: memorySize,
        env: declared?.envVariables ?? {},
        triggers: (declared?.triggers ?? [])
          .filter((trigger) => trigger.type === 'timer')
          .map((trigger) => ({ name: trigger.name, cron: trigger.config })),
        openapi: readOpenapiPermissions(join(folder, 'config.json')),
        callableByPhones: (rules[name] ?? rules['*'])?.invoke !== false,
      };
    });
}

function builtFunctions(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir)
    .filter((name) => existsSync(join(functionsDir, name, 'index.js')))
    .sort();
}

function readOpenapiPermissions(file: string): string[] {
  if (!existsSync(file)) return [];
  const config = readJson(file) as { permissions?: { openapi?: string[] } };
  return config.permissions?.openapi ?? [];
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${file} is not JSON`, { cause: error });
  }
}
