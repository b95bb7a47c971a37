import type { OutputOf } from '../../../../contract/action';
import {
  answerNote,
  approveNote,
  askToShare,
  recordUse,
  returnNote,
} from '../../../../contract/note/reviewing';
import { noteDetail } from '../../../../contract/note/writing';
import type { NoteUse, ShareScope } from '../../../../domain/note/note';
import { call, type Failure, type Success } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { lastKnown } from '../../../state/last-known';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import {
  answerNoteErrors,
  approveNoteErrors,
  askToShareErrors,
  recordUseErrors,
  returnNoteErrors,
} from '../../../text/deed-errors';
import { errorText, type ErrorText } from '../../../text/errors';
import {
  DONE_TEXT,
  doneText,
  firstChoices,
  knownState,
  NEWER_STATE_TEXT,
  opening,
  SHEETS,
  toReadView,
  unknownDetail,
  type SheetKind,
} from './read.view';

type Told = Success<{ readonly reachesAtMs: number | null }> | Failure;

Page({
  data: {
    pageStyle,
    view: opening,
    sheet: SHEETS.none,
    preset: '',
    keptAs: '',
    ...firstChoices,
    opened: 0,
    isBusy: false,
    problem: '',
    sheetProblem: '',
    done: '',
  },
  noteId: '',
  state: unknownDetail,
  known: undefined as OutputOf<typeof noteDetail> | undefined,
  /** Of what is being done: pressing again after a lost answer does it once. */
  deedId: '',

  onLoad({ noteId = '' }: { noteId?: string }) {
    this.noteId = noteId;
    this.deedId = newRequestId();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async load() {
    const { noteId } = this;
    this.state = shown(undefined, await call(noteDetail, { noteId }));
    this.known = lastKnown(this.known, this.state);
    this.redraw();
  },
  redraw() {
    const view = toReadView(this.state, nowMs());
    const scopes = view.kind === 'content' ? view.scopes : [];
    const isThere = scopes.some(({ scope }) => scope === this.data.scope);
    this.setData({ view, ...(!isThere && scopes[0] && { scope: scopes[0].scope }) });
  },

  onPictureTap(event: WechatMiniprogram.BaseEvent<object, { src: string }>) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const urls = this.data.view.pictures.map(({ src }) => src).filter((src) => src !== '');
    void wx.previewImage({ urls, current: event.currentTarget.dataset.src });
  },
  onVersionTap(event: WechatMiniprogram.BaseEvent<object, { version: number }>) {
    if (isSecondTap(event)) return;
    const { version } = event.currentTarget.dataset;
    this.setData({ opened: this.data.opened === version ? 0 : version });
  },

  onSheetTap(event: WechatMiniprogram.BaseEvent<object, { kind: SheetKind }>) {
    if (isSecondTap(event)) return;
    const { kind } = event.currentTarget.dataset;
    const keptAs = `${kind}-note:${this.noteId}`;
    this.setData({ sheet: SHEETS[kind], keptAs, preset: '', sheetProblem: '' });
  },
  onSheetClosed() {
    this.setData({ sheet: SHEETS.none });
  },
  onPresetTap(event: WechatMiniprogram.BaseEvent<object, { preset: string }>) {
    this.setData({ preset: event.currentTarget.dataset.preset });
  },
  onWherePicked(event: WechatMiniprogram.CustomEvent<{ value: NoteUse }>) {
    this.setData({ where: event.detail.value });
  },
  onScopePicked(event: WechatMiniprogram.CustomEvent<{ value: ShareScope }>) {
    this.setData({ scope: event.detail.value });
  },

  /** The note as it was read last; undefined, and said, where only a newer version can decide on it. */
  deed() {
    if (this.known === undefined) return undefined;
    const { noteId, version, state } = this.known.note;
    const known = knownState(state);
    if (known !== undefined) return { noteId, version, state: known, deedId: this.deedId };
    this.setData({ sheetProblem: NEWER_STATE_TEXT });
    return undefined;
  },
  onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const deed = this.deed();
    const { reason: text } = event.detail;
    const { sheet, where } = this.data;
    if (deed === undefined) return;
    switch (sheet.kind) {
      case 'answer':
        void this.carry('answer', answerNoteErrors, () => call(answerNote, { ...deed, text }));
        return;
      case 'return':
        void this.carry('return', returnNoteErrors, () =>
          call(returnNote, { ...deed, reason: text }),
        );
        return;
      case 'use':
        void this.carry('use', recordUseErrors, () => call(recordUse, { ...deed, where, text }));
        return;
      case 'settle':
        void this.carry('settle', recordUseErrors, () =>
          call(recordUse, { ...deed, where: 'dealt-with', text }),
        );
        return;
      case 'none':
    }
  },
  onApproveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const deed = this.deed();
    if (deed === undefined) return;
    void this.carry('approve', approveNoteErrors, () => call(approveNote, deed));
  },
  onAskTap(event: Tap) {
    if (isSecondTap(event)) return;
    const deed = this.deed();
    const { scope } = this.data;
    if (deed === undefined) return;
    void this.carry('ask', askToShareErrors, () => call(askToShare, { ...deed, scope }));
  },
  /** Does it, says what came of it, and shows the note as it is then. */
  async carry(
    what: keyof typeof DONE_TEXT,
    texts: Readonly<Record<string, ErrorText>>,
    work: () => Promise<Told>,
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', sheetProblem: '', done: '' });
    const result = await work();
    const problem = result.ok ? '' : errorText(result, texts);
    const isOnSheet = this.data.sheet.kind !== 'none';
    if (result.ok && isOnSheet) dropWords(this.data.keptAs);
    const isOpen = isOnSheet && !result.ok;
    this.setData({
      isBusy: false,
      ...(result.ok && { sheet: SHEETS.none }),
      problem: isOpen ? '' : problem,
      sheetProblem: isOpen ? problem : '',
      done: result.ok ? doneText(DONE_TEXT[what], result.output.reachesAtMs, nowMs()) : '',
    });
    // What got no answer is asked for again under its id.
    if (result.ok || !mayBeLost(result.code)) this.deedId = newRequestId();
    await this.load();
  },
});
