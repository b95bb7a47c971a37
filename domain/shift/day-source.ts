import type { OverrideKind } from './override';
import type { CrewId, RotationId } from './rotation';

/** Why a day looks as it does. `unknown` names what is missing. */
export type DaySource =
  | { readonly kind: 'rotation'; readonly rotationId: RotationId; readonly crewId: CrewId }
  | { readonly kind: 'calendar'; readonly rotationId: RotationId; readonly crewId: CrewId }
  | { readonly kind: 'override'; readonly overrideId: string; readonly override: OverrideKind }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export type UnknownReason =
  | 'no-crew'
  | 'no-pattern'
  | 'calendar-not-published'
  | 'on-loan-elsewhere';
