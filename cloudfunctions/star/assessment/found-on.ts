import type { ShownAppeal } from '../../../contract/star/sheet-shapes';
import { slotsNamedBy } from '../../../domain/shift/override';
import type { LocalDay } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/member-document';

/** What is recorded of the person's shifts on a day: swaps, leave, training, loans and other hours. */
export function foundOn({ overrides }: Member, day: LocalDay | null): ShownAppeal['found'] {
  if (day === null) return [];
  return overrides
    .filter(({ fromDay, toDay }) => fromDay <= day && day < toDay)
    .map((override) => {
      const { kind, fromDay, toDay } = override;
      const slot = slotsNamedBy(override).find((each) => each.kind !== 'rest');
      const shift =
        slot === undefined
          ? null
          : {
              day,
              label: slot.label,
              kind: slot.kind,
              startMinute: slot.startMinute,
              endMinute: slot.startMinute + slot.durationMinutes,
              override: kind,
            };
      return { kind, fromDay, toDay, shift };
    });
}
