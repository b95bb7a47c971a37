import { TestEnvironment } from 'jest-environment-node';
import { tsImport } from 'tsx/esm/api';

/** The local cloud as Node loads it: once for all the files of a worker, where jest would for each. */
let loaded;

async function startLocalCloud(options) {
  loaded ??= tsImport('../local/cloud/start-local-cloud.ts', import.meta.url);
  const cloud = await (await loaded).startLocalCloud(options);
  // Each reset of a cloud gives it another engine.
  return Object.create(cloud, { engine: { get: () => takingAsOwn(cloud.engine) } });
}

const taking = new WeakSet();

/** What a test plants is made of the objects of its own realm, which are not equal to those of the cloud. */
function takingAsOwn(engine) {
  if (taking.has(engine)) return engine;
  taking.add(engine);
  const write = engine.write.bind(engine);
  return Object.assign(engine, {
    write: (name, transactionId, plan) =>
      write(name, transactionId, (present) => {
        const { changes, result } = plan(present);
        const owned = changes.map((each) => ({ ...each, after: ownCopy(each.after) }));
        return { changes: owned, result };
      }),
  });
}

function ownCopy(value) {
  if (Array.isArray(value)) return Array.from(value, ownCopy);
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, ownCopy(inner)]));
}

export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.startLocalCloud = startLocalCloud;
  }
}
