import type { ShownShiftKind } from '../../../../contract/roster/shift';
import { shiftCharacter } from '../../../text/shift';

/** A day of a cycle as one character on its colour. */
export interface Chip {
  readonly key: string;
  readonly kind: ShownShiftKind | '';
  readonly character: string;
}

interface Slot {
  readonly label: string;
  readonly kind: ShownShiftKind;
}

const REST = { label: 'rest', kind: 'rest' } as const;

export function chipOf(key: string, slots: readonly Slot[]): Chip {
  const shown = slots[0] ?? REST;
  return { key, kind: shown.kind, character: shiftCharacter(shown) };
}
