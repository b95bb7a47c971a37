import fc from 'fast-check';
import type { Document, PlainObject } from '../../../../local/cloud/engine/document';
import { applyUpdate } from '../../../../local/cloud/operations/apply-update';

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
  ),
})).value;
const name = fc.constantFrom('a', 'b', 'c');

test('an update never touches the stored document', () => {
  const stored = deepFreeze({ _id: 'x', n: 1, l: [{ k: 1 }], o: { p: { q: 1 } } });
  const updates: PlainObject[] = [
    { $set: { 'o.p.q': 2, 'l.0.k': 9 } },
    { $push: { l: { $each: [1], $position: 0 } } },
    { $pull: { l: { k: 1 } } },
    { $unset: { 'o.p': '' } },
    { $rename: { n: 'm' } },
    { $inc: { n: 1, 'o.p.q': 1 } },
    { $pop: { l: 1 } },
  ];
  for (const update of updates) {
    expect(applyUpdate(stored, update, {})).not.toEqual(stored);
  }
  expect(stored).toEqual({ _id: 'x', n: 1, l: [{ k: 1 }], o: { p: { q: 1 } } });
});

test('what is set is there afterwards, and nothing else has changed', () => {
  fc.assert(
    fc.property(fc.dictionary(name, json), name, json, (fields, field, value) => {
      const before: Document = deepFreeze({ ...fields, _id: 'x' });
      const after = applyUpdate(before, { $set: { [field]: value } }, {});
      expect(after).toEqual({ ...before, [field]: value });
    }),
  );
});

test('an update that changes nothing gives the very same document', () => {
  const stored = { _id: 'x', n: 1, l: ['a'] };
  const idle: PlainObject[] = [
    { $set: { n: 1 } },
    { $inc: { n: 0 } },
    { $addToSet: { l: 'a' } },
    { $pull: { l: 'z' } },
    { $unset: { z: '' } },
    { $max: { n: 0 } },
  ];
  for (const update of idle) expect(applyUpdate(stored, update, {})).toBe(stored);
});

test('two operators on one path, or on the id, are refused', () => {
  const stored = { _id: 'x', n: 1, o: { a: 1 } };
  expect(() => applyUpdate(stored, { $set: { n: 2 }, $inc: { n: 1 } }, {})).toThrow('conflict');
  expect(() => applyUpdate(stored, { $set: { o: {}, 'o.a': 1 } }, {})).toThrow('conflict');
  expect(() => applyUpdate(stored, { $set: { _id: 'y' } }, {})).toThrow('immutable');
});
