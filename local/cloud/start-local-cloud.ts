import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { CloudClock } from './clock/cloud-clock';
import { TimerSchedule } from './clock/timer-schedule';
import type { Engine } from './engine/engine';
import { openEngine } from './engine/open-engine';
import type { CollectionSchema } from './engine/schema';
import { CloudFiles, FILES_PREFIX, LOCAL_ENV } from './files/cloud-files';
import { diskFileStore, memoryFileStore } from './files/file-store';
import { tokenOf } from './gateway/access';
import type { RequestCounts } from './gateway/request-counts';
import type { RouteHandler } from './gateway/routes';
import { type Gateway, startGateway } from './gateway/start-gateway';
import type { ActionRegistry } from './gateway/wire';
import { functionActions } from './host/function-actions';
import { readFunctionConfigs } from './host/function-config';
import { FunctionHost, type FunctionLogEntry } from './host/function-host';
import { sdkVariables } from './host/sdk-variables';
import { invokeTimer, triggersOf } from './host/timer-events';
import { databaseActions } from './operations/database-actions';
import { PUSH_FUNCTION } from './wechat/message-push';
import type { MessageTemplate } from './wechat/template-fields';
import { WechatStandIn } from './wechat/wechat-stand-in';

export interface LocalCloudOptions {
  /** Where everything is kept; absent: in memory, gone at the end. */
  readonly dataDir?: string;
  readonly envId?: string;
  readonly schema: readonly CollectionSchema[];
  /** Folder of the built functions, one folder each. */
  readonly functionsDir: string;
  /** `cloudbaserc.json`: time-outs, variables and timers of the functions. */
  readonly rcFile: string;
  /** Function security rules; absent: `cloudfunctions/security-rules.json` beside the rcFile. */
  readonly rulesFile?: string;
  /** Only these functions; absent: all that are built. */
  readonly functions?: readonly string[];
  /** Most instances of one function at a time, see host/instance-pool; absent: 8. */
  readonly maxInstances?: number;
  /** Absent: any free port. */
  readonly port?: number;
  /** Where the clock starts when the data folder says nothing; absent: the machine's time. */
  readonly startAtMs?: number;
  /** The clock stands still between moves. */
  readonly frozen?: boolean;
  readonly templates?: readonly MessageTemplate[];
  /** Real time, ms, after which a transaction whose instance died gives free what it holds; absent: as in production. */
  readonly transactionLifetimeMs?: number;
  /** Lines of functions and warnings of the cloud; absent: stderr. */
  readonly log?: (line: string) => void;
}

/** The person at a phone; `source` is `wx_client` unless a test wants otherwise. */
interface PhoneCaller {
  readonly openId: string;
  readonly source?: string;
}

