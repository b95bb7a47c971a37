import type { Remembered } from '../api/remembered';
import type { Failure, Success } from '../api/client';
import { readErrorText } from '../text/errors';
import type { CommonError, TransportError } from '../../contract/action';

/** What a page shows instead of its content; drawn by the component page-state. */
export type Placeholder =
  | { readonly kind: 'loading' }
  /** Nobody is bound here; `text` where it is about something else than what a page shows. */
  | { readonly kind: 'guest'; readonly text?: string }
  /** Of an office that the person does not hold, or not any more, or of what is not there. */
  | { readonly kind: 'not-yours'; readonly text: string }
  | { readonly kind: 'empty'; readonly text: string; readonly action?: string }
  | { readonly kind: 'error'; readonly text: string };

/** An answer that a page can show, and since when it is known if it could not be asked anew. */
interface Known<T> {
  readonly kind: 'known';
  readonly output: T;
  /** null: fresh, or still being asked. Otherwise the page says how old it is. */
  readonly asOfAtMs: number | null;
}

type Refused = Extract<Placeholder, { kind: 'guest' | 'not-yours' | 'error' }>;

export type Shown<T> = Known<T> | Extract<Placeholder, { kind: 'loading' }> | Refused;

type ReadFailure = Failure<CommonError | TransportError>;

/** What to show from what is remembered and, once it is here, the answer. */
export function shown<T>(
  kept: Remembered<T> | undefined,
  result?: Success<T> | ReadFailure,
): Shown<T> {
  if (result === undefined) {
    return kept === undefined
      ? { kind: 'loading' }
      : { kind: 'known', output: kept.output, asOfAtMs: null };
  }
  if (result.ok) return { kind: 'known', output: result.output, asOfAtMs: null };
  if (kept !== undefined && isOutOfReach(result.code)) {
    return { kind: 'known', output: kept.output, asOfAtMs: kept.atMs };
  }
  return instead(result, readErrorText(result));
}

/** What no second try changes: the person goes back. A wrong path has no id, or that of nothing. */
const NOT_HERE = ['not-allowed', 'not-found', 'bad-input'];

/** What stands in the place of what was refused, with the way to go on that its code asks for. */
export function instead({ code }: Failure, text: string): Refused {
  if (code === 'not-bound') return { kind: 'guest' };
  return { kind: NOT_HERE.includes(code) ? 'not-yours' : 'error', text };
}

/** What is kept stays on the screen: nobody was reached, or this version is not answered any more. */
function isOutOfReach(code: string): boolean {
  return code === 'offline' || code === 'timeout' || code === 'update-needed';
}
