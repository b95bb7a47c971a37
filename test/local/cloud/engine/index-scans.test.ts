import fc from 'fast-check';
import { Collection } from '../../../../local/cloud/engine/collection';
import type { PlainObject } from '../../../../local/cloud/engine/document';
import { findDocuments } from '../../../../local/cloud/operations/find-documents';

const INDEXES = [
  [{ name: 'a', direction: 1 }],
  [
    { name: 'b', direction: -1 },
    { name: 'a', direction: 1 },
  ],
  [{ name: 'p.q', direction: 1 }],
] as const;

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('', 'x', 'y', '3'),
  fc.constantFrom(null, true, new Date(3), new Date(4)),
);
const field = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const person = fc.record(
  {
    a: field,
    b: scalar,
    p: fc.oneof(
      fc.record({ q: field }, { requiredKeys: [] }),
      scalar,
      fc.array(fc.record({ q: scalar }), { maxLength: 2 }),
    ),
  },
  { requiredKeys: [] },
);

const bound = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('', 'x', 'z'),
  fc.constant(new Date(3)),
);
const condition = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gt: bound }),
  fc.record({ $lte: bound }),
  fc.record({ $gte: bound, $lt: bound }),
  fc.record({ $ne: scalar }),
);
const simple = fc.record(
  {
    a: condition,
    b: condition,
    'p.q': condition,
    _id: fc.record({ $gte: fc.integer({ min: 0, max: 9 }) }),
  },
  { requiredKeys: [] },
);
const query = fc.oneof(
  simple,
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => ({ $and: parts })),
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => ({ $or: parts })),
  fc
    .tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 }))
    .map(([all, any]) => ({ ...all, $or: any })),
);

type Step = { kind: 'put'; id: number; row: PlainObject } | { kind: 'remove'; id: number };
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('put' as const), id: fc.nat(20), row: person }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.nat(20) }) },
  ),
  { maxLength: 40 },
);

function withIndexes(): Collection {
  const collection = Collection.empty('people', 1);
  INDEXES.forEach((fields, at) => collection.addIndex({ name: `index${at}`, fields }));
  return collection;
}

function apply(collection: Collection, step: Step): void {
  const known = collection.get(step.id);
  if (step.kind === 'remove') {
    if (known !== undefined) collection.remove(known.sequence);
    return;
  }
  const sequence = known?.sequence ?? collection.takeSequence();
  collection.put({ sequence, document: { _id: step.id, ...step.row } });
}

const isAnswer = (value: PlainObject): PlainObject => value;

test('an indexed search finds what a full search finds, in the same order', () => {
  fc.assert(
    fc.property(steps, query, (written, asked) => {
      const indexed = withIndexes();
      const plain = Collection.empty('people', 2);
      for (const step of written) {
        apply(indexed, step);
        apply(plain, step);
      }
      // The search by _id is an index too: twice not is what no index helps with.
      const scanned = findDocuments(plain, { query: { $nor: [{ $nor: [asked] }] }, limit: 1000 });
      expect(findDocuments(indexed, { query: asked, limit: 1000 }).map(isAnswer)).toEqual(scanned);
    }),
    { numRuns: 800 },
  );
});

test('a snapshot stays as it was, whatever is written later', () => {
  fc.assert(
    fc.property(steps, steps, query, (before, later, asked) => {
      const collection = withIndexes();
      for (const step of before) apply(collection, step);
      const snapshot = collection.clone();
      const seen = findDocuments(snapshot, { query: asked, limit: 1000 });
      for (const step of later) apply(collection, step);
      expect(findDocuments(snapshot, { query: asked, limit: 1000 })).toEqual(seen);
    }),
    { numRuns: 100 },
  );
});

test('an index that is added later, or filled at the start, finds the same', () => {
  fc.assert(
    fc.property(steps, query, (written, asked) => {
      const first = withIndexes();
      for (const step of written) apply(first, step);
      const loaded = withIndexes();
      loaded.load([...first.all()]);
      const options = { query: asked, limit: 1000 };
      expect(findDocuments(loaded, options)).toEqual(findDocuments(first, options));
    }),
    { numRuns: 100 },
  );
});

test('of a choice of conditions each is looked up in its own index', () => {
  const collection = withIndexes();
  for (let id = 0; id < 100; id += 1) apply(collection, { kind: 'put', id, row: { a: id, b: id } });
  const idsFor = (query: PlainObject) =>
    [...collection.candidates(query)].map(({ document }) => document._id);
  expect(idsFor({ $or: [{ b: 7 }, { a: { $gte: 98 } }, { a: 7 }] })).toEqual([7, 98, 99]);
  expect(idsFor({ $or: [{ b: 7 }, { c: 7 }] })).toHaveLength(100);
});
