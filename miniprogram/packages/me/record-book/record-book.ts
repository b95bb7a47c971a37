import {
  exportMemberRecordBook,
  exportMyRecordBook,
  memberRecordBook,
  myRecordBook,
  type RecordBook,
} from '../../../../contract/branch/record-book';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { madeOnPhone, type FetchedFile } from '../../../state/fetched-file';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown, type Shown } from '../../../state/shown';
import { allFolded, opening, toView, unknownBook, type Folds } from './record-book.view';

Page({
  data: { pageStyle, view: opening, problem: '', isBusy: false, file: null as FetchedFile | null },
  /** '' for the reader's own. */
  memberId: '',
  year: 0,
  state: unknownBook,
  folds: allFolded,
  /** Of the file that is asked for: the same until it is here, so that asking again makes no other. */
  exportId: '',

  onLoad({ memberId = '' }: { memberId?: string }) {
    this.memberId = memberId;
    this.pick(Number(dayOfInstant(nowMs()).slice(0, 4)));
  },
  onYearPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.pick(Number(event.detail.value));
  },
  pick(year: number) {
    this.year = year;
    this.folds = { ...allFolded, isBasisOpen: this.folds.isBasisOpen };
    this.exportId = newRequestId();
    void this.load();
  },
  async load() {
    const { memberId, year } = this;
    const input = { memberId, year };
    // A book of somebody else is not remembered: looking at it is noted each day.
    const kept = memberId === '' ? remembered(myRecordBook, { year }) : undefined;
    this.show(shown(kept));
    const result =
      memberId === ''
        ? await fetchAndRemember(myRecordBook, { year })
        : await call(memberRecordBook, input);
    // Another year may have been picked meanwhile.
    if (year === this.year) this.show(shown(kept, result));
  },
  show(state: Shown<RecordBook>) {
    this.state = state;
    this.setData({ view: toView(state, this.folds, this.memberId === '') });
  },
  fold(folds: Partial<Folds>) {
    this.folds = { ...this.folds, ...folds };
    this.show(this.state);
  },
  onBasisTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.fold({ isBasisOpen: !this.folds.isBasisOpen });
  },
  onTableTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.fold({ isTable: !this.folds.isTable });
  },
  onMonthTap(event: WechatMiniprogram.BaseEvent<object, { month: string }>) {
    if (isSecondTap(event)) return;
    const { month } = event.currentTarget.dataset;
    const { openMonths } = this.folds;
    const others = openMonths.filter((each) => each !== month);
    this.fold({ openMonths: others.length < openMonths.length ? others : [...others, month] });
  },
  onEntryTap(event: WechatMiniprogram.BaseEvent<object, { url: string }>) {
    if (isSecondTap(event)) return;
    const { url } = event.currentTarget.dataset;
    void wx.navigateTo({ url });
  },

  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { memberId, year, exportId } = this;
    const { file, problem } = await madeOnPhone(
      memberId === ''
        ? call(exportMyRecordBook, { exportId, year })
        : call(exportMemberRecordBook, { exportId, memberId, year }),
    );
    if (file !== null) this.exportId = newRequestId();
    this.setData({ isBusy: false, file, problem });
  },
  onFileClosed() {
    this.setData({ file: null });
  },
});
