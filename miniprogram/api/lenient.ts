import * as v from 'valibot';
import { NEWER } from '../../contract/growing';

/** Of valibot's schemas, what the walk below looks at. */
type Schema = v.GenericSchema & {
  readonly pipe?: readonly [Schema, ...unknown[]];
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly key?: string;
  readonly options?: readonly Schema[];
  /** Of contract/growing. */
  readonly unknownReads?: string;
};

const made = new WeakMap<v.GenericSchema, v.GenericSchema>();

/**
 * An output of the contract as a phone reads it, which may be older than the function that answers:
 * fields that it does not know are dropped, values that it does not know read as the fallback that
 * the list names, and limits of texts, numbers and lists are the function's business alone.
 */
export function lenient<S extends v.GenericSchema>(schema: S): S {
  const known = made.get(schema) ?? soften(schema);
  made.set(schema, known);
  return known as S;
}

function soften(schema: Schema): v.GenericSchema {
  const { pipe, entries, item, wrapped, key, options, unknownReads } = schema;
  if (pipe !== undefined) return lenient(pipe[0]);
  if (unknownReads !== undefined) return v.pipe(v.string(), v.transform(knownIn(schema)));
  if (entries !== undefined) {
    return v.object(
      Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, lenient(entry)])),
    );
  }
  if (item !== undefined) return v.array(lenient(item));
  if (wrapped !== undefined) return Object.assign({ ...schema }, { wrapped: lenient(wrapped) });
  if (key !== undefined && options !== undefined) return softenUnion(key, options);
  return schema;
}

function knownIn({ options, unknownReads }: Schema): (value: string) => string {
  const values = options as unknown as readonly string[];
  return (value) => (values.includes(value) ? value : (unknownReads ?? value));
}

/** A union by kind: one that has the alternative 'newer' reads every kind that it does not know as it. */
function softenUnion(key: string, options: readonly Schema[]): v.GenericSchema {
  const union = v.union(options.map((option) => lenient(option)));
  const hasNewer = options.some((option) => v.is(option, { [key]: NEWER }));
  return hasNewer ? v.fallback(union, { [key]: NEWER }) : union;
}
