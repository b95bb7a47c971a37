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
    v.object({ title: v.string(), url: v.string(), minutes: v.number(), isMustRead: v.boolean() }),
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

/** A study that has no id yet on the server is kept under this name; there is one at a time. */
const nameOf = (studyId: string | undefined) => `study:${studyId ?? 'new'}`;

/** What was typed on this phone and not sent; undefined when nothing was, or in an older shape. */
export function keptForm(studyId: string | undefined): StudyForm | undefined {
  const kept = v.safeParse(StoredForm, readDraft(nameOf(studyId)));
  return kept.success ? kept.output : undefined;
}

export function keepForm(studyId: string | undefined, form: StudyForm): void {
  saveDraft(nameOf(studyId), { ...form });
}

export function dropKeptForm(studyId: string | undefined): void {
  dropDraft(nameOf(studyId));
}
