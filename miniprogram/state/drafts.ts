import { knownMe } from './me';
import { store } from './storage';

/** What a person typed and has not sent, by form. Saved while typing: the app may end at any moment. */
const PREFIX = 'draft:';

/** What one person has typed is nobody else's who is bound on this phone after them. docs/rules.md#R-115 */
function ownKey(form: string): string {
  const memberId = knownMe()?.memberId;
  return memberId === undefined ? withoutOwner(form) : `${PREFIX}${memberId}:${form}`;
}

/** Typed before it was heard who is bound here, or by a version that did not ask: whose WeChat it is. */
const withoutOwner = (form: string): string => PREFIX + form;

/** The draft as saved; the reader checks its shape. */
export function readDraft(form: string): unknown {
  const own: unknown = wx.getStorageSync(ownKey(form));
  return own === '' ? wx.getStorageSync(withoutOwner(form)) : own;
}

/** What full storage does not take is still in the form on the screen. */
export function saveDraft(form: string, draft: object): void {
  const key = ownKey(form);
  if (store(key, draft) && key !== withoutOwner(form)) wx.removeStorageSync(withoutOwner(form));
}

export function dropDraft(form: string): void {
  wx.removeStorageSync(ownKey(form));
  wx.removeStorageSync(withoutOwner(form));
}
