import * as fc from 'fast-check';
import { ballotPadding, MOST_PADDING } from '../../../../domain/star/ballot/ballot-padding';
import { MOST_CANDIDATES } from '../../../../domain/star/star-month';

const lengthOf = (ids: readonly string[], chosen: readonly string[]): number =>
  JSON.stringify({ pollId: 'p', chosen, padding: ballotPadding(ids, chosen) }).length;

test('a ballot is as long as any other of its poll, with ids of any length', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/u), {
    minLength: 1,
    maxLength: MOST_CANDIDATES,
  });
  fc.assert(
    fc.property(
      ids.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all))),
      ([all, chosen]) => {
        expect(lengthOf(all, chosen)).toBe(lengthOf(all, []));
      },
    ),
  );
});

test('the most that is ever sent fits', () => {
  const longest = Array.from({ length: MOST_CANDIDATES }, (_, at) => `${at}`.padStart(40, 'x'));
  expect(ballotPadding(longest, []).length).toBeLessThanOrEqual(MOST_PADDING);
});
