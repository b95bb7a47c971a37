import { whoLooked } from '../../../../contract/branch/audit';
import { call } from '../../../api/client';
import { nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { shareFile } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { readErrorText } from '../../../text/errors';
import { FILE_NOT_KEPT_TEXT, fileNotSharedText } from '../../../text/file';
import { readYears } from '../read-years';
import {
  everyWay,
  FILE_NAME,
  looksText,
  noEntries,
  noGroups,
  opening,
  toGroups,
  toHead,
  type ChosenWay,
} from './looked.view';

Page({
  data: {
    pageStyle,
    view: opening,
    groups: noGroups,
    hasOlder: false,
    isLoadingMore: false,
    problem: '',
  },
  way: everyWay,
  entries: noEntries,
  nextCursor: null as string | null,
  /** Counted up by each first page: a late answer to what was asked before it is dropped. */
  asked: 0,

  onLoad() {
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onWayTap(event: WechatMiniprogram.BaseEvent<object, { way: ChosenWay }>) {
    this.way = event.currentTarget.dataset.way;
    void this.load();
  },

  async load() {
    this.asked += 1;
    const { asked, way } = this;
    const [result, years] = await Promise.all([
      call(whoLooked, way === '' ? {} : { way }),
      readYears(),
    ]);
    if (asked !== this.asked) return;
    if (!result.ok) {
      this.setData({ view: instead(result, readErrorText(result)) });
      return;
    }
    const { entries, nextCursor, nowMs } = result.output;
    this.entries = entries;
    this.nextCursor = nextCursor;
    this.setData({
      view: toHead(result.output, way, years),
      groups: toGroups(entries, [], nowMs),
      hasOlder: nextCursor !== null,
    });
  },
  async onOlderTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { way } = this;
    const page = await nextPage(
      this,
      () => this.nextCursor,
      (cursor) => call(whoLooked, { cursor, ...(way !== '' && { way }) }),
    );
    if (page === undefined) return;
    const { entries, nowMs } = page;
    const from = this.data.groups.length;
    // Only what is new goes to the page, however long the list has become.
    const added = toGroups(entries, this.entries, nowMs);
    this.entries = [...this.entries, ...entries];
    this.nextCursor = page.nextCursor;
    this.setData({
      ...Object.fromEntries(added.map((group, at) => [`groups[${from + at}]`, group])),
      hasOlder: this.nextCursor !== null,
    });
  },

  onAskTap(event: WechatMiniprogram.BaseEvent<object, { entryId: string; text: string }>) {
    if (isSecondTap(event)) return;
    const { entryId, text } = event.currentTarget.dataset;
    const about = `entryId=${entryId}&text=${encodeURIComponent(text)}`;
    void wx.navigateTo({ url: `/packages/me/asks/asks?${about}` });
  },
  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    const filePath = `${wx.env.USER_DATA_PATH}/who-looked.txt`;
    try {
      wx.getFileSystemManager().writeFileSync(filePath, looksText(this.entries), 'utf8');
    } catch {
      this.setData({ problem: FILE_NOT_KEPT_TEXT });
      return;
    }
    const refusal = await shareFile(filePath, FILE_NAME);
    this.setData({ problem: fileNotSharedText(refusal) });
  },
});
