import type { Fit } from '../../../domain/study/attendance';
import { isChoiceOver, sittingOfMember } from '../../../domain/study/sitting-of-member';

const sitting = (sittingId: string, startAtMs: number, fit: Fit = 'free') => ({
  sittingId,
  startAtMs,
  closesAtMs: startAtMs + 10,
  fit,
});
const first = sitting('first', 100);
const second = sitting('second', 200);
const third = sitting('third', 300);
const none = { chosenSittingId: null, isEntered: false };

describe('the sitting that stands for a study', () => {
  it.each([
    [
      'the one attended, when another is still ahead',
      { chosenSittingId: 'first', isEntered: true },
      150,
      'first',
    ],
    [
      'the one attended, when all are over',
      { chosenSittingId: 'first', isEntered: true },
      900,
      'first',
    ],
    ['the one chosen', { chosenSittingId: 'second', isEntered: false }, 50, 'second'],
    [
      'another one, when the chosen one was missed',
      { chosenSittingId: 'first', isEntered: false },
      150,
      'second',
    ],
    [
      'the chosen one, when all were missed',
      { chosenSittingId: 'first', isEntered: false },
      900,
      'first',
    ],
    ['the next one', none, 110, 'second'],
    ['the one that is open to its last moment', none, 109, 'first'],
    ['the last one, when all are over', none, 900, 'third'],
    [
      'the next one, when the chosen one is gone',
      { chosenSittingId: 'gone', isEntered: true },
      50,
      'first',
    ],
  ] as const)('%s', (_, mine, nowMs, named) => {
    expect(sittingOfMember([third, first, second], mine, nowMs)?.sittingId).toBe(named);
  });

  it('that fits better comes before an earlier one', () => {
    const busy = sitting('busy', 100, 'on-duty');
    const asleep = sitting('asleep', 200, 'asleep');
    expect(sittingOfMember([busy, asleep, third], none, 0)?.sittingId).toBe('third');
    expect(sittingOfMember([busy, asleep], none, 0)?.sittingId).toBe('asleep');
  });

  it('is none without sittings', () => {
    const nothing: (typeof first)[] = [];
    expect(sittingOfMember(nothing, none, 0)?.sittingId).toBeUndefined();
  });
});

describe('a choice', () => {
  it.each([
    ['stands while its sitting is open', 'first', 109, false],
    ['is over once it has closed while another has not', 'first', 110, true],
    ['stands when nothing is left to choose', 'third', 310, false],
    ['of a sitting that was taken away is no choice', 'gone', 0, false],
  ])('%s', (_, chosen, nowMs, isOver) => {
    expect(isChoiceOver([first, second, third], chosen, nowMs)).toBe(isOver);
  });
});
