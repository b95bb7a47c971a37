import { bundled, partWith } from './bundled-app';
import { behaviorOf, formField } from './behaviors';
import { codeSpace } from './framework';
import { requireFile } from './modules';
import { addComponentStyle } from './styles';
import { markMethods } from './wxs-support';

type Definition = Record<string, unknown>;

/** The component whose file is being run; libraries call `Component()` from a shared file. */
let current: string | undefined;
const loaded = new Set<string>();

/** Runs the file of a page or component and those it uses, once. */
export function loadComponent(path: string): void {
  if (loaded.has(path)) return;
  loaded.add(path);
  const component = bundled.components[path];
  if (component === undefined) throw new Error(`component "${path}" is not in the package`);
  const { json, isPage, scope } = component;
  for (const used of Object.values(json.usingComponents ?? {})) loadComponent(used.slice(1));
  for (const generic of Object.values(json.componentGenerics ?? {})) {
    if (typeof generic === 'object') loadComponent(resolveFrom(path, generic.default));
  }
  const isolation = isPage ? { styleIsolation: json.styleIsolation ?? 'shared' } : {};
  const config: Record<string, unknown> = { ...json, component: !isPage, ...isolation };
  // Everything is loaded before it is used here, so placeholders of other packages never show.
  delete config['componentPlaceholder'];
  codeSpace.addComponentStaticConfig(path, config);
  codeSpace.addStyleSheet(path, undefined, scope);
  codeSpace.addCompiledTemplate(path, templateOf(path));
  const outer = current;
  current = path;
  try {
    requireFile(`${path}.js`);
  } finally {
    current = outer;
  }
  if (!isRegistered(path)) throw new Error(`"${path}.js" registers no page and no component`);
  addComponentStyle(path, isShared(path));
}

export function templateOf(path: string): Parameters<typeof codeSpace.addCompiledTemplate>[1] {
  const { templates } = partWith(path);
  return { groupList: templates, content: templates[path] } as never;
}

function isRegistered(path: string): boolean {
  return isolationMap()[path] !== undefined;
}

function isShared(path: string): boolean {
  const isolation = isolationMap()[path];
  return isolation === 'shared' || isolation === 'page-shared';
}

function isolationMap(): Record<string, string> {
  return (codeSpace as unknown as { _$styleIsolationMap: Record<string, string> })
    ._$styleIsolationMap;
}

function resolveFrom(path: string, target: string): string {
  return new URL(target, `http://package/${path}`).pathname.slice(1);
}

/** The globals `Component`, `Page` and `Behavior` of the package. */
export function defineComponent(definition: Definition): void {
  codeSpace.component(registering()).definition(normalise(definition)).register();
}

const PAGE_METHODS = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'] as const;

export function definePage(definition: Definition): void {
  const given = normalise(definition);
  for (const name of PAGE_METHODS) given[name] ??= () => undefined;
  codeSpace
    .component(registering())
    .pageDefinition(given as never)
    .register();
}

export function defineBehavior(definition: Definition): unknown {
  return codeSpace.behavior().definition(normalise(definition)).register();
}

function registering(): string {
  if (current === undefined) throw new Error('Page() or Component() outside of its own file');
  return current;
}

/** Strings that name behaviours become objects; form fields get the properties of one. */
export function normalise(definition: Definition): Definition {
  markMethods(definition);
  markMethods(definition['methods'] as Definition | undefined);
  if (Array.isArray(definition['behaviors'])) {
    const behaviors = definition['behaviors'].map(behaviorOf);
    definition['behaviors'] = behaviors;
    if (behaviors.includes(formField)) {
      const own = definition['properties'] as Definition | undefined;
      definition['properties'] = { name: String, ...own };
    }
  }
  const relations = definition['relations'] as Record<string, { target?: unknown }> | undefined;
  for (const [target, relation] of Object.entries(relations ?? {})) {
    if (typeof relation.target === 'string') relation.target = behaviorOf(relation.target);
    if (relation.target === undefined && !loadRelated(target)) relation.target = absent;
  }
  return definition;
}

/** What a relation leads to whose component the package does not have: nothing is ever found there. */
// The framework's types do not tell of the field that it compares.
const absent = (codeSpace.behavior().definition({}).register() as unknown as { _$: unknown })._$;

function loadRelated(target: string): boolean {
  const path = resolveFrom(registering(), target);
  if (bundled.components[path] === undefined) return false;
  loadComponent(path);
  return true;
}
