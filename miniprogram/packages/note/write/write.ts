import { noteDetail } from '../../../../contract/note/writing';
import { ANY_MEMBER } from '../../../../contract/roles';
import { NOTE_LIMITS, NOTE_TYPES, type NoteType } from '../../../../domain/note/note';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { openGate, watchGate } from '../../../state/gate';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { dropPicture, pickPictures } from '../../../state/phone-pictures';
import { phoneRefusal } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { letGoOfWords, wordsForNote } from '../../../state/words-for-note';
import { drafts, dropDraft, keepDraft, newDraft, readDraft, type NoteDraft } from '../note-draft';
import { onNotesChanged, sendNow, waitingBecause } from '../sender';
import {
  asNew,
  draftOfNote,
  dropQuestion,
  HANDED_IN_TEXT,
  missingText,
  OFFLINE_TEXT,
  MOST_TEXT,
  notPickedText,
  opening,
  PAGE_TITLE,
  toWriteView,
  urlsOf,
} from './write.view';

interface Query {
  /** Of a draft on this phone, or of what was handed in and is to be changed. */
  readonly noteId?: string;
  readonly type?: string;
  readonly studyId?: string;
  readonly topic?: string;
  /** '1': words that were written elsewhere become a note of their own. */
  readonly words?: string;
}

type NetworkStatus = Partial<WechatMiniprogram.OnNetworkStatusChangeListenerResult> & object;
type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;
type Removed = WechatMiniprogram.CustomEvent<{ pictureId: string }>;

const NO_QUERY: Query = {};
const NO_URLS: Readonly<Record<string, string>> = {};

