import { store } from './storage';

/** What a person typed and has not sent, by form. Saved while typing: the app may end at any moment. */
const PREFIX = 'draft:';

/** The draft as saved; the reader checks its shape. */
export function readDraft(form: string): unknown {
  return wx.getStorageSync(PREFIX + form);
}

/** What full storage does not take is still in the form on the screen. */
export function saveDraft(form: string, draft: object): void {
  store(PREFIX + form, draft);
}

export function dropDraft(form: string): void {
  wx.removeStorageSync(PREFIX + form);
}
