import * as v from 'valibot';
import type { StoredReason } from '../_store/delivery/delivery-document';
import type { DeliveryReason } from '../../domain/delivery/plan-delivery';

/** The planner's reason as a delivery keeps it. */
export function whyOf(reason: DeliveryReason): StoredReason {
  switch (reason.code) {
    case 'urgent':
    case 'free-now':
    case 'office-hours':
    case 'scheduled':
    case 'digest':
    case 'daily-limit':
      return { code: reason.code, because: null, label: null };
    case 'after-shift':
    case 'after-rest':
    case 'at-handover':
    case 'in-break':
      return { code: reason.code, because: null, label: labelOf(reason.label) };
    case 'after-sleep':
      return { code: reason.code, because: reason.because, label: labelOf(reason.label) };
    case 'least-bad':
      return { code: reason.code, because: reason.state, label: null };
  }
}

// Rest after a change of crew may follow no shift that has a name.
const labelOf = (label: string | undefined) => (label === undefined || label === '' ? null : label);

/** Inverse of whyOf, for planning again what was planned before. */
export function reasonOf({ code, because, label }: StoredReason): DeliveryReason {
  switch (code) {
    case 'urgent':
    case 'free-now':
    case 'office-hours':
    case 'scheduled':
    case 'digest':
    case 'daily-limit':
      return { code };
    case 'after-shift':
    case 'after-rest':
    case 'at-handover':
    case 'in-break':
      return { code, label: label ?? '' };
    case 'after-sleep':
      return { code, because: v.parse(SleepCause, because), ...(label !== null && { label }) };
    case 'least-bad':
      return { code, state: v.parse(LeastBadState, because) };
  }
}

const SleepCause = v.picklist(['after-night', 'before-early', 'night', 'own-window']);
const LeastBadState = v.picklist(['daily-limit', 'resting', 'handover', 'shift', 'asleep']);
