import type { CommonError, TransportError } from '../../../../contract/action';
import { notReachedMessages, notReachedPeople } from '../../../../contract/branch/not-reached';
import { ROSTER_KEEPERS } from '../../../../contract/roles';
import type { NotReachedDays } from '../../../../domain/notice/not-reached';
import { call, type Failure } from '../../../api/client';
import { followClock } from '../../../state/follow-clock';
import { hasRole, whoIsHere } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { readErrorText } from '../../../text/errors';
import { NO_MORE_CAME } from '../../../text/next-page';
import { daysOf, daysPills, firstDays } from '../not-reached.view';
import {
  byPills,
  firstBy,
  noRows,
  opening,
  toMessagesPage,
  toPeoplePage,
  TRAIL_NOTE,
  type By,
  type ListPage,
} from './not-reached.view';

type NotRead = Failure<CommonError | TransportError>;

Page({
  data: {
    pageStyle,
    view: opening,
    rows: noRows,
    daysPills: daysPills(firstDays),
    byPills: byPills(firstBy),
    trailNote: TRAIL_NOTE,
    hasMore: false,
    isLoading: false,
  },
  branch: pageBranch(),
  days: firstDays,
  by: firstBy,
  nextCursor: null as ListPage['nextCursor'],
  /** Counted up by each first page: a late answer to what was asked before it is dropped. */
  asked: 0,

  onLoad({ branchId, days = '' }: { branchId?: string; days?: string }) {
    this.branch = pageBranch(branchId);
    this.days = daysOf(days);
    this.setData({ daysPills: daysPills(this.days) });
  },
  /** Whoever comes back from a next step sees what it changed. */
  onShow() {
    followClock(this, { redraw: () => undefined, reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onDaysTap(event: WechatMiniprogram.BaseEvent<object, { days: NotReachedDays }>) {
    this.days = event.currentTarget.dataset.days;
    this.setData({ daysPills: daysPills(this.days) });
    void this.load();
  },
  onByTap(event: WechatMiniprogram.BaseEvent<object, { by: By }>) {
    this.by = event.currentTarget.dataset.by;
    this.setData({ byPills: byPills(this.by) });
    void this.load();
  },
  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { url: string }>) {
    if (isSecondTap(event)) return;
    const { url } = event.currentTarget.dataset;
    if (url !== '') void wx.navigateTo({ url });
  },
  onReachBottom() {
    void this.loadMore();
  },

  /** Not remembered: names of people stay on the phone no longer than they are looked at. */
  async load() {
    this.asked += 1;
    const page = await this.ask({});
    if (page === undefined) return;
    if ('code' in page) {
      this.setData({ view: instead(page, readErrorText(page)), rows: noRows, hasMore: false });
      return;
    }
    this.nextCursor = page.nextCursor;
    this.setData({ view: page.head, rows: page.rows, hasMore: page.nextCursor !== null });
  },
  async loadMore(event?: Tap) {
    if (isSecondTap(event)) return;
    if (this.nextCursor === null || this.data.isLoading) return;
    this.setData({ isLoading: true });
    const page = await this.ask({ cursor: this.nextCursor });
    this.setData({ isLoading: false });
    if (page === undefined) return;
    if ('code' in page) {
      await wx.showToast({ title: NO_MORE_CAME, icon: 'none' });
      return;
    }
    const from = this.data.rows.length;
    this.nextCursor = page.nextCursor;
    // Only what is new goes to the page, however long the list has become.
    this.setData({
      ...Object.fromEntries(page.rows.map((row, at) => [`rows[${from + at}]`, row])),
      hasMore: page.nextCursor !== null,
    });
  },
  /** undefined: something else has been asked since. */
  async ask(after: { readonly cursor?: string }): Promise<ListPage | NotRead | undefined> {
    const { asked, days } = this;
    const input = { ...this.branch, days, ...after };
    await whoIsHere();
    if (this.by === 'messages') {
      const result = await call(notReachedMessages, input);
      if (asked !== this.asked) return undefined;
      return result.ok ? toMessagesPage(result.output, days) : result;
    }
    const result = await call(notReachedPeople, input);
    if (asked !== this.asked) return undefined;
    return result.ok ? toPeoplePage(result.output, days, hasRole(ROSTER_KEEPERS)) : result;
  },
});
