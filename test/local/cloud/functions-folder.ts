import { buildSync } from 'esbuild';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface FunctionSource {
  /** Body of `main`; in scope are `event`, `context`, `tcb` (node-sdk), `cloud` (wx-server-sdk) and `memory`, an object that lives as long as the module. */
  readonly body: string;
  readonly openapi?: readonly string[];
  readonly triggers?: readonly { name: string; type: 'timer'; config: string }[];
}

export interface FunctionsFolder {
  readonly functionsDir: string;
  readonly rcFile: string;
  readonly root: string;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SDK_DIR = join(ROOT, 'dist', '.cache', 'test-sdk');

/** One file per SDK: loading the hundreds that it consists of takes ten times as long. */
function sdkFile(name: string): string {
  const packageFile = join(ROOT, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const file = join(SDK_DIR, `${name.replace('/', '-')}-${version}.cjs`);
  if (!existsSync(file)) {
    const neighbour = `${file}.${process.pid}.tmp`;
    buildSync({
      absWorkingDir: ROOT,
      stdin: { contents: `module.exports = require('${name}')`, resolveDir: ROOT },
      bundle: true,
      platform: 'node',
      outfile: neighbour,
    });
    renameSync(neighbour, file);
  }
  return file;
}

/** Functions as a build would leave them, with their cloudbaserc.json and security rules. */
export function functionsFolder(
  sources: Readonly<Record<string, FunctionSource>>,
  rules: object = {},
): FunctionsFolder {
  const root = mkdtempSync(join(tmpdir(), 'functions-'));
  const functionsDir = join(root, 'dist');
  for (const [name, source] of Object.entries(sources)) {
    write(join(functionsDir, name, 'index.js'), codeOf(source.body));
    write(
      join(functionsDir, name, 'config.json'),
      JSON.stringify({ permissions: { openapi: source.openapi ?? [] } }),
    );
  }
  const functions = Object.entries(sources).map(([name, { triggers = [] }]) => ({
    name,
    handler: 'index.main',
    timeout: 10,
    triggers,
  }));
  write(join(root, 'cloudbaserc.json'), JSON.stringify({ functions }));
  write(join(root, 'cloudfunctions', 'security-rules.json'), JSON.stringify(rules));
  return { functionsDir, rcFile: join(root, 'cloudbaserc.json'), root };
}

function codeOf(body: string): string {
  const from = (name: string): string => `require(${JSON.stringify(sdkFile(name))})`;
  return `
    const lazy = (load) => new Proxy({}, { get: (_, key) => load()[key] });
    const tcb = lazy(() => ${from('@cloudbase/node-sdk')});
    const cloud = lazy(() => ${from('wx-server-sdk')});
    const memory = {};
    exports.main = async (event, context) => { ${body} };`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
