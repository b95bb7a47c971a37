import type { Fit } from './attendance';

export interface OfferedSitting {
  readonly sittingId: string;
  readonly startAtMs: number;
  readonly closesAtMs: number;
  readonly fit: Fit;
}

/** What is known of a member and a study. */
export interface OwnChoice {
  /** Where they were entered, or else said that they come; null also when that sitting is gone. */
  readonly chosenSittingId: string | null;
  readonly isEntered: boolean;
}

/** Of two sittings the one that fits better; what fits worst is being on duty. */
const FIT_ORDER: readonly Fit[] = ['free', 'unknown', 'after-night', 'asleep', 'on-duty'];

/**
 * The sitting that stands for the study on a member's pages: where they were entered; else, of those
 * that close after now, the one they chose or that fits best, the earlier of equals; else, when all
 * have closed, the one they had chosen or the last. undefined only without sittings. docs/rules.md#R-88
 */
export function sittingOfMember<S extends OfferedSitting>(
  sittings: readonly S[],
  { chosenSittingId, isEntered }: OwnChoice,
  nowMs: number,
): S | undefined {
  const chosen = sittings.find(({ sittingId }) => sittingId === chosenSittingId);
  if (chosen !== undefined && (isEntered || nowMs < chosen.closesAtMs)) return chosen;
  const ahead = sittings.filter(({ closesAtMs }) => nowMs < closesAtMs);
  return bestFitting(ahead) ?? chosen ?? last(sittings);
}

/**
 * Whether the sitting that somebody said they come to has closed without them while another has not:
 * they are asked anew. docs/rules.md#R-91
 */
export function isChoiceOver(
  sittings: readonly Pick<OfferedSitting, 'sittingId' | 'closesAtMs'>[],
  chosenSittingId: string,
  nowMs: number,
): boolean {
  const chosen = sittings.find(({ sittingId }) => sittingId === chosenSittingId);
  const hasClosed = chosen !== undefined && chosen.closesAtMs <= nowMs;
  return hasClosed && sittings.some(({ closesAtMs }) => nowMs < closesAtMs);
}

/** The one that fits best, the earlier of equals. */
export function bestFitting<S extends OfferedSitting>(sittings: readonly S[]): S | undefined {
  return [...sittings].sort(
    (a, b) => FIT_ORDER.indexOf(a.fit) - FIT_ORDER.indexOf(b.fit) || a.startAtMs - b.startAtMs,
  )[0];
}

function last<S extends OfferedSitting>(sittings: readonly S[]): S | undefined {
  return [...sittings].sort((a, b) => a.startAtMs - b.startAtMs).at(-1);
}
