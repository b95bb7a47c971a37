import type { ErrorOf, OutputOf, Detail } from '../../../../contract/action';
import { checkIn } from '../../../../contract/study/mine';
import type { MyStudy } from '../../../../contract/study/study-shapes';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Failure, FailureCode } from '../../../api/client';
import type { FirstWait, WaitsFor } from '../../../api/outbox';
import type { Placeholder } from '../../../state/shown';
import {
  CHECK_IN_REFUSAL_TEXT,
  KEPT_SCAN_TEXT,
  TYPED_UNSENT_TEXT,
  TYPED_WRONG_TEXT,
  type RefusalText,
} from '../../../text/attendance';
import { errorText } from '../../../text/errors';
import { clockOf, dayText, fullDayText, momentText } from '../../../text/when';

export type CheckInReply = OutputOf<typeof checkIn>;
export type CheckInRefusal = ErrorOf<typeof checkIn>;
export type Way = 'scan' | 'typed';

export interface DoneView {
  readonly kind: 'done';
  /** Whether the person is in; else somebody has to confirm it. */
  readonly isIn: boolean;
  readonly title: string;
  readonly who: string;
  readonly clock: string;
  readonly day: string;
  readonly place: string;
  readonly topic: string;
  readonly note: string;
}

export type NextStep = 'scan' | 'type' | 'be-scanned';

export interface RefusedView {
  readonly kind: 'refused';
  readonly code: CheckInRefusal | 'typed-wrong' | 'unsent' | 'failed';
  readonly icon: 'result-clock' | 'result-info' | 'result-lock';
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly NextStep[];
  readonly closesLine: string;
}

export interface KeptView {
  readonly kind: 'kept';
  readonly title: string;
  readonly meaning: string;
  readonly clock: string;
}

/** What a refusal says of the sitting that was aimed at. */
type Aimed = { readonly closesLine: string };

/** Nobody comes in without being known, and a guest is told before the camera opens. */
export type GuestView = Extract<Placeholder, { kind: 'guest' }>;

export const guestView: GuestView = {
  kind: 'guest',
  text: '还没有绑定身份，绑定后才能签到。这次没有记录。',
};

const DONE_TITLE: Record<CheckInReply['state'], string> = {
  attended: '已签到',
  late: '已签到，算迟到',
  'to-confirm': '等书记确认',
  newer: '已收到',
};

/** The answer of the server in the order in which people look: that, when, where, what. */
export function toDoneView(reply: CheckInReply, who: string, nowMs: number): DoneView {
  const day = dayOfInstant(reply.atMs);
  const today = dayOfInstant(nowMs);
  const relative = dayText(day, today);
  const full = fullDayText(day, today);
  return {
    kind: 'done',
    isIn: reply.state !== 'to-confirm',
    title: DONE_TITLE[reply.state],
    who,
    clock: clockOf(reply.atMs),
    day: relative === full ? full : `${relative} ${full}`,
    place: reply.place,
    topic: reply.topic,
    note: doneNote(reply),
  };
}

/** The same page for somebody who is in already, such as after the presenter scanned them. */
export function alreadyIn(mine: MyStudy, who: string, nowMs: number): DoneView | undefined {
  const { state, atMs } = mine;
  if (atMs === null) return undefined;
  if (state !== 'attended' && state !== 'late' && state !== 'to-confirm') return undefined;
  const only = mine.sittings.length === 1 ? mine.sittings[0] : undefined;
  const held = mine.sittings.find(
    (sitting) => sitting.opensAtMs <= atMs && atMs < sitting.closesAtMs,
  );
  const sitting = only ?? held;
  const { studyId, topic } = mine;
  const reply = {
    studyId,
    topic,
    state,
    atMs,
    sittingId: sitting?.sittingId ?? '',
    place: sitting?.place ?? '',
    wasIn: false,
  };
  return toDoneView(reply, who, nowMs);
}

const REFUSALS: readonly string[] = checkIn.errors;

function isRefusal(code: string): code is CheckInRefusal {
  return REFUSALS.includes(code);
}

function doneNote(reply: CheckInReply): string {
  if (reply.state === 'to-confirm') return '你到了的时间已送到，书记确认后记入记录本';
  if (reply.wasIn) return '你早就签过了，以这次时间为准，不会重复记';
  return '已记入你的学习记录本';
}

