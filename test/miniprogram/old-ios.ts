import { join } from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { holdFakePhone, type FakePhone } from './fake-phone';
import { TaskPromise } from './task-promise';

const SOURCE = join(__dirname, '../../miniprogram');

/** A page as the app keeps it, and what was asked of the outside, oldest first. */
export interface OldIos {
  readonly phone: FakePhone;
  /** Names of actions that functions were called with, and 'dialog' for WeChat's. */
  readonly asked: string[];
  /** What the modules named at the start export. */
  readonly exported: Readonly<Record<string, never>>;
  /** The page that was named, with its handlers. */
  readonly page: Readonly<Record<string, (event?: object) => unknown>>;
  /** Runs a handler as a tap does: with its end, the permission to ask WeChat ends. */
  readonly tap: (run: () => unknown) => Promise<unknown>;
}

/**
 * Runs modules of the mini program as an iPhone with iOS 15 or below does: compiled so that async
 * functions use the Promise of the base library, which is a TaskPromise.
 */
export async function runOnOldIos(modules: readonly string[]): Promise<OldIos> {
  const code = await compiled(modules);
  const phone = holdFakePhone();
  const { wx } = globalThis as unknown as { wx: FakeWx };
  const asked: string[] = [];
  let isInTap = false;
  let page = {};
  const module = { exports: {} };
  vm.runInNewContext(code, {
    module,
    Promise: TaskPromise,
    setTimeout,
    CLIENT_VERSION: '1.2.3',
    Page: (options: { data: object }) => {
      page = { ...options, setData: (changed: object) => Object.assign(options.data, changed) };
    },
    wx: {
      ...wx,
      getAppBaseInfo: () => ({}),
      setTabBarBadge: () => TaskPromise.resolve(),
      removeTabBarBadge: () => TaskPromise.resolve(),
      getSetting: () => TaskPromise.resolve({ subscriptionsSetting: {} }),
      cloud: {
        callFunction: (options: { data: { action: string } }) => {
          asked.push(options.data.action);
          return later(wx.cloud.callFunction(options));
        },
      },
      requestSubscribeMessage: ({ tmplIds }: { tmplIds: readonly string[] }) => {
        asked.push('dialog');
        if (isInTap) return TaskPromise.resolve({ [tmplIds[0] ?? '']: 'accept' });
        const errMsg = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.';
        return new TaskPromise((_, reject) => reject({ errMsg }));
      },
    },
  });
  return {
    phone,
    asked,
    exported: module.exports,
    page,
    async tap(run) {
      isInTap = true;
      const done = run();
      isInTap = false;
      return done;
    },
  };
}

interface FakeWx {
  readonly cloud: { readonly callFunction: (options: object) => Promise<unknown> };
}

function later(promise: Promise<unknown>): TaskPromise {
  return new TaskPromise((resolve, reject) => void promise.then(resolve, reject));
}

async function compiled(modules: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from './${name}';`).join('\n'),
      resolveDir: SOURCE,
    },
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2016',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
