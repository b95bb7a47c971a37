import { branches, directory } from '../../../contract/people/member';
import { starMonth } from '../../../contract/star/month';
import { branchStudies } from '../../../contract/study/writing';
import type { OutputOf } from '../../../contract/action';
import { call } from '../../api/client';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { nowMs } from '../../state/clock';
import { followClock } from '../../state/follow-clock';
import { showInPieces } from '../../state/in-pieces';
import { knownMe, refreshMe, whoIsHere } from '../../state/me';
import { nextPage } from '../../state/next-page';
import { pageBranch } from '../../state/page-branch';
import { pageStyle } from '../../state/page-style';
import { isSecondTap, type Tap } from '../../state/second-tap';
import { shown, type Shown } from '../../state/shown';
import { INVITATION_LASTS_TEXT } from '../../text/invitation';
import {
  branchChoices,
  firstPart,
  opening,
  openingStudies,
  rightsOf,
  toDirectoryView,
  toStudiesView,
  unknownPeople,
  type BranchChoice,
  type Part,
} from './branch.view';
import { noStar, toStarCard, unknownStar } from './star-card.view';

type StudyPage = OutputOf<typeof branchStudies>;

Page({
  data: {
    pageStyle,
    invitationLasts: INVITATION_LASTS_TEXT,
    view: opening,
    studies: openingStudies,
    rights: rightsOf(undefined),
    part: firstPart,
    query: '',
    choices: [] as readonly BranchChoice[],
    choiceTexts: [] as readonly string[],
    isLoadingMore: false,
    starCard: noStar,
  },
  star: unknownStar,
  /** undefined: the person's own. */
  branchId: undefined as string | undefined,
  people: unknownPeople,
  pages: [] as readonly StudyPage[],
  wasPartChosen: false,

  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => this.redraw() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    const rights = rightsOf(await whoIsHere());
    const part = rights.canPresent && !this.wasPartChosen ? 'studies' : this.data.part;
    this.setData({ rights, part });
    await Promise.all([
      this.loadPeople(),
      this.loadStudies(),
      this.loadBranches(),
      this.loadStar(),
    ]);
    if (this.data.studies.kind === 'not-yours') await this.becomeMembers();
  },
  /** An office that was taken away takes its buttons along, and another branch that it let in to. */
  async becomeMembers() {
    const rights = rightsOf(await refreshMe());
    if (!rights.seesAll) this.branchId = undefined;
    const part = rights.canPresent ? this.data.part : 'people';
    this.setData({ rights, part, choices: rights.seesAll ? this.data.choices : [] });
    if (this.people.kind === 'not-yours') await this.loadPeople();
  },
  target() {
    return pageBranch(this.branchId);
  },

  async loadPeople() {
    const { branchId } = this;
    const input = this.target();
    const kept = remembered(directory, input);
    this.people = shown(kept);
    this.showPeople();
    const answer = await fetchAndRemember(directory, input);
    // Another branch was picked meanwhile: this is not asked for any more.
    if (branchId !== this.branchId) return;
    this.people = shown(kept, answer);
    this.showPeople();
  },
  showPeople() {
    showInPieces(this, 'view', toDirectoryView(this.people, this.data.query, nowMs()));
  },

  async loadStar() {
    const { branchId } = this;
    const input = this.target();
    const kept = remembered(starMonth, input);
    this.star = shown(kept);
    this.showStar();
    const answer = await fetchAndRemember(starMonth, input);
    if (branchId !== this.branchId) return;
    this.star = shown(kept, answer);
    this.showStar();
  },
  showStar() {
    this.setData({ starCard: toStarCard(this.star, nowMs()) });
  },

  redraw() {
    this.showPeople();
    this.showStar();
    if (this.data.studies.kind === 'content') this.showStudies();
  },
  showStudies() {
    showInPieces(this, 'studies', toStudiesView(this.pages, nowMs()));
  },

  async loadStudies() {
    if (!this.data.rights.canPresent) return;
    const { branchId } = this;
    const input = this.target();
    const state = (first: Shown<StudyPage>) => {
      if (first.kind !== 'known') {
        this.setData({ studies: first });
        return;
      }
      this.pages = [first.output];
      this.showStudies();
    };
    const kept = remembered(branchStudies, input);
    state(shown(kept));
    const answer = await fetchAndRemember(branchStudies, input);
    if (branchId === this.branchId) state(shown(kept, answer));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const after = () => this.pages.at(-1)?.nextCursor ?? null;
    const page = await nextPage(this, after, (cursor) =>
      call(branchStudies, { ...this.target(), cursor }),
    );
    if (page === undefined) return;
    this.pages = [...this.pages, page];
    this.showStudies();
  },

  async loadBranches() {
    if (!this.data.rights.seesAll) return;
    const result = await fetchAndRemember(branches, {});
    const known = result.ok ? result.output : remembered(branches, {})?.output;
    const choices = known === undefined ? [] : branchChoices(known);
    this.setData({ choices, choiceTexts: choices.map(({ text }) => text) });
  },
  onBranchPicked(event: WechatMiniprogram.PickerChange) {
    this.branchId = this.data.choices[Number(event.detail.value)]?.branchId;
    this.setData({ query: '' });
    void this.load();
  },

  onPartTap(event: WechatMiniprogram.BaseEvent<object, { part: Part }>) {
    this.wasPartChosen = true;
    this.setData({ part: event.currentTarget.dataset.part });
  },
  onQueryInput(event: WechatMiniprogram.Input) {
    this.setData({ query: event.detail.value });
    this.showPeople();
  },
  onRetryTap() {
    void this.load();
  },

  onPersonTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string }>) {
    if (isSecondTap(event)) return;
    if (!this.data.rights.canKeep) return;
    const { memberId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/branch-office/member/member?memberId=${memberId}` });
  },
  onStudyTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string; isDraft: boolean }>) {
    if (isSecondTap(event)) return;
    const { studyId, isDraft } = event.currentTarget.dataset;
    const page = isDraft ? 'study-office/edit-study/edit-study' : 'study-office/roll/roll';
    void wx.navigateTo({ url: `/packages/${page}?studyId=${studyId}` });
  },
  /** A page of the officers, for the branch that is shown. */
  onDoorTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    const query = this.branchId === undefined ? '' : `?branchId=${this.branchId}`;
    void wx.navigateTo({ url: `/packages/${page}${query}` });
  },
  onStarTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/${event.currentTarget.dataset.page}` });
  },
  onBranchTap(event: Tap) {
    if (isSecondTap(event)) return;
    const branchId = this.branchId ?? knownMe()?.branchId ?? '';
    void wx.navigateTo({
      url: `/packages/branch-office/edit-branch/edit-branch?branchId=${branchId}`,
    });
  },
  onNewBranchTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/branch-office/edit-branch/edit-branch' });
  },
});
