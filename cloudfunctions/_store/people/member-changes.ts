import type { Override } from '../../../domain/shift/override';
import { CHANGES_KEPT_DAYS } from '../../../domain/people/retention';
import { addDays, type LocalDay } from '../../../domain/time/local-day';
import { MOST_OVERRIDES, type Member } from './member-document';

/** The first day of which changes are kept: what ended on or before it is not. */
export function keptSince(today: LocalDay): LocalDay {
  return addDays(today, -CHANGES_KEPT_DAYS);
}

/**
 * A member's changes with these added at the end, in place of those that have their ids; what ended
 * long ago is dropped. `too-many-changes` when a document would hold more than it may.
 */
export function withOverrides(
  { overrides }: Pick<Member, 'overrides'>,
  added: readonly Override[],
  today: LocalDay,
): Pick<Member, 'overrides'> | 'too-many-changes' {
  const ids = new Set(added.map(({ id }) => id));
  const kept = overrides.filter(({ id, toDay }) => !ids.has(id) && toDay > keptSince(today));
  const all = [...kept, ...added.map(stored)];
  return all.length > MOST_OVERRIDES ? 'too-many-changes' : { overrides: all };
}

/** A member's changes without those of one swap; given a day, without those from it on. */
export function withoutSwap(
  { overrides }: Pick<Member, 'overrides'>,
  swapId: string,
  fromDay?: LocalDay,
): Pick<Member, 'overrides'> {
  return {
    overrides: overrides.filter(
      (change) =>
        change.kind !== 'swap' ||
        change.swapId !== swapId ||
        (fromDay !== undefined && change.fromDay < fromDay),
    ),
  };
}

// Stored lists are not readonly; everything else is the same.
function stored(override: Override): Member['overrides'][number] {
  switch (override.kind) {
    case 'leave':
    case 'training':
    case 'on-loan':
      return override;
    case 'swap':
    case 'changed-hours':
      return { ...override, slots: [...override.slots] };
  }
}
