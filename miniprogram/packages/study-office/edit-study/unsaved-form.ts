import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import { StudyKind } from '../../../../contract/study/study-shapes';
import { dropDraft } from '../../../state/drafts';
import { dropAside, takeAside, type KeptKind, type Opened } from '../../../state/kept-form';
import type { StudyForm } from './study-form';

const Minute = v.number();
const OwnMinute = v.nullable(v.number());
const Ids = v.array(v.string());

const StoredForm = v.object({
  studyId: v.string(),
  revision: v.nullable(v.number()),
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
  over: (form, { revision }) => ({ ...form, revision }),
};

/** Under which a form is stored: of studies that have no id on the server yet, one for each branch. */
export function unsavedNameOf(studyId: string | undefined, branchId: string | undefined): string {
  const ofNew = branchId === undefined ? 'new' : `new:${branchId}`;
  return `study:${studyId ?? ofNew}`;
}

/** The page as these handlers use it. */
interface UnsavedPage {
  readonly typed: StudyForm | undefined;
  readonly unsavedName: string;
  begin(opened: Opened<StudyForm>): void;
  onStartAgainTap(): void;
  setData(data: object): void;
}

/** What becomes of what was typed and not sent. */
export const unsavedHandlers = {
  onTakeAsideTap(this: UnsavedPage) {
    const opened = this.typed && takeAside(this.unsavedName, unsavedStudy, this.typed);
    if (opened !== undefined) this.begin(opened);
  },
  onDropAsideTap(this: UnsavedPage) {
    dropAside(this.unsavedName);
    this.setData({ hasAside: false });
  },
  onForgetTap(this: UnsavedPage) {
    dropDraft(this.unsavedName);
    this.onStartAgainTap();
  },
};
