import {
  applyRoster,
  checkRoster,
  exportRosterProblems,
  rosterTemplate,
  sendRosterPiece,
  type RosterCheck,
} from '../../../../contract/branch/roster-import';
import { ROSTER_KEEPERS } from '../../../../contract/roles';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { confirmed } from '../../../state/confirmed';
import { madeOnPhone, type FetchedFile } from '../../../state/fetched-file';
import { openGate, watchGate } from '../../../state/gate';
import { showInPieces } from '../../../state/in-pieces';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import {
  applyRosterErrors,
  checkRosterErrors,
  exportRosterProblemsErrors,
} from '../../../text/roster-import-errors';
import { chooseRosterFile, type ChosenFile } from './chosen-file';
import {
  applyQuestion,
  isSameCheck,
  toCheckView,
  toDoneView,
  type CheckView,
  type DoneView,
} from './roster-import.view';

Page({
  data: {
    pageStyle,
    gate: openGate,
    check: null as CheckView | null,
    done: null as DoneView | null,
    isReading: false,
    isWriting: false,
    isMaking: false,
    problem: '',
    made: null as FetchedFile | null,
  },
  branch: pageBranch(),
  file: undefined as ChosenFile | undefined,
  known: undefined as RosterCheck | undefined,
  ticked: [] as string[],
  /** Behind how many of each kind the names begin that are shown. */
  from: 0,
  isUnfolded: false,
  templateId: '',
  markedId: '',

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    this.templateId = newRequestId();
    void watchGate(ROSTER_KEEPERS, (gate) => this.setData({ gate }));
  },

  async onTemplateTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isMaking) return;
    this.setData({ isMaking: true, problem: '' });
    const exportId = this.templateId;
    const asked = call(rosterTemplate, { ...this.branch, exportId });
    const { file, problem } = await madeOnPhone(asked);
    this.setData({ isMaking: false, problem, made: file });
  },
  async onMarkedTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isMaking || this.file === undefined) return;
    this.setData({ isMaking: true, problem: '' });
    const { importId, fileName } = this.file;
    const input = { ...this.branch, importId, fileName, ...lastOf(this.file) };
    const { file, problem } = await madeOnPhone(
      call(exportRosterProblems, { ...input, exportId: this.markedId }),
      exportRosterProblemsErrors,
    );
    this.setData({ isMaking: false, problem, made: file });
  },
  onMadeClosed() {
    this.setData({ made: null });
  },

  async onChooseTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isReading) return;
    this.setData({ problem: '' });
    const chosen = await chooseRosterFile(newRequestId());
    if (chosen.kind === 'closed') return;
    if (chosen.kind === 'refused') {
      this.setData({ problem: chosen.text });
      return;
    }
    this.file = chosen.file;
    this.ticked = [];
    this.isUnfolded = false;
    await this.read();
  },

  /** Sends what is chosen and shows what it would change; nothing is written. */
  async read() {
    const { file } = this;
    if (file === undefined) return;
    this.setData({ isReading: true, problem: '' });
    const { importId, fileName, pieces } = file;
    for (const [at, content] of pieces.slice(0, -1).entries()) {
      const sent = await call(sendRosterPiece, { ...this.branch, importId, at, content });
      if (sent.ok) continue;
      this.setData({ isReading: false, problem: errorText(sent, {}) });
      return;
    }
    const last = lastOf(file);
    const result = await call(checkRoster, { ...this.branch, importId, fileName, ...last });
    this.known = result.ok ? result.output : undefined;
    this.from = 0;
    this.markedId = newRequestId();
    this.setData({
      isReading: false,
      problem: result.ok ? '' : errorText(result, checkRosterErrors),
    });
    this.show();
    if (result.ok) await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  show() {
    const { known, ticked, isUnfolded, from } = this;
    if (known === undefined) this.setData({ check: null });
    else showInPieces(this, 'check', toCheckView(known, ticked, { isUnfolded, from }));
  },
  /** Names further on or back; of a roster that has changed since all is read anew. */
  async onTurnTap(event: WechatMiniprogram.BaseEvent<object, { from: number }>) {
    if (isSecondTap(event)) return;
    const { file, known } = this;
    if (file === undefined || known === undefined || this.data.isReading) return;
    const { from } = event.currentTarget.dataset;
    this.setData({ isReading: true, problem: '' });
    const { importId, fileName } = file;
    const input = { ...this.branch, importId, fileName, ...lastOf(file), from };
    const result = await call(checkRoster, input);
    this.setData({ isReading: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, checkRosterErrors) });
      return;
    }
    if (!isSameCheck(result.output, known)) {
      await this.read();
      return;
    }
    Object.assign(this, { known: result.output, from, isUnfolded: true });
    this.show();
    await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onUnfoldTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.isUnfolded = true;
    this.show();
  },
  onLeavingChange(
    event: WechatMiniprogram.CustomEvent<{ checked: boolean }, object, { memberId: string }>,
  ) {
    const { memberId } = event.currentTarget.dataset;
    const others = this.ticked.filter((id) => id !== memberId);
    this.ticked = event.detail.checked ? [...others, memberId] : others;
    this.show();
  },

  async onApplyTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { file, known, ticked } = this;
    if (this.data.isWriting || file === undefined || known?.planId == null) return;
    if (!(await confirmed(this, applyQuestion(known, ticked.length)))) return;
    this.setData({ isWriting: true, problem: '' });
    const { importId, fileName } = file;
    const input = { ...this.branch, importId, fileName, ...lastOf(file) };
    const { planId } = known;
    const result = await call(applyRoster, { ...input, planId, leavingIds: ticked });
    if (!result.ok) {
      this.setData({ isWriting: false, problem: errorText(result, applyRosterErrors) });
      return;
    }
    this.setData({ isWriting: false, done: toDoneView(result.output) });
    await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  async onAgainTap(event: Tap) {
    if (isSecondTap(event)) return;
    await this.read();
  },
  onInviteTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({
      url: `/packages/branch-office/invitation/invitation?branchId=${branchId}`,
    });
  },
});

const lastOf = ({ pieces }: ChosenFile) => ({
  at: pieces.length - 1,
  content: pieces.at(-1) ?? '',
});
