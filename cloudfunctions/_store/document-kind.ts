import * as v from 'valibot';

export type DocumentSchema = v.GenericSchema<unknown, { readonly _id: string }>;
type Fields = Readonly<Record<string, unknown>>;

/** The documents of one collection: what they are now, and how older ones become that. */
export interface DocumentKind<S extends DocumentSchema> {
  readonly collection: string;
  readonly schema: S;
  /** The n-th brings what version n wrote to version n + 1; pure. See docs/decisions/two-versions.md */
  readonly upgrades: readonly ((older: Fields) => Fields)[];
}

export type DocumentOf<K> = K extends DocumentKind<infer S> ? v.InferOutput<S> : never;

export function documentKind<S extends DocumentSchema>(
  collection: string,
  schema: S,
  upgrades: DocumentKind<S>['upgrades'] = [],
): DocumentKind<S> {
  return { collection, schema, upgrades };
}

/** A document that does not fit its schema, by its id and the place; never by what stands there. */
export class UnfitDocument extends Error {
  readonly collection: string;
  readonly id: string;
  readonly path: string;

  constructor(collection: string, id: string, path: string) {
    super(`${collection}/${id} does not fit its schema at "${path}"`);
    this.collection = collection;
    this.id = id;
    this.path = path;
  }
}

/** A stored document as it is now, brought up to date. @throws UnfitDocument */
export function readDocument<S extends DocumentSchema>(
  { collection, schema, upgrades }: DocumentKind<S>,
  stored: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, upToDate(stored, upgrades));
  if (parsed.success) return parsed.output;
  const { _id } = stored as { _id?: unknown };
  throw new UnfitDocument(collection, String(_id), v.getDotPath(parsed.issues[0]) ?? '');
}

function upToDate(stored: unknown, upgrades: DocumentKind<DocumentSchema>['upgrades']): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  const { schemaVersion } = stored as Fields;
  if (typeof schemaVersion !== 'number' || schemaVersion < 1) return stored;
  return upgrades
    .slice(schemaVersion - 1)
    .reduce<Fields>((older, upgrade) => upgrade(older), stored as Fields);
}
