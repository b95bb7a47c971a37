import { onReached, onRefused } from './api/client';
import { onDelivered, sendWaiting, type Delivered } from './api/outbox';
import { knownMe, refreshMe, whoIsHere } from './state/me';
import { listenForPrivacy } from './state/privacy';
import { watchUpdates } from './state/update';
import type * as Words from './packages/study/delivered';
import { notDelivered, NOTED } from './text/not-delivered';

App({
  onLaunch() {
    wx.cloud.init(ENV_ID === null ? {} : { env: ENV_ID });
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void sendWaiting();
    });
    onReached(() => {
      void whoIsHere();
      void sendWaiting();
    });
    onRefused(() => {
      if (knownMe() !== null) void refreshMe();
    });
    onDelivered((delivered) => void tell(delivered));
    watchUpdates();
    listenForPrivacy();
  },
  onShow() {
    void refreshMe();
    void sendWaiting();
    // Written without a network, before the app was closed. Without the package, the next time.
    if (wx.getStorageSync('notes:waiting')) {
      void require.async('./packages/note/sender.js').catch(() => undefined);
    }
    if (wx.getStorageSync('suggestions:waiting')) {
      void require.async('./packages/suggest/sender.js').catch(() => undefined);
    }
  },
  onPageNotFound() {
    // At once: WeChat takes another page only while it still asks.
    void wx.reLaunch({ url: '/pages/inbox/inbox?instead=1' });
  },
});

/**
 * Says what became of writes that had waited: the person has long put the phone away. What there is to
 * say comes with the package in which they were written, for most days nothing is.
 */
async function tell(delivered: readonly Delivered[]): Promise<void> {
  const words = (await require.async('./packages/study/delivered.js').catch(() => undefined)) as
    | typeof Words
    | undefined;
  const textOf = words?.deliveredText ?? notDelivered;
  for (const one of delivered) {
    const text = textOf(one);
    if (text !== undefined) await wx.showModal({ ...text, ...NOTED });
  }
}
