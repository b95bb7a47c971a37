import { MS_PER_MINUTE } from '../time/local-day';
import { cleanWords } from '../words/clean-words';

/** HMAC-SHA256 of `text` under `secret` as 64 lower-case hexadecimal digits. Handed in: crypto is the platform's. */
export type Mac = (secret: string, text: string) => string;

/** docs/rules.md#R-34 */
export const SLOT_MS = 15_000;
/** Slots on each side of the present one whose code is still taken. */
const SLOT_TOLERANCE = 1;
/** Codes that are taken at any one instant. */
export const CODES_AT_ONCE = 2 * SLOT_TOLERANCE + 1;
/** Ten minutes of codes, so that a weak network does not freeze the presenter's screen. docs/rules.md#R-34 */
const SITTING_SLOTS_AHEAD = (10 * MS_PER_MINUTE) / SLOT_MS;
/** Two minutes: what a member could hand on stands for them alone, and goes out soon. docs/rules.md#R-34 */
const MEMBER_SLOTS_AHEAD = (2 * MS_PER_MINUTE) / SLOT_MS;
/** A presenter has this long from scanning a member's code to saying that it is they. docs/rules.md#R-34 */
const MEMBER_CONFIRM_SLOTS = MS_PER_MINUTE / SLOT_MS;

const TAG_DIGITS = 20;
const CODE = /^QF1\.[A-Za-z0-9-]{1,40}\.[A-Za-z0-9-]{1,40}\.[0-9a-z]{1,9}\.[0-9a-f]{20}$/u;
const MEMBER_CODE = /^QFM1\.[A-Za-z0-9-]{1,40}\.[0-9a-z]{1,9}\.[0-9a-f]{20}$/u;

export interface SittingRef {
  readonly studyId: string;
  readonly sittingId: string;
}

export interface SittingCode extends SittingRef {
  readonly slot: number;
  readonly tag: string;
}

export interface MemberCode {
  readonly memberId: string;
  readonly slot: number;
  readonly tag: string;
}

/** A code to be shown from `startAtMs` for SLOT_MS. */
export interface ShownCode {
  readonly startAtMs: number;
  readonly payload: string;
}

/** Number of the slot [n·15 s, (n+1)·15 s) since the epoch that the instant is in. No zone. */
export function slotOf(atMs: number): number {
  return Math.floor(atMs / SLOT_MS);
}

export function slotStartAtMs(slot: number): number {
  return slot * SLOT_MS;
}

/** Whether a code of this slot is still, or already, taken at `nowMs`. */
export function isFresh(slot: number, nowMs: number): boolean {
  return Math.abs(slot - slotOf(nowMs)) <= SLOT_TOLERANCE;
}

/** Whether a member's code of this slot was fresh within the minute that confirming may take. */
export function wasFreshJustNow(slot: number, nowMs: number): boolean {
  const age = slotOf(nowMs) - slot;
  return -SLOT_TOLERANCE <= age && age <= SLOT_TOLERANCE + MEMBER_CONFIRM_SLOTS;
}

/** What its codes are made of: the key, the sitting, and how many digits are typed. */
export interface CodeSource {
  readonly secret: string;
  readonly ref: SittingRef;
  readonly digitCount: number;
}

/** Codes of a sitting for the slot of `fromMs` and those that follow: QR payload and its digits. */
export function sittingCodes(
  mac: Mac,
  { secret, ref, digitCount }: CodeSource,
  fromMs: number,
): readonly (ShownCode & { readonly digits: string })[] {
  return slotsFrom(fromMs, SITTING_SLOTS_AHEAD).map((slot) => {
    const full = mac(secret, sittingText(ref, slot));
    return {
      startAtMs: slotStartAtMs(slot),
      payload: `QF1.${ref.studyId}.${ref.sittingId}.${slot.toString(36)}.${tagOf(full)}`,
      digits: digitsOf(full, digitCount),
    };
  });
}

/** Codes of a member for the slot of `fromMs` and those that follow. */
export function memberCodes(
  mac: Mac,
  secret: string,
  memberId: string,
  fromMs: number,
): readonly ShownCode[] {
  return slotsFrom(fromMs, MEMBER_SLOTS_AHEAD).map((slot) => ({
    startAtMs: slotStartAtMs(slot),
    payload: `QFM1.${memberId}.${slot.toString(36)}.${tagOf(mac(secret, memberText(memberId, slot)))}`,
  }));
}

/**
 * What a scanned text says, whether it is true or not; undefined when it is no code of a sitting.
 * White around it and what nobody sees in it make no difference.
 */
export function readSittingCode(scanned: string): SittingCode | undefined {
  const payload = cleanWords(scanned);
  if (!CODE.test(payload)) return undefined;
  // The pattern has just found exactly these five parts.
  const [, studyId, sittingId, slotText, tag] = payload.split('.') as Five;
  const slot = readSlot(slotText);
  return slot === undefined ? undefined : { studyId, sittingId, slot, tag };
}

/** As readSittingCode, for the code that a member shows. */
export function readMemberCode(scanned: string): MemberCode | undefined {
  const payload = cleanWords(scanned);
  if (!MEMBER_CODE.test(payload)) return undefined;
  // As above, four parts.
  const [, memberId, slotText, tag] = payload.split('.') as Four;
  const slot = readSlot(slotText);
  return slot === undefined ? undefined : { memberId, slot, tag };
}

type Four = [string, string, string, string];
type Five = [...Four, string];

/** Whether the code was made with this secret for the slot it names, however long ago that was. */
export function isGenuine(mac: Mac, secret: string, code: SittingCode): boolean {
  return tagOf(mac(secret, sittingText(code, code.slot))) === code.tag;
}

/** As isGenuine, for the code that a member shows. */
export function isGenuineMember(mac: Mac, secret: string, code: MemberCode): boolean {
  return tagOf(mac(secret, memberText(code.memberId, code.slot))) === code.tag;
}

/** Whether the digits are those of the present slot or one beside it. */
export function areDigitsRight(
  mac: Mac,
  { secret, ref, digitCount }: CodeSource,
  digits: string,
  nowMs: number,
): boolean {
  const present = slotOf(nowMs);
  for (let slot = present - SLOT_TOLERANCE; slot <= present + SLOT_TOLERANCE; slot += 1) {
    if (digitsOf(mac(secret, sittingText(ref, slot)), digitCount) === digits) return true;
  }
  return false;
}

function slotsFrom(fromMs: number, length: number): readonly number[] {
  const first = slotOf(fromMs);
  return Array.from({ length }, (_, index) => first + index);
}

/** One code has one spelling: a slot with leading zeros is none. */
function readSlot(text: string): number | undefined {
  const slot = Number.parseInt(text, 36);
  return slot.toString(36) === text ? slot : undefined;
}

// The first word keeps a member's code from ever being a sitting's, whatever the ids are.
const sittingText = (ref: SittingRef, slot: number) =>
  `sitting.${ref.studyId}.${ref.sittingId}.${slot}`;
const memberText = (memberId: string, slot: number) => `member.${memberId}.${slot}`;

const tagOf = (full: string) => full.slice(0, TAG_DIGITS);

/** Up to ten digits from 48 bits that the tag does not show. */
function digitsOf(full: string, count: number): string {
  return String(Number.parseInt(full.slice(-12), 16) % 10 ** count).padStart(count, '0');
}
