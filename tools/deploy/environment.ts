import CloudBase from '@cloudbase/manager-node';
import type { Found, FoundCollection, FoundFunction } from './found';
import type { Step } from './plan';
import type { WantedFunction } from './wanted';

const PAGE = 100;
/** CloudBase makes this index itself. */
const OWN_INDEX = '_id_';

type Manager = InstanceType<typeof CloudBase>;

/** A real CloudBase environment, through the vendor's manager SDK. Reads and writes over the network. */
export interface Environment {
  read(): Promise<Found>;
  apply(step: Step): Promise<void>;
}

export function openEnvironment(login: {
  readonly envId: string;
  readonly secretId: string;
  readonly secretKey: string;
}): Environment {
  const manager = new CloudBase(login);
  return {
    read: () => readEnvironment(manager, login.envId),
    apply: (step) => applyStep(manager, step),
  };
}

async function readEnvironment(manager: Manager, envId: string): Promise<Found> {
  const names = await collectionNames(manager);
  const { PermissionList } = (
    await describePermission(manager, {
      resourceType: 'collection',
      resources: names,
    })
  ).Data;
  const permissionOf = new Map(
    PermissionList.map((entry) => [entry.Resource ?? '', entry.Permission ?? '']),
  );
  const collections: FoundCollection[] = [];
  for (const name of names) {
    const { Indexes } = await manager.database.describeCollection(name);
    collections.push({
      name,
      permission: permissionOf.get(name) ?? '',
      indexes: (Indexes ?? [])
        .filter((index) => index.Name !== OWN_INDEX)
        .map((index) => ({
          name: index.Name,
          unique: index.Unique,
          fields: index.Keys.map((key) => ({
            name: key.Name ?? '',
            direction: key.Direction ?? '',
          })),
        })),
    });
  }
  const functionRules = (await describePermission(manager, { resourceType: 'function' })).Data;
  return {
    collections,
    functions: await readFunctions(manager, envId),
    functionRule: functionRules.PermissionList[0]?.SecurityRule ?? '',
  };
}

async function collectionNames(manager: Manager): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const page = await manager.database.listCollections({
      MgoLimit: PAGE,
      MgoOffset: names.length,
    });
    names.push(...page.Collections.map((collection) => collection.CollectionName));
    if (page.Collections.length < PAGE) return names;
  }
}

async function readFunctions(manager: Manager, envId: string): Promise<FoundFunction[]> {
  const list = await manager.functions.listAllFunctions({ envId });
  const found: FoundFunction[] = [];
  for (const { FunctionName } of list) {
    if (FunctionName === undefined) continue;
    const detail = await manager.functions.getFunctionDetail(FunctionName);
    found.push({
      name: FunctionName,
      runtime: detail.Runtime,
      timeout: detail.Timeout,
      memorySize: detail.MemorySize,
      envVariables: Object.fromEntries(
        detail.Environment.Variables.map((variable) => [variable.Key, variable.Value]),
      ),
      triggers: detail.Triggers.map((trigger) => ({
        name: trigger.TriggerName,
        type: trigger.Type,
        config: cronOf(trigger.TriggerDesc),
      })),
    });
  }
  return found;
}

/** Online a timer is described as {"cron":"…"}; in cloudbaserc it is the expression alone. */
function cronOf(description: string): string {
  try {
    const parsed = JSON.parse(description) as { cron?: string };
    return parsed.cron ?? description;
  } catch {
    return description;
  }
}

async function applyStep(manager: Manager, step: Step): Promise<void> {
  switch (step.kind) {
    case 'create-collection':
      await manager.database.createCollectionIfNotExists(step.collection);
      return;
    case 'drop-index':
      await manager.database.updateCollection(step.collection, {
        DropIndexes: [{ IndexName: step.index }],
      });
      return;
    case 'create-index': {
      const MgoIndexKeys = step.index.fields.map((field) => ({
        Name: field.name,
        Direction: String(field.direction),
      }));
      const MgoKeySchema = { MgoIndexKeys, MgoIsUnique: step.index.unique ?? false };
      await manager.database.updateCollection(step.collection, {
        CreateIndexes: [{ IndexName: step.index.name, MgoKeySchema }],
      });
      return;
    }
    case 'lock-collection':
      await modifyPermission(manager, {
        resourceType: 'collection',
        resource: step.collection,
        permission: 'ADMINONLY',
      });
      return;
    case 'create-function':
      await manager.functions.createFunction({
        func: { ...settingsOf(step.fn), triggers: [...step.fn.triggers] },
        functionPath: step.fn.folder,
      });
      return;
    case 'update-code':
      await manager.functions.updateFunctionCode({
        func: settingsOf(step.fn),
        functionPath: step.fn.folder,
      });
      await manager.functions.waitFunctionActive(step.fn.name);
      return;
    case 'update-config':
      await manager.functions.updateFunctionConfig(settingsOf(step.fn));
      await manager.functions.waitFunctionActive(step.fn.name);
      return;
    case 'create-trigger':
      await manager.functions.createFunctionTriggers(step.fn, [step.trigger]);
      return;
    case 'delete-trigger':
      await manager.functions.deleteFunctionTrigger(step.fn, step.trigger);
      return;
    case 'set-function-rule':
      await modifyPermission(manager, {
        resourceType: 'function',
        permission: 'CUSTOM',
        securityRule: step.rule,
      });
  }
}

type Permission = Manager['permission'];

function describePermission(
  manager: Manager,

  options: Parameters<Permission['describeResourcePermission']>[0],
) {
  // oxlint-disable-next-line typescript/no-deprecated -- as above
  return manager.permission.describeResourcePermission(options);
}

function modifyPermission(
  manager: Manager,

  options: Parameters<Permission['modifyResourcePermission']>[0],
) {
  // oxlint-disable-next-line typescript/no-deprecated -- as above
  return manager.permission.modifyResourcePermission(options);
}

function settingsOf(fn: WantedFunction) {
  return {
    name: fn.name,
    handler: fn.handler,
    runtime: fn.runtime,
    timeout: fn.timeout,
    memorySize: fn.memorySize,
    envVariables: { ...fn.envVariables },
    installDependency: false,
  };
}
