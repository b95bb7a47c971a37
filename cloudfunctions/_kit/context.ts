import type { Detail } from '../../contract/action';
import type { Role } from '../../contract/roles';

/** The bound member behind a call, read from the database for this very call. */
export interface Caller {
  readonly memberId: string;
  readonly name: string;
  readonly branchId: string;
  readonly groupId: string | null;
  readonly roles: readonly Role[];
}

/** Who called a while ago. */
export interface Remembered {
  readonly caller: Caller;
  /** Who it is by the database, and whether all that is remembered of them is so still. */
  readNow(): Promise<{ readonly caller: Caller | null; readonly isAsRemembered: boolean }>;
}

export interface Refusal<E extends string> {
  readonly kind: 'refused';
  readonly code: E;
  readonly detail?: Detail;
}

export interface Answer<T> {
  readonly kind: 'answered';
  readonly output: T;
}

export type Outcome<T, E extends string> = Answer<T> | Refusal<E>;

/** What a handler is given besides its input. Nothing else tells it the time, ids or who is calling. */
export interface Ctx<E extends string> {
  /** Of the platform's own knowledge; never from the input. */
  readonly openId: string;
  readonly requestId: string;
  /** Whether the phone drops fields that it does not know; otherwise none that came later is answered. */
  readonly readsLeniently: boolean;
  /** Whether the phone has words for who slept; see stateFor. */
  readonly knowsAsleep: boolean;
  nowMs(): number;
  readonly newId: () => string;
  answer<T>(output: T): Answer<T>;
  fail(code: E, detail?: Detail): Refusal<E>;
}

export interface MemberCtx<E extends string> extends Ctx<E> {
  readonly caller: Caller;
}
