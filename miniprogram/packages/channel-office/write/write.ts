import { CHANNEL_EDITORS } from '../../../../contract/roles';
import { channelItem } from '../../../../contract/content/channel-reading';
import type { ItemDetail } from '../../../../contract/content/channel-shapes';
import { mayWrite } from '../../../../domain/content/channel/desks';
import {
  CONTENT_CHANNELS,
  ITEM_LIMITS,
  type ContentChannel,
} from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { openGate, watchGate } from '../../../state/gate';
import { goBack } from '../../../state/go-back';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { phoneRefusal } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { saveErrors } from '../channel-errors.view';
import { takeOver } from '../picked-document';
import {
  dropForm,
  dropPictures,
  emptyForm,
  formOf,
  keepForm,
  keptForm,
  rebased,
  type ItemForm,
  tooLongIn,
} from './item-form';
import { saveForm } from './save-form';
import { pickItemPictures, uploadPicture } from './upload-pictures';
import {
  CHOOSE_FIRST_TEXT,
  HANDED_IN_TEXT,
  notPickedText,
  opening,
  SAVED_TEXT,
  TITLE_FIRST_TEXT,
  toWriteView,
  UPLOAD_TEXT,
  urlsOf,
  writtenSinceText,
} from './write.view';

type Field = 'title' | 'line' | 'byline' | 'source' | 'link';
type FieldInput = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;

type Removed = WechatMiniprogram.CustomEvent<{ pictureId: string }>;

/** In which channels the person of this phone writes, as far as it is known. */
function channelsHere(): readonly ContentChannel[] {
  const me = knownMe();
  if (me === null || me === undefined) return [];
  const { memberId, branchId } = me;
  const roles = me.roles.map(String);
  return CONTENT_CHANNELS.filter((channel) =>
    mayWrite({ memberId, branchId, roles }, { channel, branchId }),
  );
}

const BLANK = emptyForm('party');
const NO_URLS: Readonly<Record<string, string>> = {};

