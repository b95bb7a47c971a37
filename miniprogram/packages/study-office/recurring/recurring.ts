import { endRecurring, recurringStudies } from '../../../../contract/study/recurring';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { endQuestion, opening, toView, unknownRecurring } from './recurring.view';

/** What a branch holds every month: when the next draft comes, and ending it. */
Page({
  data: { pageStyle, view: opening, problem: '' },
  branch: pageBranch(),
  state: unknownRecurring,

  onLoad({ branchId }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async load() {
    const kept = remembered(recurringStudies, this.branch);
    this.state = shown(kept);
    this.redraw();
    this.state = shown(kept, await fetchAndRemember(recurringStudies, this.branch));
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },

  async onEndTap(
    event: WechatMiniprogram.BaseEvent<object, { recurringId: string; topic: string }>,
  ) {
    const { recurringId, topic } = event.currentTarget.dataset;
    if (!(await confirmed(this, endQuestion(topic)))) return;
    const result = await call(endRecurring, { ...this.branch, recurringId });
    this.setData({ problem: result.ok ? '' : errorText(result, {}) });
    await this.load();
  },
});
