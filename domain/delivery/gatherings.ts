import type { DeliveryReason, InboxOnlyCause, Moment } from './plan-delivery';

/** People who share an instant and a reason, as many as there are. */
export interface Gathering {
  readonly atMs: number;
  readonly reason: DeliveryReason;
  readonly leastBad: boolean;
  readonly personIds: string[];
  /** By index in personIds, in that order: those who get no notice outside the inbox. */
  readonly inboxOnly: { index: number; because: InboxOnlyCause }[];
}

type Delivery = Moment & { readonly kind: 'deliver' };

/** Brings people of equal moments together; lives as long as one planning. */
export class Gatherings {
  private readonly byInstant = new Map<number, Gathering[]>();

  /** The people of this moment's instant and reason, to be added to. */
  of({ atMs, reason, leastBad }: Delivery): Gathering {
    let atInstant = this.byInstant.get(atMs);
    if (atInstant === undefined) {
      atInstant = [];
      this.byInstant.set(atMs, atInstant);
    }
    for (const known of atInstant) if (isSameReason(known.reason, reason)) return known;
    const gathering: Gathering = { atMs, reason, leastBad, personIds: [], inboxOnly: [] };
    atInstant.push(gathering);
    return gathering;
  }

  /** By instant, then by reason. */
  ordered(): readonly Gathering[] {
    return [...this.byInstant.values()]
      .flat()
      .sort((a, b) => a.atMs - b.atMs || (keyOf(a.reason) < keyOf(b.reason) ? -1 : 1));
  }
}

/** Whether two reasons say the same. */
export function isSameReason(a: DeliveryReason, b: DeliveryReason): boolean {
  return a === b || (a.code === b.code && detailOf(a) === detailOf(b));
}

/** What a reason says beyond its code. */
function detailOf(reason: DeliveryReason): string {
  switch (reason.code) {
    case 'after-shift':
    case 'after-rest':
    case 'at-handover':
    case 'in-break':
      return reason.label;
    case 'after-sleep':
      return reason.label === undefined ? reason.because : `${reason.because} ${reason.label}`;
    case 'least-bad':
      return reason.state;
    case 'urgent':
    case 'free-now':
    case 'office-hours':
    case 'scheduled':
    case 'digest':
    case 'daily-limit':
      return '';
  }
}

function keyOf(reason: DeliveryReason): string {
  return `${reason.code} ${detailOf(reason)}`;
}
