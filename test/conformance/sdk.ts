/** The part of @cloudbase/node-sdk that the scenarios use, with types: the SDK's own are `any`. */

export type Row = Readonly<Record<string, unknown>>;

interface Condition {
  and(...others: unknown[]): Condition;
  or(...others: unknown[]): Condition;
}

type CommandName =
  | 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'all' | 'elemMatch' | 'exists'
  | 'size' | 'mod' | 'and' | 'or' | 'nor' | 'not' | 'expr' | 'jsonSchema'
  | 'geoNear' | 'geoWithin' | 'geoIntersects'
  | 'set' | 'remove' | 'inc' | 'mul' | 'push' | 'pull' | 'pullAll' | 'pop' | 'shift' | 'unshift'
  | 'addToSet' | 'rename' | 'bit' | 'max' | 'min'; // oxfmt-ignore

type ExpressionName =
  | 'sum' | 'avg' | 'max' | 'min' | 'first' | 'last' | 'push' | 'addToSet' | 'dateToString'
  | 'cond' | 'gte' | 'size' | 'concat' | 'substrCP' | 'indexOfCP' | 'week' | 'eq' | 'multiply'; // oxfmt-ignore

export type Command = Readonly<Record<CommandName, (...operands: unknown[]) => Condition>> & {
  readonly aggregate: Readonly<Record<ExpressionName, (operand: unknown) => unknown>>;
};

interface Documents {
  get(): Promise<{ data: Row[] }>;
  count(): Promise<{ total: number }>;
  where(query: unknown): Documents;
  orderBy(field: string, direction: 'asc' | 'desc'): Documents;
  limit(count: number): Documents;
  skip(count: number): Documents;
  field(projection: Row): Documents;
  options(options: { multiple: boolean }): Documents;
  update(update: Row): Promise<{ updated: number }>;
  updateAndReturn(update: Row): Promise<{ updated: number; doc: Row | null }>;
  remove(): Promise<{ deleted: number }>;
}

interface OneDocument {
  /** An array outside a transaction. */
  get(): Promise<{ data: Row[] }>;
  set(content: Row): Promise<{ updated: number; upsertedId?: unknown }>;
  update(update: Row): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
  field(projection: Row): OneDocument;
}

interface DocumentInTransaction extends Omit<OneDocument, 'get'> {
  /** An object or null inside a transaction. */
  get(): Promise<{ data: Row | null }>;
}

type StageName =
  | 'addFields' | 'bucket' | 'count' | 'geoNear' | 'group' | 'limit' | 'match' | 'project'
  | 'lookup' | 'replaceRoot' | 'skip' | 'sort' | 'sortByCount' | 'unwind'; // oxfmt-ignore

type Pipeline = { readonly [Name in StageName]: (operand: unknown) => Pipeline } & {
  end(): Promise<{ data: Row[] }>;
};

interface Collection extends Documents {
  add(document: Row): Promise<{ id: string }>;
  add(documents: readonly Row[]): Promise<{ ids: string[] }>;
  doc(id: string | number): OneDocument;
  aggregate(): Pipeline;
}

export interface Transaction {
  collection(
    name: string,
  ): Omit<Collection, 'doc'> & { doc(id: string | number): DocumentInTransaction };
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface Database {
  readonly command: Command;
  readonly Geo: {
    Point: new (longitude: number, latitude: number) => unknown;
    LineString: new (points: unknown[]) => unknown;
    Polygon: new (lines: unknown[]) => unknown;
  };
  RegExp(pattern: { regexp: string; options?: string }): unknown;
  ObjectId(options: { id: string }): unknown;
  serverDate(options?: { offset: number }): unknown;
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(body: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
}
