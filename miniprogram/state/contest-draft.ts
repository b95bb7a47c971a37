import type * as v from 'valibot';
import { callOffContest } from '../../contract/content/contest-writing';
import { call } from '../api/client';
import { newRequestId } from '../api/request-id';
import {
  callOffDraftErrors,
  DRAFT_DROPPED_REASON,
  DRAFT_SAVED_TEXT,
  WRITTEN_SINCE_TEXT,
} from '../text/contest-draft';
import { errorText, FAULTS_TEXT } from '../text/errors';
import { nowMs } from './clock';
import { dropDraft, readDraft, saveDraft } from './drafts';
import { toFirstFault } from './first-fault';
import { goBack } from './go-back';
import { isAlike } from './is-alike';
import {
  asideHandlers,
  dropAside,
  dropKept,
  moveAside,
  openKept,
  type KeptKind,
  type Opened,
} from './kept-form';
import type { PageBranch } from './page-branch';
import { saveOnce, type Known, type Written } from './save-once';
import { isSecondTap, type Tap } from './second-tap';

type Form<Draft> = Known<Draft> & { readonly contestId: string };
type Faults = Readonly<Record<string, string>>;

/** What one kind of contest is beside another. */
interface Kind<F extends Form<Draft>, Draft extends object, Result extends Written> {
  readonly schema: v.GenericSchema<unknown, F>;
  /** What keeps it from being saved, by the field it is told at. */
  faultsOf(form: F, nowMs: number): Faults;
  toDraft(form: F): Draft;
  write(
    input: PageBranch & {
      readonly contestId: string;
      readonly revision: number;
      readonly draft: Draft;
    },
  ): Promise<Result>;
  problemOf(result: Extract<Result, { ok: false }>): string;
  /** Asks whoever is about to drop it. */
  mayDrop(page: WechatMiniprogram.Page.TrivialInstance): Promise<boolean>;
}

/** The page on which it is written. */
interface DraftPage<F> extends WechatMiniprogram.Page.TrivialInstance {
  form: F | undefined;
  /** '': a new one. */
  contestId: string;
  branch: PageBranch;
  /** Of whoever is bound here. */
  draftName(): string;
  show(form: F): void;
  begin(opened: Opened<F>): void;
  load(): Promise<void>;
}

/** How a contest is written until it is published, whatever it is of: for the page, beside what it shows. */
export function contestDraft<F extends Form<Draft>, Draft extends object, Result extends Written>(
  kind: Kind<F, Draft, Result>,
) {
  type This = DraftPage<F>;

  const kept: KeptKind<F> = {
    schema: kind.schema,
    over: (form, { contestId, revision, unanswered }) => {
      return { ...form, contestId, revision, unanswered };
    },
    // A new one has an id of its own, and what got no answer is sent again as it was.
    isCurrent: ({ contestId, revision, unanswered }, present) =>
      contestId !== present.contestId || unanswered !== null || revision === present.revision,
  };

  /** From here on it is the one that the server has; '': one that it does not have. */
  function keepAs(page: This, contestId: string, form: F): void {
    const before = page.draftName();
    dropDraft(before);
    page.contestId = contestId;
    saveDraft(page.draftName(), form);
    moveAside(before, page.draftName());
    page.show(form);
  }

  /** What is typed meanwhile stays. */
  function know(page: This, known: Known<Draft>): void {
    if (page.form === undefined) return;
    page.form = { ...page.form, ...known };
    saveDraft(page.draftName(), page.form);
  }

  /** What is stored, and whether nothing was typed since; undefined where it was not written. */
  async function save(
    page: This,
    form: F,
  ): Promise<{ readonly revision: number; readonly isAll: boolean } | undefined> {
    const faults = kind.faultsOf(form, nowMs());
    if (Object.keys(faults).length > 0) {
      page.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return undefined;
    }
    page.setData({ isBusy: true, problem: '' });
    const { contestId } = form;
    const isTyped = readDraft(page.draftName()) !== '';
    const result = await saveOnce(
      form,
      kind.toDraft(form),
      (revision, draft) => kind.write({ ...page.branch, contestId, revision, draft }),
      (known) => {
        know(page, known);
      },
    );
    page.setData({ isBusy: false });
    const now = page.form ?? form;
    const isAll = isAlike(kind.toDraft(now), kind.toDraft(form));
    if (result.ok) {
      keepAs(page, contestId, now);
      dropAside(page.draftName());
      page.setData({ hasAside: false });
      if (isAll) dropDraft(page.draftName());
      return { revision: result.output.revision, isAll };
    }
    const refused = result as Extract<Result, { ok: false }>;
    const isOutdated = refused.code === 'changed-meanwhile';
    if (isOutdated) keepAs(page, contestId, now);
    if (refused.code === 'contest-called-off') {
      keepAs(page, '', { ...now, contestId: newRequestId(), revision: 0, unanswered: null });
    } else if (!isTyped && isAll && now.unanswered === null) {
      // Nobody is offered as their own words what they have only read.
      dropDraft(page.draftName());
    }
    page.setData({ problem: kind.problemOf(refused), isOutdated });
    return undefined;
  }

  const formAtRest = ({ form, data }: This): F | undefined =>
    data['isBusy'] === true ? undefined : form;

  /** Whether the server has none any more. */
  async function isCalledOff(page: This, { contestId, revision }: F): Promise<boolean> {
    page.setData({ isBusy: true, problem: '' });
    const reason = DRAFT_DROPPED_REASON;
    const result = await call(callOffContest, { contestId, reason, revision });
    page.setData({ isBusy: false });
    if (result.ok) return true;
    const isOutdated = result.code === 'changed-meanwhile';
    page.setData({ problem: errorText(result, callOffDraftErrors), isOutdated });
    return false;
  }

  return {
    ...asideHandlers(kept),
    /** With what the server has, or an empty one. */
    goOn(this: This, stored: F): void {
      this.begin(openKept(this.draftName(), kept, stored));
    },
    /** Takes a change over and keeps it in the phone. */
    edit(this: This, form: F): void {
      saveDraft(this.draftName(), form);
      const isTold = Object.keys(this.data['faults'] as Faults).length > 0;
      const faults = isTold && { faults: kind.faultsOf(form, nowMs()) };
      this.setData({ problem: '', ...faults });
      this.show(form);
    },
    /** To be published: the revision that is stored; undefined where that is not what stands on the page. */
    async saved(this: This): Promise<number | undefined> {
      const form = formAtRest(this);
      const stored = form === undefined ? undefined : await save(this, form);
      if (stored?.isAll === false) this.setData({ problem: WRITTEN_SINCE_TEXT });
      return stored?.isAll === true ? stored.revision : undefined;
    },
    async onSaveTap(this: This, event: Tap): Promise<void> {
      if (isSecondTap(event)) return;
      const form = formAtRest(this);
      if (form === undefined || (await save(this, form)) === undefined) return;
      void wx.showToast({ title: DRAFT_SAVED_TEXT, icon: 'success' });
    },
    onStartAgainTap(this: This, event?: Tap): void {
      if (isSecondTap(event)) return;
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    },
    async onDropTap(this: This, event: Tap): Promise<void> {
      if (isSecondTap(event)) return;
      const form = formAtRest(this);
      if (form === undefined || !(await kind.mayDrop(this))) return;
      if (form.revision > 0 && !(await isCalledOff(this, form))) return;
      dropKept(this.draftName());
      await goBack(this, 'branch');
    },
  };
}
