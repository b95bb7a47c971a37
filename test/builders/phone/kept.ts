import type { Kept } from '../../../miniprogram/api/outbox';

/** An outbox with nothing in it. */
export function aKept(given: Partial<Kept> = {}): Kept {
  return { count: 0, waitsFor: 'network', ofNewer: 0, ...given };
}
