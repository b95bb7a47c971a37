import type { OutputOf } from '../../../../contract/action';
import { whoLooked } from '../../../../contract/branch/audit';
import { myData, unbind } from '../../../../contract/people/member';
import { myAttendance } from '../../../../contract/study/mine';
import { dayOfInstant, monthBeside, monthOf } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { refreshMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { copy } from '../../../state/phone-refusal';
import { shown } from '../../../state/shown';
import { errorText, readErrorText } from '../../../text/errors';
import { notCopiedText } from '../../../text/phone-refusal';
import {
  EXPORTED_MONTHS,
  exportText,
  FILE_NAME,
  leaveQuestion,
  opening,
  toView,
} from './data.view';
import { toLookedRow, type LookedRow } from './looked.view';

Page({
  data: {
    pageStyle,
    view: opening,
    looked: [] as readonly LookedRow[],
    hasOlder: false,
    problem: '',
    isBusy: false,
  },
  known: undefined as OutputOf<typeof myData> | undefined,
  entries: [] as OutputOf<typeof whoLooked>['entries'],
  nextCursor: null as string | null,

  onLoad() {
    void this.load();
  },
  async load() {
    const result = await call(myData, {});
    if (result.ok) this.known = result.output;
    this.setData({ view: toView(shown(undefined, result)) });
    if (result.ok && this.entries.length === 0) await this.loadLooked({});
  },
  async loadLooked(input: { cursor?: string }) {
    const result = await call(whoLooked, input);
    if (!result.ok) {
      this.setData({ problem: readErrorText(result) });
      return;
    }
    const { entries, nextCursor } = result.output;
    const { length } = this.entries;
    this.entries = [...this.entries, ...entries];
    this.nextCursor = nextCursor;
    const added = entries.map(
      (entry, at) => [`looked[${length + at}]`, toLookedRow(entry)] as const,
    );
    this.setData({ ...Object.fromEntries<LookedRow>(added), hasOlder: nextCursor !== null });
  },
  async onOlderTap() {
    if (this.nextCursor === null || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    await this.loadLooked({ cursor: this.nextCursor });
    this.setData({ isBusy: false });
  },

  async onCopyTap() {
    const text = await this.collect();
    if (text === undefined) return;
    const refusal = await copy(text);
    this.setData({ problem: refusal === undefined ? '' : notCopiedText(refusal) });
  },

  async onExportTap() {
    const text = await this.collect();
    if (text === undefined) return;
    const filePath = `${wx.env.USER_DATA_PATH}/my-data.txt`;
    wx.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    // Closing WeChat's picker without choosing anybody is no fault.
    await wx.shareFileMessage({ filePath, fileName: FILE_NAME }).catch(() => undefined);
  },

  /** The text of the export; undefined, and the reason shown, when a part did not arrive. */
  async collect(): Promise<string | undefined> {
    if (this.known === undefined || this.data.isBusy) return undefined;
    this.setData({ isBusy: true, problem: '' });
    const months = [monthOf(dayOfInstant(nowMs()))];
    while (months.length < EXPORTED_MONTHS) months.push(monthBeside(months.at(-1) ?? '', -1));
    const entries = [];
    for (const month of months) {
      const answer = await call(myAttendance, { month });
      if (!answer.ok) {
        this.setData({ isBusy: false, problem: readErrorText(answer) });
        return undefined;
      }
      entries.push(...answer.output.entries);
    }
    this.setData({ isBusy: false });
    return exportText(this.known, entries, this.entries, nowMs());
  },

  async onUnbindTap() {
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
