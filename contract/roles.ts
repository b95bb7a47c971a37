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
