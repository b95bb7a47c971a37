import * as fc from 'fast-check';
import { MOST_BYTES, sentFor } from '../set-data';

const row = (at: number) => ({
  id: `row-${at}`,
  name: '南'.repeat(40),
  badge: { text: '等回话', tone: 'must' },
});
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at));
const list = (count: number, more: object = {}) => ({
  kind: 'content',
  title: 'a list',
  rows: rows(count),
  hasMore: false,
  ...more,
});

test('a list of a thousand comes in pieces below 25 KB, the first screen in the first', () => {
  const { bytes, first, last } = sentFor(list(1000));
  expect(Math.max(...bytes)).toBeLessThan(MOST_BYTES);
  expect(first).toMatchObject({ kind: 'content', title: 'a list', hasMore: false });
  expect((first as { rows: unknown[] }).rows.slice(0, 30)).toEqual(rows(30));
  expect(last).toEqual(list(1000));
});

test('of a list that goes on only the new rows come, of the same nothing', () => {
  const { bytes, last } = sentFor(list(1000), list(1020, { title: 'longer' }));
  expect(bytes).toHaveLength(1);
  expect(bytes[0]).toBeLessThan(20 * 250);
  expect(last).toEqual(list(1020, { title: 'longer' }));
  expect(sentFor(list(1000), list(1000)).bytes).toEqual([]);
});

test('a row that changed comes alone, and what several rows share is not written into', () => {
  const badge = Object.freeze({ text: 'open', tone: 'must' });
  const shared = (text: string) => ({
    kind: 'content',
    rows: [
      { id: 'a', badge },
      { id: 'b', badge: { ...badge, text } },
    ],
  });
  const { bytes, last } = sentFor(shared('open'), shared('done'));
  expect(bytes).toEqual([
    Buffer.byteLength(JSON.stringify({ 'view.rows[1]': shared('done').rows[1] })),
  ]);
  expect(last).toEqual(shared('done'));
});

test('what has lists of its own, in a list or beside one, is cut inside', () => {
  const section = (title: string, count: number) => ({ title, people: rows(count) });
  const view = {
    kind: 'content',
    groups: [section('a', 3), section('b', 700), section('c', 20), section('d', 0)],
    empty: '',
    taking: { took: '700', people: rows(700) },
  };
  const { bytes, first, last } = sentFor(view);
  expect(Math.max(...bytes)).toBeLessThan(MOST_BYTES);
  expect(first).toMatchObject({
    empty: '',
    taking: { took: '700' },
    groups: [section('a', 3), { title: 'b' }],
  });
  expect(last).toEqual(view);
});

test('a shorter list, another kind of view and one thing that is too large all arrive', () => {
  for (const [before, after] of [
    [list(1000), list(3)],
    [list(1000), list(600)],
    [list(1000), { kind: 'empty', text: 'nothing' }],
    [list(2), { kind: 'content', title: 'x'.repeat(30_000), rows: [] }],
    [list(2), { kind: 'content', rows: ['y'.repeat(30_000), 'z'] }],
  ] as const) {
    expect(sentFor(before, after).last).toEqual(after);
  }
});

test('whatever is shown after whatever stands there', () => {
  const words = fc.string({ maxLength: 3 });
  const leaf = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null));
  const person = fc.record({ name: words, marks: fc.array(words, { maxLength: 3 }) });
  const view = fc.record(
    {
      kind: leaf,
      rows: fc.array(fc.oneof(leaf, person, fc.record({ at: leaf })), { maxLength: 5 }),
      groups: fc.array(fc.record({ title: leaf, rows: fc.array(person, { maxLength: 4 }) }), {
        maxLength: 4,
      }),
      note: fc.record({ text: leaf }),
      taking: fc.record({ took: leaf, people: fc.array(person, { maxLength: 3 }) }),
    },
    { requiredKeys: ['kind'] },
  );
  fc.assert(
    fc.property(view, view, view, (a, b, c) => {
      expect(sentFor(a, b, c).last).toEqual(c);
    }),
  );
});
