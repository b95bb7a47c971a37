import type { Audience } from '../../../../contract/people/audience';
import type {
  Material,
  Study,
  StudyDraft,
  StudyKind,
} from '../../../../contract/study/study-shapes';
import { LATE_AFTER_MINUTES, OPENS_BEFORE_MINUTES } from '../../../../domain/study/sitting';
import type { RecurringDraft } from '../../../../contract/study/recurring';
import {
  addDays,
  dayOfInstant,
  daysBetween,
  instantOf,
  minuteOfInstant,
  type LocalDay,
} from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { newRequestId } from '../../../api/request-id';
import { isArticle } from '../../../pages/studies/is-article';

/** Minutes of the sitting's day; null means "as usual", and then follows start and end. */
export interface SittingForm {
  readonly sittingId: string;
  readonly place: string;
  readonly day: LocalDay;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly opensMinute: number | null;
  readonly lateMinute: number | null;
  readonly closesMinute: number | null;
}

export interface MaterialForm {
  readonly title: string;
  readonly url: string;
  readonly minutes: number;
  readonly isMustRead: boolean;
  /** Chosen where it was made, and kept; otherwise it follows from the address. */
  readonly kind?: 'pictures';
}

/** What the officer has typed so far; unlike a StudyDraft it may be unfinished. */
export interface StudyForm {
  readonly studyId: string;
  /** The revision that is being changed; null while the study is not published. */
  readonly revision: number | null;
  /** That of the draft on the server which this is saved over; absent of what an older version kept. */
  readonly draftRevision?: number;
  readonly topic: string;
  readonly why: string;
  readonly kind: StudyKind;
  readonly minutes: number;
  readonly materials: readonly MaterialForm[];
  readonly audience: Audience['kind'];
  /** Chosen groups, crews or people, by audience kind, so that switching loses nothing. */
  readonly groupIds: readonly string[];
  readonly crewIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly sittings: readonly SittingForm[];
}

const USUAL_MINUTES = 40;

export const newStudyId = (): string => `s-${newRequestId()}`;
export const newSittingId = (): string => `t-${newRequestId().slice(-8)}`;

/** An empty form with one sitting tomorrow at two in the afternoon. */
export function newForm(studyId: string, sittingId: string, nowMs: number): StudyForm {
  return {
    studyId,
    revision: null,
    draftRevision: 0,
    topic: '',
    why: '',
    kind: 'theme-day',
    minutes: USUAL_MINUTES,
    materials: [],
    audience: 'branch',
    groupIds: [],
    crewIds: [],
    memberIds: [],
    sittings: [newSitting(sittingId, addDays(dayOfInstant(nowMs), 1), USUAL_MINUTES)],
  };
}

export function newSitting(sittingId: string, day: LocalDay, minutes: number): SittingForm {
  const startMinute = 14 * 60;
  return {
    sittingId,
    place: '',
    day,
    startMinute,
    endMinute: startMinute + minutes,
    opensMinute: null,
    lateMinute: null,
    closesMinute: null,
  };
}

/** The next sitting, a day after the last one and in the same room. */
export function followingSitting(form: StudyForm, sittingId: string, nowMs: number): SittingForm {
  const last = form.sittings.at(-1);
  if (last === undefined) {
    return newSitting(sittingId, addDays(dayOfInstant(nowMs), 1), form.minutes);
  }
  return { ...last, sittingId, day: addDays(last.day, 1) };
}

export interface Window {
  readonly opensMinute: number;
  readonly lateMinute: number;
  readonly closesMinute: number;
}

/** When check-in opens, counts as late and closes, in minutes of the sitting's day. */
export function windowOf(sitting: SittingForm): Window {
  return {
    opensMinute: sitting.opensMinute ?? sitting.startMinute - OPENS_BEFORE_MINUTES,
    lateMinute: sitting.lateMinute ?? sitting.startMinute + LATE_AFTER_MINUTES,
    closesMinute: sitting.closesMinute ?? sitting.endMinute,
  };
}

/** The form as the server wants it. Call only when checkForm finds nothing. */
export function toDraft(form: StudyForm): StudyDraft {
  const why = cleanWords(form.why);
  return {
    topic: cleanWords(form.topic),
    ...(why === '' ? {} : { why }),
    kind: form.kind,
    minutes: form.minutes,
    audience: toAudience(form),
    materials: form.materials.map(toMaterial),
    sittings: form.sittings.map(toSitting),
  };
}

