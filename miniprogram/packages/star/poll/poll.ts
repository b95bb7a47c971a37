import type { InputOf } from '../../../../contract/action';
import { castBallot, poll as pollAction } from '../../../../contract/star/ballot';
import type { Poll } from '../../../../contract/star/ballot-shapes';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { goOnTo } from '../../../state/go-back';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { castBallotErrors } from '../../../text/ballot-errors';
import { errorText } from '../../../text/errors';
import {
  ballotOf,
  choiceNow,
  confirmingOf,
  goneOf,
  goneText,
  mostText,
  nothingChosen,
  nothingToConfirm,
  onRollText,
  opening,
  refusedText,
  shortText,
  toView,
  unknownPoll,
  withTap,
} from './poll.view';

type CandidateTap = WechatMiniprogram.BaseEvent<object, { candidateId: string }>;

Page({
  data: {
    pageStyle,
    view: opening,
    problem: '',
    isConfirming: false,
    confirming: nothingToConfirm,
    isBusy: false,
    sheetProblem: '',
    rollText: '',
  },
  pollId: '',
  state: unknownPoll,
  choosing: nothingChosen,
  /** What the open sheet asks about. */
  ballot: undefined as InputOf<typeof castBallot> | undefined,

  onLoad(query: { pollId?: string }) {
    this.pollId = query.pollId ?? '';
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  // Asked anew every time: nothing of a ballot, nor whether there was one, stays on a phone.
  async load() {
    this.state = shown(undefined, await call(pollAction, { pollId: this.pollId }));
    if (this.state.kind === 'known') this.dropGone(this.state.output);
    this.redraw();
  },
  /** Whoever has withdrawn meanwhile is on no ballot: left there, it would be refused and could not be mended. */
  dropGone(poll: Poll) {
    const gone = goneOf(poll, this.choosing.chosen);
    if (gone.length === 0) return;
    const ids = gone.map(({ candidateId }) => candidateId);
    const chosen = this.choosing.chosen.filter((id) => !ids.includes(id));
    this.choosing = { ...this.choosing, chosen };
    this.setData({ isConfirming: false, problem: goneText(gone.map(({ name }) => name)) });
  },
  redraw() {
    const view = toView(this.state, this.choosing, knownMe(), nowMs());
    this.setData({ view });
    if (view.kind === 'content') void wx.setNavigationBarTitle({ title: view.star });
  },

  onCandidateTap(event: CandidateTap) {
    const { view } = this.data;
    if (view.kind !== 'content' || !view.canVote) return;
    const { candidateId } = event.currentTarget.dataset;
    if (view.cards.find((card) => card.candidateId === candidateId)?.canChoose !== true) return;
    const chosen = withTap(this.choosing, candidateId, view.most);
    if (chosen === undefined) {
      this.setData({ problem: mostText(view.most) });
      return;
    }
    this.choosing = { ...this.choosing, chosen };
    this.setData({ problem: '' });
    this.redraw();
  },
  onRecordTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    if (page !== '') void wx.navigateTo({ url: page });
  },
  onEvidenceTap(event: CandidateTap) {
    if (isSecondTap(event)) return;
    const { candidateId } = event.currentTarget.dataset;
    const { opened } = this.choosing;
    this.choosing = {
      ...this.choosing,
      opened: opened.includes(candidateId)
        ? opened.filter((id) => id !== candidateId)
        : [...opened, candidateId],
    };
    this.redraw();
  },
  onRollTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind === 'known') {
      this.setData({ rollText: onRollText(this.state.output, knownMe(), nowMs()) });
    }
  },
  onSecrecyTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/star/poll-secrecy/poll-secrecy' });
  },
  onResultTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.redirectTo({ url: `/packages/star/poll-result/poll-result?pollId=${this.pollId}` });
  },

  onNextTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { output } = this.state;
    const problem = shortText(choiceNow(output), this.choosing.chosen.length);
    this.setData({ problem });
    if (problem !== '') return;
    const { chosen } = this.choosing;
    const confirming = confirmingOf(output, chosen);
    this.ballot = ballotOf(output, chosen);
    this.setData({ isConfirming: true, confirming, sheetProblem: '' });
  },
  /** What becomes of a ballot that is on its way is told in the sheet. */
  onBackTap(event?: Tap) {
    if (isSecondTap(event)) return;
    if (!this.data.isBusy) this.setData({ isConfirming: false });
  },
  onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.onBackTap();
  },
  async onCastTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { ballot } = this;
    if (this.data.isBusy || ballot === undefined) return;
    this.setData({ isBusy: true, sheetProblem: '' });
    const result = await call(castBallot, ballot);
    // An answer that did not come may be one that the ballot is in: the poll says so.
    if (!result.ok) await this.load();
    const { view } = this.data;
    // Refused for good: of a ballot that does not count nothing stands there to be cast.
    const isOver = !result.ok && FOR_GOOD.includes(result.code);
    const isIn = result.ok || (mayBeIn(result.code) && view.kind === 'content' && view.isCounted);
    const text = result.ok ? '' : errorText(result, castBallotErrors);
    const problem = result.ok ? '' : refusedText(this.state, result.code, text);
    this.setData({
      isBusy: false,
      sheetProblem: problem,
      ...(isOver && !isIn && { isConfirming: false, problem }),
    });
    if (!isIn && !isOver) return;
    this.choosing = nothingChosen;
    this.ballot = undefined;
    if (!isIn) return;
    await goOnTo(this, `/packages/star/poll-done/poll-done?star=${starOf(view)}`);
  },
});

/** Whatever is chosen, no ballot of theirs is taken any more. */
const FOR_GOOD: readonly string[] = ['already-voted', 'not-on-roll', 'poll-over'];

const mayBeIn = (code: string): boolean => code !== 'already-voted';

const starOf = (view: typeof opening): string =>
  view.kind === 'content' ? encodeURIComponent(view.star) : '';
