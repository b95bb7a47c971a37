import { quietAround } from '../../../domain/shift/quiet-around';
import { aPerson, at, clock } from './people';

describe('the stretch around an instant in which nothing reaches somebody', () => {
  it.each([
    ['2026-03-05 03:00', 'on-duty'],
    ['2026-03-05 08:45', 'resting-after-night'],
    ['2026-03-05 10:00', 'asleep'],
  ])('at %s is that of the whole night, and %s', (text, state) => {
    const stretch = quietAround(aPerson(), at(text));
    expect(stretch && [clock(stretch.startAtMs), clock(stretch.endAtMs)]).toEqual([
      '03-04 20:00',
      '03-05 16:00',
    ]);
    expect(stretch?.state).toBe(state);
  });

  it('is none for someone free', () => {
    expect(quietAround(aPerson(), at('2026-03-05 16:00'))).toBeNull();
  });
});
