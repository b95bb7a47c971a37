import { tooLongText } from '../../../text/too-long';
import { branchStandard, saveStandard } from '../../../../contract/star/standards';
import {
  STANDARD_LIMITS,
  type Base,
  type Source,
} from '../../../../domain/star/assessment/standard';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import {
  added,
  asGiven,
  formOf,
  judgedItem,
  kindItem,
  withBands,
  withBase,
  withItem,
  without,
  type StandardForm,
} from './form.view';
import { dropList, keepList, keptList, type Over } from './kept-list';
import {
  DAYS,
  KIND_NAMES,
  KINDS,
  nameOfSource,
  opening,
  forAllQuestion,
  NAMELESS_TEXT,
  savedText,
  saveStandardErrors,
  toFormView,
  toView,
  unknownStandard,
  type FormView,
} from './standard.view';

/** The list that members are assessed by; a new version of it from the next month on. */
Page({
  data: {
    pageStyle,
    view: opening,
    form: null as FormView | null,
    /** Another has saved meanwhile: theirs stands below. */
    isOverOther: false,
    bases: [100, 70, 60],
    days: DAYS,
    kindNames: KIND_NAMES,
    mostName: STANDARD_LIMITS.name,
    isBusy: false,
    problem: '',
    done: '',
  },
  branch: pageBranch(),
  state: unknownStandard,
  form: undefined as StandardForm | undefined,
  /** On what the form was begun. */
  over: undefined as Over | undefined,
  deedId: '',

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    this.deedId = newRequestId();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  question() {
    return this.branch;
  },
  load() {
    return readAgain(this, branchStandard);
  },
  show(state: typeof unknownStandard) {
    this.state = state;
    this.redraw();
    const kept = keptList(this.branch);
    if (this.form !== undefined || kept === undefined || state.kind !== 'known') return;
    if (!state.output.canSave) return;
    this.over = kept.over;
    this.deedId = kept.deedId;
    this.write(kept.form);
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },
  write(form: StandardForm) {
    this.keep(form);
    this.setData({ form: toFormView(form), problem: '' });
  },
  keep(form: StandardForm) {
    this.form = form;
    if (this.over !== undefined)
      keepList(this.branch, { form, over: this.over, deedId: this.deedId });
  },
  leave() {
    this.form = undefined;
    dropList(this.branch);
    this.setData({ form: null, isOverOther: false, problem: '' });
  },

  onChangeTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { now, next } = this.state.output;
    const form = formOf(next ?? now);
    this.setData({ done: '' });
    if (form === undefined) return;
    this.over = this.newest();
    this.write(form);
  },
  onLeaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.leave();
  },
  /** What this phone knows last; undefined of what it does not know. */
  newest(): Over | undefined {
    if (this.state.kind !== 'known') return undefined;
    const { now, next } = this.state.output;
    const { scope, version } = next ?? now;
    return scope === 'newer' ? undefined : { scope, version };
  },
  onBaseTap(event: WechatMiniprogram.BaseEvent<object, { base: Base }>) {
    if (this.form !== undefined) this.write(withBase(this.form, event.currentTarget.dataset.base));
  },
  changeItem(itemId: string, by: number) {
    if (this.form === undefined) return;
    this.write(
      withItem(this.form, itemId, (item) => ({
        ...item,
        points: Math.max(1, Math.min(100, item.points + by)),
      })),
    );
  },
  onLessTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    this.changeItem(event.currentTarget.dataset.itemId, -1);
  },
  onMoreTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    this.changeItem(event.currentTarget.dataset.itemId, 1);
  },
  onNameInput(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { itemId: string }>) {
    if (this.form === undefined) return;
    const { value } = event.detail;
    // The field shows what is typed already.
    this.keep(
      withItem(this.form, event.currentTarget.dataset.itemId, (item) => ({ ...item, name: value })),
    );
  },
  onBandsTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    const { form } = this;
    if (form === undefined) return;
    this.write(
      withItem(form, event.currentTarget.dataset.itemId, (item) =>
        withBands(item, form.base, item.bands === null),
      ),
    );
  },
  onDropTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    if (this.form !== undefined) this.write(without(this.form, event.currentTarget.dataset.itemId));
  },
  onAddTap(event: WechatMiniprogram.BaseEvent<object, { source: Exclude<Source, 'judged'> }>) {
    if (isSecondTap(event)) return;
    const { source } = event.currentTarget.dataset;
    if (this.form === undefined) return;
    const item = { name: nameOfSource(source), source, ...(source === 'notes' && { wanted: 1 }) };
    this.write(added(this.form, newRequestId(), item));
  },
  onAddJudgedTap(event: WechatMiniprogram.BaseEvent<object, { by: 'group-leader' | 'secretary' }>) {
    if (isSecondTap(event)) return;
    if (this.form === undefined) return;
    this.write(added(this.form, newRequestId(), judgedItem('', event.currentTarget.dataset.by)));
  },
  onKindPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const { value } = event.detail;
    const kind = KINDS[value];
    if (this.form === undefined || kind === undefined) return;
    this.write(added(this.form, newRequestId(), kindItem(KIND_NAMES[value] ?? '', kind)));
  },
  onTermPicked(
    event: WechatMiniprogram.CustomEvent<
      { value: number },
      object,
      { key: keyof StandardForm['terms'] }
    >,
  ) {
    if (this.form === undefined) return;
    const terms = { ...this.form.terms, [event.currentTarget.dataset.key]: event.detail.value + 1 };
    this.write({ ...this.form, terms });
  },

  async save(isForAll: boolean) {
    const { form, over } = this;
    if (form === undefined || over === undefined || this.data.isBusy) return;
    if (form.items.some(({ name }) => cleanWords(name) === '')) {
      this.setData({ problem: NAMELESS_TEXT });
      return;
    }
    const tooLong = form.items
      .map(({ name }) => tooLongText(name, this.data.mostName))
      .find((text) => text !== '');
    if (tooLong !== undefined) {
      this.setData({ problem: tooLong });
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const { base, items, terms } = asGiven(form);
    const result = await call(saveStandard, {
      ...this.branch,
      deedId: this.deedId,
      isForAll,
      over,
      standard: {
        base,
        terms,
        items: items.map(({ kinds, bands, ...item }) => ({
          ...item,
          kinds: kinds === null ? null : [...kinds],
          bands: bands === null ? null : bands.map((band) => ({ ...band })),
        })),
      },
    });
    if (result.ok || !mayBeLost(result.code)) this.deedId = newRequestId();
    if (result.ok) this.leave();
    this.setData({
      isBusy: false,
      problem: result.ok ? '' : errorText(result, saveStandardErrors),
      done: result.ok ? savedText(result.output, nowMs()) : '',
    });
    await this.load();
    if (result.ok || result.code !== 'changed-meanwhile') return;
    this.over = this.newest();
    this.setData({ isOverOther: true });
  },
  onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.save(false);
  },
  async onSaveForAllTap(event: Tap) {
    if (isSecondTap(event)) return;
    const isSure = await confirmed(this, forAllQuestion);
    if (isSure) await this.save(true);
  },
});
