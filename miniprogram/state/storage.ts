import type { Action } from '../../contract/action';
import { hello } from '../../contract/people/hello';

/** Of keys under which answers are remembered: what can be fetched again. */
const REMEMBERED = 'seen:';

/** Where the answer to a question is remembered. */
export function rememberedKey(action: Action, input: unknown): string {
  return `${REMEMBERED}${action.fn}.${action.name}:${JSON.stringify(input)}`;
}

export function rememberedKeys(): readonly string[] {
  return wx.getStorageInfoSync().keys.filter((key) => key.startsWith(REMEMBERED));
}

/**
 * Keeps a value over a restart, and says whether it is kept. Full storage costs the remembered
 * answers, but for who is bound here: by that is known when what the phone holds is another's.
 * docs/rules.md#R-85
 */
export function store(key: string, value: unknown): boolean {
  if (tryToStore(key, value)) return true;
  const me = rememberedKey(hello, {});
  for (const other of rememberedKeys()) if (other !== me) wx.removeStorageSync(other);
  return tryToStore(key, value);
}

function tryToStore(key: string, value: unknown): boolean {
  try {
    wx.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}
