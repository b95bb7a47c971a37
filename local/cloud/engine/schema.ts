/** What the engine needs to know of a collection; cloudfunctions/_store/schema fits it. */
export interface IndexSchema {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly direction: 1 | -1 }[];
  /** A missing field counts as null, so two documents without the field collide. */
  readonly unique?: boolean;
}

export interface CollectionSchema {
  readonly name: string;
  readonly indexes: readonly IndexSchema[];
}
