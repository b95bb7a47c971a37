import { readFileSync } from 'node:fs';
import type { Found } from '../../../tools/deploy/found';
import { describeStep, planOf, type Step } from '../../../tools/deploy/plan';
import { runDeploy } from '../../../tools/deploy/run-deploy';
import type { Wanted, WantedFunction } from '../../../tools/deploy/wanted';

const EMPTY: Found = { collections: [], functions: [], functionRule: '' };

function aFunction(changes: Partial<WantedFunction> = {}): WantedFunction {
  const digest = changes.digest ?? 'd1';
  return {
    name: 'study',
    handler: 'index.main',
    runtime: 'Nodejs20.19',
    timeout: 20,
    memorySize: 256,
    triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }],
    folder: '/nowhere',
    ...changes,
    digest,
    envVariables: { TZ: 'Asia/Shanghai', ...changes.envVariables, BUILD_DIGEST: digest },
  };
}

function aWish(changes: Partial<Wanted> = {}): Wanted {
  return {
    collections: [
      {
        name: 'studies',
        what: 'x',
        indexes: [
          {
            name: 'by-branch',
            fields: [{ name: 'branchId', direction: 1 }],
            query: 'q',
            unique: true,
          },
        ],
      },
    ],
    functions: [aFunction()],
    functionRule: '{"*":{"invoke":"auth != null"}}',
    ...changes,
  };
}

/** An environment that does what it is told, in memory: enough to see what a second run finds. */
function anEnvironment(found: Found = EMPTY) {
  const state = structuredClone(found) as {
    collections: Found['collections'][number][];
    functions: Found['functions'][number][];
    functionRule: string;
  };
  const collection = (name: string) => state.collections.find((other) => other.name === name)!;
  const change = (at: string, changes: object) => {
    state.functions = state.functions.map((fn) => (fn.name === at ? { ...fn, ...changes } : fn));
  };
  const applied: Step[] = [];
  const put = (name: string, changes: object) => {
    state.collections = state.collections.map((other) =>
      other.name === name ? { ...other, ...changes } : other,
    );
  };
  return {
    applied,
    read: async () => structuredClone(state) as Found,
    apply: async (step: Step) => {
      applied.push(step);
      switch (step.kind) {
        case 'create-collection':
          state.collections.push({ name: step.collection, permission: 'PRIVATE', indexes: [] });
          return;
        case 'lock-collection': {
          put(step.collection, { permission: 'ADMINONLY' });
          return;
        }
        case 'drop-index': {
          put(step.collection, {
            indexes: collection(step.collection).indexes.filter(
              (index) => index.name !== step.index,
            ),
          });
          return;
        }
        case 'create-index': {
          const fields = step.index.fields.map((field) => ({
            ...field,
            direction: String(field.direction),
          }));
          const index = { name: step.index.name, unique: step.index.unique ?? false, fields };
          put(step.collection, { indexes: [...collection(step.collection).indexes, index] });
          return;
        }
        case 'create-function':
          state.functions.push({ ...step.fn });
          return;
        case 'update-code':
          return;
        case 'update-config': {
          change(step.fn.name, {
            timeout: step.fn.timeout,
            memorySize: step.fn.memorySize,
            envVariables: step.fn.envVariables,
          });
          return;
        }
        case 'create-trigger': {
          const fn = state.functions.find((other) => other.name === step.fn)!;
          change(step.fn, { triggers: [...fn.triggers, step.trigger] });
          return;
        }
        case 'delete-trigger': {
          const fn = state.functions.find((other) => other.name === step.fn)!;
          change(step.fn, {
            triggers: fn.triggers.filter((trigger) => trigger.name !== step.trigger),
          });
          return;
        }
        case 'set-function-rule':
          state.functionRule = step.rule;
      }
    },
  };
}

const run = (wanted: Wanted, environment: ReturnType<typeof anEnvironment>, isDryRun = false) => {
  const said: string[] = [];
  return runDeploy(wanted, environment, { isDryRun, say: (line) => said.push(line) }).then(
    (code) => ({ code, said }),
  );
};

test('an empty environment gets everything, and a second run changes nothing', async () => {
  const environment = anEnvironment();
  expect((await run(aWish(), environment)).code).toBe(0);
  const count = environment.applied.length;
  expect(count).toBe(5);
  const second = await run(aWish(), environment);
  expect(second).toEqual({ code: 0, said: ['nothing differs'] });
  expect(environment.applied).toHaveLength(count);
});