Page({
  data: {
    pageStyle,
    gate: openGate,
    view: opening,
    title: '',
    text: '',
    mostText: MOST_TEXT,
    isBusy: false,
    problem: '',
    offline: '',
  },
  draft: newDraft({ type: 'reflection' }),
  urls: NO_URLS,
  isKept: true,
  /** Words of a make-up that became this note: they stay there until the note is kept. */
  taken: '',
  query: NO_QUERY,
  stopListening: undefined as (() => void) | undefined,
  /** One for this page, or WeChat could not be told to stop. */
  onNetwork: undefined as ((status: NetworkStatus) => void) | undefined,

  onLoad(query: Query) {
    this.query = query;
    this.onNetwork = ({ isConnected = true }) => {
      this.setData({ offline: isConnected ? '' : OFFLINE_TEXT });
    };
    wx.onNetworkStatusChange(this.onNetwork);
    void wx.getNetworkType().then(({ networkType }) => {
      this.onNetwork?.({ isConnected: networkType !== 'none' });
    });
    this.stopListening = onNotesChanged(() => void this.follow());
    void watchGate(ANY_MEMBER, (gate) => this.setData({ gate }));
    void this.load();
  },
  onUnload() {
    if (this.onNetwork !== undefined) wx.offNetworkStatusChange(this.onNetwork);
    this.stopListening?.();
  },

  async load() {
    const { noteId = '', type = '', studyId = '', topic = '' } = this.query;
    const words = this.query.words === '1' ? wordsForNote(studyId) : '';
    if (noteId !== '') {
      await this.loadNote(noteId);
      return;
    }
    const known = NOTE_TYPES.find((each): each is NoteType => each === type) ?? 'reflection';
    const isOfStudy = (draft: NoteDraft) => draft.studyId === studyId && draft.basedOn === null;
    const begun = studyId === '' || words !== '' ? undefined : drafts().find(isOfStudy);
    const about = { type: 'study-note', studyId, studyTopic: decodeURIComponent(topic) } as const;
    this.begin(begun ?? newDraft(studyId === '' ? { type: known } : about));
    if (words !== '') this.takeWords(words);
  },
  takeWords(text: string) {
    this.taken = text;
    this.change({ text });
    this.setData({ text });
  },
  /** What is on this phone comes first: it is newer than what was handed in. */
  async loadNote(noteId: string) {
    const kept = readDraft(noteId);
    if (kept !== undefined) this.begin(kept);
    const isWhole = kept?.pictures.every(({ path }) => path !== '') ?? false;
    if (isWhole) return;
    const state = shown(undefined, await call(noteDetail, { noteId }));
    if (state.kind !== 'known') {
      if (kept === undefined) this.setData({ view: state });
      return;
    }
    const { note } = state.output;
    this.urls = urlsOf(note);
    const type = NOTE_TYPES.find((each): each is NoteType => each === note.type) ?? 'reflection';
    if (kept === undefined) this.begin(draftOfNote(note, newDraft({ type })));
    else this.redraw();
  },
  begin(draft: NoteDraft) {
    this.draft = draft;
    void wx.setNavigationBarTitle({ title: PAGE_TITLE[draft.type] });
    this.setData({ title: draft.title, text: draft.text });
    this.redraw();
  },
  redraw() {
    const { draft, urls, isKept } = this;
    this.setData({ view: toWriteView(draft, urls, { isKept, because: waitingBecause() }) });
  },

  /** The sender has come on: what was sent is gone, what was refused says why. */
  async follow() {
    if (this.data.view.kind !== 'content') return;
    const present = readDraft(this.draft.noteId);
    if (present !== undefined) {
      this.draft = present;
      this.redraw();
      return;
    }
    if (this.draft.state !== 'waiting') return;
    this.draft = { ...this.draft, state: 'draft' };
    await wx.showToast({ title: HANDED_IN_TEXT, icon: 'none' });
    await goBack(this, 'studies');
  },

  /** With every keystroke: the app may end at any moment. */
  change(changes: Partial<NoteDraft>) {
    const { draft } = this;
    if (draft.state === 'waiting') return;
    this.draft = { ...draft, ...changes, state: 'draft', versionId: '', savedAtMs: nowMs() };
    this.keep();
    this.redraw();
  },
  keep() {
    this.isKept = keepDraft(this.draft);
    if (!this.isKept || this.taken === '') return;
    letGoOfWords(this.draft.studyId ?? '', this.taken);
    this.taken = '';
  },
  onTitleInput(event: WechatMiniprogram.Input) {
    this.change({ title: event.detail.value });
  },
  onTextChange(event: Picked) {
    const { value } = event.detail;
    if (value !== this.draft.text) this.change({ text: value });
  },

  async onAddTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    try {
      const room = NOTE_LIMITS.pictures - this.draft.pictures.length;
      const picked = await pickPictures(room, 'note');
      this.change({ pictures: [...this.draft.pictures, ...picked] });
    } catch (error) {
      this.setData({ problem: notPickedText(phoneRefusal(error)) });
    }
    this.setData({ isBusy: false });
  },
  onRemoveTap(event: Removed) {
    const { pictureId } = event.detail;
    const { pictures } = this.draft;
    const removed = pictures.find((picture) => picture.pictureId === pictureId);
    this.change({ pictures: pictures.filter((picture) => picture !== removed) });
    if (removed !== undefined) dropPicture(removed.path);
  },

  onHandInTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.isWhole()) this.handIn({});
  },
  isWhole(): boolean {
    const problem = missingText(this.draft);
    this.setData({ problem });
    return problem === '';
  },
  /** Over what another phone has handed in, or in the branch where the person is now. */
  onWayTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!this.isWhole()) return;
    const { way, newerVersion } = this.draft;
    if (way === 'over-newer') this.handIn({ basedOn: newerVersion });
    else if (way === 'as-new') {
      const old = this.draft;
      this.handIn(asNew(old, newRequestId()));
      void wx.setNavigationBarTitle({ title: PAGE_TITLE[this.draft.type] });
      // Its pictures are the new one's.
      dropDraft({ ...old, pictures: [] });
    }
  },
  handIn(changes: Partial<NoteDraft>) {
    const { draft } = this;
    this.draft = {
      ...draft,
      ...changes,
      state: 'waiting',
      versionId: newRequestId(),
      problem: '',
      way: 'none',
    };
    this.keep();
    this.setData({ problem: '' });
    this.redraw();
    if (this.isKept) void sendNow();
  },
  /** What waits is taken back to be changed. */
  onEditTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.draft = { ...this.draft, state: 'draft', versionId: '' };
    keepDraft(this.draft);
    this.redraw();
  },
  async onDropTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, dropQuestion))) return;
    dropDraft(this.draft);
    await goBack(this, 'studies');
  },
});
