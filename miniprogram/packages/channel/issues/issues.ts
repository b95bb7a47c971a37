import { channelIssues } from '../../../../contract/content/channel-reading';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { PRESENTERS } from '../../../../contract/roles';
import { ITEM_LIMITS } from '../../../../domain/content/channel/item';
import type { LocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { hasRole } from '../../../state/me';
import { nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { channelOf } from '../channel-words.view';
import {
  dayOfQuery,
  opening,
  toIssueRows,
  toIssuesView,
  unknownIssues,
  type IssueRow,
} from './issues.view';

Page({
  data: {
    pageStyle,
    mostMinutes: ITEM_LIMITS.minutes,
    view: opening,
    /** A list for each page: one that is there is not sent to the screen again. */
    parts: [] as readonly (readonly IssueRow[])[],
    isLoadingMore: false,
    isPresenter: false,
  },
  channel: channelOf(undefined),
  upTo: undefined as LocalDay | undefined,
  earlier: null as LocalDay | null,
  state: unknownIssues,

  onLoad({ channel, day }: { channel?: string; day?: string }) {
    this.channel = channelOf(channel);
    this.upTo = dayOfQuery(day);
    void wx.setNavigationBarTitle({ title: CHANNEL_NAME[this.channel] });
  },
  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => undefined, reload });
    reload();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  question() {
    const { channel, upTo } = this;
    return { channel, ...(upTo !== undefined && { upTo }) };
  },
  load() {
    return readAgain(this, channelIssues);
  },
  show(state: typeof unknownIssues) {
    this.state = state;
    this.earlier = state.kind === 'known' ? state.output.earlier : null;
    const parts =
      state.kind === 'known' ? [toIssueRows(state.output.issues.slice(1), nowMs())] : [];
    const view = toIssuesView(state, this.earlier, nowMs(), this.upTo);
    this.setData({ view, parts, isPresenter: hasRole(PRESENTERS) });
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { channel, state } = this;
    const earlier = () => this.earlier;
    const page = await nextPage(this, earlier, (upTo) => call(channelIssues, { channel, upTo }));
    if (page === undefined) return;
    this.earlier = page.earlier;
    this.setData({
      view: toIssuesView(state, this.earlier, nowMs()),
      [`parts[${this.data.parts.length}]`]: toIssueRows(page.issues, nowMs()),
    });
  },

  onItemTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    const { itemId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/channel/item/item?itemId=${itemId}` });
  },
  onOfficeTap(event: WechatMiniprogram.BaseEvent<object, { page: string; day: string }>) {
    if (isSecondTap(event)) return;
    const { page, day } = event.currentTarget.dataset;
    const query = `channel=${this.channel}&day=${day}`;
    void wx.navigateTo({ url: `/packages/channel-office/${page}/${page}?${query}` });
  },
  onIssueTap(event: WechatMiniprogram.BaseEvent<object, { day: string }>) {
    if (isSecondTap(event)) return;
    const { day } = event.currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/channel/issues/issues?channel=${this.channel}&day=${day}`,
    });
  },
});
