import { sendWaiting } from './api/outbox';
import { refreshMe } from './state/me';

App({
  onLaunch() {
    wx.cloud.init(ENV_ID === null ? {} : { env: ENV_ID });
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void sendWaiting();
    });
    const updates = wx.getUpdateManager();
    updates.onUpdateReady(() => updates.applyUpdate());
  },
  onShow() {
    void refreshMe();
    void sendWaiting();
  },
});
