import {
  checkQuestions,
  dropQuestion,
  importQuestions,
  QUESTION_FILE,
  questionBank,
  type QuestionCheck,
} from '../../../../contract/content/question-bank';
import { CONTEST_LIMITS } from '../../../../domain/content/contest/contest';
import { call } from '../../../api/client';
import type { QuestionForm } from '../../../components/questions/question-form';
import { confirmed } from '../../../state/confirmed';
import { showInPieces } from '../../../state/in-pieces';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { phoneRefusal } from '../../../state/phone-refusal';
import { readAgain } from '../../../state/read-again';
import { readBase64 } from '../../../state/read-base64';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { phoneRefusalText } from '../../../text/phone-refusal';
import { handOver } from '../picked-questions';
import {
  checkErrors,
  dropQuestionAsked,
  FILE_NOT_READ_TEXT,
  FILE_TOO_LARGE_TEXT,
  importedText,
  importErrors,
  noMorePages,
  opening,
  toBankView,
  toCheckView,
  unknownBank,
  withChoice,
  type CheckView,
} from './bank.view';

type Tapped = WechatMiniprogram.BaseEvent<object, { questionId: string }>;

const MOST: number = CONTEST_LIMITS.questions;

Page({
  data: {
    pageStyle,
    view: opening,
    check: null as CheckView | null,
    isBusy: false,
    isLoadingMore: false,
    problem: '',
    done: '',
  },
  branch: pageBranch(),
  /** How many more questions the contest takes. */
  room: MOST,
  state: unknownBank,
  more: noMorePages,
  chosen: [] as readonly QuestionForm[],
  content: '',
  known: undefined as QuestionCheck | undefined,

  onLoad({ branchId, room }: { branchId?: string; room?: string }) {
    this.branch = pageBranch(branchId);
    if (room !== undefined) this.room = Number(room);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return this.branch;
  },
  load() {
    return readAgain(this, questionBank);
  },
  show(state: typeof unknownBank) {
    this.state = state;
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    const room = this.room - this.chosen.length;
    showInPieces(this, 'view', toBankView(this.state, this.more, this.chosen, room));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) => call(questionBank, { ...this.branch, cursor }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },

  onChooseChange(
    event: WechatMiniprogram.CustomEvent<{ checked: boolean }, object, { questionId: string }>,
  ) {
    if (this.state.kind !== 'known') return;
    const question = [this.state.output, ...this.more]
      .flatMap(({ questions }) => questions)
      .find(({ questionId }) => questionId === event.currentTarget.dataset.questionId);
    this.chosen = withChoice(this.chosen, question, event.detail.checked, this.room);
    this.redraw();
  },
  async onUseTap(event: Tap) {
    if (isSecondTap(event)) return;
    handOver(this.chosen);
    await wx.navigateBack();
  },
  async onDropTap(event: Tapped) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { questionId } = currentTarget.dataset;
    if (this.data.isBusy || !(await confirmed(this, dropQuestionAsked))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(dropQuestion, { ...this.branch, questionId });
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, {}) });
    if (!result.ok) return;
    this.chosen = this.chosen.filter((question) => question.questionId !== questionId);
    await this.load();
  },

  async onFileTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ problem: '', done: '' });
    try {
      const { tempFiles } = await wx.chooseMessageFile({
        count: 1,
        type: 'file',
        extension: ['xlsx', 'xls', 'csv'],
      });
      const [chosen] = tempFiles;
      if (chosen === undefined) return;
      const isLarge = chosen.size > QUESTION_FILE.bytes;
      this.content = isLarge ? '' : await readBase64(chosen.path);
      if (this.content === '') {
        this.setData({ problem: isLarge ? FILE_TOO_LARGE_TEXT : FILE_NOT_READ_TEXT });
        return;
      }
    } catch (error) {
      const problem = phoneRefusalText(phoneRefusal(error), 'files', FILE_NOT_READ_TEXT);
      this.setData({ problem });
      return;
    }
    await this.read();
  },
  /** Shows what the file would bring; nothing is written. */
  async read() {
    this.setData({ isBusy: true });
    const result = await call(checkQuestions, { ...this.branch, content: this.content });
    this.known = result.ok ? result.output : undefined;
    this.setData({
      isBusy: false,
      check: result.ok ? toCheckView(result.output) : null,
      problem: result.ok ? '' : errorText(result, checkErrors),
    });
    await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  async onImportTap(event: Tap) {
    if (isSecondTap(event)) return;
    const planId = this.known?.planId ?? null;
    if (this.data.isBusy || planId === null) return;
    this.setData({ isBusy: true, problem: '' });
    const input = { ...this.branch, content: this.content, planId };
    const result = await call(importQuestions, input);
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, importErrors) });
    if (!result.ok) return;
    this.setData({ check: null, done: importedText(result.output.added) });
    await this.load();
  },
  onCloseTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ check: null, problem: '' });
  },
});