test('a dry run prints every step and applies none', async () => {
  const environment = anEnvironment();
  const { said } = await run(aWish(), environment, true);
  expect(environment.applied).toEqual([]);
  expect(said).toContain('1/5 create collection studies');
  expect(said.at(-1)).toBe('dry run: nothing was changed');
});

test('new code, a changed variable, a moved timer and an opened collection are each found', async () => {
  const environment = anEnvironment();
  await run(aWish(), environment);
  const moved = { name: 'every-minute', type: 'timer', config: '0 */5 * * * * *' };
  const fn = aFunction({ digest: 'd2', envVariables: { TEMPLATE: 'x' }, triggers: [moved] });
  const before = await environment.read();
  const found = { ...before, collections: [{ ...before.collections[0]!, permission: 'PRIVATE' }] };
  const steps = planOf(aWish({ functions: [fn] }), found).steps;
  expect(steps.map((step) => step.kind)).toEqual([
    'lock-collection',
    'update-code',
    'update-config',
    'delete-trigger',
    'create-trigger',
  ]);
  expect(describeStep(steps[2]!)).toBe('update study: env TEMPLATE, env BUILD_DIGEST');
});

test('an index with other fields is dropped and made again', async () => {
  const environment = anEnvironment();
  await run(aWish(), environment);
  const wish = aWish();
  const index = { ...wish.collections[0]!.indexes[0]!, unique: false };
  const steps = planOf(
    { ...wish, collections: [{ ...wish.collections[0]!, indexes: [index] }] },
    await environment.read(),
  ).steps;
  expect(steps.map((step) => step.kind)).toEqual(['drop-index', 'create-index']);
});

describe('a function that runs on another Node than is wanted', () => {
  const aFunctionOn = (runtime: string) =>
    anEnvironment({ ...EMPTY, functions: [{ ...aFunction(), runtime }] });

  test('goes on with what it has where the bundles are tested under it, and is told of', async () => {
    const environment = aFunctionOn('Nodejs18.15');
    expect((await run(aWish(), environment)).code).toBe(0);
    const second = await run(aWish(), environment);
    expect(second).toEqual({
      code: 0,
      said: [
        expect.stringContaining('works as it is: function study runs Nodejs18.15'),
        'nothing differs',
      ],
    });
    expect(second.said[0]).toContain('for Nodejs20.19, delete the function in the console');
  });

  test('is a conflict elsewhere: nothing at all is changed', async () => {
    const environment = aFunctionOn('Nodejs12.16');
    const { code, said } = await run(aWish(), environment);
    expect(code).toBe(1);
    expect(environment.applied).toEqual([]);
    expect(said[0]).toContain('cannot be mended here: function study runs Nodejs12.16');
  });
});

test('a variable with which functions would work wrongly is named, and nothing is changed', async () => {
  const environment = anEnvironment();
  const fn = aFunction({ envVariables: { MIN_CLIENT_VERSION: '0.3' } });
  const { code, said } = await run(aWish({ functions: [fn] }), environment);
  expect(code).toBe(1);
  expect(environment.applied).toEqual([]);
  expect(said[0]).toContain('cannot be mended here: MIN_CLIENT_VERSION: "0.3" is no version');
});

test('collections and functions of somebody else are named and left alone', async () => {
  const plan = planOf(aWish(), {
    ...EMPTY,
    collections: [{ name: 'elsewhere', permission: 'PRIVATE', indexes: [] }],
  });
  expect(plan.strangers).toEqual(['elsewhere']);
  expect(plan.steps.every((step) => !JSON.stringify(step).includes('elsewhere'))).toBe(true);
});

test('functions that read what others write are replaced before them', () => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: { name: string }[];
  };
  const names = functions.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['clock', 'wxevents', 'notify']);
  const wish = aWish({ functions: names.map((name) => aFunction({ name, digest: 'd2' })) });
  const found = { ...EMPTY, functions: names.map((name) => aFunction({ name })).reverse() };
  const replaced = planOf(wish, found).steps.filter(({ kind }) => kind === 'update-code');
  expect(
    replaced.map((step) => ('fn' in step && typeof step.fn === 'object' ? step.fn.name : '')),
  ).toEqual(names);
});
