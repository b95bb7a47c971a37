import type { CommonError, TransportError } from '../../../../contract/action';
import {
  dashboardLines,
  dashboardMakeUps,
  dashboardPeople,
  peopleToTalkTo,
} from '../../../../contract/branch/dashboard';
import { call, type Failure } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { readErrorText } from '../../../text/errors';
import { NO_MORE_CAME } from '../../../text/next-page';
import { NO_CREW } from '../dashboard/grid.view';
import {
  everybody,
  noRows,
  noStudies,
  opening,
  outcomeOf,
  partOf,
  toLinesPage,
  toMakeUpsPage,
  toPeoplePage,
  toWordsPage,
  type ListPage,
} from './dashboard-list.view';

type NotRead = Failure<CommonError | TransportError>;

interface Query {
  readonly branchId?: string;
  readonly month?: string;
  /** people: who was asked in the month; rate: the lines behind the rates; makeup: who has one left; word: who needs a word now. */
  readonly of?: string;
  /** Of make-ups: which of them at first. */
  readonly part?: string;
  readonly studyIds?: string;
  readonly crew?: string;
}

Page({
  data: { pageStyle, view: opening, rows: noRows, hasMore: false, isLoading: false },
  branch: pageBranch(),
  month: '',
  of: 'people',
  studyIds: noStudies,
  crew: '',
  chosen: everybody,
  nextCursor: null as ListPage['nextCursor'],
  /** Counted up by each first page: a late answer to what was asked before it is dropped. */
  asked: 0,

  onLoad({ branchId, month = '', of = 'people', part = '', studyIds = '', crew = '' }: Query) {
    this.chosen = part;
    this.branch = pageBranch(branchId);
    this.month = month;
    this.of = of;
    this.studyIds = studyIds === '' ? [] : studyIds.split(',');
    this.crew = crew;
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onPillTap(event: WechatMiniprogram.BaseEvent<object, { of: string }>) {
    this.chosen = event.currentTarget.dataset.of;
    void this.load();
  },
  onReachBottom() {
    void this.loadMore();
  },

  async load() {
    this.asked += 1;
    const page = await this.ask({});
    if (page === undefined) return;
    if ('code' in page) {
      this.setData({ view: instead(page, readErrorText(page)) });
      return;
    }
    this.setData({ view: page.head, rows: page.rows });
    this.goOn(page);
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
    // Only what is new goes to the page, however long the list has become.
    this.setData(Object.fromEntries(page.rows.map((row, at) => [`rows[${from + at}]`, row])));
    this.goOn(page);
  },
  /** A page without a row, of a study in which nobody is as chosen, brings the next one. */
  goOn({ rows, nextCursor }: ListPage) {
    this.nextCursor = nextCursor;
    this.setData({ hasMore: nextCursor !== null });
    if (rows.length === 0) void this.loadMore();
  },

  /** undefined: something else has been asked since. */
  async ask(after: { readonly cursor?: string }): Promise<ListPage | NotRead | undefined> {
    const { asked, month, chosen } = this;
    if (this.of === 'word') {
      const result = await call(peopleToTalkTo, { ...this.branch, ...after });
      if (asked !== this.asked) return undefined;
      return result.ok ? toWordsPage(result.output) : result;
    }
    if (this.of === 'makeup') {
      const input = { ...this.branch, month, ...partOf(chosen), ...after };
      const result = await call(dashboardMakeUps, input);
      if (asked !== this.asked) return undefined;
      return result.ok ? toMakeUpsPage(result.output, chosen, month) : result;
    }
    if (this.of === 'people') {
      const result = await call(dashboardPeople, { ...this.branch, month, ...after });
      if (asked !== this.asked) return undefined;
      return result.ok ? toPeoplePage(result.output, month, nowMs()) : result;
    }
    const result = await call(dashboardLines, {
      ...this.branch,
      month,
      ...this.lines(),
      ...after,
    });
    if (asked !== this.asked) return undefined;
    return result.ok ? toLinesPage(result.output, chosen, month, nowMs()) : result;
  },
  lines() {
    const { studyIds, crew, chosen } = this;
    return {
      ...(studyIds.length > 0 && { studyIds: [...studyIds] }),
      ...(crew !== '' && { crewId: crew === NO_CREW ? null : crew }),
      ...outcomeOf(chosen),
    };
  },
});
