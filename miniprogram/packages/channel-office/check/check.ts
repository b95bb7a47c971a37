import type { OutputOf } from '../../../../contract/action';
import { checkItem, withdrawItem } from '../../../../contract/content/channel-editing';
import { channelItem } from '../../../../contract/content/channel-reading';
import { call, type Failure, type Success } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { lastKnown } from '../../../state/last-known';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText, NOT_YOURS_TEXT } from '../../../text/errors';
import { openMaterial } from '../../study/open-material';
import { checkErrors, withdrawErrors } from '../channel-errors.view';
import {
  COPIED_TEXT,
  DONE_TEXT,
  NOT_COPIED_TEXT,
  opening,
  SHEETS,
  toCheckView,
  unknownItem,
  type SheetKind,
} from './check.view';

Page({
  data: {
    pageStyle,
    view: opening,
    sheet: SHEETS.none,
    keptAs: '',
    isBusy: false,
    problem: '',
    sheetProblem: '',
    done: '',
  },
  itemId: '',
  state: unknownItem,
  known: undefined as OutputOf<typeof channelItem> | undefined,
  /** Of what is being done, to what was on the screen: pressing again after a lost answer does it once. */
  begun: { what: '', revision: 0, deedId: '' },

  onLoad({ itemId = '' }: { itemId?: string }) {
    this.itemId = itemId;
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async load() {
    const { itemId } = this;
    this.state = shown(undefined, await call(channelItem, { itemId }));
    this.known = lastKnown(this.known, this.state);
    this.redraw();
  },
  redraw() {
    this.setData({ view: toCheckView(this.state, nowMs()) });
  },

  onPictureTap(event: WechatMiniprogram.BaseEvent<object, { src: string }>) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const urls = this.data.view.pictures.map(({ src }) => src).filter((src) => src !== '');
    void wx.previewImage({ urls, current: event.currentTarget.dataset.src });
  },
  async onArticleTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const how = await openMaterial(this.data.view.link);
    if (how === 'opened') return;
    const title = how === 'copied' ? COPIED_TEXT : NOT_COPIED_TEXT;
    await wx.showToast({ title, icon: 'none' });
  },
  onDocumentTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content' || this.data.view.documentId === '') return;
    const { documentId } = this.data.view;
    void wx.navigateTo({ url: `/packages/library/document/document?documentId=${documentId}` });
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/channel-office/write/write?itemId=${this.itemId}` });
  },
  onSheetTap(event: WechatMiniprogram.BaseEvent<object, { kind: SheetKind }>) {
    if (isSecondTap(event)) return;
    const { kind } = event.currentTarget.dataset;
    this.setData({ sheet: SHEETS[kind], keptAs: `${kind}-item:${this.itemId}`, sheetProblem: '' });
  },
  onSheetClosed() {
    this.setData({ sheet: SHEETS.none });
  },

  deed(what: keyof typeof DONE_TEXT) {
    const desk = this.known?.item.desk ?? null;
    if (desk === null) {
      // The office was lost while the sheet was open.
      this.setData({ sheetProblem: NOT_YOURS_TEXT });
      return undefined;
    }
    const { revision } = desk;
    const isSame = this.begun.what === what && this.begun.revision === revision;
    if (!isSame) this.begun = { what, revision, deedId: newRequestId() };
    return { itemId: this.itemId, revision, deedId: this.begun.deedId };
  },
  onPassTap(event: Tap) {
    if (isSecondTap(event)) return;
    const deed = this.deed('pass');
    if (deed === undefined) return;
    void this.carry('pass', checkErrors, () => call(checkItem, { ...deed, returnBecause: null }));
  },
  onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const what = this.data.sheet.kind === 'return' ? 'return' : 'withdraw';
    const deed = this.deed(what);
    const { reason } = event.detail;
    if (deed === undefined) return;
    if (what === 'return') {
      void this.carry('return', checkErrors, () =>
        call(checkItem, { ...deed, returnBecause: reason }),
      );
    } else {
      void this.carry('withdraw', withdrawErrors, () => call(withdrawItem, { ...deed, reason }));
    }
  },
  /** Does it, says what came of it, and shows the item as it is then. */
  async carry(
    what: keyof typeof DONE_TEXT,
    texts: Readonly<Record<string, string>>,
    work: () => Promise<Success<object> | Failure>,
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', sheetProblem: '', done: '' });
    const result = await work();
    const problem = result.ok ? '' : errorText(result, texts);
    const isOnSheet = this.data.sheet.kind !== 'none';
    if (result.ok && isOnSheet) dropWords(this.data.keptAs);
    this.setData({
      isBusy: false,
      ...(isOnSheet ? { sheetProblem: problem } : { problem }),
      ...(result.ok && { sheet: SHEETS.none, done: DONE_TEXT[what] }),
    });
    await this.load();
  },
});