Page({
  data: {
    pageStyle,
    mostMinutes: ITEM_LIMITS.minutes,
    gate: openGate,
    view: opening,
    title: '',
    line: '',
    byline: '',
    source: '',
    link: '',
    licence: BLANK.licence,
    minutes: 2,
    channel: BLANK.channel,
    forDay: '',
    firstDay: '',
    isBusy: false,
    problem: '',
  },
  itemId: '',
  form: BLANK,
  /** What a new one begins with: where they come from a day, for it. */
  blank: BLANK,
  /** What somebody else has stored since; the person says which of the two stays. */
  newest: null as ItemForm | null,
  urls: NO_URLS,

  onLoad(query: { itemId?: string; channel?: string; day?: string }) {
    const { itemId = '', channel, day = '' } = query;
    this.itemId = itemId;
    this.blank = {
      ...emptyForm(channelsHere().find((each) => each === channel) ?? channelsHere()[0] ?? 'party'),
      forDay: parseLocalDay(day) ?? '',
    };
    this.setData({ firstDay: dayOfInstant(nowMs()) });
    void watchGate(CHANNEL_EDITORS, (gate) => this.setData({ gate }));
    void this.load();
  },
  /** Back from the library with what was chosen there. */
  onShow() {
    const picked = takeOver();
    if (picked !== undefined) this.change({ ...picked, link: '' });
  },
  /** What is on this phone comes first where nobody has saved since. */
  async load() {
    const kept = keptForm(this.itemId);
    if (this.itemId === '') {
      this.begin(kept ?? this.blank);
      return;
    }
    const state = shown(undefined, await call(channelItem, { itemId: this.itemId }));
    if (state.kind !== 'known') {
      if (kept === undefined) this.setData({ view: state });
      else this.begin(kept);
      return;
    }
    const { item } = state.output;
    const isCurrent = kept?.revision === item.desk?.revision || kept?.unanswered != null;
    if (kept === undefined || isCurrent) this.urls = urlsOf(item);
    this.begin(kept ?? formOf(item));
    if (kept !== undefined && !isCurrent) this.meet(item);
  },
  /** Somebody else has stored it since: what is written here stays beside it. */
  meet(item: ItemDetail) {
    this.urls = { ...this.urls, ...urlsOf(item) };
    this.newest = formOf(item);
    this.redraw();
    const { view } = this.data;
    if (view.kind === 'content' && view.newest.length === 0) this.onMineTap();
    else void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onMineTap(event?: Tap) {
    if (isSecondTap(event)) return;
    if (this.newest === null) return;
    const form = rebased(this.form, this.newest);
    keepForm(form);
    this.settle(form);
  },
  onNewestTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.newest === null) return;
    dropForm(this.form);
    this.settle(this.newest);
  },
  settle(form: ItemForm) {
    this.newest = null;
    this.setData({ problem: '' });
    this.begin(form);
  },
  begin(form: ItemForm) {
    this.form = form;
    const { title, line, byline, source, link, licence, minutes, channel, forDay } = form;
    this.setData({ title, line, byline, source, link, licence, minutes, channel, forDay });
    this.redraw();
  },
  redraw() {
    const { form, urls, newest } = this;
    this.setData({ view: toWriteView(form, urls, channelsHere(), newest, nowMs()) });
  },

  /** With every keystroke: the app may end at any moment. */
  change(changes: Partial<ItemForm>) {
    this.form = { ...this.form, ...changes };
    keepForm(this.form);
    this.redraw();
  },
  onFieldInput(event: FieldInput) {
    const { field } = event.currentTarget.dataset;
    const { value } = event.detail;
    if (value === this.form[field]) return;
    this.setData({ [field]: value });
    this.change({ [field]: value });
  },
  onMinutesPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const minutes = event.detail.value;
    this.setData({ minutes });
    this.change({ minutes });
  },
  onLicencePicked(event: WechatMiniprogram.CustomEvent<{ value: ItemForm['licence'] }>) {
    const licence = event.detail.value;
    this.setData({ licence });
    this.change({ licence });
  },
  onDocumentTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/channel-office/pick-document/pick-document' });
  },
  onNoDocumentTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change({ documentId: '', documentTitle: '' });
  },
  onChannelPicked(event: WechatMiniprogram.CustomEvent<{ value: ContentChannel }>) {
    const channel = event.detail.value;
    this.setData({ channel });
    this.change({ channel });
  },
  onDayPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const forDay = event.detail.value;
    this.setData({ forDay });
    this.change({ forDay });
  },

  async onAddTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    try {
      const picked = await pickItemPictures(ITEM_LIMITS.pictures - this.form.pictures.length);
      this.change({ pictures: [...this.form.pictures, ...picked] });
    } catch (error) {
      this.setData({ problem: notPickedText(phoneRefusal(error)) });
    }
    this.setData({ isBusy: false });
  },
  onRemoveTap(event: Removed) {
    const { pictureId } = event.detail;
    const { pictures } = this.form;
    this.change({ pictures: pictures.filter((picture) => picture.pictureId !== pictureId) });
    dropPictures(pictures.filter((picture) => picture.pictureId === pictureId));
  },

  onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.send(false);
  },
  onHandInTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.send(true);
  },
  async send(handIn: boolean) {
    if (this.data.isBusy) return;
    if (cleanWords(this.form.title) === '') {
      this.setData({ problem: TITLE_FIRST_TEXT });
      return;
    }
    const tooLong = tooLongIn(this.form);
    if (tooLong !== '') {
      this.setData({ problem: tooLong });
      return;
    }
    if (this.newest !== null) {
      this.setData({ problem: CHOOSE_FIRST_TEXT });
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const problem = (await this.uploadAll()) ? await this.save(handIn) : UPLOAD_TEXT;
    this.setData({ isBusy: false, problem });
    if (problem !== '') return;
    dropForm(this.form);
    await wx.showToast({ title: handIn ? HANDED_IN_TEXT : SAVED_TEXT, icon: 'none' });
    await goBack(this, 'branch');
  },
  /** Each is kept as there once it is: the next try goes on from it. */
  async uploadAll(): Promise<boolean> {
    try {
      for (const picture of this.form.pictures) {
        const there = await uploadPicture(picture);
        const pictures = this.form.pictures.map((each) => (each === picture ? there : each));
        this.form = { ...this.form, pictures };
        keepForm(this.form);
      }
      return true;
    } catch {
      return false;
    }
  },
  /** What hindered it; '' when it is saved. */
  async save(handIn: boolean): Promise<string> {
    const { result, isWhole } = await saveForm(this, handIn);
    if (result.ok) return isWhole ? '' : writtenSinceText(handIn);
    if (result.code === 'changed-meanwhile') {
      const now = await call(channelItem, { itemId: this.form.itemId });
      if (now.ok) {
        this.meet(now.output.item);
        // They have stored the very same.
        return this.newest === null ? this.save(handIn) : CHOOSE_FIRST_TEXT;
      }
    }
    return errorText(result, saveErrors);
  },
});
