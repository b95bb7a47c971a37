import { invitation } from '../../../../contract/people/member';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { copy } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { notCopiedText } from '../../../text/phone-refusal';
import { opening, renewQuestion, toView, unknownInvitation } from './invitation.view';

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '' },
  branch: pageBranch(),
  state: unknownInvitation,

  onLoad({ branchId }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    void this.load();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
  },
  async load() {
    this.state = shown(undefined, await call(invitation, { ...this.branch, renew: false }));
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },

  async onCopyTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const refusal = await copy(this.data.view.message);
    this.setData({ problem: refusal === undefined ? '' : notCopiedText(refusal) });
  },

  async onRenewTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, renewQuestion)) || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(invitation, { ...this.branch, renew: true });
    this.setData({ isBusy: false });
    if (result.ok) {
      this.state = shown(undefined, result);
      this.redraw();
    } else this.setData({ problem: errorText(result, {}) });
  },
});
