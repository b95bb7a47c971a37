import * as fc from 'fast-check';
import { newInvitationCode } from '../../../cloudfunctions/member/binding/invitation-code';
import { maskStaffNumber } from '../../../cloudfunctions/member/people/mask-staff-number';
import { crewIdOn } from '../../../cloudfunctions/_store/people/members';
import { localDay } from '../../../domain/time/local-day';
import { aMember } from '../../builders/documents';

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

describe('invitation codes', () => {
  const codes = Array.from({ length: 2000 }, newInvitationCode);

  test('have six characters that cannot be taken for one another', () => {
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/u);
  });

  test('use the whole alphabet and hardly ever repeat', () => {
    expect(new Set(codes.join('')).size).toBe(32);
    expect(new Set(codes).size).toBeGreaterThan(codes.length - 5);
  });
});

test('a crew counts from its first day on', () => {
  const member = aMember('alice', {
    crewHistory: [
      { crewId: 'crew-1', fromDay: localDay('2025-01-10') },
      { crewId: null, fromDay: localDay('2025-02-01') },
    ],
  });
  expect(crewIdOn(member, localDay('2025-01-09'))).toBeNull();
  expect(crewIdOn(member, localDay('2025-01-10'))).toBe('crew-1');
  expect(crewIdOn(member, localDay('2025-01-31'))).toBe('crew-1');
  expect(crewIdOn(member, localDay('2025-02-01'))).toBeNull();
});
