import { BUILT_IN_TAGS } from '../../local/preview/built-in-tags';
import { packageOf, type AppGraph, type Part } from './app-graph';
import { keepsState } from './module-state';
import type { Script } from './scripts';

/** Addresses that are compared or handed to WeChat, from which nothing of the package is loaded. */
const HARMLESS_ADDRESSES = ['http://www.w3.org/2000/svg', 'https://mp.weixin.qq.com/'];
const ADDRESS = /https?:\/\/[^\s"'`)\\<>]+/gu;

/** Addresses in a shipped file from which something could be loaded. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(ADDRESS)]
    .map(([address]) => address)
    .filter((address) => !HARMLESS_ADDRESSES.some((harmless) => address.startsWith(harmless)));
}

/** Sources of the development side that went into a shipped script. */
export function developmentModules(scripts: readonly Script[]): readonly string[] {
  return scripts
    .flatMap(({ modules }) => modules)
    .filter((module) => /^(?:local|tools|test|cloudfunctions)\//u.test(module));
}

/**
 * Modules of ours that keep state and are in several packages, where each copy has its own.
 * Libraries are let be: what state they have is set up by whoever imports them, in each package.
 */
export function doubledState(
  graph: Pick<AppGraph, 'packageRoots'>,
  scripts: readonly Script[],
  read: (module: string) => string,
): readonly string[] {
  const homes = new Map<string, Set<string>>();
  for (const { file, modules } of scripts) {
    for (const module of modules.filter((each) => !each.includes('node_modules/'))) {
      homes.set(module, (homes.get(module) ?? new Set()).add(packageOf(graph, file)));
    }
  }
  return [...homes]
    .filter(([module, { size }]) => size > 1 && keepsState(read(module)))
    .map(
      ([module, copies]) => `${module} keeps state, and ${[...copies].join(' and ')} have a copy`,
    );
}

/**
 * Tags used without being declared, and declared without being used: the latter load for nothing.
 * @param template of the part, with the templates that it imports
 */
export function componentFaults(part: Part, template: string): readonly string[] {
  const used = new Set([...template.matchAll(/<([a-z][\w-]*)/gu)].map(([, tag = '']) => tag));
  const builtIn: ReadonlySet<string> = new Set([...BUILT_IN_TAGS, 'block', 'template', 'slot']);
  const known = (tag: string) => builtIn.has(tag) || ['import', 'include', 'wxs'].includes(tag);
  const unknown = [...used].filter((tag) => !known(tag) && part.components[tag] === undefined);
  const idle = Object.keys(part.components).filter((tag) => !used.has(tag));
  return [
    ...unknown.map((tag) => `${part.path}: <${tag}> is not declared in the json`),
    ...idle.map((tag) => `${part.path}: ${tag} is declared and not used`),
  ];
}
