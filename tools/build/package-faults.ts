import { posix } from 'node:path';
import { lateScriptsIn, MAIN, packageOf, type PartJson } from './app-graph';
import { referencesIn, resolvePath } from './references';

/** Path in the package → content. */
type Files = ReadonlyMap<string, string | Uint8Array>;

interface BuiltApp {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/**
 * What is wrong with the places of files in a built package: WeChat's scan of the code fails a main
 * package with scripts that only sub-packages use, and no package can load from another than main.
 */
export function packageFaults(files: Files): readonly string[] {
  const app = JSON.parse(textOf(files, 'app.json')) as BuiltApp;
  const subPackages = app.subPackages ?? [];
  const homes = { packageRoots: subPackages.map(({ root }) => root) };
  const late = lateScriptsIn(textOf(files, 'app.js')).map((path) => `${path}.js`);
  const starts = new Map([
    [MAIN, ['app.json', 'app.js', 'app.wxss', ...app.pages.flatMap((page) => partFiles(page))]],
    ...subPackages.map(
      ({ root, pages }) =>
        [
          root,
          [
            ...pages.flatMap((page) => partFiles(posix.join(root, page))),
            ...late.filter((file) => file.startsWith(`${root}/`)),
          ],
        ] as const,
    ),
  ]);
  return [...starts].flatMap(([home, start]) => {
    const needed = filesNeeded(files, start);
    const idle = [...files.keys()]
      .filter((file) => packageOf(homes, file) === home && !needed.has(file))
      .map((file) => `${file} is in ${home}, and no page there needs it`);
    const foreign = [...needed]
      .filter(([file]) => ![home, MAIN].includes(packageOf(homes, file)))
      .map(([file, from]) => `${from} needs ${file}, which is in another package`);
    const missing = [...needed]
      .filter(([file]) => !files.has(file))
      .map(([file, from]) => `${from} needs ${file}, which is not there`);
    return [...idle, ...foreign, ...missing];
  });
}

/** Everything that `start` leads to, and what leads to it. */
function filesNeeded(files: Files, start: readonly string[]): ReadonlyMap<string, string> {
  const needed = new Map<string, string>();
  const need = (file: string, from: string): void => {
    if (needed.has(file) || (isOptional(file) && !files.has(file))) return;
    needed.set(file, from);
    for (const target of targetsIn(file, textOf(files, file))) need(target, file);
  };
  for (const file of start) need(file, 'app.json');
  return needed;
}

function targetsIn(file: string, text: string): readonly string[] {
  if (!file.endsWith('.json')) return [...referencesIn(file, text), ...picturesIn(file, text)];
  const { usingComponents = {} } = JSON.parse(text || '{}') as PartJson;
  const components = Object.values(usingComponents).map((written) => resolvePath(file, written));
  return [...components.flatMap(partFiles), ...namedIn(text)];
}

/** Pictures that a script hands to WeChat by their paths in the package. */
function picturesIn(file: string, text: string): readonly string[] {
  if (!file.endsWith('.js')) return [];
  return [...text.matchAll(/["'`]\/([\w/-]+\.png)["'`]/gu)].map(([, picture = '']) => picture);
}

/** The theme, the site map and pictures that app.json or the theme names. */
function namedIn(json: string): readonly string[] {
  return [...json.matchAll(/"([\w/-]+\.(?:png|json))"/gu)].map(([, file = '']) => file);
}

function partFiles(part: string): readonly string[] {
  return ['.json', '.wxml', '.js', '.wxss'].map((suffix) => part + suffix);
}

/** A part may have no style. */
function isOptional(file: string): boolean {
  return file.endsWith('.wxss') && file !== 'app.wxss';
}

function textOf(files: Files, file: string): string {
  const content = files.get(file);
  return typeof content === 'string' ? content : '';
}
