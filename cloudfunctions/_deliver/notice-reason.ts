import type { StoredReason } from '../_store/delivery/stored-reason';
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
export function reasonOf(why: StoredReason): DeliveryReason {
  const { label } = why;
  switch (why.code) {
    case 'urgent':
    case 'free-now':
    case 'office-hours':
    case 'scheduled':
    case 'digest':
    case 'daily-limit':
      return { code: why.code };
    case 'after-shift':
    case 'after-rest':
    case 'at-handover':
    case 'in-break':
      return { code: why.code, label: label ?? '' };
    case 'after-sleep':
      return { code: why.code, because: why.because, ...(label !== null && { label }) };
    case 'least-bad':
      return { code: why.code, state: why.because };
  }
}
