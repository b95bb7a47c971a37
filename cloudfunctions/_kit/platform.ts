import tcb from '@cloudbase/node-sdk';

let app: ReturnType<typeof tcb.init> | undefined;

/** The one SDK instance of this function instance, for the environment it runs in. */
export function platform(): ReturnType<typeof tcb.init> {
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  return app;
}

/** Who is calling, as the platform says; empty for timers. Set anew by the platform before each call. */
export function platformCaller(): { readonly openId: string; readonly source: string } {
  const { openId } = platform().auth().getUserInfo();
  return { openId, source: process.env['TCB_SOURCE'] ?? '' };
}

/** For functions that the platform calls itself; handlers of calls are told the time by their context. */
export const platformNowMs = (): number => Date.now();
