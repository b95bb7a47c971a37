import { newInvitationCode } from '../../../../cloudfunctions/member/binding/invitation-code';

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
