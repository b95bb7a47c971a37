import {
  branchSuggestions,
  committeeSuggestions,
  suggestionTopics,
} from '../../../../contract/content/answering';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { whoIsHere } from '../../../state/me';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import {
  firstPart,
  isOfOffice,
  noMorePages,
  noTopics,
  opening,
  toPills,
  toTopics,
  toView,
  unknownQueue,
  usualPart,
  type Part,
} from './queue.view';

/** What waits for the word of an office, and what moves people, as figures. */
Page({
  data: {
    pageStyle,
    view: opening,
    pills: toPills(false, 'owed'),
    topics: noTopics,
    isLoadingMore: false,
  },
  branch: pageBranch(),
  part: usualPart,
  isPartPicked: false,
  state: unknownQueue,
  more: noMorePages,

  onLoad({ branchId = '', part }: { branchId?: string; part?: string }) {
    this.branch = pageBranch(branchId);
    if (part !== 'late-in-branches') return;
    this.part = part;
    this.isPartPicked = true;
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onPartTap(event: WechatMiniprogram.BaseEvent<object, { part: Part }>) {
    this.part = event.currentTarget.dataset.part;
    this.state = unknownQueue;
    void this.load();
  },
  async load() {
    const isOffice = isOfOffice(await whoIsHere());
    if (!this.isPartPicked) this.part = firstPart(isOffice, this.branch.branchId !== undefined);
    this.isPartPicked = true;
    const { part } = this;
    this.setData({ pills: toPills(isOffice, part) });
    const [state, topics] = await Promise.all([
      this.ask(part),
      call(suggestionTopics, this.branch),
    ]);
    if (part !== this.part) return;
    this.state = shown(undefined, state);
    this.more = noMorePages;
    this.redraw();
    if (topics.ok) this.setData({ topics: toTopics(topics.output, nowMs()) });
  },
  ask(part: Part, cursor?: string) {
    const place = cursor === undefined ? {} : { cursor };
    switch (part) {
      case 'owed':
      case 'others':
        return call(branchSuggestions, { ...this.branch, which: part, ...place });
      case 'committee':
        return call(committeeSuggestions, { which: 'owed', ...place });
      case 'committee-others':
        return call(committeeSuggestions, { which: 'others', ...place });
      case 'late-in-branches':
        return call(committeeSuggestions, { which: part, ...place });
    }
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, this.more, this.part, nowMs()));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { part } = this;
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) => this.ask(part, cursor),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },
  onRowTap(event: WechatMiniprogram.BaseEvent<object, { suggestionId: string }>) {
    if (isSecondTap(event)) return;
    const { suggestionId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/suggest/open/open?suggestionId=${suggestionId}` });
  },
});
