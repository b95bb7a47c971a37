import { nameStarMeeting, saveStarMeeting, starMeeting } from '../../../../contract/star/meeting';
import { localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { dropDraft } from '../../../state/drafts';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { nameStarMeetingErrors, saveStarMeetingErrors } from '../../../text/star-errors';
import { minuteOfClock } from '../../../text/when';
import { orMonthFault } from '../../../text/month-fault';
import { leftOf, theirsOf, type Beside } from './beside.view';
import { keepRecord, keptRecord, recordName } from './kept-record';
import {
  finalQuestion,
  inputOf,
  nameQuestion,
  missingOf,
  opening,
  SAVED,
  toView,
  type MeetingForm,
} from './meeting.view';
import { afterSaving, isSameForm, isTyped, readAnew, type Held } from './read-anew';

type Written = WechatMiniprogram.CustomEvent<{ value: string }>;

/** The record of the special meeting: written by who leads it, read by the branch. */
Page({
  data: {
    pageStyle,
    view: opening,
    place: '',
    minutes: '',
    decisions: '',
    isBusy: false,
    problem: '',
    done: '',
    theirs: noBeside(),
    left: noBeside(),
  },
  branch: pageBranch(),
  month: '',
  held: undefined as Held | undefined,

  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month;
  },
  onShow() {
    void this.load();
  },
  async load() {
    const input = { ...this.branch, month: this.month };
    const state = shown(undefined, await fetchAndRemember(starMeeting, input));
    const { held: before } = this;
    if (state.kind === 'error' && before !== undefined && isTyped(before, nowMs())) {
      this.setData({ problem: state.text });
      return;
    }
    if (state.kind !== 'known') {
      this.setData({ view: orMonthFault(state, this.month, nowMs()) });
      return;
    }
    const begun = before ?? keptRecord(this.recordName(), state.output);
    const held = readAnew(begun, state.output, nowMs());
    const { place, minutes, decisions } = held.form;
    this.setData({ place, minutes, decisions });
    this.hold(held);
  },
  hold(held: Held) {
    this.held = held;
    keepRecord(this.recordName(), held, nowMs());
    const view = toView(held.meeting, held.form, nowMs());
    this.setData({ view, theirs: theirsOf(held), left: leftOf(held), problem: '', done: '' });
  },
  recordName() {
    return recordName(this.month, this.branch);
  },
  with(changed: Partial<MeetingForm>) {
    const { held } = this;
    if (held !== undefined) this.hold({ ...held, form: { ...held.form, ...changed } });
  },

  onDayPicked(event: Written) {
    this.with({ day: localDay(event.detail.value) });
  },
  onTimePicked(event: Written) {
    this.with({ minute: minuteOfClock(event.detail.value) });
  },
  onPlaceInput(event: WechatMiniprogram.Input) {
    this.setData({ place: event.detail.value });
    this.with({ place: event.detail.value });
  },
  onMinutesChange(event: Written) {
    this.with({ minutes: event.detail.value });
  },
  onDecisionsChange(event: Written) {
    this.with({ decisions: event.detail.value });
  },
  onPersonChange(
    event: WechatMiniprogram.CustomEvent<{ checked: boolean }, object, { id: string }>,
  ) {
    const { id } = event.currentTarget.dataset;
    const others = (this.held?.form.present ?? []).filter((each) => each !== id);
    this.with({ present: event.detail.checked ? [...others, id] : others });
  },

  async onLedgerTap(event: WechatMiniprogram.BaseEvent<object, { at: number }>) {
    if (isSecondTap(event)) return;
    const { view } = this.data;
    const row = view.kind === 'form' ? view.ledger[event.currentTarget.dataset.at] : undefined;
    if (row === undefined) return;
    if (!row.isWhole) void wx.navigateTo({ url: row.page });
    else if (await confirmed(this, nameQuestion(row.topic))) await this.name(row.studyId);
  },
  onRecordTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { view } = this.data;
    if (view.kind === 'record' && view.page !== '') void wx.navigateTo({ url: view.page });
  },
  async name(studyId: string) {
    if (this.data.isBusy || this.held === undefined) return;
    this.setData({ isBusy: true, problem: '' });
    const { revision } = this.held.meeting;
    const input = { ...this.branch, month: this.month, revision, studyId };
    const result = await call(nameStarMeeting, input);
    // What is in the ledger is the record, in place of whatever was typed here.
    if (result.ok) {
      this.held = undefined;
      dropDraft(this.recordName());
    }
    await this.load();
    const problem = result.ok ? '' : errorText(result, nameStarMeetingErrors);
    this.setData({ isBusy: false, problem });
  },

  onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.isWhole()) void this.save(false);
  },
  isWhole(): boolean {
    const problem = this.held === undefined ? '' : missingOf(this.held.form);
    this.setData({ problem });
    return problem === '';
  },
  async onFinalTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.isWhole() && (await confirmed(this, finalQuestion))) await this.save(true);
  },
  async save(isFinal: boolean) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const problem = await this.saved(isFinal);
    const done = problem !== '' || isFinal ? '' : SAVED;
    this.setData({ isBusy: false, problem, done });
  },
  /** Why it is not saved; '' it is. Once more by itself where the month has moved, and not its record. */
  async saved(isFinal: boolean, isFirst = true): Promise<string> {
    if (this.held === undefined) return '';
    const { form, theirs, meeting: before } = this.held;
    const meeting = inputOf(form);
    const { revision } = before;
    const input = { ...this.branch, month: this.month, revision, meeting, isFinal };
    const result = await call(saveStarMeeting, input);
    if (!result.ok) {
      await this.load();
      const isSame = isSameForm(this.held.form, form) && this.held.theirs === theirs;
      const isAgain = isFirst && isSame && result.code === 'changed-meanwhile';
      return isAgain ? this.saved(isFinal, false) : errorText(result, saveStarMeetingErrors);
    }
    this.hold(afterSaving(this.held, form, result.output.revision, knownMe()?.name ?? ''));
    if (isFinal) await this.load();
    return '';
  },
});

function noBeside(): Beside | null {
  return null;
}
