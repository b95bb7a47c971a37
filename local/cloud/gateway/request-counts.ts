/** How many requests arrived at the gateway: the unit in which production bills and we budget. */
export interface RequestCounts {
  readonly total: number;
  readonly byAction: Readonly<Record<string, number>>;
  reset(): void;
}

export interface RequestCounter extends RequestCounts {
  add(action: string): void;
}

export function createRequestCounter(): RequestCounter {
  const byAction = new Map<string, number>();
  return {
    get total() {
      return [...byAction.values()].reduce((sum, count) => sum + count, 0);
    },
    get byAction() {
      return Object.fromEntries(byAction);
    },
    add: (action) => void byAction.set(action, (byAction.get(action) ?? 0) + 1),
    reset: () => byAction.clear(),
  };
}
