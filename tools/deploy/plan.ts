import type { CollectionSchema, IndexSchema } from '../../cloudfunctions/_store/collection-schema';
import type { Found, FoundCollection, FoundFunction, FoundIndex } from './found';
import { unfitVariables } from './unfit-variables';
import type { Trigger, Wanted, WantedFunction } from './wanted';

export type Step =
  | { readonly kind: 'create-collection'; readonly collection: string }
  | { readonly kind: 'create-index'; readonly collection: string; readonly index: IndexSchema }
  | { readonly kind: 'drop-index'; readonly collection: string; readonly index: string }
  | { readonly kind: 'lock-collection'; readonly collection: string; readonly was: string }
  | { readonly kind: 'create-function'; readonly fn: WantedFunction }
  | {
      readonly kind: 'update-config';
      readonly fn: WantedFunction;
      readonly differs: readonly string[];
    }
  | { readonly kind: 'update-code'; readonly fn: WantedFunction }
  | { readonly kind: 'create-trigger'; readonly fn: string; readonly trigger: Trigger }
  | { readonly kind: 'delete-trigger'; readonly fn: string; readonly trigger: string }
  | { readonly kind: 'set-function-rule'; readonly rule: string };

/** What test/runtimes calls the bundles under; a function that runs on one of them may stay. */
export const RUNTIMES = ['Nodejs20.19', 'Nodejs18.15'];

export interface Plan {
  readonly steps: readonly Step[];
  /** Differences that no call can mend and that need no hurry. */
  readonly standing: readonly string[];
  /** Differences that no call can mend; somebody has to decide. */
  readonly conflicts: readonly string[];
  /** Things online that this checkout does not know; they are left alone. */
  readonly strangers: readonly string[];
}

/** What has to be done so that `found` becomes `wanted`; empty when nothing differs. */
export function planOf(wanted: Wanted, found: Found): Plan {
  const conflicts = [...unfitVariables(wanted.functions)];
  const standing: string[] = [];
  const steps: Step[] = [
    ...wanted.collections.flatMap((collection) =>
      collectionSteps(
        collection,
        found.collections.find((other) => other.name === collection.name),
      ),
    ),
    ...wanted.functions.flatMap((fn) => {
      const online = found.functions.find((other) => other.name === fn.name);
      if (online !== undefined && online.runtime !== fn.runtime) {
        const list = RUNTIMES.includes(online.runtime) ? standing : conflicts;
        list.push(runtimeDifference(fn, online));
      }
      return functionSteps(fn, online);
    }),
  ];
  if (!sameJson(found.functionRule, wanted.functionRule)) {
    steps.push({ kind: 'set-function-rule', rule: wanted.functionRule });
  }
  const known = new Set([
    ...wanted.collections.map((collection) => collection.name),
    ...wanted.functions.map((fn) => fn.name),
  ]);
  const strangers = [...found.collections, ...found.functions]
    .map((thing) => thing.name)
    .filter((name) => !known.has(name));
  return { steps, standing, conflicts, strangers };
}

/** Functions keep nothing, so that one can be deleted and created again at a quiet hour. */
function runtimeDifference({ name, runtime }: WantedFunction, online: FoundFunction): string {
  const remedy = `a runtime cannot be changed online: for ${runtime}, delete the function in the console and deploy again${name === 'wxevents' ? ', then choose it for message push once more' : ''}`;
  return `function ${name} runs ${online.runtime}; ${remedy}`;
}

function collectionSteps(wanted: CollectionSchema, found: FoundCollection | undefined): Step[] {
  const collection = wanted.name;
  const steps: Step[] = found === undefined ? [{ kind: 'create-collection', collection }] : [];
  for (const index of wanted.indexes) {
    const online = found?.indexes.find((other) => other.name === index.name);
    if (online !== undefined && sameIndex(index, online)) continue;
    if (online !== undefined) steps.push({ kind: 'drop-index', collection, index: index.name });
    steps.push({ kind: 'create-index', collection, index });
  }
  if (found?.permission !== 'ADMINONLY') {
    steps.push({ kind: 'lock-collection', collection, was: found?.permission ?? 'none' });
  }
  return steps;
}

function sameIndex(wanted: IndexSchema, found: FoundIndex): boolean {
  const shape = (fields: readonly { name: string; direction: string | number }[]): string =>
    fields.map((field) => `${field.name} ${field.direction}`).join(', ');
  return shape(wanted.fields) === shape(found.fields) && (wanted.unique ?? false) === found.unique;
}

function functionSteps(fn: WantedFunction, online: FoundFunction | undefined): Step[] {
  if (online === undefined) return [{ kind: 'create-function', fn }];
  const steps: Step[] = [];
  const differs = [
    ...(online.timeout === fn.timeout ? [] : ['timeout']),
    ...(online.memorySize === fn.memorySize ? [] : ['memorySize']),
    ...variableDifferences(fn.envVariables, online.envVariables),
  ];
  // Code first: when it fails, the old digest stays online and the next run tries again.
  if (online.envVariables['BUILD_DIGEST'] !== fn.digest) steps.push({ kind: 'update-code', fn });
  if (differs.length > 0) steps.push({ kind: 'update-config', fn, differs });
  for (const trigger of online.triggers) {
    if (!fn.triggers.some((other) => sameTrigger(other, trigger))) {
      steps.push({ kind: 'delete-trigger', fn: fn.name, trigger: trigger.name });
    }
  }
  for (const trigger of fn.triggers) {
    if (!online.triggers.some((other) => sameTrigger(other, trigger))) {
      steps.push({ kind: 'create-trigger', fn: fn.name, trigger });
    }
  }
  return steps;
}

function variableDifferences(
  wanted: Readonly<Record<string, string>>,
  online: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(wanted), ...Object.keys(online)]);
  return [...names].filter((name) => wanted[name] !== online[name]).map((name) => `env ${name}`);
}

function sameTrigger(a: Trigger, b: Trigger): boolean {
  return a.name === b.name && a.type === b.type && a.config === b.config;
}

function sameJson(a: string, b: string): boolean {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
  } catch {
    return false;
  }
}

/** One line a person can check before agreeing. Values of variables are never printed. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'create-collection':
      return `create collection ${step.collection}`;
    case 'create-index':
      return `create ${step.index.unique === true ? 'unique ' : ''}index ${step.collection}.${step.index.name} (${step.index.query})`;
    case 'drop-index':
      return `drop index ${step.collection}.${step.index} (its fields differ)`;
    case 'lock-collection':
      return `set collection ${step.collection} to ADMINONLY (is ${step.was})`;
    case 'create-function':
      return `create function ${step.fn.name} (${step.fn.runtime}, ${step.fn.timeout} s, ${step.fn.memorySize} MB)`;
    case 'update-code':
      return `upload code of ${step.fn.name} (${step.fn.digest})`;
    case 'update-config':
      return `update ${step.fn.name}: ${step.differs.join(', ')}`;
    case 'create-trigger':
      return `create trigger ${step.fn}.${step.trigger.name} (${step.trigger.config})`;
    case 'delete-trigger':
      return `delete trigger ${step.fn}.${step.trigger}`;
    case 'set-function-rule':
      return `set the security rule of functions`;
  }
}
