import type { Audience } from '../people/audience';
import { MS_PER_MINUTE } from '../time/local-day';

/** What a study says, as far as a change of it is compared. */
export interface ComparedStudy {
  readonly topic: string;
  readonly why?: string | null | undefined;
  readonly kind: string;
  readonly minutes: number;
  readonly audience: Audience;
  readonly materials: readonly ComparedMaterial[];
  readonly sittings: readonly ComparedSitting[];
}

interface ComparedMaterial {
  readonly title: string;
  readonly url: string;
  readonly minutes: number;
  readonly isMustRead: boolean;
}

export interface ComparedSitting {
  readonly sittingId: string;
  readonly place: string;
  readonly startAtMs: number;
  readonly endAtMs: number;
  readonly opensAtMs: number;
  readonly lateAfterAtMs: number;
  readonly closesAtMs: number;
}

/** What became of one sitting; `number` counts from 1 in the order of the changed study. */
export type SittingChange =
  | {
      readonly kind: 'moved';
      readonly number: number;
      readonly sitting: ComparedSitting;
      readonly isOtherTime: boolean;
      readonly isOtherPlace: boolean;
    }
  | { readonly kind: 'added' | 'removed'; readonly sitting: ComparedSitting };

export interface StudyChange {
  readonly sittings: readonly SittingChange[];
  /** Titles of what is to be read beforehand; null when that is as it was. */
  readonly required: readonly string[] | null;
  readonly isOtherAudience: boolean;
  /** Topic, summary, kind, length, optional material, hours of the check-in. */
  readonly isReworded: boolean;
}

/** What a change means to those who are asked. docs/rules.md#R-68 */
export function studyChange(before: ComparedStudy, after: ComparedStudy): StudyChange {
  const required = requiredOf(after);
  const isOtherReading = !isSame(
    requiredOf(before).map(({ url }) => url),
    required.map(({ url }) => url),
  );
  return {
    sittings: sittingChanges(before.sittings, after.sittings),
    required: isOtherReading ? required.map(({ title }) => title) : null,
    isOtherAudience: !isSame(audienceKey(before.audience), audienceKey(after.audience)),
    isReworded: !isSame(wordsOf(before), wordsOf(after)),
  };
}

/** Whether those who are asked before and after have to be told. */
export function concernsEverybody({ sittings, required }: StudyChange): boolean {
  return sittings.length > 0 || required !== null;
}

function sittingChanges(
  before: readonly ComparedSitting[],
  after: readonly ComparedSitting[],
): SittingChange[] {
  const changes = after.flatMap((sitting, index): SittingChange[] => {
    const known = before.find(({ sittingId }) => sittingId === sitting.sittingId);
    if (known === undefined) return [{ kind: 'added', sitting }];
    const isOtherTime =
      minuteOf(known.startAtMs) !== minuteOf(sitting.startAtMs) ||
      minuteOf(known.endAtMs) !== minuteOf(sitting.endAtMs);
    const isOtherPlace = known.place !== sitting.place;
    if (!isOtherTime && !isOtherPlace) return [];
    return [{ kind: 'moved', number: index + 1, sitting, isOtherTime, isOtherPlace }];
  });
  const removed = before
    .filter(({ sittingId }) => after.every((sitting) => sitting.sittingId !== sittingId))
    .map((sitting): SittingChange => ({ kind: 'removed', sitting }));
  return [...changes, ...removed];
}

/** Times are told to the minute. */
const minuteOf = (atMs: number): number => Math.floor(atMs / MS_PER_MINUTE);

const requiredOf = ({ materials }: ComparedStudy) =>
  materials.filter(({ isMustRead }) => isMustRead);

function wordsOf({ topic, why, kind, minutes, materials, sittings }: ComparedStudy) {
  return [
    topic,
    why ?? null,
    kind,
    minutes,
    materials.map((material) => [
      material.title,
      material.url,
      material.minutes,
      material.isMustRead,
    ]),
    sittings.map(({ opensAtMs, lateAfterAtMs, closesAtMs }) =>
      [opensAtMs, lateAfterAtMs, closesAtMs].map(minuteOf),
    ),
  ];
}

function audienceKey(audience: Audience): readonly string[] {
  switch (audience.kind) {
    case 'branch':
      return ['branch'];
    case 'groups':
      return ['groups', ...[...audience.groupIds].sort()];
    case 'crews':
      return ['crews', ...[...audience.crewIds].sort()];
    case 'people':
      return ['people', ...[...audience.memberIds].sort()];
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
