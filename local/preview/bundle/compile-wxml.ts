import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TmplGroup } from 'glass-easel-template-compiler';
import {
  BUILT_IN_TAGS,
  type BuiltInTag,
  builtInTemplatePath,
  CHILDLESS_TAGS,
} from '../built-in-tags';
import { compileWxs, WXS_RUNTIME, wxsRequires } from './compile-wxs';

// The package's ES module build loads its WASM in a way that Node does not support.
const { TmplGroup: Group } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
  TmplGroup: typeof TmplGroup;
};

const builtInTags: ReadonlySet<string> = new Set(BUILT_IN_TAGS);

/** Compiles templates, with the WXML and WXS they refer to, into one JavaScript expression. */
export function compileTemplates(
  appDir: string,
  componentPaths: Iterable<string>,
  builtIns: readonly BuiltInTag[] = [],
): { code: string; warnings: string[]; files: string[] } {
  const group = new Group();
  const warnings: string[] = [];
  const seen = new Set<string>();

  const addScript = (file: string): void => {
    const source = readOnce(file);
    if (source === undefined) return;
    const compiled = compileWxs(source);
    group.addScript(file.replace(/\.wxs$/, ''), compiled);
    for (const target of wxsRequires(source)) addScript(packagePath(file, target, '.wxs'));
  };
  const addTemplate = (file: string): void => {
    const source = readOnce(file);
    if (source === undefined) return;
    const name = file.replace(/\.wxml$/, '');
    for (const problem of group.addTmpl(name, prepareWxml(source)) as TemplateProblem[]) {
      warnings.push(`${file}:${problem.startLine + 1}: ${problem.message}`);
    }
    for (const [, target] of source.matchAll(REFERENCE('import|include'))) {
      addTemplate(packagePath(file, target ?? '', '.wxml'));
    }
    for (const [, target] of source.matchAll(REFERENCE('wxs'))) {
      addScript(packagePath(file, target ?? '', '.wxs'));
    }
  };
  const readOnce = (file: string): string | undefined => {
    if (seen.has(file)) return undefined;
    seen.add(file);
    const absolute = path.join(appDir, file);
    if (existsSync(absolute)) return readFileSync(absolute, 'utf8');
    warnings.push(`${file} is referred to and missing`);
    return undefined;
  };

  for (const tag of builtIns) {
    group.addTmpl(builtInTemplatePath(tag), CHILDLESS_TAGS.has(tag) ? '' : '<slot/>');
  }
  for (const componentPath of componentPaths) addTemplate(`${componentPath}.wxml`);
  group.setExtraRuntimeScript(WXS_RUNTIME);
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { code, warnings, files: [...seen] };
}

interface TemplateProblem {
  message: string;
  startLine: number;
}

const REFERENCE = (tags: string): RegExp =>
  new RegExp(`<(?:${tags})\\b[^>]*?\\bsrc=['"]([^'"]+)['"]`, 'g');

/** `view` → `wx-view` and so on, and inline WXS made ready; line numbers stay. */
export function prepareWxml(source: string): string {
  return source
    .replace(
      /(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g,
      (_, open: string, script: string, close: string) => open + compileWxs(script) + close,
    )
    .replace(/<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/g, (all, slash: string, tag: string) =>
      builtInTags.has(tag) ? `<${slash}wx-${tag}` : all,
    );
}

function packagePath(from: string, target: string, suffix: string): string {
  const withSuffix = target.endsWith(suffix) ? target : target + suffix;
  return withSuffix.startsWith('/')
    ? withSuffix.slice(1)
    : path.posix.join(path.posix.dirname(from), withSuffix);
}
