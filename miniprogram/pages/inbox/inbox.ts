import { acknowledge } from '../../../contract/notice/acknowledge';
import { inbox, markSeen } from '../../../contract/notice/inbox';
import type { Channel } from '../../../domain/notice/kind-rules';
import { call } from '../../api/client';
import { keptWrites, onDelivered, sendOrKeep } from '../../api/outbox';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { nowMs } from '../../state/clock';
import { followClock } from '../../state/follow-clock';
import { showInPieces } from '../../state/in-pieces';
import { knownMe } from '../../state/me';
import { openPage, tellNewerNeeded } from '../../state/open-page';
import { pageStyle } from '../../state/page-style';
import { prepareRefill, refillInTap } from '../../state/refill';
import { isSecondTap, type Tap } from '../../state/second-tap';
import { shown } from '../../state/shown';
import { asUnread, countUnread, noteSeen, showUnread } from '../../state/unread';
import { waitingAcknowledgements } from '../../state/waiting-answers';
import { errorText } from '../../text/errors';
import { acknowledgeErrors } from '../../text/notice-errors';
import {
  allChannels,
  noPages,
  opening,
  pillsOf,
  seenUpTo,
  toView,
  unknownPage,
} from './inbox.view';

Page({
  data: {
    pageStyle,
    view: opening,
    pills: pillsOf(allChannels),
    /** The message whose acknowledgement is under way. */
    busyId: '',
    problem: '',
    isLoadingMore: false,
  },
  channel: allChannels,
  first: unknownPage,
  more: noPages,

  stopListening: undefined as (() => void) | undefined,

  /** @param instead given when WeChat asked for a page that this version does not have */
  onLoad({ instead }: { instead?: string }) {
    if (instead !== undefined) void tellNewerNeeded();
    this.stopListening = onDelivered(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, { redraw: () => this.show(), reload: () => void this.load() });
    void this.load();
    void prepareRefill();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return this.channel === '' ? {} : { channel: this.channel };
  },

  async load() {
    if (knownMe() === null) {
      this.first = { kind: 'guest' };
      this.show();
      return;
    }
    const { channel } = this;
    const kept = remembered(inbox, this.question());
    this.more = noPages;
    this.first = shown(kept);
    this.show();
    const result = await fetchAndRemember(inbox, this.question());
    // Another channel may have been picked meanwhile.
    if (channel !== this.channel) return;
    this.first = shown(kept, result);
    const isWhole = result.ok && channel === '';
    if (isWhole) noteSeen(Math.max(0, ...result.output.items.map(({ atMs }) => atMs)));
    this.show();
    const upToAtMs = isWhole ? seenUpTo(result.output.items) : undefined;
    if (upToAtMs !== undefined) await call(markSeen, { upToAtMs });
  },
  /** The number on the tab goes down by what was on the screen; what waits for an answer stays in it. */
  show() {
    const answered = waitingAcknowledgements();
    const { first, channel } = this;
    const view = toView(first, this.more, channel, answered, keptWrites(), nowMs());
    showInPieces(this, 'view', view);
    if (first.kind !== 'known' || channel !== '') return;
    void showUnread(countUnread(first.output.items.map(asUnread), answered));
  },
  onChannelTap(event: WechatMiniprogram.BaseEvent<object, { channel: Channel | '' }>) {
    this.channel = event.currentTarget.dataset.channel;
    this.setData({ pills: pillsOf(this.channel), problem: '' });
    void this.load();
  },

  async onAcknowledgeTap(
    event: WechatMiniprogram.BaseEvent<
      object,
      { messageId: string; edition: number; title: string }
    >,
  ) {
    if (isSecondTap(event)) return;
    const { messageId, edition, title } = event.currentTarget.dataset;
    if (this.data.busyId !== '') return;
    const refilled = refillInTap();
    this.setData({ busyId: messageId, problem: '' });
    await refilled;
    const result = await sendOrKeep(acknowledge, { messageId, edition }, title);
    this.setData({
      busyId: '',
      problem: result.ok === false ? errorText(result, acknowledgeErrors) : '',
    });
    await this.load();
  },

  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    if (page !== '') void openPage(page);
  },

  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const last = this.more.at(-1) ?? (this.first.kind === 'known' ? this.first.output : undefined);
    const cursor = last?.nextCursor;
    if (this.data.isLoadingMore || cursor === null || cursor === undefined) return;
    this.setData({ isLoadingMore: true });
    const result = await call(inbox, { ...this.question(), cursor });
    this.setData({ isLoadingMore: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, {}) });
      return;
    }
    this.more = [...this.more, result.output];
    this.show();
  },
});