export interface LocalCloud {
  /** The one port, without a slash at the end. */
  readonly url: string;
  /** What a browser or `npm run deploy -- --local` is given: with the token without which nothing is answered. */
  readonly address: string;
  /** An address for a browser that works once, for what others can see. */
  ticket(): string;
  readonly port: number;
  readonly envId: string;
  /** The variables that point an unmodified SDK here. */
  sdkEnv(): Record<string, string>;
  /** A phone's `wx.cloud.callFunction`; rejects with a FunctionCallError. */
  call(fn: string, data: unknown, caller: PhoneCaller): Promise<unknown>;
  readonly clock: CloudClock;
  readonly wechat: WechatStandIn;
  readonly files: CloudFiles;
  readonly host: FunctionHost;
  readonly engine: Engine;
  readonly counts: RequestCounts;
  readonly addRoute: Gateway['addRoute'];
  /** Makes an empty cloud of one in memory, at the instant it started with. Not for a data folder. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts everything that CloudBase and WeChat do for the product, on one port of 127.0.0.1.
 * @throws DataFolderError for a data folder that cannot be used; the error of node:net (EADDRINUSE)
 * for a port in use
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopPart of started.splice(0).reverse()) await stopPart();
  };
  try {
    return await assemble(options, (stopPart) => void started.push(stopPart), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `onStop` takes what ends each part that was started; `stop` ends them, the last one first. */
async function assemble(
  options: LocalCloudOptions,
  onStop: (stopPart: () => Promise<void>) => void,
  stop: () => Promise<void>,
): Promise<LocalCloud> {
  const { dataDir, schema, envId = LOCAL_ENV } = options;
  const maxInstances = options.maxInstances ?? 8;
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const functions = readFunctionConfigs({
    functionsDir: options.functionsDir,
    rcFile: options.rcFile,
    rulesFile:
      options.rulesFile ?? join(dirname(options.rcFile), 'cloudfunctions', 'security-rules.json'),
    ...(options.functions === undefined ? {} : { only: options.functions }),
  });

  let engine = await openCollections();
  onStop(() => engine.close());
  const clock = new CloudClock(pick(options, ['dataDir', 'startAtMs', 'frozen']));
  const gateway = await startGateway({
    ...pick(options, ['port', 'log']),
    token: tokenOf(dataDir),
  });
  onStop(() => gateway.stop());
  const sdkEnv = sdkVariables(envId, gateway.adminUrl);
  const host = new FunctionHost({
    envId,
    functions,
    sdkEnv,
    time: clock.shared,
    coreInstances: Math.min(availableParallelism(), maxInstances),
    maxInstances,
    log: ({ fn, line }: FunctionLogEntry) => log(`[${fn}] ${line}`),
  });
  const files = new CloudFiles({
    store: dataDir === undefined ? memoryFileStore() : diskFileStore(join(dataDir, 'files')),
    envId,
    nowMs: () => clock.nowMs(),
    url: gateway.url,
  });
  const wechat = new WechatStandIn({
    dataDir,
    nowMs: () => clock.nowMs(),
    permittedTo: (token) => host.invocationOf(token)?.config.openapi,
    push: {
      log,
      deliver: async (event, openId) => {
        if (!host.has(PUSH_FUNCTION)) return;
        await host.invoke(PUSH_FUNCTION, JSON.stringify(event), { openId, source: 'wx_unknown' });
      },
    },
  });
  onStop(() => wechat.push.settled());
  for (const template of options.templates ?? []) wechat.messages.defineTemplate(template);

  const addActions = (actions: ActionRegistry) => gateway.addActions(mortal(actions, host));
  addActions({
    ...databaseActions(engine),
    ...functionActions(host),
    ...files.actions(),
    ...wechat.actions(),
  });
  const answerFile: RouteHandler = (request, response, url) => files.answer(request, response, url);
  gateway.addRoute('*', FILES_PREFIX, answerFile, 'signed');
  clock.startTimers(new TimerSchedule(triggersOf(host)), (run) => invokeTimer(host, run, log));
  onStop(() => clock.stop());
  // The first to be stopped: a function that hangs would keep timers and pushes waiting.
  onStop(() => host.stop());

  async function openCollections(): Promise<Engine> {
    const opened = await openEngine({
      ...pick(options, ['dataDir', 'transactionLifetimeMs']),
      nowMs: () => clock.nowMs(),
      log,
    });
    await opened.ensureCollections(schema);
    return opened;
  }

  return {
    url: gateway.url,
    address: gateway.address,
    ticket: () => gateway.ticket(),
    port: gateway.port,
    envId,
    sdkEnv: () => ({ ...sdkEnv }),
    call: (fn, data, { openId, source = 'wx_client' }) => {
      wechat.content.noteUse(openId);
      return host.callFromPhone(fn, data, { openId, source });
    },
    clock,
    wechat,
    files,
    host,
    get engine() {
      return engine;
    },
    counts: gateway.counts,
    addRoute: (...route) => gateway.addRoute(...route),
    reset: async () => {
      if (dataDir !== undefined) throw new Error('a cloud with a data folder is not reset');
      host.faults.clear();
      await host.forget();
      await wechat.push.settled();
      await engine.close();
      engine = await openCollections();
      addActions(databaseActions(engine));
      files.clear();
      wechat.clear();
      clock.jump(options.startAtMs ?? Date.now());
      gateway.counts.reset();
    },
    stop,
  };
}

/** The actions, on the way to which the instance that asks for them may die. */
function mortal(actions: ActionRegistry, host: FunctionHost): ActionRegistry {
  return Object.fromEntries(
    Object.entries(actions).map(([action, handler]) => [
      action,
      (request) => host.request(request.fields['wxCloudApiToken'], action, () => handler(request)),
    ]),
  );
}

/** The named options that are given. */
function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  const picked = names.filter((name) => from[name] !== undefined);
  return Object.fromEntries(picked.map((name) => [name, from[name]])) as Pick<T, K>;
}
