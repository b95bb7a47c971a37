import { randomUUID } from 'node:crypto';
import { FunctionCallError } from './call-error';
import { LostAnswer } from '../gateway/wire';
import { Faults, type KillPoint } from './faults';
import type { FunctionConfig } from './function-config';
import { type Caller, environOf, identityEnv, LOCAL_APP_ID } from './identity';
import type { Instance, Invocation, Outcome } from './instance';
import { InstancePool } from './instance-pool';

export interface FunctionLogEntry {
  readonly fn: string;
  readonly line: string;
}

export interface HostOptions {
  readonly envId: string;
  readonly functions: readonly FunctionConfig[];
  /** What points the SDK at the gateway; added to the variables of cloudbaserc. */
  readonly sdkEnv: Record<string, string>;
  /** See clock/shared-time. */
  readonly time: SharedArrayBuffer;
  /** Instances of one function that start when they are wanted; more callers queue. */
  readonly coreInstances: number;
  /** Most instances of one function, started while all others are stuck. */
  readonly maxInstances: number;
  readonly log: (entry: FunctionLogEntry) => void;
}

/** Largest event and largest answer of one call, bytes of JSON. */
const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
/** Largest answer that a phone accepts. */
const MAX_PHONE_RESULT_BYTES = 1024 * 1024;

interface Running {
  readonly config: FunctionConfig;
  readonly caller: Caller;
  readonly instance: Instance;
  readonly killPoint: KillPoint | undefined;
  /** How many requests that could be its kill point it has sent. */
  requests: number;
}

/** Runs function bundles as the platform does: one invocation per instance at a time. */
export class FunctionHost {
  readonly faults = new Faults();
  readonly #options: HostOptions;
  readonly #functions: ReadonlyMap<string, { config: FunctionConfig; pool: InstancePool }>;
  /** By the token that the SDK of a running function sends along with every request. */
  readonly #running = new Map<string, Running>();

