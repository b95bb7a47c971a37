/** One collection as the local cloud and the deploy script create it. All are ADMINONLY. */
export interface CollectionSchema {
  readonly name: string;
  readonly what: string;
  readonly indexes: readonly IndexSchema[];
}

export interface IndexSchema {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly direction: 1 | -1 }[];
  readonly unique?: boolean;
  /** The query that needs it. */
  readonly query: string;
}

export const up = (name: string) => ({ name, direction: 1 as const });
export const down = (name: string) => ({ name, direction: -1 as const });
