import type { StudyKind } from '../../study/study-kinds';
import type { Chance, LeftOutCause } from './chances';
import type { StandardItem } from './standard';

/** What a figure rests on, to be opened. */
export interface Proof {
  readonly kind: 'study' | 'make-up' | 'note' | 'message';
  readonly id: string;
  readonly title: string;
  readonly atMs: number;
}

export interface LeftOut<Shift> extends Proof {
  readonly why: LeftOutCause;
  /** What was worked or rested then; null: nothing is known of it. */
  readonly shift: Shift | null;
  /** How many sittings there were to choose from. */
  readonly sittings: number;
}

/** A study of the month whose register is final, as it was for one person. */
export interface StudyOfMonth<Shift> {
  readonly studyId: string;
  readonly topic: string;
  readonly kind: StudyKind;
  readonly startAtMs: number;
  readonly sittings: number;
  readonly shift: Shift | null;
  readonly chance: Chance;
  readonly makeUp: { readonly untilAtMs: number; readonly doneAtMs: number | null } | null;
}

/** Everything that is recorded of a person's month, whichever branch it was in. */
export interface MonthOfPerson<Shift> {
  /** When the month ends. */
  readonly endAtMs: number;
  readonly studies: readonly StudyOfMonth<Shift>[];
  readonly notes: readonly {
    readonly noteId: string;
    readonly title: string;
    readonly atMs: number;
  }[];
  readonly mustReads: readonly {
    readonly messageId: string;
    readonly title: string;
    readonly atMs: number;
    /** Whether it came to the person within the month. */
    readonly isReached: boolean;
    readonly isAcknowledged: boolean;
  }[];
}

/** What the records say of an item. `chances` 0: it is left out of the sum. */
export interface CountedItem<Shift> {
  readonly itemId: string;
  readonly done: number;
  readonly chances: number;
  /** Tenths of a point. */
  readonly earnedTenths: number;
  /** Of what was done, newest first, at most MOST_PROOFS; of what was not done likewise. */
  readonly proofs: readonly Proof[];
  readonly missed: readonly Proof[];
  readonly leftOut: readonly LeftOut<Shift>[];
  readonly leftOutCount: number;
}

/** Shown of an item, so that a month of any size fits into one sheet. docs/rules.md#R-190 */
export const MOST_PROOFS = 6;
const MOST_OTHERS = 2;

type Row<Shift> =
  | { readonly is: 'done' | 'missed'; readonly proof: Proof }
  | { readonly is: 'left-out'; readonly proof: LeftOut<Shift> };

/**
 * The items of a list that follow from records, in its order. Points are shared by what was done of
 * what the person had the chance to do, rounded to a tenth. docs/rules.md#R-187
 */
export function countItems<Shift>(
  items: readonly StandardItem[],
  month: MonthOfPerson<Shift>,
  nowMs: number,
): readonly CountedItem<Shift>[] {
  const named = new Set(items.flatMap(({ kinds }) => kinds ?? []));
  return items
    .filter(({ source }) => source !== 'judged')
    .map((item) => toItem(item, rowsOf(item, named, month, nowMs)));
}

function rowsOf<Shift>(
  { source, kinds, wanted }: StandardItem,
  named: ReadonlySet<StudyKind>,
  month: MonthOfPerson<Shift>,
  nowMs: number,
): readonly Row<Shift>[] {
  const { studies, mustReads } = month;
  switch (source) {
    case 'attendance':
      return studies
        .filter(({ kind }) => (kinds === null ? !named.has(kind) : kinds.includes(kind)))
        .map(ofStudy);
    case 'make-up':
      return studies.flatMap((study) => ofMakeUp(study, nowMs));
    case 'notes':
      return ofNotes(month, wanted ?? 1);
    case 'must-reads':
      return mustReads.map(({ messageId, title, atMs, isReached, isAcknowledged }): Row<Shift> => {
        const proof: Proof = { kind: 'message', id: messageId, title, atMs };
        if (isAcknowledged) return { is: 'done', proof };
        return isReached ? { is: 'missed', proof } : leftOut<Shift>(proof, 'not-reached', null, 0);
      });
    case 'judged':
      return [];
  }
}

