import { acknowledge } from '../../../../contract/notice/acknowledge';
import {
  checkDocument,
  libraryDocument,
  takeDownDocument,
} from '../../../../contract/content/library';
import type { ShownVersion } from '../../../../contract/content/library-shapes';
import { call } from '../../../api/client';
import { keptWrites, onDelivered, sendOrKeep } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { pageStyle } from '../../../state/page-style';
import { refillInTap } from '../../../state/refill';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { waitingAcknowledgements } from '../../../state/waiting-answers';
import { errorText } from '../../../text/errors';
import { acknowledgeErrors } from '../../../text/notice-errors';
import { openMaterial } from '../../study/open-material';
import { dropOthers, keptFiles } from '../kept-files';
import { checkErrors, takeDownErrors } from '../library-errors.view';
import { openFile } from '../open-file';
import {
  COPIED_TEXT,
  firstReason,
  firstSheet,
  goneByRule,
  KEPT_TEXT,
  NOT_COPIED_TEXT,
  opening,
  PASS_QUESTION,
  passedText,
  REASON_SHEETS,
  RETURNED_TEXT,
  TAKEN_DOWN_TEXT,
  toDocumentView,
  unknownDocument,
  type LibraryDocument,
  type ReasonFor,
} from './document.view';

type VersionTap = WechatMiniprogram.BaseEvent<object, { versionId: string }>;

Page({
  data: {
    pageStyle,
    view: opening,
    isBusy: false,
    isAsking: false,
    keptAs: '',
    sheet: firstSheet,
    problem: '',
    done: '',
  },
  documentId: '',
  state: unknownDocument,
  reasonFor: firstReason,
  /** Which version the reason on the sheet is about. */
  versionId: '',
  stopListening: undefined as (() => void) | undefined,

  onLoad({ documentId = '' }: { documentId?: string }) {
    this.documentId = documentId;
    this.stopListening = onDelivered(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    const { documentId } = this;
    const kept = remembered(libraryDocument, { documentId });
    if (this.state.kind === 'loading') {
      this.state = shown(kept);
      this.redraw();
    }
    const result = await fetchAndRemember(libraryDocument, { documentId });
    this.state = goneByRule(result) ?? shown(kept, result);
    // What was replaced or taken down does not stay on the phone.
    if (result.ok) await dropOthers(documentId, versionsOf(result.output));
    else if (result.code === 'not-found') await dropOthers(documentId, []);
    this.redraw();
  },
  redraw() {
    const keptIds = keptFiles().map(({ versionId }) => versionId);
    const messageId = this.known()?.mine?.messageId ?? '';
    const isGiven = waitingAcknowledgements().has(messageId);
    const given = isGiven ? KEPT_TEXT[keptWrites().waitsFor] : '';
    this.setData({ view: toDocumentView(this.state, keptIds, nowMs(), given) });
  },
  known(): LibraryDocument | undefined {
    return this.state.kind === 'known' ? this.state.output : undefined;
  },

  async onOpenTap(event: VersionTap) {
    if (isSecondTap(event)) return;
    const { versionId } = event.currentTarget.dataset;
    const version = versionIn(this.known(), versionId);
    if (version === undefined || this.data.isBusy) return;
    this.setData({ problem: '', done: '' });
    if (version.content.kind === 'link') {
      await this.openLink(version.content.url);
      return;
    }
    this.setData({ isBusy: true });
    const problem = await openFile(this.documentId, version);
    this.setData({ isBusy: false, problem });
    this.redraw();
  },
  async openLink(url: string) {
    const outcome = await openMaterial(url);
    if (outcome === 'opened') return;
    this.setData(outcome === 'copied' ? { done: COPIED_TEXT } : { problem: NOT_COPIED_TEXT });
  },
  async onAcknowledgeTap(event: Tap) {
    if (isSecondTap(event)) return;
    const document = this.known();
    const mine = document?.mine;
    if (mine == null || this.data.isBusy) return;
    const refilled = refillInTap();
    this.setData({ isBusy: true, problem: '', done: '' });
    await refilled;
    const { messageId, edition } = mine;
    const title = document?.current?.title ?? '';
    const result = await sendOrKeep(acknowledge, { messageId, edition }, title);
    this.setData({
      isBusy: false,
      problem: result.ok === false ? errorText(result, acknowledgeErrors) : '',
    });
    await this.load();
  },

  async onPassTap(event: VersionTap) {
    if (isSecondTap(event)) return;
    const { versionId } = event.currentTarget.dataset;
    if (this.data.isBusy || !(await confirmed(this, PASS_QUESTION))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { documentId } = this;
    const result = await call(checkDocument, { documentId, versionId, verdict: { kind: 'pass' } });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: passedText(result.output.asked) });
    else this.setData({ problem: errorText(result, checkErrors) });
    await this.load();
  },
  onReasonTap(event: WechatMiniprogram.BaseEvent<object, { what: ReasonFor }>) {
    if (isSecondTap(event)) return;
    this.reasonFor = event.currentTarget.dataset.what;
    this.versionId = this.known()?.offered?.version.versionId ?? '';
    const keptAs = `${this.reasonFor}-document:${this.documentId}`;
    const sheet = REASON_SHEETS[this.reasonFor];
    this.setData({ isAsking: true, keptAs, sheet, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { reason } = event.detail;
    const problem =
      this.reasonFor === 'return' ? await this.return(reason) : await this.takeDown(reason);
    this.setData({ isBusy: false, problem });
    const done = this.reasonFor === 'return' ? RETURNED_TEXT : TAKEN_DOWN_TEXT;
    if (problem === '') {
      dropWords(this.data.keptAs);
      this.setData({ isAsking: false, done });
    }
    await this.load();
  },
  async return(reason: string): Promise<string> {
    const verdict = { kind: 'return', reason } as const;
    const { documentId, versionId } = this;
    const result = await call(checkDocument, { documentId, versionId, verdict });
    return result.ok ? '' : errorText(result, checkErrors);
  },
  async takeDown(reason: string): Promise<string> {
    const result = await call(takeDownDocument, { documentId: this.documentId, reason });
    return result.ok ? '' : errorText(result, takeDownErrors);
  },

  onReplaceTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/library/offer/offer?documentId=${this.documentId}` });
  },
  onUnreadTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/library/unread/unread?documentId=${this.documentId}` });
  },
});

function versionIn(
  document: LibraryDocument | undefined,
  versionId: string,
): ShownVersion | undefined {
  if (document === undefined) return undefined;
  const { current, offered, earlier } = document;
  return [...(current ? [current] : []), ...(offered ? [offered.version] : []), ...earlier].find(
    (version) => version.versionId === versionId,
  );
}

/** Files of these may stay on the phone: for members the one that is read. */
const versionsOf = ({ current, state }: LibraryDocument): readonly string[] =>
  current === null || state === 'taken-down' ? [] : [current.versionId];
