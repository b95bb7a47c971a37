import { oneOfEach } from '../../../tools/release-fixture/one-of-each';

const idsOf = (documents: readonly object[]) =>
  oneOfEach(documents.map((document, index) => ({ _id: `d${index}`, ...document }))).map(
    ({ _id }) => _id,
  );

test('one of several alike is enough', () => {
  expect(idsOf([{ count: 1 }, { count: 2 }, { count: 3 }])).toEqual(['d0']);
});

test('another is taken for a field, a type, an empty list and a truth that the first has not', () => {
  expect(idsOf([{ name: 'a' }, { name: null }])).toEqual(['d0', 'd1']);
  expect(idsOf([{ name: 'a' }, { name: 'b', more: 1 }])).toEqual(['d1']);
  expect(idsOf([{ list: [1] }, { list: [] }])).toEqual(['d0', 'd1']);
  expect(idsOf([{ is: true }, { is: false }])).toEqual(['d0', 'd1']);
});

test('fields named by ids are one and the same', () => {
  expect(idsOf([{ acks: { yx01: { atMs: 1 } } }, { acks: { yx02: { atMs: 2 } } }])).toEqual(['d0']);
});

test('each word of a closed list is taken, and each shape for every kind', () => {
  const ways = Array.from({ length: 4 }, () => [{ way: 'scan' }, { way: 'typed-in' }]).flat();
  expect(idsOf(ways)).toEqual(['d0', 'd1']);
  const about = [null, { id: 1 }];
  const kinds = about.flatMap((each) => [
    { kind: 'study', about: each },
    { kind: 'swap', about: each },
  ]);
  expect(idsOf(kinds)).toHaveLength(4);
});

test('titles are not a closed list', () => {
  expect(idsOf([{ title: 'Fire drill' }, { title: '防火' }, { title: 'Handover' }])).toEqual([
    'd0',
  ]);
});
