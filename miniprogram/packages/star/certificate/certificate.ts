import { starOutcome } from '../../../../contract/star/after';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { phoneRefusal } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { orMonthFault } from '../../../text/month-fault';
import { CERTIFICATE, drawCertificate, type Certificate } from './draw-certificate';
import { drawPoster, POSTER } from './draw-poster';
import type { PaperCanvas } from './paper';
import {
  certificateOf,
  firstSheet,
  notSavedText,
  notSharedText,
  opening,
  SAVED,
  SHEETS,
  toView,
  type Sheet,
} from './certificate.view';

const DRAWN = {
  certificate: { draw: drawCertificate, size: CERTIFICATE },
  poster: { draw: drawPoster, size: POSTER },
} as const;

/** The certificate of a star, or a poster, drawn on this phone; its owner keeps it or passes it on. */
Page({
  data: { pageStyle, view: opening, sheets: SHEETS, sheet: firstSheet, problem: '' },
  branch: pageBranch(),
  month: '',
  canvas: undefined as PaperCanvas | undefined,
  certificate: undefined as Certificate | undefined,

  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month;
    void this.load();
  },
  async load() {
    const input = { ...this.branch, month: this.month };
    const kept = remembered(starOutcome, input);
    const state = shown(kept, await fetchAndRemember(starOutcome, input));
    const memberId = knownMe()?.memberId ?? '';
    if (state.kind === 'known') this.certificate = certificateOf(state.output, memberId);
    const view = orMonthFault(toView(state, memberId), this.month, nowMs());
    this.setData({ view }, () => this.draw());
  },
  draw() {
    const { certificate } = this;
    if (certificate === undefined) return;
    this.createSelectorQuery()
      .select('.certificate__paper')
      .fields({ node: true }, (found) => {
        this.canvas = found.node as PaperCanvas;
        DRAWN[this.data.sheet].draw(this.canvas, certificate);
      })
      .exec();
  },
  onSheetTap(event: WechatMiniprogram.BaseEvent<object, { sheet: Sheet }>) {
    const { sheet } = event.currentTarget.dataset;
    this.setData({ sheet, problem: '' }, () => this.draw());
  },
  async picture(): Promise<string> {
    const { width, height } = DRAWN[this.data.sheet].size;
    const { tempFilePath } = await wx.canvasToTempFilePath({
      canvas: this.canvas as unknown as WechatMiniprogram.Canvas,
      width,
      height,
      destWidth: width,
      destHeight: height,
    });
    return tempFilePath;
  },
  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    try {
      await wx.saveImageToPhotosAlbum({ filePath: await this.picture() });
      this.setData({ problem: '' });
      await wx.showToast({ title: SAVED, icon: 'none' });
    } catch (error) {
      this.setData({ problem: notSavedText(phoneRefusal(error)) });
    }
  },
  async onShareTap(event: Tap) {
    if (isSecondTap(event)) return;
    try {
      await wx.showShareImageMenu({ path: await this.picture() });
      this.setData({ problem: '' });
    } catch (error) {
      this.setData({ problem: notSharedText(phoneRefusal(error)) });
    }
  },
});
