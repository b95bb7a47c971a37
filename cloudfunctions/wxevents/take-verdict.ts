import type { CheckState } from '../../domain/words/check-state';
import type { MediaCheckEvent } from './media-check-event';
import { takeItemVerdict } from './item-verdict';
import { takeNoteVerdict } from './note-verdict';
import { takeSuggestionVerdict } from './suggestion-verdict';

const STATES = { pass: 'pass', review: 'to-look-at', risky: 'refused' } as const;
/** A verdict may come before what names it is written: it is looked for so often. */
const TRIES = 5;
const FIRST_PAUSE_MS = 100;

/** Enters the verdict where the picture is; whether it is there. */
type Taker = (traceId: string, check: CheckState, nowMs: number) => Promise<boolean>;

/** Of everything that has pictures of people. */
const TAKERS: readonly Taker[] = [takeNoteVerdict, takeItemVerdict, takeSuggestionVerdict];

/**
 * Enters WeChat's verdict on a picture. One that comes twice, or after somebody has decided, changes
 * nothing. docs/rules.md#R-112
 */
export async function takeVerdict(event: MediaCheckEvent, nowMs: number): Promise<void> {
  const { trace_id: traceId, result } = event;
  const check = result === undefined ? 'to-look-at' : STATES[result.suggest];
  for (let tries = 1; tries <= TRIES; tries += 1) {
    for (const take of TAKERS) {
      if (await take(traceId, check, nowMs)) return;
    }
    if (tries < TRIES) await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
