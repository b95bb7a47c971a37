import { UPDATE_TEXT } from '../text/update';

let isReady = false;
let isOffered = false;

/** A new version that is here starts at once where it was asked for, else with the next start of the app. */
export function watchUpdates(): void {
  const manager = wx.getUpdateManager();
  manager.onUpdateReady(() => {
    isReady = true;
    if (isOffered) restart();
  });
}

/** Whether a function has refused this version: what is kept goes out with the next one. */
export function isTooOld(): boolean {
  return isOffered;
}

/**
 * Tells that this version is too old to be answered, once, and starts the new one where it is here.
 * Nothing that the phone keeps is touched: what waits in the outbox is sent by the new version.
 */
export function offerUpdate(): void {
  if (isOffered) return;
  isOffered = true;
  if (isReady) restart();
  else void wx.showModal({ ...UPDATE_TEXT.coming, showCancel: false });
}

function restart(): void {
  void wx
    .showModal({ ...UPDATE_TEXT.ready, showCancel: false })
    .then(() => wx.getUpdateManager().applyUpdate());
}
