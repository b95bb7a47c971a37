import { ObjectId } from 'bson';
import fc from 'fast-check';
import { AFTER_ALL, compareLists, compareValues } from '../../../../local/cloud/engine/compare';

const stored = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string(),
    fc.date({ noInvalidDate: true }),
    fc.constant(new ObjectId('65a1b2c3d4e5f60718293a4b')),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('types follow each other as MongoDB documents it', () => {
  const ascending = [
    null,
    -1,
    0,
    2.5,
    '',
    'a',
    { a: 1 },
    [1],
    new ObjectId(),
    false,
    true,
    new Date(0),
  ];
  const shuffled = [...ascending].reverse();
  expect(shuffled.sort(compareValues)).toEqual(ascending);
});

test('a missing value sorts as null, and nothing sorts after the end', () => {
  expect(compareValues(undefined, null)).toBe(0);
  expect(compareValues(NaN, -Infinity)).toBeLessThan(0);
  expect(compareValues(new Date(8.64e15), AFTER_ALL)).toBeLessThan(0);
});

test('a shorter list comes first', () => {
  expect(compareLists([1], [1, 0])).toBeLessThan(0);
  expect(compareLists([2], [1, 0])).toBeGreaterThan(0);
});

test('the order is total: each value equals itself, swapping turns the sign', () => {
  fc.assert(
    fc.property(stored, stored, (left, right) => {
      expect(compareValues(left, left)).toBe(0);
      expect(Math.sign(compareValues(left, right))).toBe(0 - Math.sign(compareValues(right, left)));
    }),
  );
});

test('the order is transitive', () => {
  fc.assert(
    fc.property(stored, stored, stored, (a, b, c) => {
      const [low, middle, high] = [a, b, c].sort(compareValues);
      expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
      expect(compareValues(middle, high)).toBeLessThanOrEqual(0);
      expect(compareValues(low, high)).toBeLessThanOrEqual(0);
    }),
  );
});
