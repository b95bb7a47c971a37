import { invitation } from '../../../../contract/people/member';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { opening, toView } from './invitation.view';

/** Without an id the server takes the caller's own branch. */
const OWN_BRANCH: { branchId?: string } = {};

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '' },
  branch: OWN_BRANCH,

  onLoad({ branchId }: { branchId?: string }) {
    if (branchId !== undefined && branchId !== '') this.branch = { branchId };
    void this.load();
  },
  async load() {
    const result = await call(invitation, { ...this.branch, renew: false });
    this.setData({ view: toView(shown(undefined, result), nowMs()) });
  },

  async onCopyTap() {
    if (this.data.view.kind === 'content') {
      await wx.setClipboardData({ data: this.data.view.message });
    }
  },

  async onRenewTap() {
    const { confirm } = await wx.showModal({
      title: '换一个邀请码',
      content: '旧的立刻作废，还没绑定的人要用新的。已经绑定的人不受影响。',
      confirmText: '换新的',
      cancelText: '不换',
    });
    if (!confirm || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(invitation, { ...this.branch, renew: true });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ view: toView(shown(undefined, result), nowMs()) });
    else this.setData({ problem: errorText(result, {}) });
  },
});
