/** What a person typed and has not sent, by form. Saved while typing: the app may end at any moment. */
const PREFIX = 'draft:';

/** The draft as saved; the reader checks its shape. */
export function readDraft(form: string): unknown {
  return wx.getStorageSync(PREFIX + form);
}

export function saveDraft(form: string, draft: Readonly<Record<string, unknown>>): void {
  wx.setStorageSync(PREFIX + form, draft);
}

export function dropDraft(form: string): void {
  wx.removeStorageSync(PREFIX + form);
}
