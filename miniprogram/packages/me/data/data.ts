import type { OutputOf } from '../../../../contract/action';
import { myData, unbind } from '../../../../contract/people/member';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { refreshMe } from '../../../state/me';
import type { FetchedFile } from '../../../state/fetched-file';
import { pageStyle } from '../../../state/page-style';
import { copy } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText, readErrorText } from '../../../text/errors';
import { FILE_NOT_KEPT_TEXT } from '../../../text/file';
import { notCopiedText } from '../../../text/phone-refusal';
import { readYears } from '../read-years';
import type { KnownYears } from '../kept.view';
import { collect } from './collect';
import { FILE_NAME, fileText } from './data-file.view';
import { leaveQuestion, opening, toView } from './data.view';
import { INBOX } from './stored.view';

Page({
  data: { pageStyle, view: opening, problem: '', isBusy: false, file: null as FetchedFile | null },
  known: undefined as OutputOf<typeof myData> | undefined,
  years: null as KnownYears,

  onLoad() {
    void this.load();
  },
  async load() {
    const [result, years] = await Promise.all([call(myData, {}), readYears()]);
    if (result.ok) this.known = result.output;
    this.years = years;
    this.setData({ view: toView(shown(undefined, result), years) });
  },
  onStoredTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const url = event.currentTarget.dataset.page;
    if (url === INBOX) void wx.switchTab({ url });
    else if (url !== '') void wx.navigateTo({ url });
  },
  onAsksTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/me/asks/asks' });
  },

  async onCopyTap(event: Tap) {
    if (isSecondTap(event)) return;
    const text = await this.collect();
    if (text === undefined) return;
    const refusal = await copy(text);
    this.setData({ problem: refusal === undefined ? '' : notCopiedText(refusal) });
  },

  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    const text = await this.collect();
    if (text === undefined) return;
    const filePath = `${wx.env.USER_DATA_PATH}/my-data.txt`;
    try {
      wx.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    } catch {
      this.setData({ problem: FILE_NOT_KEPT_TEXT });
      return;
    }
    // Collecting has outlasted the tap: what sends it is a tap of its own.
    this.setData({ file: { filePath, fileName: FILE_NAME, type: 'txt' } });
  },
  onFileClosed() {
    this.setData({ file: null });
  },

  /** The text of the file; undefined, and the reason shown, when a part did not arrive. */
  async collect(): Promise<string | undefined> {
    if (this.known === undefined || this.data.isBusy) return undefined;
    this.setData({ isBusy: true, problem: '' });
    const all = await collect(this.known, nowMs());
    this.setData({ isBusy: false, problem: all.ok ? '' : readErrorText(all) });
    return all.ok ? fileText(all.output, nowMs(), this.years) : undefined;
  },

  async onUnbindTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, leaveQuestion)) || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(unbind, {});
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, {}) });
      return;
    }
    await refreshMe();
    await wx.switchTab({ url: '/pages/today/today' });
  },
});
