import { openPoll, pollToOpen } from '../../../../contract/star/ballot';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { goOnTo } from '../../../state/go-back';
import { dropWords } from '../../../state/kept-words';
import { lastKnown } from '../../../state/last-known';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { asOfficeText } from '../../../text/as-office';
import { openPollErrors, pollToOpenErrors } from '../../../text/ballot-errors';
import { errorText } from '../../../text/errors';
import { endText } from '../../../text/ballot';
import { orMonthFault } from '../../../text/month-fault';
import {
  easierText,
  lowerSheet,
  opening,
  openQuestion,
  toOpenView,
  unknownToOpen,
  warningOf,
  otherRoundText,
} from './open-poll.view';
import {
  endOf,
  firstForm,
  hoursAsked,
  isOfOther,
  mostNames,
  standsAgain,
  termsSent,
  withAnswer,
  type OpenForm,
  type PollToOpen,
} from './poll-form';

/** Somebody else has opened or ended one meanwhile: what can be opened now is read anew. */
const OUTDATED: readonly string[] = ['has-poll', 'terms-inherited'];

type Picked<Value> = WechatMiniprogram.CustomEvent<{ value: Value }>;
type Stepped = WechatMiniprogram.BaseEvent<object, { by: number }>;

Page({
  data: {
    pageStyle,
    view: opening,
    asOffice: '',
    form: firstForm,
    sheet: lowerSheet('', '', ''),
    isLowering: false,
    keptAs: '',
    isBusy: false,
    problem: '',
  },
  month: '',
  branch: pageBranch(),
  requestId: '',
  state: unknownToOpen,
  /** Whether asking once more cannot help. */
  isForGood: false,
  known: undefined as PollToOpen | undefined,

  onLoad({ month = '', branchId }: { month?: string; branchId?: string }) {
    this.month = month;
    this.branch = pageBranch(branchId);
    this.requestId = newRequestId();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async load() {
    const asked = this.data.form;
    const question = { month: this.month, ...this.branch };
    const chosen = { ...hoursAsked(asked), ...standsAgain(asked) };
    const result = await call(pollToOpen, { ...question, ...chosen });
    // Something else was chosen meanwhile.
    const { awakeHours, isRestored } = this.data.form;
    if (asked.awakeHours !== awakeHours || asked.isRestored !== isRestored) return;
    if (result.ok && isOfOther(this.data.form, result.output)) {
      this.requestId = newRequestId();
      this.setData({ form: firstForm, isLowering: false });
      await this.load();
      this.setData({ problem: otherRoundText(result.output) });
      return;
    }
    if (!result.ok) this.setData({ isLowering: false });
    this.state = result.ok
      ? { kind: 'known', output: result.output, asOfAtMs: null }
      : instead(result, errorText(result, pollToOpenErrors));
    this.isForGood = !result.ok && result.code in pollToOpenErrors;
    this.known = lastKnown(this.known, this.state);
    if (result.ok) this.setData({ form: withAnswer(this.data.form, result.output, nowMs()) });
    this.redraw();
  },
  redraw() {
    const me = knownMe();
    const { branchId = me?.branchId ?? '' } = this.branch;
    const view = toOpenView(this.state, this.month, this.data.form, nowMs(), this.isForGood);
    const asOffice = asOfficeText(me, branchId);
    this.setData({ view: orMonthFault(view, this.month, nowMs()), asOffice });
  },
  fill(part: Partial<OpenForm>) {
    this.setData({ form: { ...this.data.form, ...part }, problem: '' });
    this.redraw();
  },

  onChoicePicked(event: Picked<OpenForm['choice']>) {
    this.fill({ choice: event.detail.value });
  },
  onFewerTap() {
    this.fill({ names: Math.max(1, this.data.form.names - 1) });
  },
  onMoreTap() {
    if (this.state.kind !== 'known') return;
    this.fill({ names: Math.min(mostNames(this.state.output), this.data.form.names + 1) });
  },
  onElectedPicked(event: Picked<OpenForm['electedBy']>) {
    this.fill({ electedBy: event.detail.value });
  },
  onTiePicked(event: Picked<OpenForm['tie']>) {
    this.fill({ tie: event.detail.value });
  },
  onHoursTap(event: Stepped) {
    this.fill({ awakeHours: this.data.form.awakeHours + event.currentTarget.dataset.by });
    void this.load();
  },
  onTurnoutPicked(event: Picked<OpenForm['turnout']>) {
    this.fill({ turnout: event.detail.value });
  },
  onDayPicked(event: Picked<string>) {
    this.fill({ day: event.detail.value });
  },
  onTimePicked(event: Picked<string>) {
    this.fill({ time: event.detail.value });
  },

  onStruckOffTap() {
    this.fill({ isRestored: !this.data.form.isRestored });
    void this.load();
  },
  onInvitationTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = knownMe()?.branchId ?? '' } = this.branch;
    void wx.navigateTo({
      url: `/packages/branch-office/invitation/invitation?branchId=${branchId}`,
    });
  },
  async onOpenTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known' || this.data.isBusy) return;
    const { form } = this.data;
    const { output } = this.state;
    const end = endText(endOf(form), nowMs());
    const warning = warningOf(output, form.electedBy);
    const easier = easierText(output, form);
    if (easier !== '') {
      const sheet = lowerSheet(easier, end, warning);
      const keptAs = `easier-poll:${this.branch.branchId ?? ''}:${this.month}:${output.round}`;
      this.setData({ sheet, keptAs, isLowering: true, problem: '' });
      return;
    }
    if (await confirmed(this, openQuestion(end, warning))) await this.send('');
  },
  onSheetClosed() {
    this.setData({ isLowering: false });
  },
  onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void this.send(event.detail.reason);
  },
  async send(because: string) {
    const output = this.known;
    if (output === undefined || this.data.isBusy) return;
    const { form } = this.data;
    this.setData({ isBusy: true, problem: '' });
    const names = Math.min(form.names, mostNames(output));
    const result = await call(
      openPoll,
      {
        ...this.branch,
        month: this.month,
        round: output.round,
        choice: { kind: form.choice, names },
        electedBy: form.electedBy,
        tie: form.tie,
        closesAtMs: endOf(form),
        ...termsSent(output, form, because),
        ...standsAgain(form),
      },
      this.requestId,
    );
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, openPollErrors) });
    if (!result.ok) {
      if (!OUTDATED.includes(result.code)) return;
      await this.load();
      // In the place of the page the same is said.
      if (this.isForGood) this.setData({ problem: '' });
      return;
    }
    if (because !== '') dropWords(this.data.keptAs);
    const query = `pollId=${result.output.pollId}`;
    await goOnTo(this, `/packages/star-office/run-poll/run-poll?${query}`);
  },
});
