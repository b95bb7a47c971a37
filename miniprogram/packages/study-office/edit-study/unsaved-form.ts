import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import { StudyKind } from '../../../../contract/study/study-shapes';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
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

/** Under which a form is stored: of studies that have no id on the server yet, one for each branch. */
export function unsavedNameOf(studyId: string | undefined, branchId: string | undefined): string {
  const ofNew = branchId === undefined ? 'new' : `new:${branchId}`;
  return `study:${studyId ?? ofNew}`;
}

/** What was typed on this phone and not sent; undefined when nothing was, or in an older shape. */
export function unsavedForm(name: string): StudyForm | undefined {
  const stored = v.safeParse(StoredForm, readDraft(name));
  return stored.success ? stored.output : undefined;
}

export function storeUnsavedForm(name: string, form: StudyForm): void {
  saveDraft(name, { ...form });
}

export function dropUnsavedForm(name: string): void {
  dropDraft(name);
}
