import type { Action } from '../../contract/action';
import { api } from '../../contract/api';
import { NEWER } from '../../contract/growing';

/** Of valibot's schemas, what the walk below looks at. */
interface Walked {
  readonly type: string;
  readonly pipe?: readonly [Walked, ...unknown[]];
  readonly entries?: Readonly<Record<string, Walked>>;
  readonly item?: Walked;
  readonly wrapped?: Walked;
  readonly key?: string;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  /** Of contract/growing. */
  readonly unknownReads?: string;
}

type Fields = Readonly<Record<string, unknown>>;

export const ADDED = { addedLater: { of: 'a later release' } };
export const UNKNOWN = 'of-a-later-release';
/** A page of an area that today's phone does not have. */
export const UNKNOWN_PAGE = 'packages/later/later?laterId=l1';

const actions: readonly Action[] = Object.values(api).flatMap(
  (area: Readonly<Record<string, Action>>) => Object.values(area),
);

/**
 * An answer as a later release may give it: one more field in every object, and for every list that
 * may grow, and every address of a page, one that today's phone has never heard of. Of several values in one place the first
 * stays as it is, so that known and unknown ones stand side by side.
 */
export function ofLaterRelease(fn: string, name: string, output: unknown): unknown {
  const action = actions.find((each) => each.fn === fn && each.name === name);
  if (action === undefined) return output;
  const schema = action.output as unknown as Walked;
  const counted = new Map<string, number>();
  walk(schema, output, '', (place) => {
    counted.set(place, (counted.get(place) ?? 0) + 1);
    return false;
  });
  const seen = new Set<string>();
  return walk(schema, output, '', (place) => {
    const isFirst = !seen.has(place);
    seen.add(place);
    return !isFirst || counted.get(place) === 1;
  });
}

function walk(
  schema: Walked,
  value: unknown,
  place: string,
  becomesUnknown: (place: string) => boolean,
): unknown {
  if (value === null || value === undefined) return value;
  const { pipe, entries, item, wrapped, options, unknownReads } = schema;
  const into = (inner: Walked, part: unknown, step = ''): unknown =>
    walk(inner, part, `${place}${step}`, becomesUnknown);
  if (pipe !== undefined) return into(pipe[0], value);
  if (unknownReads !== undefined) return becomesUnknown(place) ? UNKNOWN : value;
  if (wrapped !== undefined) return into(wrapped, value);
  if (item !== undefined) return manyOf(item, value as readonly unknown[], into);
  if (entries !== undefined) {
    const known = Object.entries(entries).map(([key, entry]): [string, unknown] => {
      const part = (value as Fields)[key];
      const isUnknownPage =
        key === 'page' && typeof part === 'string' && becomesUnknown(`${place}.${key}`);
      return [key, isUnknownPage ? UNKNOWN_PAGE : into(entry, part, `.${key}`)];
    });
    return { ...(value as Fields), ...Object.fromEntries(known), ...ADDED };
  }
  if (schema.type !== 'variant') return value;
  const alternatives = options as readonly Walked[];
  const mayGrow = alternatives.some((each) => hasKind(each, NEWER));
  if (mayGrow && becomesUnknown(place)) return { kind: UNKNOWN, ...ADDED };
  const alternative = alternatives.find((each) => hasKind(each, (value as Fields)['kind']));
  return alternative === undefined ? value : into(alternative, value);
}

/** Roles and the like are held beside each other: one more is held, none is taken away. */
function manyOf(
  item: Walked,
  values: readonly unknown[],
  into: (inner: Walked, part: unknown, step?: string) => unknown,
): readonly unknown[] {
  if (item.unknownReads !== undefined) return [...values, UNKNOWN];
  return values.map((value) => into(item, value, '[]'));
}

function hasKind({ entries }: Walked, kind: unknown): boolean {
  return entries?.['kind']?.literal === kind;
}
