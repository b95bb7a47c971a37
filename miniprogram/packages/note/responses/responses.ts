import { myResponses, takeBackResponse } from '../../../../contract/note/exchange';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { takeBackReplyQuestion } from '../replies.view';
import {
  opening,
  takeBackThanksQuestion,
  TAKEN_BACK_TEXT,
  toResponseRows,
  toResponsesView,
  unknownResponses,
  type ResponseRow,
} from './responses.view';

/** What I have given to notes of others, wherever they are now; a reply is taken back here too. */
Page({
  data: {
    pageStyle,
    view: opening,
    parts: [] as readonly (readonly ResponseRow[])[],
    isLoadingMore: false,
    isBusy: false,
    problem: '',
    done: '',
  },
  state: unknownResponses,
  nextCursor: null as string | null,

  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => undefined, reload });
    reload();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    const state = shown(undefined, await call(myResponses, {}));
    this.state = state;
    this.nextCursor = state.kind === 'known' ? state.output.nextCursor : null;
    const parts = state.kind === 'known' ? [toResponseRows(state.output, nowMs())] : [];
    this.setData({ view: toResponsesView(state, this.nextCursor, nowMs()), parts });
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state } = this;
    const page = await nextPage(
      this,
      () => this.nextCursor,
      (cursor) => call(myResponses, { cursor }),
    );
    if (page === undefined) return;
    this.nextCursor = page.nextCursor;
    this.setData({
      view: toResponsesView(state, this.nextCursor, nowMs()),
      [`parts[${this.data.parts.length}]`]: toResponseRows(page, nowMs()),
    });
  },
  onRowTap(event: WechatMiniprogram.BaseEvent<object, { noteId: string }>) {
    if (isSecondTap(event)) return;
    const { noteId } = event.currentTarget.dataset;
    if (noteId !== '') void wx.navigateTo({ url: `/packages/note/open/open?noteId=${noteId}` });
  },
  async onTakeBackTap(event: WechatMiniprogram.BaseEvent<object, { row: ResponseRow }>) {
    if (isSecondTap(event)) return;
    const { responseId, kind } = event.currentTarget.dataset.row;
    const question = kind === 'thanks' ? takeBackThanksQuestion : takeBackReplyQuestion;
    if (this.data.isBusy || !(await confirmed(this, question))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(takeBackResponse, { responseId });
    this.setData({
      isBusy: false,
      problem: result.ok ? '' : errorText(result, {}),
      done: result.ok ? TAKEN_BACK_TEXT : '',
    });
    await this.load();
  },
});
