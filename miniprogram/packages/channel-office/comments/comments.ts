import { commentsToCheck, decideComment } from '../../../../contract/content/comments';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  DECIDE_ERRORS,
  DONE_TEXT,
  noMorePages,
  opening,
  REFUSE_SHEET,
  toView,
  unknownToCheck,
} from './comments.view';

interface Said {
  readonly commentId: string;
  /** '' of a comment itself. */
  readonly answerId: string;
}
type SaidTap = WechatMiniprogram.BaseEvent<object, Said>;

Page({
  data: {
    pageStyle,
    view: opening,
    sheet: REFUSE_SHEET,
    isAsking: false,
    keptAs: '',
    isBusy: false,
    isLoadingMore: false,
    problem: '',
    done: '',
  },
  state: unknownToCheck,
  more: noMorePages,
  refused: undefined as Said | undefined,

  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** Not remembered: what waits for a check is nobody's to keep. */
  async load() {
    this.state = shown(undefined, await call(commentsToCheck, {}));
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, this.more, nowMs()));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const cursor = () => cursorAfter(this.state, this.more);
    const page = await nextPage(this, cursor, (at) => call(commentsToCheck, { cursor: at }));
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },

  onShowTap(event: SaidTap) {
    if (isSecondTap(event)) return;
    void this.decide(event.currentTarget.dataset, null);
  },
  onRefuseTap(event: SaidTap) {
    if (isSecondTap(event)) return;
    this.refused = event.currentTarget.dataset;
    const { commentId, answerId } = this.refused;
    const keptAs = `refuse-comment:${commentId}:${answerId}`;
    this.setData({ isAsking: true, keptAs, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.refused !== undefined) void this.decide(this.refused, event.detail.reason);
  },
  async decide({ commentId, answerId }: Said, reason: string | null) {
    if (this.data.isBusy) return;
    const deed = reason === null ? 'show' : 'refuse';
    this.setData({ isBusy: true, problem: '', done: '' });
    const input = { commentId, answerId: answerId === '' ? null : answerId, deed, reason } as const;
    const result = await call(decideComment, input);
    if (result.ok && reason !== null) dropWords(this.data.keptAs);
    this.setData({
      isBusy: false,
      ...(result.ok
        ? { done: DONE_TEXT[deed], isAsking: false }
        : { problem: errorText(result, DECIDE_ERRORS) }),
    });
    await this.load();
  },
});
