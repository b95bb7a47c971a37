import type { ShiftKind } from '../../../../contract/roster/shift';
import { shiftCharacter } from '../../../text/shift';

/** A day of a cycle as one character on its colour. */
export interface Chip {
  readonly key: string;
  readonly kind: ShiftKind | '';
  readonly character: string;
}

interface Slot {
  readonly label: string;
  readonly kind: ShiftKind;
}

export function chipOf(key: string, slots: readonly Slot[]): Chip {
  const slot = slots[0];
  return slot === undefined
    ? { key, kind: 'rest', character: '休' }
    : { key, kind: slot.kind, character: shiftCharacter(slot) };
}
