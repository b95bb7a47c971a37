import type * as v from 'valibot';

type Entries = v.ObjectEntries;
type OfFields = v.ObjectSchema<Entries, undefined>;

/** A `$project` of what a schema names, also within lists of it: nothing else leaves the database. */
export function fieldsOf({ entries }: OfFields): Readonly<Record<string, 1>> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, schema]) =>
      isListOfFields(schema)
        ? Object.keys(fieldsOf(schema.item)).map((inner) => [`${name}.${inner}`, 1 as const])
        : [[name, 1 as const]],
    ),
  );
}

function isListOfFields(schema: object): schema is { readonly item: OfFields } {
  return 'item' in schema && (schema.item as { readonly type?: string }).type === 'object';
}
