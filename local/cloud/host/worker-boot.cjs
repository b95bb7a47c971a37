/**
 * The inside of one function instance: gives it the cloud's clock, loads the bundle, then answers
 * one invocation at a time. Plain CommonJS, because a worker thread starts without any loader.
 */
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { constants, Script } = require('node:vm');
const { parentPort, workerData } = require('node:worker_threads');

/** Time as local/cloud/clock/shared-time.ts lays it out: [offset, frozen instant or -1]. */
const shared = new BigInt64Array(workerData.time);
const RealDate = Date;

function nowMs() {
  const frozenAtMs = Atomics.load(shared, 1);
  if (frozenAtMs >= 0n) return Number(frozenAtMs);
  return RealDate.now() + Number(Atomics.load(shared, 0));
}

const CloudDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [nowMs()] : args, newTarget),
  apply: () => new RealDate(nowMs()).toString(),
  get: (target, key) => (key === 'now' ? nowMs : Reflect.get(target, key)),
});
RealDate.prototype.constructor = CloudDate;
globalThis.Date = CloudDate;

// The SDK reads some fifty variables for every request, and in a worker each goes through a lock.
process.env = { ...process.env };

function failure(error) {
  const isError = error instanceof Error;
  return {
    message: isError ? `${error.name}: ${error.message}` : String(error),
    stack: (isError && error.stack) || String(error),
  };
}

async function run(main, { event, context, env }) {
  Object.assign(process.env, env);
  if (typeof main !== 'function') {
    throw new TypeError(`the bundle exports no function "${workerData.handler}"`);
  }
  const result = await main(JSON.parse(event), context);
  return JSON.stringify(result === undefined ? null : result) ?? 'null';
}

let script;
let main;
let loadError;

/** Runs the bundle as `require` would; again, it is a new module that remembers nothing. */
function load() {
  const { bundle, handler, codeCache } = workerData;
  loadError = undefined;
  try {
    script ??= new Script(wrap(readFileSync(bundle, 'utf8')), {
      filename: bundle,
      cachedData: codeCache,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const module = { exports: {} };
    const run = script.runInThisContext();
    run(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
    main = module.exports[handler];
  } catch (error) {
    loadError = error;
  }
}

load();
parentPort.on('message', async (invocation) => {
  try {
    if (invocation.forget) load();
    if (loadError !== undefined) throw loadError;
    parentPort.postMessage({ id: invocation.id, result: await run(main, invocation) });
  } catch (error) {
    parentPort.postMessage({ id: invocation.id, error: failure(error) });
  }
});
const isFirst = workerData.codeCache === undefined && script !== undefined;
parentPort.postMessage({ codeCache: isFirst ? script.createCachedData() : undefined });
