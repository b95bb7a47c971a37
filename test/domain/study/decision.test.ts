import { decisionAtMs } from '../../../domain/study/decision';

describe('when a person decided', () => {
  it.each([
    ['is what the phone says', 900, 1000, 900],
    ['is when it was heard, where the phone does not know the time', undefined, 1000, 1000],
    ['is never later than it was heard', 1001, 1000, 1000],
  ])('%s', (_, saidAtMs, heardAtMs, expected) => {
    expect(decisionAtMs(saidAtMs, heardAtMs)).toBe(expected);
  });
});
