import { NEWER_TEXT, NOT_OPENED_TEXT } from '../text/not-opened';

/**
 * Opens a page whose address came from a function, which may be newer than this version: a page that
 * is not here is told with the way to it, and so is one that could not be fetched.
 */
export async function openPage(address: string): Promise<void> {
  const url = address.startsWith('/') ? address : `/${address}`;
  try {
    await wx.navigateTo({ url });
  } catch (error) {
    if (isNotHere(error)) await tellNewerNeeded();
    else await wx.showModal({ ...NOT_OPENED_TEXT, showCancel: false });
  }
}

/** Tells that something needs a newer version. */
export async function tellNewerNeeded(): Promise<void> {
  await wx.showModal({ ...NEWER_TEXT, showCancel: false });
}

/** By WeChat's message, `navigateTo:fail page "…" is not found`: it has no code of its own. */
function isNotHere(error: unknown): boolean {
  return (JSON.stringify(error) + String(error)).includes('is not found');
}
