import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { GIVEN_NAMES, HIDDEN_BROWSER_NAMES } from '../app-package';
import { npmCandidates } from './read-package';

interface CompiledScript {
  readonly mtimeMs: number;
  readonly code: string;
  /** As written in `require`. */
  readonly requires: readonly string[];
}

export interface ScriptCompiler {
  /** All files that the entries reach, each as a member of an object literal. */
  compile(
    entries: Iterable<string>,
  ): Promise<{ members: ReadonlyMap<string, string>; warnings: string[] }>;
}

/**
 * Wraps each JavaScript file of the package in a function, as the phone does, and keeps results
 * between builds. ES modules (TDesign ships them) become CommonJS first, as `setting.es6` does.
 */
export function createScriptCompiler(appDir: string): ScriptCompiler {
  const cache = new Map<string, CompiledScript>();

  const load = async (file: string): Promise<CompiledScript> => {
    const absolute = path.join(appDir, file);
    const { mtimeMs } = statSync(absolute);
    const cached = cache.get(file);
    if (cached?.mtimeMs === mtimeMs) return cached;
    const source = readFileSync(absolute, 'utf8');
    const code = isEsModule(source)
      ? (await transform(source, { format: 'cjs', target: 'es2020', charset: 'utf8' })).code
      : source;
    const compiled = { mtimeMs, code, requires: requiresOf(code) };
    cache.set(file, compiled);
    return compiled;
  };

  return {
    async compile(entries) {
      const warnings: string[] = [];
      const members = new Map<string, string>();
      const queue = [...entries];
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        if (members.has(file)) continue;
        if (!existsSync(path.join(appDir, file))) {
          warnings.push(`${file} is missing`);
          continue;
        }
        const script = await load(file);
        if (LATE_BY_ANOTHER_NAME.test(script.code)) {
          warnings.push(`${file}: require.async finds only what is named in plain quotes`);
        }
        const targets: Record<string, string> = {};
        for (const target of script.requires) {
          const found = resolveScript(appDir, file, target);
          if (found === undefined) {
            warnings.push(`${file}: "${target}" is not in the package`);
            continue;
          }
          targets[target] = found;
          queue.push(found);
        }
        members.set(file, moduleMember(file, targets, script.code));
      }
      return { members, warnings };
    },
  };
}

/** Generous: the transformation leaves a file alone that only mentions the words. */
function isEsModule(source: string): boolean {
  return /\b(?:import|export)\b/.test(source);
}

const LATE_BY_ANOTHER_NAME = /\brequire\.async\(\s*[^"'\s]/;

function requiresOf(code: string): readonly string[] {
  return [...code.matchAll(/\brequire(?:\.async)?\(\s*["']([^"'\n]+)["']\s*\)/g)].map(
    (match) => match[1] ?? '',
  );
}

/** The file that `require(target)` in `from` means, or undefined. Paths are relative to the package. */
export function resolveScript(appDir: string, from: string, target: string): string | undefined {
  const folder = path.posix.dirname(from);
  const bases = target.startsWith('/')
    ? [target.slice(1)]
    : [path.posix.join(folder, target), ...npmCandidates(folder, target)];
  const files = bases.flatMap((base) => [base, `${base}.js`, `${base}/index.js`]);
  return files.find((file) =>
    statSync(path.join(appDir, file), { throwIfNoEntry: false })?.isFile(),
  );
}

// The inner block lets a file declare a name of its own that is also one of the parameters.
function moduleMember(file: string, targets: Record<string, string>, code: string): string {
  const names = [...GIVEN_NAMES, ...HIDDEN_BROWSER_NAMES].join(', ');
  return `${JSON.stringify(file)}: {
targets: ${JSON.stringify(targets)},
body: function (${names}) {"use strict"; {
${code}
}}}`;
}
