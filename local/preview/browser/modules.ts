import { HIDDEN_BROWSER_NAMES } from '../app-package';
import { partWith } from './bundled-app';

type Require = ((target: string) => unknown) & { async(target: string): Promise<unknown> };

const exportsOf = new Map<string, { exports: unknown }>();

/** The globals of a mini program, in the order of `GIVEN_NAMES` after `exports`. */
let givenGlobals: readonly unknown[] = [];

export function giveGlobals(values: readonly unknown[]): void {
  givenGlobals = values;
}

/** Runs a JavaScript file of the package once. @throws when the file is not in the package. */
export function requireFile(file: string): unknown {
  const loaded = exportsOf.get(file);
  if (loaded !== undefined) return loaded.exports;
  const source = partWith(file).modules[file];
  if (source === undefined) throw new Error(`module "${file}" is not defined`);
  const module: { exports: unknown } = { exports: {} };
  exportsOf.set(file, module);
  const hidden = HIDDEN_BROWSER_NAMES.map(() => undefined);
  source.body(requireFrom(file), module, module.exports, ...givenGlobals, ...hidden);
  return module.exports;
}

function requireFrom(file: string): Require {
  const resolve = (target: string): string => {
    const found = partWith(file).modules[file]?.targets[target];
    if (found === undefined) {
      throw new Error(`module "${target}" is not defined, require in "${file}"`);
    }
    return found;
  };
  return Object.assign((target: string) => requireFile(resolve(target)), {
    async: async (target: string) => requireFile(resolve(target)),
  });
}