/**
 * A study of the server as a form, for going on with a draft or changing what is published;
 * undefined when it says something that only newer versions know, which a form would lose.
 */
export function formOf(study: Study): StudyForm | undefined {
  const { audience, kind } = study;
  const isOfNewer = study.materials.some((material) => material.kind === 'newer');
  if (audience.kind === 'newer' || kind === 'newer' || isOfNewer) return undefined;
  return {
    studyId: study.studyId,
    revision: study.state === 'draft' ? null : study.revision,
    ...(study.state === 'draft' && { draftRevision: study.revision }),
    topic: study.topic,
    why: study.why ?? '',
    kind,
    minutes: study.minutes,
    materials: study.materials.map(({ title, url, minutes, isMustRead, kind: made }) => ({
      title,
      url,
      minutes,
      isMustRead,
      ...(made === 'pictures' && { kind: made }),
    })),
    audience: audience.kind,
    groupIds: audience.kind === 'groups' ? audience.groupIds : [],
    crewIds: audience.kind === 'crews' ? audience.crewIds : [],
    memberIds: audience.kind === 'people' ? audience.memberIds : [],
    sittings: study.sittings.map(sittingFormOf),
  };
}

function sittingFormOf(sitting: Study['sittings'][number]): SittingForm {
  const day = dayOfInstant(sitting.startAtMs);
  const bare: SittingForm = {
    sittingId: sitting.sittingId,
    place: sitting.place,
    day,
    startMinute: minuteOn(day, sitting.startAtMs),
    endMinute: minuteOn(day, sitting.endAtMs),
    opensMinute: null,
    lateMinute: null,
    closesMinute: null,
  };
  const usual = windowOf(bare);
  const own = (atMs: number, usualMinute: number) => {
    const minute = minuteOn(day, atMs);
    return minute === usualMinute ? null : minute;
  };
  return {
    ...bare,
    opensMinute: own(sitting.opensAtMs, usual.opensMinute),
    lateMinute: own(sitting.lateAfterAtMs, usual.lateMinute),
    closesMinute: own(sitting.closesAtMs, usual.closesMinute),
  };
}

function minuteOn(day: LocalDay, atMs: number): number {
  return daysBetween(day, dayOfInstant(atMs)) * 1440 + minuteOfInstant(atMs);
}

export function toSitting(sitting: SittingForm): StudyDraft['sittings'][number] {
  const window = windowOf(sitting);
  const at = (minute: number) => instantOf(sitting.day, minute);
  return {
    sittingId: sitting.sittingId,
    place: cleanWords(sitting.place),
    startAtMs: at(sitting.startMinute),
    endAtMs: at(sitting.endMinute),
    opensAtMs: at(window.opensMinute),
    lateAfterAtMs: at(window.lateMinute),
    closesAtMs: at(window.closesMinute),
  };
}

function toMaterial(material: MaterialForm): Material {
  const url = cleanWords(material.url);
  return {
    title: cleanWords(material.title),
    kind: material.kind ?? (isArticle(url) ? 'article' : 'document'),
    url,
    minutes: material.minutes,
    isMustRead: material.isMustRead,
  };
}

const PLACE_OPEN = { startMinute: 8 * 60, endMinute: 21 * 60 };
const DAYS_AROUND = 14;

/** To be held every month around the day of the first sitting, in the same room. */
export function toRecurring(form: StudyForm): RecurringDraft {
  const { topic, why, kind, minutes, audience, sittings } = toDraft(form);
  const [first] = form.sittings;
  const date = Number(first?.day.slice(8) ?? 1);
  return {
    topic,
    ...(why !== undefined && { why }),
    kind,
    minutes,
    audience,
    place: sittings[0]?.place ?? '',
    firstDate: Math.min(28, Math.max(1, date - DAYS_AROUND / 2)),
    days: DAYS_AROUND,
    ...PLACE_OPEN,
  };
}

export function toAudience(form: StudyForm): Audience {
  switch (form.audience) {
    case 'branch':
      return { kind: 'branch' };
    case 'groups':
      return { kind: 'groups', groupIds: [...form.groupIds] };
    case 'crews':
      return { kind: 'crews', crewIds: [...form.crewIds] };
    case 'people':
      return { kind: 'people', memberIds: [...form.memberIds] };
  }
}
