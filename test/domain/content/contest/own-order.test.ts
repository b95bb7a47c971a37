import { ownOrder } from '../../../../domain/content/contest/own-order';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const orderOf = (memberId: string, seed = '5f0c') =>
  ownOrder(IDS, (id) => id, { seed, memberId }).join('');

test('the order of a person is always the same, whatever order the things come in', () => {
  expect(orderOf('m-1')).toBe(orderOf('m-1'));
  const turned = ownOrder([...IDS].reverse(), (id) => id, { seed: '5f0c', memberId: 'm-1' });
  expect(turned.join('')).toBe(orderOf('m-1'));
  expect(orderOf('m-1').split('').sort()).toEqual(IDS);
});

test('this file alone says it: for one seed, on any machine', () => {
  expect(orderOf('m-1')).toBe('cdegfahb');
});

test('people and seeds that are alike part; every thing comes first for about as many', () => {
  const people = Array.from({ length: 800 }, (_, index) => `member-${index}`);
  expect(new Set(people.map((memberId) => orderOf(memberId))).size).toBeGreaterThan(760);
  expect(orderOf('m-1', '5f0d')).not.toBe(orderOf('m-1'));
  const firsts = people.map((memberId) => orderOf(memberId)[0]);
  for (const id of IDS) {
    const count = firsts.filter((first) => first === id).length;
    expect(count).toBeGreaterThan(60);
    expect(count).toBeLessThan(140);
  }
});