  constructor(options: HostOptions) {
    this.#options = options;
    this.#functions = new Map(
      options.functions.map((config) => [
        config.name,
        { config, pool: new InstancePool(this.#poolOptions(config)) },
      ]),
    );
  }

  get functions(): readonly FunctionConfig[] {
    return this.#options.functions;
  }

  has(fn: string): boolean {
    return this.#functions.has(fn);
  }

  /** How many instances of `fn` run now. */
  instances(fn: string): number {
    return this.#functions.get(fn)?.pool.size ?? 0;
  }

  /** Which invocation sent a request, by the token it carries (`wxCloudApiToken`). */
  invocationOf(apiToken: unknown): Running | undefined {
    return typeof apiToken === 'string' ? this.#running.get(apiToken) : undefined;
  }

  /**
   * Carries out a request that an invocation has sent, unless its instance is to die here.
   * @throws LostAnswer when it died
   */
  async request<T>(apiToken: unknown, action: string, carryOut: () => Promise<T>): Promise<T> {
    const running = this.invocationOf(apiToken);
    const point = running?.killPoint;
    if (running === undefined || point === undefined) return carryOut();
    if (point.action === undefined || point.action === action) running.requests += 1;
    else return carryOut();
    if (running.requests !== point.nth) return carryOut();
    if (point.when === 'after') await carryOut();
    await running.instance.kill();
    throw new LostAnswer('the instance died');
  }

  /**
   * A phone's `wx.cloud.callFunction`: resolves with the function's result.
   * @throws FunctionCallError, also when the function's security rule refuses phones
   */
  async callFromPhone(fn: string, data: unknown, caller: Caller): Promise<unknown> {
    if (this.#functions.get(fn)?.config.callableByPhones === false) {
      throw new FunctionCallError('PERMISSION_DENIED', `phones may not call ${fn}`, randomUUID());
    }
    const { json, requestId } = await this.#call(fn, phoneEvent(data ?? {}, caller), caller);
    if (Buffer.byteLength(json) > MAX_PHONE_RESULT_BYTES) {
      const message = 'cloudfunction result size exceed limit (1MB)';
      throw new FunctionCallError('RESULT_TOO_LARGE', message, requestId);
    }
    return JSON.parse(json);
  }

  /**
   * A call from the platform's inside: another function, a timer, a message push. Event and
   * result are JSON text.
   * @throws FunctionCallError
   */
  async invoke(fn: string, event: string, caller: Caller): Promise<string> {
    return (await this.#call(fn, event, caller)).json;
  }

  /**
   * Starts the first instances of every function that phones call: one of each, then another of
   * each, one at a time, so that calls that come meanwhile have the rest of the machine.
   */
  async warm(): Promise<void> {
    const pools = [...this.#functions.values()].filter(({ config }) => config.callableByPhones);
    for (let round = 0; round < this.#options.coreInstances; round += 1) {
      for (const { pool } of pools) await pool.warm();
    }
  }

  /** A rebuilt bundle takes over: calls from now on run in new instances. */
  async reload(fn: string): Promise<void> {
    await this.#functions.get(fn)?.pool.reload();
  }

  /** All functions forget what they remember of earlier calls; calls under way fail. */
  async forget(): Promise<void> {
    await Promise.all([...this.#functions.values()].map(({ pool }) => pool.forget()));
  }

  async stop(): Promise<void> {
    this.faults.clear();
    await Promise.all([...this.#functions.values()].map(({ pool }) => pool.stop()));
  }

  async #call(
    fn: string,
    event: string,
    caller: Caller,
  ): Promise<{ json: string; requestId: string }> {
    const requestId = randomUUID();
    const found = this.#functions.get(fn);
    if (found === undefined) {
      throw new FunctionCallError('FUNCTION_NOT_FOUND', `there is no function "${fn}"`, requestId);
    }
    if (Buffer.byteLength(event) > MAX_PAYLOAD_BYTES) {
      throw new FunctionCallError('INVALID_PARAM', 'the event is larger than 6 MB', requestId);
    }
    const { config, pool } = found;
    const outcome = await pool.withInstance((instance) =>
      this.#runWithFaults(config, pool, instance, { requestId, event, caller }),
    );
    return { json: this.#resultOf(outcome, config, requestId), requestId };
  }

  async #runWithFaults(
    config: FunctionConfig,
    pool: InstancePool,
    instance: Instance,
    call: { requestId: string; event: string; caller: Caller },
  ): Promise<Outcome> {
    const fn = config.name;
    const fault = this.faults.draw(fn);
    await this.faults.pass('before', fn);
    if (fault === 'kill-before') await instance.kill();
    const invocation = this.#invocation(config, call);
    const token = call.requestId;
    const killPoint = this.faults.drawKillPoint(fn);
    this.#running.set(token, { config, caller: call.caller, instance, killPoint, requests: 0 });
    const outcome = await pool.run(instance, invocation);
    this.#running.delete(token);
    await this.faults.pass('after', fn);
    if (fault === 'kill-after') await instance.kill();
    if (fault === 'kill-after' || fault === 'drop-reply') {
      throw new FunctionCallError('NETWORK', 'the reply was lost', call.requestId);
    }
    return outcome;
  }

  #invocation(
    config: FunctionConfig,
    { requestId, event, caller }: { requestId: string; event: string; caller: Caller },
  ): Invocation {
    const env = identityEnv(caller, this.#options.envId, requestId);
    const context = {
      request_id: requestId,
      function_name: config.name,
      function_version: '$LATEST',
      namespace: this.#options.envId,
      time_limit_in_ms: config.timeoutMs,
      memory_limit_in_mb: config.memoryMb,
      environ: environOf(env),
    };
    return { id: requestId, event, context, env };
  }

  #resultOf(outcome: Outcome, config: FunctionConfig, requestId: string): string {
    const fn = config.name;
    switch (outcome.kind) {
      case 'result':
        if (Buffer.byteLength(outcome.json) <= MAX_PAYLOAD_BYTES) return outcome.json;
        throw new FunctionCallError(
          'FUNCTIONS_EXECUTE_FAIL',
          'the result is larger than 6 MB',
          requestId,
        );
      case 'threw':
        this.#options.log({ fn, line: `request ${requestId} failed: ${outcome.stack}` });
        throw new FunctionCallError('FUNCTIONS_EXECUTE_FAIL', outcome.message, requestId);
      case 'died':
        this.#options.log({ fn, line: `request ${requestId}: ${outcome.message}` });
        throw new FunctionCallError('FUNCTIONS_EXECUTE_FAIL', outcome.message, requestId);
      case 'timed-out': {
        const message = `Invoking task timed out after ${config.timeoutMs / 1000} seconds`;
        this.#options.log({ fn, line: `request ${requestId}: ${message}` });
        throw new FunctionCallError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message, requestId);
      }
    }
  }

  #poolOptions(config: FunctionConfig): ConstructorParameters<typeof InstancePool>[0] {
    const { sdkEnv, time, coreInstances, maxInstances, log } = this.#options;
    return {
      bundle: config.bundle,
      handler: config.handler,
      memoryMb: config.memoryMb,
      timeoutMs: config.timeoutMs,
      coreInstances,
      maxInstances,
      time,
      // The SDK's variables win: a deployed configuration must not point the trial at production.
      env: { ...config.env, ...sdkEnv },
      log: (line) => log({ fn: config.name, line }),
    };
  }
}

/** The event as the platform hands it on: what the phone sent, and who it is. */
function phoneEvent(data: unknown, { openId }: Caller): string {
  const isObject = data !== null && typeof data === 'object' && !Array.isArray(data);
  return JSON.stringify(isObject ? { ...data, userInfo: { appId: LOCAL_APP_ID, openId } } : data);
}
