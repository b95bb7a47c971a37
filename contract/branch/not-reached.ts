import * as v from 'valibot';
import { NOT_REACHED, NOT_REACHED_DAYS } from '../../domain/notice/not-reached';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Cursor, Id } from '../fields';
import { growing } from '../growing';
import { ShownKind } from '../notice/notice-shapes';
import { OFFICERS } from '../roles';

const fn = 'branch';

const Days = v.picklist(NOT_REACHED_DAYS);
const Why = growing(NOT_REACHED);

const InBranch = v.strictObject({
  branchId: v.optional(Id),
  /** Of messages of so many days. */
  days: Days,
  cursor: v.optional(Cursor),
});

/** A message, with the page that it opens in an inbox. */
const Message = { messageId: Id, kind: ShownKind, title: v.string(), page: v.nullable(v.string()) };

/** How many people, by why of what has been open with them longest; in the order of the reasons. */
const Counts = v.array(v.strictObject({ why: Why, people: Count }));

/** Whom something has not reached, by crew and name: no ranking. docs/rules.md#R-275 */
export const notReachedPeople = defineAction({
  fn,
  name: 'notReachedPeople',
  allow: inBranch('branch', OFFICERS),
  input: InBranch,
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    branchName: v.string(),
    total: Count,
    counts: Counts,
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        /** Messages of a kind that are open for one reason, the newest of them named. */
        lines: v.array(
          v.strictObject({
            ...Message,
            count: Count,
            why: Why,
            /** Nothing is to be done before; null: now, or nobody knows. */
            untilAtMs: v.nullable(AtMs),
          }),
        ),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** What has not reached somebody, the newest first, with whom and why. docs/rules.md#R-275 */
export const notReachedMessages = defineAction({
  fn,
  name: 'notReachedMessages',
  allow: inBranch('branch', OFFICERS),
  input: InBranch,
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    branchName: v.string(),
    total: Count,
    messages: v.array(
      v.strictObject({
        ...Message,
        createdAtMs: AtMs,
        /** Who was to get it. */
        recipients: Count,
        /** Whom it has not reached. */
        open: Count,
        /** By crew and reason. */
        lines: v.array(
          v.strictObject({
            crewName: v.nullable(v.string()),
            why: Why,
            count: Count,
            /** The first of them by name. */
            names: v.array(v.string()),
          }),
        ),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** All branches in the order of the roster, in figures: nobody is named. docs/rules.md#R-278 */
export const officeNotReached = defineAction({
  fn,
  name: 'officeNotReached',
  allow: self(['committee-office']),
  input: v.strictObject({ days: Days }),
  output: v.strictObject({
    nowMs: AtMs,
    branches: v.array(
      v.strictObject({
        branchId: Id,
        name: v.string(),
        members: Count,
        people: Count,
        counts: Counts,
      }),
    ),
  }),
  errors: [],
});

export const notReachedActions = {
  notReachedPeople,
  notReachedMessages,
  officeNotReached,
} as const;
