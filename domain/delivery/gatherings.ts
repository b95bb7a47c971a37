import type { DeliveryReason, InboxOnlyCause, Moment } from './plan-delivery';

/** People who share an instant and a reason, as many as there are. */
export interface Gathering {
  readonly reasonKey: string;
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
  /** A crew's shared moment is the same object each time, and then nothing needs comparing. */
  private readonly byMoment = new WeakMap<Delivery, Gathering>();
  private readonly byInstant = new Map<number, Gathering[]>();

  /** The people of this moment's instant and reason, to be added to. */
  of(moment: Delivery): Gathering {
    const known = this.byMoment.get(moment);
    if (known !== undefined) return known;
    const gathering = this.equalTo(moment);
    this.byMoment.set(moment, gathering);
    return gathering;
  }

  /** By instant, then by reason. */
  ordered(): readonly Gathering[] {
    return [...this.byInstant.values()]
      .flat()
      .sort((a, b) => a.atMs - b.atMs || (a.reasonKey < b.reasonKey ? -1 : 1));
  }

  private equalTo({ atMs, reason, leastBad }: Delivery): Gathering {
    let atInstant = this.byInstant.get(atMs);
    if (atInstant === undefined) {
      atInstant = [];
      this.byInstant.set(atMs, atInstant);
    }
    const reasonKey = keyOfReason(reason);
    const equal = atInstant.find((gathering) => gathering.reasonKey === reasonKey);
    if (equal !== undefined) return equal;
    const gathering = { reasonKey, atMs, reason, leastBad, personIds: [], inboxOnly: [] };
    atInstant.push(gathering);
    return gathering;
  }
}

/** Equal for equal reasons. */
export function keyOfReason(reason: DeliveryReason): string {
  switch (reason.code) {
    case 'after-shift':
    case 'after-rest':
    case 'at-handover':
    case 'in-break':
      return `${reason.code} ${reason.label}`;
    case 'after-sleep':
      return `${reason.code} ${reason.because} ${reason.label ?? ''}`;
    case 'least-bad':
      return `${reason.code} ${reason.state}`;
    case 'urgent':
    case 'free-now':
    case 'scheduled':
    case 'digest':
    case 'daily-limit':
      return reason.code;
  }
}
