import type { Swap } from '../../../contract/roster/roster-shapes';
import { reply } from '../../../contract/study/mine';
import { today } from '../../../contract/today';
import { keptWrites, onDelivered, sendOrKeep } from '../../api/outbox';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { nowMs } from '../../state/clock';
import { followClock } from '../../state/follow-clock';
import { knownMe } from '../../state/me';
import { pageStyle } from '../../state/page-style';
import { learnChoices, prepareRefill, refillInTap } from '../../state/refill';
import { shown, type Shown } from '../../state/shown';
import { countUnread, showUnread } from '../../state/unread';
import { waitingAcknowledgements, waitingReplies } from '../../state/waiting-answers';
import { errorText } from '../../text/errors';
import { replyErrors } from '../../text/reply-errors';
import type { Ask } from './asks.view';
import { swapAsks } from './swap-asks.view';
import { opening, toView, unknownToday, type Today } from './today.view';
import { knownSwaps, readSwaps } from './waiting-swaps';

Page({
  data: {
    pageStyle,
    view: opening,
    /** The study whose answer is under way. */
    busyStudyId: '',
    problem: '',
  },
  swaps: [] as readonly Swap[],
  state: unknownToday,
  stopListening: undefined as (() => void) | undefined,

  onLoad() {
    this.stopListening = onDelivered(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, {
      redraw: () => this.redraw(),
      reload: () => void this.load(),
    });
    void this.load();
    void learnChoices();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    if (knownMe() === null) {
      this.show({ kind: 'guest' });
      return;
    }
    const kept = remembered(today, {});
    this.swaps = knownSwaps(nowMs());
    this.show(shown(kept));
    const result = await fetchAndRemember(today, {});
    const state = shown(kept, result);
    this.show(state);
    if (state.kind !== 'known') return;
    this.swaps = await readSwaps(state.output.unread.length > 0, nowMs());
    this.show(state);
  },
  show(state: Shown<Today>) {
    this.state = state;
    this.redraw();
    if (state.kind !== 'known') return;
    void showUnread(countUnread(state.output.unread, waitingAcknowledgements()));
  },

  redraw() {
    const now = nowMs();
    const swaps = swapAsks(this.swaps, knownMe()?.memberId ?? '', now);
    this.setData({ view: toView(this.state, waitingReplies(), keptWrites(), now, swaps) });
  },

  onAskTap(event: WechatMiniprogram.BaseEvent<object, { ask: Ask }>) {
    const { ask } = event.currentTarget.dataset;
    if (ask.act === 'come') {
      void this.come(ask);
      return;
    }
    const { key, studyId, sittingId } = ask;
    if (ask.act === 'answer-swap') {
      this.openSwap(key);
      return;
    }
    void wx.navigateTo({
      url: `/packages/study/check-in/check-in?studyId=${studyId}&sittingId=${sittingId}`,
    });
  },

  async come({ studyId, sittingId, topic }: Ask) {
    if (this.data.busyStudyId !== '') return;
    const refilled = refillInTap();
    this.setData({ busyStudyId: studyId, problem: '' });
    await refilled;
    const answer = { studyId, reply: { kind: 'coming' as const, sittingId } };
    const result = await sendOrKeep(reply, answer, topic);
    this.setData({
      busyStudyId: '',
      problem: result.ok === false ? errorText(result, replyErrors) : '',
    });
    await this.load();
    // For the next tap: opening the page asks the server one thing only.
    void prepareRefill();
  },

  onAskHeadTap(event: WechatMiniprogram.BaseEvent<object, { ask: Ask }>) {
    const { key, studyId, act } = event.currentTarget.dataset.ask;
    if (act === 'answer-swap') this.openSwap(key);
    else this.openStudy(studyId);
  },
  openSwap(swapId: string) {
    void wx.navigateTo({ url: `/packages/roster/swap/swap?swapId=${swapId}` });
  },
  openStudy(studyId: string) {
    void wx.navigateTo({ url: `/packages/study/detail/detail?studyId=${studyId}` });
  },
  onStudyTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    const { studyId } = event.currentTarget.dataset;
    if (studyId === '') {
      this.onRosterTap();
      return;
    }
    this.openStudy(studyId);
  },

  onRosterTap() {
    void wx.navigateTo({ url: '/packages/roster/month/month' });
  },

  onBindTap() {
    void wx.navigateTo({ url: '/pages/bind/bind' });
  },
});
