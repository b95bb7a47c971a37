/** How many requests arrived at the gateway: the unit in which production bills and we budget. */
export interface RequestCounts {
  readonly total: number;
  readonly byAction: Readonly<Record<string, number>>;
  /** Of all requests of an action together, as a log of them has it: bytes that came in, and that went out. */
  readonly bytesByAction: Readonly<Record<string, Bytes>>;
  reset(): void;
}

export interface Bytes {
  readonly received: number;
  readonly answered: number;
}

export interface RequestCounter extends RequestCounts {
  add(action: string): void;
  addBytes(action: string, bytes: Bytes): void;
}

export function createRequestCounter(): RequestCounter {
  const byAction = new Map<string, number>();
  const bytes = new Map<string, Bytes>();
  return {
    get total() {
      return [...byAction.values()].reduce((sum, count) => sum + count, 0);
    },
    get byAction() {
      return Object.fromEntries(byAction);
    },
    get bytesByAction() {
      return Object.fromEntries(bytes);
    },
    addBytes: (action, { received, answered }) => {
      const before = bytes.get(action) ?? { received: 0, answered: 0 };
      bytes.set(action, {
        received: before.received + received,
        answered: before.answered + answered,
      });
    },
    add: (action) => void byAction.set(action, (byAction.get(action) ?? 0) + 1),
    reset: () => {
      byAction.clear();
      bytes.clear();
    },
  };
}
