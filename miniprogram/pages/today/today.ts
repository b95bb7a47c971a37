import { reply } from '../../../contract/study/mine';
import { today } from '../../../contract/today';
import { keptWrites, onDelivered, sendOrKeep } from '../../api/outbox';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { nowMs } from '../../state/clock';
import { followClock } from '../../state/follow-clock';
import { knownMe } from '../../state/me';
import { openPage } from '../../state/open-page';
import { pageStyle } from '../../state/page-style';
import { learnChoices, prepareRefill, refillInTap } from '../../state/refill';
import { isSecondTap } from '../../state/second-tap';
import { shown, type Shown } from '../../state/shown';
import { countUnread, showUnread } from '../../state/unread';
import {
  handedInPages,
  waitingAcknowledgements,
  waitingReplies,
} from '../../state/waiting-answers';
import { errorText } from '../../text/errors';
import { replyErrors } from '../../text/reply-errors';
import type { Ask } from './asks.view';
import { opening, toView, unknownToday, type Today } from './today.view';

Page({
  data: {
    pageStyle,
    view: opening,
    /** The ask whose answer is under way. */
    busyKey: '',
    problem: '',
  },
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
    this.show(shown(kept));
    this.show(shown(kept, await fetchAndRemember(today, {})));
  },
  show(state: Shown<Today>) {
    this.state = state;
    this.redraw();
    if (state.kind !== 'known') return;
    void showUnread(countUnread(state.output.unread, waitingAcknowledgements()));
  },

  redraw() {
    const view = toView(this.state, waitingReplies(), keptWrites(), nowMs(), handedInPages());
    this.setData({ view });
  },

  onAskTap(event: WechatMiniprogram.BaseEvent<object, { ask: Ask }>) {
    if (isSecondTap(event)) return;
    const { ask } = event.currentTarget.dataset;
    const { act, page, studyId, sittingId } = ask;
    if (act === 'come') void this.come(ask);
    else if (act === 'open') void openPage(page);
    else
      void openPage(`packages/study/check-in/check-in?studyId=${studyId}&sittingId=${sittingId}`);
  },
  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    void openPage(event.currentTarget.dataset.page);
  },

  async come({ key, studyId, sittingId, topic }: Ask) {
    if (this.data.busyKey !== '') return;
    const refilled = refillInTap();
    this.setData({ busyKey: key, problem: '' });
    await refilled;
    const answer = { studyId, reply: { kind: 'coming' as const, sittingId } };
    const result = await sendOrKeep(reply, answer, topic);
    this.setData({
      busyKey: '',
      problem: result.ok === false ? errorText(result, replyErrors) : '',
    });
    await this.load();
    // For the next tap: opening the page asks the server one thing only.
    void prepareRefill();
  },

  onStudyTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    if (isSecondTap(event)) return;
    const { studyId } = event.currentTarget.dataset;
    const page = studyId === '' ? 'roster/month/month' : `study/detail/detail?studyId=${studyId}`;
    void openPage(`packages/${page}`);
  },
});
