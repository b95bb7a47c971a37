import * as fc from 'fast-check';
import { maskStaffNumber } from '../../../../cloudfunctions/member/people/mask-staff-number';

describe('masked staff numbers', () => {
  test.each([
    ['QY12345', 'Q****45'],
    ['123456', '1***56'],
    ['12345', '***45'],
    ['1234', '**34'],
    ['123', '**3'],
    ['12', '*2'],
    ['1', '*'],
  ])('%s is shown as %s', (whole, masked) => {
    expect(maskStaffNumber(whole)).toBe(masked);
  });

  test('keep their length and always hide something', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,20}$/u), (whole) => {
        const masked = maskStaffNumber(whole);
        return masked.length === whole.length && masked.includes('*');
      }),
    );
  });
});
