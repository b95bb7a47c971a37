import { STUDY_MINUTES } from '../../../../contract/limits';
import type { StudyKind } from '../../../../contract/study/study-shapes';
import {
  dayOfInstant,
  minuteOfInstant,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../../../domain/time/local-day';
import {
  followingSitting,
  type MaterialForm,
  type SittingForm,
  type StudyForm,
} from './study-form';

export const STEP_MINUTES = 5;

export function withMinutes(form: StudyForm, steps: number): StudyForm {
  const minutes = form.minutes + steps * STEP_MINUTES;
  return { ...form, minutes: Math.min(STUDY_MINUTES.most, Math.max(STUDY_MINUTES.least, minutes)) };
}

export function withKind(form: StudyForm, kind: StudyKind): StudyForm {
  return { ...form, kind };
}

export function withMaterial(form: StudyForm): StudyForm {
  const material: MaterialForm = { title: '', url: '', minutes: 5, isMustRead: false };
  return { ...form, materials: [...form.materials, material] };
}

export function changedMaterial(
  form: StudyForm,
  index: number,
  change: Partial<MaterialForm>,
): StudyForm {
  const materials = form.materials.map((material, at) =>
    at === index ? { ...material, ...change } : material,
  );
  return { ...form, materials };
}

export function withoutMaterial(form: StudyForm, index: number): StudyForm {
  return { ...form, materials: form.materials.filter((_material, at) => at !== index) };
}

/** Puts a group, crew or person in or out, in the list of the audience kind that is shown. */
export function toggled(form: StudyForm, id: string): StudyForm {
  const flip = (ids: readonly string[]) =>
    ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
  switch (form.audience) {
    case 'branch':
      return form;
    case 'groups':
      return { ...form, groupIds: flip(form.groupIds) };
    case 'crews':
      return { ...form, crewIds: flip(form.crewIds) };
    case 'people':
      return { ...form, memberIds: flip(form.memberIds) };
  }
}

export function withSitting(form: StudyForm, sittingId: string, nowMs: number): StudyForm {
  return { ...form, sittings: [...form.sittings, followingSitting(form, sittingId, nowMs)] };
}

/** Sittings at the times that were found, in the room and under the ids there are. */
export function withFound(
  form: StudyForm,
  times: readonly { readonly startAtMs: number; readonly endAtMs: number }[],
  newId: () => string,
): StudyForm {
  const sittings = times.map(({ startAtMs, endAtMs }, index): SittingForm => {
    const day = dayOfInstant(startAtMs);
    const startMinute = minuteOfInstant(startAtMs);
    return {
      sittingId: form.sittings[index]?.sittingId ?? newId(),
      place: form.sittings[index]?.place ?? form.sittings[0]?.place ?? '',
      day,
      startMinute,
      endMinute: startMinute + (endAtMs - startAtMs) / MS_PER_MINUTE,
      opensMinute: null,
      lateMinute: null,
      closesMinute: null,
    };
  });
  return { ...form, sittings };
}

export function withoutSitting(form: StudyForm, sittingId: string): StudyForm {
  return { ...form, sittings: form.sittings.filter((each) => each.sittingId !== sittingId) };
}

export type SittingField = 'place' | 'day' | 'start' | 'end' | 'opens' | 'late' | 'closes';

/**
 * A sitting with one field changed; moving the start moves the end along, so that it stays as long,
 * and those that meet where the first one does go on meeting there.
 */
export function changedSitting(
  form: StudyForm,
  sittingId: string,
  field: SittingField,
  value: string,
  minute: number,
): StudyForm {
  const [first] = form.sittings;
  const isFirstPlace = field === 'place' && first?.sittingId === sittingId;
  const sittings = form.sittings.map((sitting) =>
    sitting.sittingId === sittingId || (isFirstPlace && sitting.place === first.place)
      ? changed(sitting, field, value, minute)
      : sitting,
  );
  return { ...form, sittings };
}

/** Back to the usual quarter of an hour before and after the start, and the end. */
export function withUsualWindow(form: StudyForm, sittingId: string): StudyForm {
  const sittings = form.sittings.map((sitting) =>
    sitting.sittingId === sittingId
      ? { ...sitting, opensMinute: null, lateMinute: null, closesMinute: null }
      : sitting,
  );
  return { ...form, sittings };
}

function changed(
  sitting: SittingForm,
  field: SittingField,
  value: string,
  minute: number,
): SittingForm {
  switch (field) {
    case 'place':
      return { ...sitting, place: value };
    case 'day':
      return { ...sitting, day: value as LocalDay };
    case 'start': {
      const length = sitting.endMinute - sitting.startMinute;
      return { ...sitting, startMinute: minute, endMinute: minute + length };
    }
    case 'end':
      return { ...sitting, endMinute: minute };
    case 'opens':
      return { ...sitting, opensMinute: minute };
    case 'late':
      return { ...sitting, lateMinute: minute };
    case 'closes':
      return { ...sitting, closesMinute: minute };
  }
}
