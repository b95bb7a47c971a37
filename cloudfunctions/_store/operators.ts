import { platform } from '../_kit/platform';

declare const operatorBrand: unique symbol;

/** A condition or change of the database, made by `command` only. */
export interface Operator {
  readonly [operatorBrand]: true;
}

type Scalar = string | number | boolean | null;

// The SDK types its operators as functions of `any`; this is the one place that narrows them.
const sdk = () => platform().database().command as unknown as Readonly<Record<string, Make>>;
type Make = (...operands: readonly unknown[]) => Operator;

function make(name: string, ...operands: readonly unknown[]): Operator {
  const operator = sdk()[name];
  if (operator === undefined) throw new Error(`the SDK has no operator ${name}`);
  return operator(...operands);
}

/** Conditions and changes, with operands of the types that our documents have. */
export const command = {
  /** Also whole lists, in their order. */
  eq: (value: unknown) => make('eq', value),
  neq: (value: Scalar) => make('neq', value),
  lt: (value: number | string) => make('lt', value),
  lte: (value: number | string) => make('lte', value),
  gt: (value: number | string) => make('gt', value),
  gte: (value: number | string) => make('gte', value),
  in: (values: readonly Scalar[]) => make('in', [...values]),
  nin: (values: readonly Scalar[]) => make('nin', [...values]),
  exists: (is: boolean) => make('exists', is),
  elemMatch: (query: Readonly<Record<string, unknown>>) => make('elemMatch', query),
  /** Conditions on one field, all of them or any of them. */
  and: (...conditions: readonly Operator[]) => make('and', conditions),
  or: (...conditions: readonly Operator[]) => make('or', conditions),
  /** Whole queries, any of them. */
  anyOf: (...queries: readonly Readonly<Record<string, unknown>>[]) => make('or', queries),
  set: (value: unknown) => make('set', value),
  remove: () => make('remove'),
  inc: (by: number) => make('inc', by),
  max: (value: number) => make('max', value),
  push: (values: readonly unknown[]) => make('push', [...values]),
  addToSet: (value: unknown) => make('addToSet', value),
  pull: (query: Scalar | Readonly<Record<string, unknown>>) => make('pull', query),
} as const;
