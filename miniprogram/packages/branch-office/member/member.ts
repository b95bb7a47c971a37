import { memberRecord } from '../../../../contract/people/keeping';
import { changeMember, releaseBinding, setRoles } from '../../../../contract/people/member';
import { localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { confirmed } from '../../../state/confirmed';
import { dropWords } from '../../../state/kept-words';
import { knownMe, refreshMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { changeMemberErrors, releaseErrors, setRolesErrors } from '../../../text/member-errors';
import {
  changesOf,
  startEdit,
  withPicked,
  type Edit,
  type EditKind,
  type MemberRecord,
} from './edit';
import { toEditView, wordsProblem, type EditView } from './edit.view';
import {
  backText,
  changedText,
  leaveQuestion,
  opening,
  releasedText,
  staffNumberChangedText,
  toView,
} from './member.view';

Page({
  data: {
    pageStyle,
    view: opening,
    /** What stands in the sheet; kept while it closes. */
    sheet: null as EditView | null,
    isEditing: false,
    isReleasing: false,
    keptAs: '',
    isBusy: false,
    problem: '',
    done: '',
  },
  memberId: '',
  record: undefined as MemberRecord | undefined,
  edit: undefined as Edit | undefined,

  onLoad({ memberId = '' }: { memberId?: string }) {
    this.memberId = memberId;
    void this.load();
  },
  async load() {
    // Not remembered: looking at it is noted each day.
    const result = await call(memberRecord, { memberId: this.memberId });
    if (result.ok || this.record === undefined) this.show(shown(undefined, result));
  },
  show(state: ReturnType<typeof shown<MemberRecord>>) {
    if (state.kind === 'known') this.record = state.output;
    this.setData({ view: toView(state, knownMe()) });
  },

  onEditTap(event: WechatMiniprogram.BaseEvent<object, { edit: EditKind | '' }>) {
    if (isSecondTap(event)) return;
    const kind = event.currentTarget.dataset.edit;
    if (kind === '' || this.record === undefined) return;
    this.change(startEdit(kind, this.record));
    this.setData({ isEditing: true, done: '' });
  },
  change(edit: Edit) {
    if (this.record === undefined) return;
    this.edit = edit;
    this.setData({ sheet: toEditView(edit, this.record, knownMe()), problem: '' });
  },
  onOptionPicked(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (this.edit !== undefined) this.change(withPicked(this.edit, event.detail.id));
  },
  onWordsInput(event: WechatMiniprogram.Input) {
    const { edit } = this;
    if (edit?.kind !== 'name' && edit?.kind !== 'staff-number') return;
    this.change({ ...edit, words: event.detail.value });
  },
  onDayPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.edit?.kind !== 'crew') return;
    this.change({ ...this.edit, fromDay: localDay(event.detail.value) });
  },
  onCloseTap(event?: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isEditing: false, isReleasing: false, problem: '' });
  },
  onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.onCloseTap();
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { edit, memberId } = this;
    if (edit === undefined || this.data.isBusy) return;
    const problem = wordsProblem(edit);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    if (edit.kind === 'offices') {
      const result = await call(setRoles, { memberId, roles: [...edit.roles] });
      await this.settle(result.ok ? '' : errorText(result, setRolesErrors));
      return;
    }
    const result = await call(changeMember, { memberId, ...changesOf(edit) });
    const problemNow = result.ok ? '' : errorText(result, changeMemberErrors);
    // Masked, an old and a new number may look alike.
    await this.settle(
      problemNow,
      edit.kind === 'staff-number' ? staffNumberChangedText : undefined,
    );
  },

  onReleaseOpenTap(event: Tap) {
    if (isSecondTap(event)) return;
    const keptAs = `release:${this.memberId}`;
    this.setData({ isReleasing: true, keptAs, problem: '', done: '' });
  },
  async onReleaseGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { reason } = event.detail;
    const result = await call(releaseBinding, { memberId: this.memberId, reason });
    if (result.ok) dropWords(this.data.keptAs);
    await this.settle(result.ok ? '' : errorText(result, releaseErrors), releasedText);
  },

  async onLeaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (await confirmed(this, leaveQuestion)) await this.setLeft(true, '');
  },
  async onBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    await this.setLeft(false, backText);
  },
  async setLeft(hasLeft: boolean, done: string) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(changeMember, { memberId: this.memberId, hasLeft });
    await this.settle(result.ok ? '' : errorText(result, changeMemberErrors), done);
  },

  /** After an answer: what was refused stays open; otherwise the page says what is different now. */
  async settle(problem: string, done?: string) {
    if (problem !== '') {
      this.setData({ isBusy: false, problem });
      return;
    }
    this.setData({ isEditing: false, isReleasing: false });
    const before = this.data.view;
    if (this.memberId === knownMe()?.memberId) await refreshMe();
    await this.load();
    this.setData({ isBusy: false, done: done ?? changedText(before, this.data.view) });
  },

  onBookTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({
      url: `/packages/me/record-book/record-book?memberId=${this.memberId}`,
    });
  },
  onInviteTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.record ?? {};
    void wx.navigateTo({
      url: `/packages/branch-office/invitation/invitation?branchId=${branchId}`,
    });
  },
});
