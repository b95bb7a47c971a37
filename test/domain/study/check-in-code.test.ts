import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  areDigitsRight,
  isFresh,
  isGenuine,
  isGenuineMember,
  memberCodes,
  readMemberCode,
  readSittingCode,
  sittingCodes,
  SLOT_MS,
  slotOf,
  slotStartAtMs,
  type Mac,
} from '../../../domain/study/check-in-code';
import { START } from './a-sitting';

const mac: Mac = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');
const REF = { studyId: 'study-1', sittingId: 'sitting-1' };
const SECRET = 'secret';
const SOURCE = { secret: SECRET, ref: REF, digitCount: 6 };

test('ten minutes of codes begin with the present slot, without gaps', () => {
  const codes = sittingCodes(mac, SOURCE, START + 7_000);
  expect(codes).toHaveLength(40);
  expect(codes.map((code) => code.startAtMs)).toEqual(
    codes.map((_, index) => START + index * SLOT_MS),
  );
  expect(new Set(codes.map((code) => code.payload)).size).toBe(40);
  expect(codes.every((code) => /^\d{6}$/u.test(code.digits))).toBe(true);
});

test('what is shown is read back and is genuine', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/);
  const nowMs = fc.integer({ min: 0, max: 4_102_444_800_000 });
  fc.assert(
    fc.property(id, id, fc.string(), nowMs, (studyId, sittingId, secret, at) => {
      const [shown] = sittingCodes(mac, { ...SOURCE, secret, ref: { studyId, sittingId } }, at);
      const code = readSittingCode(shown!.payload);
      expect(code).toMatchObject({ studyId, sittingId, slot: slotOf(at) });
      expect(isGenuine(mac, secret, code!)).toBe(true);
      expect(shown!.payload.length).toBeLessThanOrEqual(200);
    }),
  );
});

test('another secret, sitting, study or slot makes it false', () => {
  const code = readSittingCode(sittingCodes(mac, SOURCE, START)[0]!.payload)!;
  expect(isGenuine(mac, 'other', code)).toBe(false);
  expect(isGenuine(mac, SECRET, { ...code, sittingId: 'sitting-2' })).toBe(false);
  expect(isGenuine(mac, SECRET, { ...code, studyId: 'study-2' })).toBe(false);
  expect(isGenuine(mac, SECRET, { ...code, slot: code.slot + 1 })).toBe(false);
});

test.each([
  '',
  'QF1',
  'QF1.a.b.1.0123456789abcdef012',
  'QF1.a.b.1.0123456789ABCDEF0123',
  'QF1.a.b.01.0123456789abcdef0123',
  'QF1.a.b.-1.0123456789abcdef0123',
  'QF1.a b.c.1.0123456789abcdef0123',
  'QF1.a.b. 1.0123456789abcdef0123',
  `QF1.${'a'.repeat(41)}.b.1.0123456789abcdef0123`,
  'QFM1.member-1.1.0123456789abcdef0123',
])('%j is no code of a sitting', (payload) => {
  expect(readSittingCode(payload)).toBeUndefined();
});

test.each([' %\n', '\ufeff%', '%\u200b', '\u202a%\u202c', '\u3000%\u00a0'])(
  'what stands around a code makes no difference: %j',
  (around) => {
    const shown = sittingCodes(mac, SOURCE, START)[0]!.payload;
    expect(readSittingCode(around.replace('%', shown))).toEqual(readSittingCode(shown));
    const own = memberCodes(mac, SECRET, 'member-1', START)[0]!.payload;
    expect(readMemberCode(around.replace('%', own))).toEqual(readMemberCode(own));
    expect(readMemberCode(own)).toBeDefined();
  },
);

test('no text whatever makes reading fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([undefined, 'object']).toContainEqual(
        readSittingCode(text) === undefined ? undefined : 'object',
      );
      expect(readMemberCode(text)).toBeUndefined();
    }),
  );
});

test('a code is taken in its own slot and one slot on either side', () => {
  const slot = slotOf(START);
  const end = slotStartAtMs(slot) + SLOT_MS;
  expect(isFresh(slot, slotStartAtMs(slot) - SLOT_MS)).toBe(true);
  expect(isFresh(slot, slotStartAtMs(slot) - SLOT_MS - 1)).toBe(false);
  expect(isFresh(slot, end + SLOT_MS - 1)).toBe(true);
  expect(isFresh(slot, end + SLOT_MS)).toBe(false);
});

test('digits are right in their slot and beside it, and in no other', () => {
  const digits = sittingCodes(mac, SOURCE, START)[0]!.digits;
  const right = (atMs: number) => areDigitsRight(mac, SOURCE, digits, atMs);
  expect([-2, -1, 0, 1, 2].map((slots) => right(START + slots * SLOT_MS))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test.each([6, 8, 10])('as many digits as asked for: %d', (digitCount) => {
  const source = { ...SOURCE, digitCount };
  const { digits } = sittingCodes(mac, source, START)[0]!;
  expect(digits).toHaveLength(digitCount);
  expect(areDigitsRight(mac, source, digits, START)).toBe(true);
  expect(areDigitsRight(mac, source, digits.slice(0, -1), START)).toBe(false);
});

test('digits keep their leading zeros', () => {
  const zeros: Mac = () => '0'.repeat(64);
  expect(sittingCodes(zeros, SOURCE, START)[0]!.digits).toBe('000000');
});

describe("a member's own code", () => {
  const shown = memberCodes(mac, SECRET, 'member-1', START)[0]!.payload;

  test('is read back and is genuine for that member and slot only', () => {
    const code = readMemberCode(shown)!;
    expect(code).toMatchObject({ memberId: 'member-1', slot: slotOf(START) });
    expect(isGenuineMember(mac, SECRET, code)).toBe(true);
    expect(isGenuineMember(mac, SECRET, { ...code, memberId: 'member-2' })).toBe(false);
    expect(isGenuineMember(mac, SECRET, { ...code, slot: code.slot - 1 })).toBe(false);
    expect(isGenuineMember(mac, 'other', code)).toBe(false);
  });

  test('is no code of a sitting', () => {
    expect(readSittingCode(shown)).toBeUndefined();
  });

  test.each(['QFM1.member-1.01.0123456789abcdef0123', 'QFM1.member-1.1.xyz', 'QFM1'])(
    '%j is none',
    (payload) => {
      expect(readMemberCode(payload)).toBeUndefined();
    },
  );
});
