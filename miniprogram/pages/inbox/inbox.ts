import { acknowledge, inbox, markSeen } from '../../../contract/notify';
import type { Channel } from '../../../domain/notice/notice-kinds';
import { call } from '../../api/client';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { nowMs } from '../../state/clock';
import { knownMe } from '../../state/me';
import { pageStyle } from '../../state/page-style';
import { prepareRefill, refillInTap } from '../../state/refill';
import { shown } from '../../state/shown';
import { showUnread, unreadOf } from '../../state/unread';
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
  type InboxPage,
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

  onShow() {
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
    this.show();
    if (result.ok && channel === '') await this.tellSeen(result.output);
  },
  show() {
    this.setData({ view: toView(this.first, this.more, this.channel, nowMs()) });
  },
  /** The number goes down by what was on the screen; what waits for an answer stays in it. */
  async tellSeen(page: InboxPage) {
    const upToAtMs = seenUpTo(page.items);
    if (upToAtMs !== undefined) await call(markSeen, { upToAtMs });
    const seen = page.items.map((item) => ({ ...item, isNew: false }));
    await showUnread(unreadOf({ items: seen }));
  },

  onChannelTap(event: WechatMiniprogram.BaseEvent<object, { channel: Channel | '' }>) {
    this.channel = event.currentTarget.dataset.channel;
    this.setData({ pills: pillsOf(this.channel), problem: '' });
    void this.load();
  },

  async onAcknowledgeTap(event: WechatMiniprogram.BaseEvent<object, { messageId: string }>) {
    const { messageId } = event.currentTarget.dataset;
    if (this.data.busyId !== '') return;
    const refilled = refillInTap();
    this.setData({ busyId: messageId, problem: '' });
    await refilled;
    const result = await call(acknowledge, { messageId });
    this.setData({
      busyId: '',
      problem: result.ok ? '' : errorText(result, acknowledgeErrors),
    });
    await this.load();
  },

  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    const { page } = event.currentTarget.dataset;
    if (page === '') return;
    void wx.navigateTo({ url: page.startsWith('/') ? page : `/${page}` });
  },

  async onMoreTap() {
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
