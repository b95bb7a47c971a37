import * as v from 'valibot';
import { REACHES } from '../../domain/content/channel/coverage';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Day, Id } from '../fields';
import { growing } from '../growing';
import { NoticeReason } from '../notice/notice-shapes';
import { PRESENTERS } from '../roles';
import { ChannelName } from './channel-shapes';

/**
 * Whom an issue has reached in a branch, by crew, and why not the others; no time of reading, no order
 * but that of the directory. docs/rules.md#R-229
 */
export const issueCoverage = defineAction({
  fn: 'content',
  name: 'issueCoverage',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), channel: ChannelName, day: Day }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    /** What tellInPerson names. */
    messageId: Id,
    crews: v.array(
      v.strictObject({
        /** Null: of no crew. */
        name: v.nullable(v.string()),
        onPhone: Count,
        inPerson: Count,
        /** Whom it has not reached. */
        open: v.array(
          v.strictObject({
            memberId: Id,
            name: v.string(),
            why: growing(REACHES),
            /** Of who waits: until when, and for what. */
            waits: v.nullable(v.strictObject({ untilAtMs: AtMs, why: NoticeReason })),
          }),
        ),
      }),
    ),
  }),
  errors: [
    /** Nobody of the branch was told of it: it is not out, is older than messages are, or was withdrawn. */
    'not-told',
  ],
});

export const coverageActions = { issueCoverage } as const;
