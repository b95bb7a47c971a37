import { isOnLeave } from './leave';

/** docs/rules.md#R-39 */
export type AttendanceState =
  | 'attended'
  | 'late'
  | 'excused'
  | 'on-duty'
  | 'asleep'
  | 'made-up'
  | 'absent'
  | 'to-confirm'
  | 'expected';

/** What a record or a correction can say; the other states follow from date and rotation. */
export type MarkedState = Exclude<AttendanceState, 'expected'>;

/** What keeps somebody from a sitting, or from every sitting there was. docs/rules.md#R-119 */
export type KeptBy = 'on-duty' | 'asleep' | 'away';

/** How a sitting meets a person's day. */
export type Fit = 'free' | 'on-duty' | 'asleep' | 'after-night' | 'unknown';

export interface RegisterLine {
  readonly record: { readonly state: MarkedState } | null;
  readonly reply: Parameters<typeof isOnLeave>[0];
  /** In the order in which they were entered. */
  readonly corrections: readonly {
    readonly to: MarkedState;
    readonly atMs: number;
    /** Of an entry that the person made by coming. */
    readonly arrival?: object | undefined;
  }[];
  /** What was noted once the register was final: whether duty kept them from every sitting. */
  readonly wasOnDuty?: boolean;
  /** Likewise, whether sleep did. docs/rules.md#R-119 */
  readonly wasAsleep?: boolean;
  /** Likewise, whether they were away throughout. docs/rules.md#R-98 */
  readonly wasAway?: boolean;
  /** Stands beside the line; with `doneAtMs` it is done. */
  readonly makeUp?: { readonly doneAtMs?: number };
}

/**
 * What was entered last for the person: a correction outweighs the record it stands beside. A make-up
 * that is done counts where the person was not in, until an officer corrects it. docs/rules.md#R-103
 */
export function markedState(line: RegisterLine): MarkedState | undefined {
  const last = line.corrections.at(-1);
  const entered = last?.to ?? line.record?.state;
  const doneAtMs = line.makeUp?.doneAtMs;
  const isMadeUp = doneAtMs !== undefined && !isIn(entered) && (last?.atMs ?? 0) < doneAtMs;
  return isMadeUp ? 'made-up' : entered;
}

/**
 * The state of one line. What was entered outweighs all; then leave asked before and not declined; then
 * what kept the person from every sitting, of which being away is leave, and neither that nor sleep is
 * anything as long as they say that they come; who is left is expected while the register is open and
 * absent when it is final. `isFinal` is false for a cancelled study: nobody is absent from what did not
 * take place.
 */
export function attendanceState(
  line: RegisterLine,
  keptBy: KeptBy | null,
  isFinal: boolean,
): AttendanceState {
  const marked = markedState(line);
  if (marked !== undefined) return marked;
  if (isOnLeave(line.reply)) return 'excused';
  const isStillComing = line.reply?.kind === 'coming' && !isFinal;
  if (isStillComing && keptBy !== 'on-duty') return 'expected';
  if (keptBy !== null) return keptBy === 'away' ? 'excused' : keptBy;
  return isFinal ? 'absent' : 'expected';
}

/** As attendanceState, of a final register by what was noted of its line. docs/rules.md#R-72 */
export function stateAsNoted(line: RegisterLine): AttendanceState {
  return attendanceState(line, notedOf(line) ?? null, true);
}

/** What was noted to have kept the person from every sitting; undefined: nothing has been noted yet. docs/rules.md#R-72 */
export function notedOf({
  wasOnDuty,
  wasAsleep,
  wasAway,
}: Pick<RegisterLine, 'wasOnDuty' | 'wasAsleep' | 'wasAway'>): KeptBy | null | undefined {
  if (wasOnDuty === true) return 'on-duty';
  if (wasAsleep === true) return 'asleep';
  if (wasAway === true) return 'away';
  return wasOnDuty === undefined ? undefined : null;
}

/**
 * The state of one line in one sitting of a register that is still open: whom something keeps from it
 * is not missing from it, unless they said that they come to it or to another. docs/rules.md#R-71
 */
export function stateInSitting(line: RegisterLine, keptBy: KeptBy | null): AttendanceState {
  const isComing = line.reply?.kind === 'coming';
  return attendanceState(line, isComing ? null : keptBy, false);
}

/** Whether the person was on duty during every sitting there was. docs/rules.md#R-39 */
export function isOnDutyThroughout(fits: readonly Fit[]): boolean {
  return fits.length > 0 && fits.every((fit) => fit === 'on-duty');
}

/**
 * Whether somebody took part in what was held of a cancelled study, or waits to have that confirmed:
 * they came to a sitting that was held, or an officer has entered so since. docs/rules.md#R-70
 */
export function tookPart(
  line: RegisterLine & { readonly record: { readonly sittingId: string } | null },
  held: readonly { readonly sittingId: string }[],
): boolean {
  const marked = markedState(line);
  if (held.length === 0 || !(isIn(marked) || marked === 'to-confirm')) return false;
  const { record, corrections } = line;
  return corrections.length > 0 || held.some(({ sittingId }) => sittingId === record?.sittingId);
}

/** States in which the person took part: was there, or made it up. */
export function isIn(state: AttendanceState | undefined): boolean {
  return wasThere(state) || state === 'made-up';
}

/** States in which the person was in the room; made up is none of them. docs/rules.md#R-103 */
export function wasThere(state: AttendanceState | undefined): boolean {
  return state === 'attended' || state === 'late';
}

/**
 * Whether a check-in with a true code still says something: nobody is in yet, or an officer marked
 * the person missing before they came, or only an offline scan spoke for them. docs/rules.md#R-35
 */
export function canStillCheckIn(line: RegisterLine): boolean {
  const marked = markedState(line);
  return marked === undefined || ['absent', 'excused', 'to-confirm'].includes(marked);
}

/**
 * What coming makes of what is entered already. What an officer has entered stands until an officer
 * decides, and one who scans the person has decided; an offline scan gives way. docs/rules.md#R-35
 */
export function stateByComing(
  marked: MarkedState,
  comesAs: 'attended' | 'late',
  isByOfficer: boolean,
): MarkedState {
  const isOfficersMark = marked === 'absent' || marked === 'excused';
  return isOfficersMark && !isByOfficer ? marked : comesAs;
}

/** Whether the person came after an officer had marked them missing, and none has decided since. docs/rules.md#R-35 */
export function cameAfterMark({ corrections }: RegisterLine): boolean {
  const last = corrections.at(-1);
  return last?.arrival !== undefined && !isIn(last.to);
}
