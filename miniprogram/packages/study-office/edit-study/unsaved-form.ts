import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import { StudyKind } from '../../../../contract/study/study-shapes';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { knownMe } from '../../../state/me';
import {
  dropAside,
  goOnElsewhere,
  takeAside,
  type KeptKind,
  type Opened,
} from '../../../state/kept-form';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { CALLED_OFF, NEW_TITLE } from './edit-study.view';
import { newForm, newSittingId, newStudyId, type StudyForm } from './study-form';

const Minute = v.number();
const OwnMinute = v.nullable(v.number());
const Ids = v.array(v.string());

const StoredForm = v.object({
  studyId: v.string(),
  revision: v.nullable(v.number()),
  draftRevision: v.exactOptional(v.number()),
  topic: v.string(),
  why: v.string(),
  kind: StudyKind,
  minutes: v.number(),
  materials: v.array(
    v.object({
      title: v.string(),
      url: v.string(),
      minutes: v.number(),
      isMustRead: v.boolean(),
      kind: v.exactOptional(v.literal('pictures')),
    }),
  ),
  audience: v.picklist(['branch', 'groups', 'crews', 'people']),
  groupIds: Ids,
  crewIds: Ids,
  memberIds: Ids,
  sittings: v.array(
    v.object({
      sittingId: v.string(),
      place: v.string(),
      day: Day,
      startMinute: Minute,
      endMinute: Minute,
      opensMinute: OwnMinute,
      lateMinute: OwnMinute,
      closesMinute: OwnMinute,
    }),
  ),
});

/** What is typed on this phone and not sent. */
export const unsavedStudy: KeptKind<StudyForm> = {
  schema: StoredForm,
  over: (form, { studyId, revision, draftRevision }) => {
    const { draftRevision: _, ...words } = form;
    return { ...words, studyId, revision, ...(draftRevision !== undefined && { draftRevision }) };
  },
  // A new study that is begun again has another id: it is to be saved over what it was saved over.
  isCurrent: (form, present) =>
    form.revision === present.revision &&
    (form.studyId !== present.studyId || form.draftRevision === present.draftRevision),
};

/** Under which a form is stored: of studies that have no id on the server yet, one for each branch. */
export function unsavedNameOf(studyId: string | undefined, branchId: string | undefined): string {
  const ofNew = branchId === undefined ? 'new' : `new:${branchId}`;
  return `study:${studyId ?? ofNew}`;
}

/** The page as these handlers use it. */
interface UnsavedPage {
  typed: StudyForm | undefined;
  studyId: string | undefined;
  unsavedName: string;
  known: StudyForm | null;
  requestId: string;
  saveRequestId: string;
  storedId: string | undefined;
  begin(opened: Opened<StudyForm>): void;
  load(): Promise<void>;
  onStartAgainTap(): void;
  setData(data: object): void;
}

/** What becomes of what was typed and not sent. */
export const unsavedHandlers = {
  /** Saved as a draft: that is what will be published. Of a new one the phone still has to know where. */
  stored(this: UnsavedPage, saved: StudyForm, draftRevision: number) {
    const { typed = saved, studyId, unsavedName } = this;
    this.typed = { ...typed, draftRevision };
    if (typed === saved && studyId !== undefined) dropDraft(unsavedName);
    else saveDraft(unsavedName, this.typed);
  },
  onTakeAsideTap(this: UnsavedPage, event: Tap) {
    if (isSecondTap(event)) return;
    const opened = this.typed && takeAside(this.unsavedName, unsavedStudy, this.typed);
    if (opened !== undefined) this.begin(opened);
  },
  onDropAsideTap(this: UnsavedPage, event: Tap) {
    if (isSecondTap(event)) return;
    dropAside(this.unsavedName);
    this.setData({ hasAside: false });
  },
  onStartAgainTap(this: UnsavedPage) {
    this.setData({ step: 'content', view: { kind: 'loading' } });
    void this.load();
  },
  /** After a refusal: what stands on the server. */
  onLookTap(this: UnsavedPage, event: Tap) {
    if (isSecondTap(event)) return;
    this.storedId = this.typed?.studyId;
    this.onStartAgainTap();
  },
  /** What was typed of a study that is called off becomes a new one: that one takes nothing any more. */
  beginAnew(this: UnsavedPage, branchId: string) {
    const ofNew = unsavedNameOf(undefined, branchId === knownMe()?.branchId ? undefined : branchId);
    const fresh = newForm(newStudyId(), newSittingId(), nowMs());
    const names = [this.unsavedName, ofNew] as const;
    const opened = goOnElsewhere(names, unsavedStudy, fresh, this.typed);
    if (opened === undefined) {
      this.setData({ view: CALLED_OFF });
      return;
    }
    this.studyId = undefined;
    this.storedId = undefined;
    this.unsavedName = ofNew;
    this.known = null;
    this.requestId = newRequestId();
    this.saveRequestId = newRequestId();
    void wx.setNavigationBarTitle({ title: NEW_TITLE });
    this.begin(opened);
    this.setData({ isAnew: true });
  },
  onForgetTap(this: UnsavedPage, event: Tap) {
    if (isSecondTap(event)) return;
    dropDraft(this.unsavedName);
    this.onStartAgainTap();
  },
};
