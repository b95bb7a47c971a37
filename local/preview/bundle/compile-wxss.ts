import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type ChildNode, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { CLASS_SCOPE_MARK } from '../app-package';
import { BUILT_IN_TAGS } from '../built-in-tags';
import { isInKeyframes, moveThemeToAttribute } from './theme-media';

const builtInTags: ReadonlySet<string> = new Set(BUILT_IN_TAGS);

/** `component`: classes carry a mark that becomes the scope of the component at run time. */
export type StyleKind = 'app' | 'page' | 'component';

export interface WxssCompiler {
  /** CSS for the browser; empty when the file does not exist. */
  compile(file: string, kind: StyleKind): { css: string; warnings: readonly string[] };
}

interface CompiledStyle {
  css: string;
  warnings: string[];
  /** The file and everything it imports, with the times at which they were last written. */
  sources: ReadonlyMap<string, number>;
}

/** Keeps results between builds and repeats only what changed, imported files included. */
export function createWxssCompiler(appDir: string): WxssCompiler {
  const cache = new Map<string, CompiledStyle>();
  const writtenAt = (file: string): number =>
    statSync(path.join(appDir, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return {
    compile(file, kind) {
      const cached = cache.get(file);
      if (cached && [...cached.sources].every(([name, time]) => writtenAt(name) === time)) {
        return cached;
      }
      const warnings: string[] = [];
      const files = new Set<string>();
      const root = inlineImports(appDir, file, files, warnings, []);
      const css = transformWxss(root, { file, kind, warnings }).toString();
      const sources = new Map([...files].map((name) => [name, writtenAt(name)]));
      const compiled = { css, warnings, sources };
      cache.set(file, compiled);
      return compiled;
    },
  };
}

/** Units, tags, `:host`, theme and safe area; changes `root` in place and returns it. */
export function transformWxss(
  root: Root,
  { file, kind, warnings }: { file: string; kind: StyleKind; warnings: string[] },
): Root {
  moveThemeToAttribute(root, warnings, file);
  root.walkAtRules('font-face', (rule) => dropRemoteFont(rule, file, warnings));
  root.walkDecls((declaration) => {
    declaration.value = phoneUnits(declaration.value);
  });
  root.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    rule.selector = selectorParser((selectors) => {
      rewriteSelectors(selectors, file, kind, warnings);
    }).processSync(rule.selector);
  });
  return root;
}

/**
 * `rpx` is 1/750 of the screen width; `vh` is the height of the page without bars; `env(safe-area-…)`
 * is what the phone frame says.
 */
export function phoneUnits(value: string): string {
  return value
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, size: string) => `${round(Number(size) / 7.5)}vw`)
    .replace(
      /(^|[^\w.-])(-?\d*\.?\d+)vh\b/gi,
      (_, before: string, size: string) => `${before}calc(var(--wx-vh) * ${size})`,
    )
    .replace(
      /(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(,[^()]*)?\)/g,
      (_, side: string) => `var(--wx-safe-${side}, 0px)`,
    );
}

function rewriteSelectors(
  root: selectorParser.Root,
  file: string,
  kind: StyleKind,
  warnings: string[],
): void {
  root.walk((node) => {
    if (node.type === 'class' && kind === 'component') {
      node.value = CLASS_SCOPE_MARK + node.value;
    } else if (node.type === 'tag') {
      if (kind !== 'component' && builtInTags.has(node.value)) {
        warnings.push(`${file}: selector "${node.value}" also reaches into components here`);
      }
      node.value = builtInTagName(node.value);
    } else if (node.type === 'pseudo' && node.value === ':host') {
      const host = selectorParser.attribute({
        attribute: 'wx-host',
        operator: '=',
        value: undefined,
        raws: {},
      });
      host.setValue(file.replace(/\.wxss$/, ''), { quoteMark: '"' });
      node.replaceWith(host);
    }
  });
}

function builtInTagName(tag: string): string {
  if (tag === 'page') return 'wx-page-root';
  return builtInTags.has(tag) ? `wx-${tag}` : tag;
}

function inlineImports(
  appDir: string,
  file: string,
  files: Set<string>,
  warnings: string[],
  parents: readonly string[],
): Root {
  files.add(file);
  const absolute = path.join(appDir, file);
  if (!existsSync(absolute)) {
    if (parents.length > 0) warnings.push(`${parents.at(-1) ?? ''}: ${file} is missing`);
    return postcss.root();
  }
  const root = postcss.parse(readFileSync(absolute, 'utf8'), { from: absolute });
  root.walkAtRules('import', (rule) => {
    const target = /['"]([^'"]+)['"]/.exec(rule.params)?.[1];
    const imported = target === undefined ? undefined : importPath(file, target);
    if (imported === undefined || parents.includes(imported)) {
      rule.remove();
      return;
    }
    const nodes: ChildNode[] = inlineImports(appDir, imported, files, warnings, [
      ...parents,
      file,
    ]).nodes;
    rule.replaceWith(nodes);
  });
  return root;
}

function importPath(from: string, target: string): string {
  return target.startsWith('/')
    ? target.slice(1)
    : path.posix.join(path.posix.dirname(from), target);
}

/** A font from the network would hide that the package needs the network to look right. */
function dropRemoteFont(rule: AtRule, file: string, warnings: string[]): void {
  if (!/url\(\s*['"]?(https?:)?\/\//.test(rule.toString())) return;
  warnings.push(`${file}: a font is loaded from the network`);
  rule.remove();
}

function round(size: number): number {
  return Number(size.toFixed(5));
}
