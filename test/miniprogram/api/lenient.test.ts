import * as v from 'valibot';
import type { Action } from '../../../contract/action';
import { growing, growingOr, NEWER, NewerKind } from '../../../contract/growing';
import { Words } from '../../../contract/fields';
import { api } from '../../../contract/api';
import { lenient } from '../../../miniprogram/api/lenient';

const Item = v.strictObject({ id: v.string(), kind: growing(['notice', 'poll']) });
const Answer = v.strictObject({
  items: v.pipe(v.array(Item), v.maxLength(1)),
  title: Words(4),
  fit: growingOr(['free', 'asleep'], 'unknown'),
  of: v.nullable(v.variant('kind', [v.strictObject({ kind: v.literal('branch') }), NewerKind])),
  note: v.optional(v.string()),
});
const answer = {
  items: [{ id: 'a', kind: 'notice' }],
  title: 'abc',
  fit: 'free',
  of: { kind: 'branch' },
};
const read = (more: object) => v.safeParse(lenient(Answer), { ...answer, ...more });

describe('an answer of a newer function', () => {
  it('is read as it is where nothing is new', () => {
    expect(read({}).output).toEqual(answer);
  });

  it('loses the fields that this version does not know, at any depth', () => {
    const items = [{ id: 'a', kind: 'notice', colour: 'red' }];
    expect(read({ items, more: 1 }).output).toEqual(answer);
  });

  it('has the named fallback for values that this version does not know', () => {
    expect(read({ items: [{ id: 'a', kind: 'contest' }] }).output).toMatchObject({
      items: [{ id: 'a', kind: 'newer' }],
    });
    expect(read({ fit: 'on-a-train' }).output).toMatchObject({ fit: 'unknown' });
    expect(read({ of: { kind: 'shift', shiftId: 's' } }).output).toMatchObject({
      of: { kind: 'newer' },
    });
  });

  it('may be longer than this version would send', () => {
    const items = [...answer.items, ...answer.items];
    expect(read({ items, title: 'longer than four' }).success).toBe(true);
  });

  it.each([
    ['a field that is missing', { title: undefined }],
    ['a field of another type', { items: 'none' }],
    ['a number for a word of a list', { fit: 3 }],
  ])('does not fit with %s', (_name, more) => {
    expect(read(more).success).toBe(false);
  });
});

const actions: readonly Action[] = Object.values(api).flatMap(
  (area: Readonly<Record<string, Action>>) => Object.values(area),
);

it.each(actions)('every list and every union in the answer of $name may grow', ({ output }) => {
  expect(closedLists(output as unknown as Walked)).toEqual([]);
});

interface Walked {
  readonly type: string;
  readonly key?: string;
  readonly literal?: unknown;
  readonly options?: readonly (string | Walked)[];
  readonly unknownReads?: string;
  readonly entries?: Readonly<Record<string, Walked>>;
  readonly item?: Walked;
  readonly wrapped?: Walked;
}

it('a list or a union that may not grow is found, also within one that may', () => {
  const closed = v.variant('kind', [v.strictObject({ kind: v.literal('branch') })]);
  const open = v.variant('kind', [
    v.strictObject({ kind: v.literal('in'), within: v.nullable(v.picklist(['a'])) }),
    NewerKind,
  ]);
  expect(closedLists(closed as unknown as Walked)).toEqual(['kind']);
  expect(closedLists(open as unknown as Walked)).toEqual([['a']]);
});

/** Lists of values, and unions by what they tell kinds from, that a phone could not read past. */
function closedLists(schema: Walked): readonly unknown[] {
  const { type, key, options, unknownReads, entries, item, wrapped } = schema;
  if (type === 'picklist') return unknownReads === undefined ? [options] : [];
  if (type === 'variant') {
    const alternatives = (options ?? []).filter((each) => typeof each !== 'string');
    const hasNewer = alternatives.some(({ entries }) => entries?.[key ?? '']?.literal === NEWER);
    return [...(hasNewer ? [] : [key]), ...alternatives.flatMap(closedLists)];
  }
  return [...Object.values(entries ?? {}), item, wrapped]
    .filter((each) => each !== undefined)
    .flatMap((each) => closedLists(each));
}
