import type { InputOf, OutputOf } from '../../../../contract/action';
import { libraryDocument, offerDocument, offerVersion } from '../../../../contract/content/library';
import { directory } from '../../../../contract/people/member';
import { OFFICERS } from '../../../../contract/roles';
import { fileTypeOf, LIBRARY_LIMITS } from '../../../../domain/content/library/library-rules';
import { localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { openGate, watchGate } from '../../../state/gate';
import { goOnTo } from '../../../state/go-back';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { phoneRefusal } from '../../../state/phone-refusal';
import { mayBeStored } from '../../../api/may-be-lost';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText, FAULTS_TEXT, readErrorText } from '../../../text/errors';
import {
  FILE_KIND_TEXT,
  FILE_NOT_READ_TEXT,
  FILE_TOO_LARGE_TEXT,
  foundText,
  NOT_UPLOADED_TEXT,
  offerDocumentErrors,
  offerVersionErrors,
} from '../library-errors.view';
import {
  changedOffer,
  emptyForm,
  formAfter,
  formName,
  isStored,
  keptForm,
  keptOffer,
  newOffer,
  offerOf,
  partsOf,
  TICKS,
  unknownParts,
  type ChosenFile,
  type OfferForm,
  type ReaderKind,
  type Tick,
} from './offer-form';
import { contentInStorage } from './content-in-storage';
import { faultOf, NEXT_TITLE, NO_FAULTS, OFFERED_TEXT, toOfferView } from './offer.view';

const opening = emptyForm(nowMs());

type Picked<T = string> = WechatMiniprogram.CustomEvent<{ value: T }>;
type Offered = Omit<InputOf<typeof offerDocument>, 'branchId' | 'documentId'>;
interface Refusal {
  /** '' when it is taken. */
  readonly code: string;
  readonly problem: string;
}
const NO_REFUSAL: Refusal = { code: '', problem: '' };

const pageOf = (documentId: string): string =>
  `/packages/library/document/document?documentId=${documentId}`;

type WordField = 'title' | 'number' | 'source' | 'url' | 'changed';

