import type { OutputOf } from '../../../../contract/action';
import { library } from '../../../../contract/content/library';
import { enterLecture, lectureContest } from '../../../../contract/content/lectures';
import { call } from '../../../api/client';
import { saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { goBack } from '../../../state/go-back';
import {
  asideHandlers,
  dropKept,
  openKept,
  type KeptKind,
  type Opened,
} from '../../../state/kept-form';
import { knownMe, whoIsHere } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { errorText, FAULTS_TEXT, readErrorText } from '../../../text/errors';
import {
  choicesOf,
  CLOSED_TEXT,
  ENTERED_TEXT,
  enterErrors,
  EntryForm,
  faultsOf,
  formOf,
  LINK_MOST,
  noFaults,
  opening,
  OTHER_SOURCE,
  OUTLINE_MOST,
  toView,
  toWritten,
  type Shelf,
} from './enter.view';

type Field = 'title' | 'minutes' | 'outline' | 'link';
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;

const keptEntry: KeptKind<EntryForm> = {
  schema: EntryForm,
  over: (form, { revision }) => ({ ...form, revision }),
};

/** Enters a lecture, or changes the one that was entered. */
Page({
  ...asideHandlers(keptEntry),
  data: {
    pageStyle,
    view: opening,
    outlineMost: OUTLINE_MOST,
    linkMost: LINK_MOST,
    faults: noFaults,
    problem: '',
    isBusy: false,
    isOutdated: false,
    hasAside: false,
  },
  contestId: '',
  contest: undefined as OutputOf<typeof lectureContest> | undefined,
  shelf: [] as Shelf,
  form: undefined as EntryForm | undefined,

  onLoad({ contestId = '' }: { contestId?: string }) {
    this.contestId = contestId;
    void this.load();
  },
  async load() {
    await whoIsHere();
    const result = await call(lectureContest, { contestId: this.contestId });
    if (!result.ok) {
      this.setData({ view: instead(result, readErrorText(result)) });
      return;
    }
    const { output } = result;
    const stored = formOf(output);
    if (stored === undefined || output.state !== 'entering' || !output.mayEnter) {
      const text = stored === undefined ? OTHER_SOURCE : CLOSED_TEXT;
      this.setData({ view: { kind: 'not-yours', text } });
      return;
    }
    this.contest = output;
    // Without its documents the lecture is entered all the same.
    const shelf = await call(library, { part: 'all' });
    this.shelf = shelf.ok ? shelf.output.rows : [];
    this.begin(openKept(this.draftName(), keptEntry, stored));
  },
  begin({ form, hasAside }: Opened<EntryForm>) {
    this.setData({ problem: '', isOutdated: false, faults: noFaults, hasAside });
    this.show(form);
  },
  draftName(): string {
    return `lecture-entry:${knownMe()?.memberId ?? ''}:${this.contestId}`;
  },
  show(form: EntryForm) {
    this.form = form;
    if (this.contest) this.setData({ view: toView(form, this.contest, this.shelf) });
  },
  edit(changes: Partial<EntryForm>) {
    if (this.form === undefined) return;
    const form = { ...this.form, ...changes };
    saveDraft(this.draftName(), form);
    const isTold = Object.keys(this.data.faults).length > 0;
    this.setData({ problem: '', ...(isTold && { faults: faultsOf(form) }) });
    this.show(form);
  },
  onInput({ currentTarget, detail }: Typed) {
    this.edit({ [currentTarget.dataset.field]: detail.value });
  },
  onDocumentPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    if (this.form === undefined) return;
    const chosen = choicesOf(this.form, this.shelf)[event.detail.value - 1];
    this.edit({ documentId: chosen?.documentId ?? '', documentTitle: chosen?.title ?? '' });
  },
  onStartAgainTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ view: opening });
    void this.load();
  },
  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form } = this;
    if (form === undefined || this.data.isBusy) return;
    const faults = faultsOf(form);
    if (Object.keys(faults).length > 0) {
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const { revision } = form;
    const lecture = toWritten(form);
    const result = await call(enterLecture, { contestId: this.contestId, revision, lecture });
    this.setData({ isBusy: false });
    if (!result.ok) {
      const isOutdated = result.code === 'changed-meanwhile';
      this.setData({ problem: errorText(result, enterErrors), isOutdated });
      return;
    }
    dropKept(this.draftName());
    void wx.showToast({ title: ENTERED_TEXT, icon: 'success' });
    await goBack(this, 'branch');
  },
});