function ofStudy<Shift>(study: StudyOfMonth<Shift>): Row<Shift> {
  const { studyId, topic, startAtMs, chance, shift, sittings } = study;
  const proof: Proof = { kind: 'study', id: studyId, title: topic, atMs: startAtMs };
  if (chance.kind === 'left-out') return leftOut(proof, chance.why, shift, sittings);
  return { is: chance.kind === 'came' ? 'done' : 'missed', proof };
}

function ofMakeUp<Shift>(study: StudyOfMonth<Shift>, nowMs: number): Row<Shift>[] {
  const { studyId, topic, startAtMs, chance, makeUp, shift, sittings } = study;
  if (makeUp === null || chance.kind === 'came') return [];
  const proof: Proof = {
    kind: 'make-up',
    id: studyId,
    title: topic,
    atMs: makeUp.doneAtMs ?? startAtMs,
  };
  if (makeUp.doneAtMs !== null) return [{ is: 'done', proof }];
  return makeUp.untilAtMs > nowMs
    ? [leftOut(proof, 'still-open', shift, sittings)]
    : [{ is: 'missed', proof }];
}

/**
 * As many notes as are wanted, fewer where somebody was left out of so many studies of the month, and had
 * not made them up by its end, that fewer were left to write of. docs/rules.md#R-282
 */
function ofNotes<Shift>(
  { studies, notes, endAtMs }: MonthOfPerson<Shift>,
  wanted: number,
): readonly Row<Shift>[] {
  const written = notes.slice(0, wanted).map(({ noteId, title, atMs }): Row<Shift> => {
    return { is: 'done', proof: { kind: 'note', id: noteId, title, atMs } };
  });
  const out = studies.filter(
    ({ chance, makeUp }) =>
      chance.kind === 'left-out' &&
      (makeUp === null || (makeUp.doneAtMs ?? makeUp.untilAtMs) > endAtMs),
  );
  const isFewer = studies.length === 0 || out.length > 0;
  const asked = isFewer ? Math.min(wanted, studies.length - out.length) : wanted;
  const isLowered = asked < wanted && written.length < wanted;
  return [...upTo(written, asked), ...(isLowered ? out.map(ofStudy) : [])];
}

/** At least as many as are asked for; what is missing to them has nothing to open. */
function upTo<Shift>(rows: readonly Row<Shift>[], asked: number): readonly Row<Shift>[] {
  const missing = Math.max(0, asked - rows.length);
  const none: Row<Shift> = { is: 'missed', proof: { kind: 'note', id: '', title: '', atMs: 0 } };
  return [...rows, ...Array.from({ length: missing }, () => none)];
}

const leftOut = <Shift>(
  proof: Proof,
  why: LeftOutCause,
  shift: Shift | null,
  sittings: number,
): Row<Shift> => ({ is: 'left-out', proof: { ...proof, why, shift, sittings } });

function toItem<Shift>(
  { itemId, points }: StandardItem,
  rows: readonly Row<Shift>[],
): CountedItem<Shift> {
  const proofsOf = (is: 'done' | 'missed') =>
    rows
      .flatMap((row) => (row.is === is && row.proof.id !== '' ? [row.proof] : []))
      .sort(newestFirst);
  const out = rows.flatMap((row) => (row.is === 'left-out' ? [row.proof] : []));
  const done = rows.filter(({ is }) => is === 'done').length;
  const chances = rows.length - out.length;
  return {
    itemId,
    done,
    chances,
    earnedTenths: chances === 0 ? 0 : Math.round((points * 10 * done) / chances),
    proofs: proofsOf('done').slice(0, MOST_PROOFS),
    missed: proofsOf('missed').slice(0, MOST_OTHERS),
    leftOut: [...out].sort(newestFirst).slice(0, MOST_OTHERS),
    leftOutCount: out.length,
  };
}

const newestFirst = (a: Proof, b: Proof): number => b.atMs - a.atMs;
