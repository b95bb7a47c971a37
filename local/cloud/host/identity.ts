export interface Caller {
  /** Empty for timers. */
  readonly openId: string;
  readonly unionId?: string;
  /**
   * What started the chain of calls, then `scf` for each function on the way: `wx_client` a phone,
   * `wx_trigger` a timer, `wx_unknown` a message push (the documentation names nothing of its own
   * for it), `wx_http`, `wx_devtools`. Comma-joined: `wx_client,scf`.
   */
  readonly source: string;
}

export const TIMER_CALLER: Caller = { openId: '', source: 'wx_trigger' };

export const LOCAL_APP_ID = 'wx0000local0000fake';

const WX_KEYS = 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN';
const TCB_KEYS = 'TCB_ENV,TCB_SOURCE,TCB_CONTEXT_KEYS';

/**
 * Every identity variable, empty where it says nothing: a key that was left out would keep the
 * value of the previous caller of the same instance.
 */
export function identityEnv(
  caller: Caller,
  envId: string,
  apiToken: string,
): Record<string, string> {
  return {
    WX_CONTEXT_KEYS: WX_KEYS,
    WX_OPENID: caller.openId,
    WX_APPID: caller.openId === '' ? '' : LOCAL_APP_ID,
    WX_UNIONID: caller.unionId ?? '',
    WX_API_TOKEN: apiToken,
    TCB_CONTEXT_KEYS: TCB_KEYS,
    TCB_ENV: envId,
    TCB_SOURCE: caller.source,
    TRIGGER_SRC: caller.source === TIMER_CALLER.source ? 'timer' : '',
    WX_TRIGGER_API_TOKEN_V0: '',
    LOGINTYPE: caller.openId === '' ? '' : 'WECHAT-OPENID',
  };
}

/** `K=V;K=V`, the form in which the platform's bootstrap receives it. */
export function environOf(env: Record<string, string>): string {
  return Object.entries(env)
    .map(([key, value]) => `${key}=${value}`)
    .join(';');
}
