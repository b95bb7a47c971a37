import { endRecurring, recurringStudies } from '../../../../contract/study/recurring';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
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
  question() {
    return this.branch;
  },
  load() {
    return readAgain(this, recurringStudies);
  },
  show(state: typeof unknownRecurring) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },

  async onEndTap(
    event: WechatMiniprogram.BaseEvent<object, { recurringId: string; topic: string }>,
  ) {
    if (isSecondTap(event)) return;
    const { recurringId, topic } = event.currentTarget.dataset;
    if (!(await confirmed(this, endQuestion(topic)))) return;
    const result = await call(endRecurring, { ...this.branch, recurringId });
    this.setData({ problem: result.ok ? '' : errorText(result, {}) });
    await this.load();
  },
});
