import { makeUp } from '../../../../contract/study/make-up';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { noteProgress, progressOf } from '../make-up-progress';
import { opening, toView, unknownMakeUp } from './make-up-piece.view';

Page({
  data: { pageStyle, view: opening },
  studyId: '',
  pieceId: '',
  state: unknownMakeUp,

  onLoad(query: { studyId?: string; pieceId?: string }) {
    this.studyId = query.studyId ?? '';
    this.pieceId = query.pieceId ?? '';
    noteProgress(this.studyId, { at: this.pieceId });
    void this.load();
  },

  /** What the page before it has just remembered is enough; asked for only where it is not there. */
  async load() {
    const input = { studyId: this.studyId };
    const kept = remembered(makeUp, input);
    this.show(shown(kept));
    if (kept === undefined) this.show(shown(kept, await fetchAndRemember(makeUp, input)));
  },
  show(state: typeof unknownMakeUp) {
    this.state = state;
    const { seen } = progressOf(this.studyId);
    this.setData({ view: toView(state, this.pieceId, seen, nowMs()) });
  },

  onDoneTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const { nextId } = this.data.view;
    const seen = [...new Set([...progressOf(this.studyId).seen, this.pieceId])];
    noteProgress(this.studyId, { seen, at: nextId === '' ? null : nextId });
    if (nextId === '') {
      void wx.navigateBack();
      return;
    }
    this.pieceId = nextId;
    this.show(this.state);
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
});
