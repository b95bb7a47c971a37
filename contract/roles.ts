import * as v from 'valibot';
import { growing, NEWER } from './growing';

/** Roles within a branch, and the committee office above all branches. See docs/glossary.md. */
export const ROLES = [
  'member',
  'probationary-member',
  'group-leader',
  'organisation-officer',
  'publicity-officer',
  'discipline-officer',
  'secretary',
  'committee-office',
] as const;

export const Role = v.picklist(ROLES);
export type Role = v.InferOutput<typeof Role>;

/** As an answer names it. */
export const ShownRole = growing(ROLES);
export type ShownRole = v.InferOutput<typeof ShownRole>;

/** Whether somebody holds one of these roles. */
export function holdsOneOf(held: readonly ShownRole[], wanted: readonly Role[]): boolean {
  return held.some((role) => role !== NEWER && wanted.includes(role));
}

export const ANY_MEMBER: readonly Role[] = [...ROLES];
export const OFFICERS: readonly Role[] = [
  'organisation-officer',
  'publicity-officer',
  'discipline-officer',
  'secretary',
  'committee-office',
];
/** Those who may stand in front of a meeting: officers, and the leader of a group. */
export const PRESENTERS: readonly Role[] = [...OFFICERS, 'group-leader'];
export const SECRETARIES: readonly Role[] = ['secretary', 'committee-office'];
/** Attendance, minutes and the roster are the organisation officer's and the secretary's. */
export const ROSTER_KEEPERS: readonly Role[] = [
  'organisation-officer',
  'secretary',
  'committee-office',
];
/** Whoever has something to do with a channel; which of them does what is domain/content/channel/desks. */
export const CHANNEL_EDITORS: readonly Role[] = [
  'publicity-officer',
  'discipline-officer',
  'secretary',
  'committee-office',
];
/** What is written under items waits for these of its branch. docs/rules.md#R-270 */
export const COMMENT_CHECKERS: readonly Role[] = [
  'publicity-officer',
  'secretary',
  'committee-office',
];
/** Contests are written by who writes for the branch, and by its secretary. docs/rules.md#R-251 */
export const CONTEST_WRITERS: readonly Role[] = [
  'publicity-officer',
  'secretary',
  'committee-office',
];
