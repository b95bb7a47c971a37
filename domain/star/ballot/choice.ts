import type { ChoiceRule } from './poll-rules';

export const CHOICE_PROBLEMS = [
  /** Not on the list, or named twice. */
  'unknown-candidate',
  'withdrawn-candidate',
  'too-many-names',
  /** Some, but fewer than the rule asks for. */
  'too-few-names',
] as const;
export type ChoiceProblem = (typeof CHOICE_PROBLEMS)[number];

export interface Standing {
  readonly candidateId: string;
  readonly isWithdrawn: boolean;
}

/**
 * How many names a ballot has that names anybody: as many as the rule says, or as still stand where those are
 * fewer, for otherwise nobody could be voted for any more; up to so many, at least one. docs/rules.md#R-180
 */
export const leastNames = ({ kind, names }: ChoiceRule, standing: number): number =>
  kind === 'exactly' ? Math.max(1, Math.min(names, standing)) : 1;

/**
 * What keeps a ballot from being counted; undefined when it may be. No names at all is a blank ballot,
 * which every rule allows. docs/rules.md#R-171
 */
export function choiceProblem(
  rule: ChoiceRule,
  candidates: readonly Standing[],
  chosen: readonly string[],
): ChoiceProblem | undefined {
  if (chosen.length > rule.names) return 'too-many-names';
  if (new Set(chosen).size < chosen.length) return 'unknown-candidate';
  for (const candidateId of chosen) {
    const candidate = candidates.find((each) => each.candidateId === candidateId);
    if (candidate === undefined) return 'unknown-candidate';
    if (candidate.isWithdrawn) return 'withdrawn-candidate';
  }
  const standing = candidates.filter(({ isWithdrawn }) => !isWithdrawn).length;
  const isShort = chosen.length > 0 && chosen.length < leastNames(rule, standing);
  return isShort ? 'too-few-names' : undefined;
}