Page({
  data: {
    pageStyle,
    gate: openGate,
    form: toOfferView(opening, undefined, unknownParts, nowMs()),
    ticked: [] as readonly Tick[],
    /** '' for the own branch. */
    otherBranch: '',
    isNext: false,
    /** What was sent before stands, and can be looked at. */
    isThere: false,
    isBusy: false,
    problem: '',
    faults: NO_FAULTS,
  },
  values: opening,
  parts: unknownParts,
  branch: pageBranch(),
  /** '' for a new document. */
  documentId: '',
  /** Of what is typed, on this phone. */
  name: '',
  revision: 0,
  file: undefined as ChosenFile | undefined,
  offer: newOffer(),
  /** What was sent before and stands; '': nothing is known of it. */
  thereId: '',

  onLoad({ branchId = '', documentId = '' }: { branchId?: string; documentId?: string }) {
    this.branch = pageBranch(branchId);
    this.documentId = documentId;
    this.name = formName(documentId, this.branch);
    this.offer = keptOffer(this.name);
    const kept = keptForm(this.name);
    this.begin(kept ?? emptyForm(nowMs()));
    void watchGate(OFFICERS, (gate) => this.setData({ gate }));
    void this.load();
  },
  /** What is there already, and who can be asked to read. */
  async load() {
    const isNext = this.documentId !== '';
    if (isNext || this.offer.sent !== 'never') {
      const documentId = this.documentId || this.offer.newId;
      const result = await call(libraryDocument, { documentId });
      if (result.ok) await this.takeUp(result.output);
      else if (isNext) {
        this.setData({ problem: readErrorText(result) });
        return;
      }
    }
    const people = await fetchAndRemember(directory, this.branch);
    if (!people.ok) return;
    this.parts = partsOf(people.output);
    const { branchId, name } = people.output.branch;
    this.setData({ otherBranch: branchId === knownMe()?.branchId ? '' : name });
    this.show();
  },
  /** The document that is gone on with, or that a sending without an answer has made. */
  async takeUp(there: OutputOf<typeof libraryDocument>) {
    if (isStored(this.offer, there)) this.findStored();
    if (this.documentId === '') return;
    this.revision = there.revision;
    this.branch = pageBranch(there.branchId);
    this.setData({ isNext: there.current !== null });
    // What is typed here comes first.
    if (keptForm(this.name) === undefined) this.begin(formAfter(there, nowMs()));
    await wx.setNavigationBarTitle({ title: NEXT_TITLE });
  },
  /** What was sent stands. What is other than that stays, and is another offer from here on. */
  findStored() {
    const { sent, newId } = this.offer;
    this.thereId = this.documentId || newId;
    this.offer = newOffer();
    if (sent === 'as-it-stands') {
      dropDraft(this.name);
      this.file = undefined;
      this.setData({ ticked: [] });
      this.begin(emptyForm(nowMs()));
    } else this.keep();
    const problem = foundText(sent === 'as-it-stands', this.documentId === '');
    this.setData({ isThere: true, problem });
  },
  keep() {
    saveDraft(this.name, { ...this.values, ...this.offer });
  },
  begin(values: OfferForm) {
    this.values = values;
    this.show();
  },
  /** With every keystroke: the app may end at any moment. */
  change(values: OfferForm) {
    this.values = values;
    this.offer = changedOffer(this.offer);
    this.keep();
    this.setData({ problem: '', faults: NO_FAULTS });
    this.show();
  },
  show() {
    this.setData({ form: toOfferView(this.values, this.file, this.parts, nowMs()) });
  },

  onWordsInput(
    event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: WordField }>,
  ) {
    this.change({ ...this.values, [event.currentTarget.dataset.field]: event.detail.value });
  },
  onContentPicked(event: Picked<OfferForm['content']>) {
    this.change({ ...this.values, content: event.detail.value });
  },
  onSizePicked(event: Picked<OfferForm['size']>) {
    this.change({ ...this.values, size: event.detail.value });
  },
  onEndChange() {
    this.change({ ...this.values, hasEnd: !this.values.hasEnd });
  },
  onDayPicked(event: Picked) {
    this.change({ ...this.values, validUntilDay: localDay(event.detail.value) });
  },
  onReadersPicked(event: Picked<ReaderKind>) {
    this.change({ ...this.values, readers: event.detail.value, partIds: [] });
  },
  onPartChange(event: WechatMiniprogram.BaseEvent<object, { id: string }>) {
    const { id } = event.currentTarget.dataset;
    const { partIds } = this.values;
    const others = partIds.filter((each) => each !== id);
    const next = others.length < partIds.length ? others : [...partIds, id];
    this.change({ ...this.values, partIds: next });
  },
  onTickChange(event: WechatMiniprogram.BaseEvent<object, { id: Tick }>) {
    const { id } = event.currentTarget.dataset;
    const { ticked } = this.data;
    const others = ticked.filter((each) => each !== id);
    this.setData({ ticked: others.length < ticked.length ? others : [...ticked, id] });
  },

  async onChooseTap(event: Tap) {
    if (isSecondTap(event)) return;
    try {
      const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file' });
      const [chosen] = tempFiles;
      if (chosen === undefined) return;
      const problem =
        fileTypeOf(chosen.name) === undefined
          ? FILE_KIND_TEXT
          : chosen.size > LIBRARY_LIMITS.fileBytes
            ? FILE_TOO_LARGE_TEXT
            : '';
      if (problem === '') {
        this.file = { path: chosen.path, fileName: chosen.name, bytes: chosen.size };
        this.offer = { ...changedOffer(this.offer), versionId: newRequestId() };
        // What is not typed yet is nobody's words.
        if (this.offer.sent !== 'never') this.keep();
      }
      this.setData({ problem, faults: NO_FAULTS });
      this.show();
    } catch (error) {
      if (phoneRefusal(error) !== 'closed') this.setData({ problem: FILE_NOT_READ_TEXT });
    }
  },

  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy || this.data.ticked.length < TICKS.length) return;
    const checked = offerOf(this.values, this.file !== undefined, this.data.isNext);
    if (!checked.ok) {
      this.setData({ faults: faultOf(checked.problem), problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const content = await contentInStorage(this.values, this.file, this.offer.versionId);
    if (content === undefined) {
      this.setData({ isBusy: false, problem: NOT_UPLOADED_TEXT });
      return;
    }
    const { versionId } = this.offer;
    const offered = { versionId, content, ...checked.fields };
    const { sent } = this.offer;
    const isFirstTry = sent === 'never';
    // The page may be left before the answer is there.
    this.offer = { ...this.offer, sent: isFirstTry ? 'as-it-stands' : sent };
    this.keep();
    const documentId = this.documentId || this.offer.newId;
    const { code, problem } =
      this.documentId === ''
        ? await this.sendFirst(offered)
        : await this.sendNext({ ...offered, changed: checked.changed });
    this.setData({ isBusy: false, problem, isThere: false });
    if (code === '') {
      dropDraft(this.name);
      await wx.showToast({ title: OFFERED_TEXT, icon: 'none' });
      await goOnTo(this, pageOf(documentId));
    } else if (code === 'written-before') {
      this.offer = changedOffer(this.offer);
      this.findStored();
    } else if (isFirstTry && !mayBeStored(code)) {
      this.offer = { ...this.offer, sent: 'never' };
      this.keep();
    }
  },
  onThereTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: pageOf(this.thereId) });
  },
  async sendFirst(offered: Offered): Promise<Refusal> {
    const input = { ...this.branch, documentId: this.offer.newId, ...offered };
    const result = await call(offerDocument, input);
    if (result.ok) return NO_REFUSAL;
    return { code: result.code, problem: errorText(result, offerDocumentErrors) };
  },
  async sendNext(offered: Offered & { readonly changed: string }): Promise<Refusal> {
    const { changed, ...fields } = offered;
    const { documentId, revision } = this;
    const change = this.data.isNext ? { size: this.values.size, changed } : null;
    const result = await call(offerVersion, { documentId, revision, ...fields, change });
    if (result.ok) return NO_REFUSAL;
    return { code: result.code, problem: errorText(result, offerVersionErrors) };
  },
});