/** A refusal with its time or tries filled in, and what to do instead. */
export function toRefusedView(
  code: CheckInRefusal,
  way: Way,
  detail: Detail | undefined,
  nowMs: number,
  target: Aimed | null,
): RefusedView {
  const triesLeft = detail?.['triesLeft'];
  // The last try used up is told as what it means, not as a wrong code with no try left.
  if (triesLeft === 0) return toRefusedView('typing-locked', way, undefined, nowMs, target);
  const isTypedWrong = way === 'typed' && code === 'code-stale' && triesLeft !== undefined;
  const text = isTypedWrong ? TYPED_WRONG_TEXT : CHECK_IN_REFUSAL_TEXT[code];
  return {
    kind: 'refused',
    code: isTypedWrong ? 'typed-wrong' : code,
    icon: ICON[code],
    title: text.title,
    meaning: filled(text, detail, nowMs),
    steps: STEPS[code],
    closesLine: code === 'code-stale' || code === 'typing-locked' ? (target?.closesLine ?? '') : '',
  };
}

/** A scan that nobody has looked at yet: the code waits in the phone. */
export function toKeptView(claimedAtMs: number, waitsFor: WaitsFor): KeptView {
  return { kind: 'kept', ...KEPT_SCAN_TEXT[waitsFor], clock: clockOf(claimedAtMs) };
}

/** Everything that can keep somebody out, each with what to do instead. */
export function toFailureView(
  failure: Failure,
  way: Way,
  nowMs: number,
  target: Aimed | null,
): RefusedView | GuestView {
  const { code, detail, requestId } = failure;
  if (code === 'not-bound') return guestView;
  if (isRefusal(code)) return toRefusedView(code, way, detail, nowMs, target);
  const waitsFor = UNSENT[code];
  if (way === 'typed' && waitsFor !== undefined) return toUnsentView(waitsFor, target);
  return {
    kind: 'refused',
    code: 'failed',
    icon: 'result-info',
    title: '这次没签上',
    meaning: errorText({ ok: false, code, detail, requestId }, {}),
    steps: ['scan', 'type', 'be-scanned'],
    closesLine: target?.closesLine ?? '',
  };
}

/** Codes with which a write was not looked at, and what would have to come first. */
const UNSENT: Readonly<Partial<Record<string, FirstWait>>> = {
  offline: 'network',
  timeout: 'network',
  'update-needed': 'update',
};

/** Typed digits cannot wait: without the server they say nothing. A version too old gets no own code either. */
function toUnsentView(waitsFor: FirstWait, target: Aimed | null): RefusedView {
  return {
    kind: 'refused',
    code: 'unsent',
    icon: 'result-info',
    ...TYPED_UNSENT_TEXT[waitsFor],
    steps: waitsFor === 'network' ? ['scan', 'be-scanned'] : ['scan'],
    closesLine: target?.closesLine ?? '',
  };
}

/** How many digits the sitting has, when fewer were typed. */
export function digitsMissing({
  code,
  detail,
}: Failure<FailureCode<typeof checkIn>>): number | undefined {
  const digits = detail['digits'];
  return code === 'more-digits' && typeof digits === 'number' ? digits : undefined;
}

export function moreDigitsText(count: number): string {
  return `这场是 ${count} 位数字，请接着输完`;
}

const ICON: Record<CheckInRefusal, RefusedView['icon']> = {
  'not-a-code': 'result-info',
  'code-stale': 'result-clock',
  'not-open-yet': 'result-clock',
  closed: 'result-clock',
  'not-invited': 'result-info',
  'study-cancelled': 'result-info',
  'typing-locked': 'result-lock',
  'more-digits': 'result-info',
  'officer-decided': 'result-info',
};

const STEPS: Record<CheckInRefusal, readonly NextStep[]> = {
  'not-a-code': ['scan', 'type', 'be-scanned'],
  'code-stale': ['scan', 'type', 'be-scanned'],
  'not-open-yet': [],
  closed: [],
  'not-invited': [],
  'study-cancelled': [],
  'typing-locked': ['scan', 'be-scanned'],
  'more-digits': ['type', 'scan', 'be-scanned'],
  'officer-decided': [],
};

function filled(text: RefusalText, detail: Detail | undefined, nowMs: number): string {
  const atMs = detail?.['opensAtMs'] ?? detail?.['closedAtMs'];
  const time = typeof atMs === 'number' ? momentText(atMs, nowMs) : '';
  return text.meaning
    .replace('{time}', time)
    .replace('{tries}', String(detail?.['triesLeft'] ?? ''));
}
