/**
 * The inside of one function instance: gives it the cloud's clock, loads the bundle, then answers
 * one invocation at a time. Plain CommonJS, because a worker thread starts without any loader.
 */
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

let main;
let loadError;
try {
  main = require(workerData.bundle)[workerData.handler];
} catch (error) {
  loadError = error;
}

parentPort.on('message', async (invocation) => {
  try {
    if (loadError !== undefined) throw loadError;
    parentPort.postMessage({ id: invocation.id, result: await run(main, invocation) });
  } catch (error) {
    parentPort.postMessage({ id: invocation.id, error: failure(error) });
  }
});
parentPort.postMessage({ ready: true });
