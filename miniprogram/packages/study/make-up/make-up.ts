import { makeUp } from '../../../../contract/study/make-up';
import { onDelivered } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { notCopiedText } from '../../../text/phone-refusal';
import { wordsKept } from '../answers-kept';
import { noteProgress, progressOf } from '../make-up-progress';
import { openMaterial } from '../open-material';
import { COPIED_TEXT, opening, toView, unknownMakeUp } from './make-up.view';
import { WAY_ACTION, type Way } from './pieces.view';

Page({
  data: {
    pageStyle,
    view: opening,
    way: 'quiz',
    wayAction: WAY_ACTION,
    problem: '',
  },
  studyId: '',
  state: unknownMakeUp,
  stopListening: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
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
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    const input = { studyId: this.studyId };
    const kept = remembered(makeUp, input);
    this.show(shown(kept));
    this.show(shown(kept, await fetchAndRemember(makeUp, input)));
  },
  show(state: typeof unknownMakeUp) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const { studyId } = this;
    const view = toView(this.state, progressOf(studyId), nowMs(), wordsKept(studyId));
    const ways = view.kind === 'content' ? view.ways : [];
    const isOffered = ways.some(({ way }) => way === this.data.way);
    this.setData({ view, way: isOffered ? this.data.way : (ways[0]?.way ?? 'quiz') });
  },

  onWayTap(event: WechatMiniprogram.BaseEvent<object, { way: Way['way'] }>) {
    this.setData({ way: event.currentTarget.dataset.way });
  },
  onPieceTap(event: WechatMiniprogram.BaseEvent<object, { pieceId: string }>) {
    if (isSecondTap(event)) return;
    void this.open(event.currentTarget.dataset.pieceId);
  },
  onNextTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const pieceId = this.data.view.next?.pieceId ?? '';
    if (pieceId !== '') void this.open(pieceId);
    else this.onSkipTap();
  },
  onWrittenTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({
      url: `/packages/study/make-up-note/make-up-note?studyId=${this.studyId}`,
    });
  },
  onSkipTap(event?: Tap) {
    if (isSecondTap(event)) return;
    const page = this.data.way === 'quiz' ? 'make-up-quiz' : 'make-up-note';
    void wx.navigateTo({ url: `/packages/study/${page}/${page}?studyId=${this.studyId}` });
  },

  async open(pieceId: string) {
    const { state, studyId } = this;
    if (state.kind !== 'known') return;
    const piece = state.output.pieces.find((each) => each.pieceId === pieceId);
    if (piece?.url === null) {
      await wx.navigateTo({
        url: `/packages/study/make-up-piece/make-up-piece?studyId=${studyId}&pieceId=${pieceId}`,
      });
      return;
    }
    if (piece === undefined) return;
    const how = await openMaterial(piece.url);
    if (how === 'copied') await wx.showToast({ title: COPIED_TEXT, icon: 'none' });
    const isOpened = how === 'opened' || how === 'copied';
    if (isOpened) {
      const { seen } = progressOf(studyId);
      noteProgress(studyId, { seen: [...new Set([...seen, pieceId])], at: pieceId });
    }
    this.setData({ problem: isOpened ? '' : notCopiedText(how) });
    this.redraw();
  },
});
