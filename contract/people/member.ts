import * as v from 'valibot';
import { bareCode } from '../../domain/words/bare-code';
import { defineAction } from '../action';
import { guest, inBranch, ownReading, self } from '../allow';
import { AtMs, Count, Day, Id, Nothing, Words } from '../fields';
import { INVITATION_CODE_LENGTH, MOST_CHARACTERS, STAFF_NUMBER } from '../limits';
import { growing } from '../growing';
import { ANY_MEMBER, Role, ROSTER_KEEPERS, SECRETARIES, ShownRole } from '../roles';
import { hello, Me } from './hello';

const fn = 'member';

export const StaffNumber = v.pipe(
  v.string(),
  v.transform(bareCode),
  v.minLength(STAFF_NUMBER.least),
  v.maxLength(STAFF_NUMBER.most),
  v.regex(/^[A-Z0-9]+$/u),
);

export const InvitationCode = v.pipe(
  v.string(),
  v.transform(bareCode),
  v.minLength(INVITATION_CODE_LENGTH),
  v.maxLength(INVITATION_CODE_LENGTH),
  v.regex(/^[A-Z0-9]+$/u),
);

export const STANDINGS = ['member', 'probationary-member'] as const;
const Standing = v.picklist(STANDINGS);
export type Standing = v.InferOutput<typeof Standing>;

/** The newest privacy notice; binding asks for agreement to exactly this one. */
export const PRIVACY_VERSION = 1;

/** A branch member as colleagues see them: staff numbers are masked by the server. */
export const Person = v.strictObject({
  memberId: Id,
  name: v.string(),
  maskedStaffNumber: v.string(),
  groupName: v.nullable(v.string()),
  crewId: v.nullable(Id),
  crewName: v.nullable(v.string()),
  roles: v.array(ShownRole),
  isBound: v.boolean(),
});
export type Person = v.InferOutput<typeof Person>;

const Branch = v.strictObject({ branchId: Id, name: v.string(), memberCount: Count });

export const bind = defineAction({
  fn,
  name: 'bind',
  allow: guest(),
  input: v.strictObject({
    name: Words(MOST_CHARACTERS.name),
    staffNumber: StaffNumber,
    invitationCode: InvitationCode,
    agreedPrivacyVersion: v.literal(PRIVACY_VERSION),
  }),
  output: v.strictObject({ me: Me }),
  errors: [
    /** Name, staff number and branch code do not meet in one member; never says which one is wrong. */
    'no-such-member',
    /** The branch code is right but older than its seven days. */
    'invitation-expired',
    /** This member is bound to another WeChat account; an officer can release it. */
    'member-already-bound',
    /** This WeChat account is bound to another member. */
    'account-already-bound',
    /** Too many wrong tries; detail.untilAtMs says when it opens again. */
    'too-many-tries',
  ],
});

export const unbind = defineAction({
  fn,
  name: 'unbind',
  allow: self(),
  input: Nothing,
  output: Nothing,
  errors: [],
});

/** Everything kept about the caller, for reading and for export. */
export const myData = defineAction({
  fn,
  name: 'myData',
  allow: ownReading(),
  input: Nothing,
  output: v.strictObject({
    profile: v.strictObject({
      name: v.string(),
      staffNumber: v.string(),
      branchName: v.string(),
      groupName: v.nullable(v.string()),
      crewName: v.nullable(v.string()),
      roles: v.array(ShownRole),
      joinedDay: Day,
      boundAtMs: v.nullable(AtMs),
      agreedPrivacyVersion: v.nullable(v.number()),
    }),
    /** How many documents of each kind speak of the caller. */
    kept: v.array(
      v.strictObject({
        /** From `audit-entry` on they go to phones from 0.2.0 on. */
        what: growing([
          'attendance',
          'notice',
          'shift-change',
          'audit-entry',
          'note',
          'sheet',
          'poll',
          'nomination',
          'data-ask',
          'channel-item',
          'suggestion',
          'contest',
          'lecture',
          'comment',
          'commentator-term',
          'channel-duty',
          'leave-reason',
          'make-up',
          'swap',
          'note-response',
          /** The two that stand in the member's own document: their hours of quiet, and their credits. */
          'quiet-hours',
          'subscription',
          /** Since 0.4.0. */
          'library-document',
        ]),
        count: Count,
        /** Of these, what the file has and no page shows; absent: none. Since 0.4.0. docs/rules.md#R-364 */
        onlyInFile: v.optional(Count),
        /** Besides these, what is stored and nothing shows; absent: none. Since 0.4.0. */
        notShown: v.optional(Count),
      }),
    ),
  }),
  errors: [],
});

export const branches = defineAction({
  fn,
  name: 'branches',
  allow: self(['committee-office']),
  input: Nothing,
  output: v.strictObject({ branches: v.array(Branch) }),
  errors: [],
});

export const directory = defineAction({
  fn,
  name: 'directory',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    branch: Branch,
    groups: v.array(v.strictObject({ groupId: Id, name: v.string() })),
    people: v.array(Person),
  }),
  errors: [],
});

/** The branch code with which members bind; a new one replaces the old at once. */
export const invitation = defineAction({
  fn,
  name: 'invitation',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id), renew: v.boolean() }),
  output: v.strictObject({ code: v.string(), expiresAtMs: AtMs }),
  errors: [],
});

/** Frees a member's binding so that they can bind another WeChat account. */
export const releaseBinding = defineAction({
  fn,
  name: 'releaseBinding',
  allow: inBranch('member', ROSTER_KEEPERS),
  input: v.strictObject({ memberId: Id, reason: Words(MOST_CHARACTERS.reason) }),
  output: Nothing,
  errors: ['not-bound-yet'],
});

/**
 * Puts somebody into the branch. Whoever has left, this branch or another, comes back as the member
 * they were when name and staff number are theirs; the answer names that member. docs/rules.md#R-64
 */
export const addMember = defineAction({
  fn,
  name: 'addMember',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    /** Chosen by the phone, so that a retry adds nobody twice. */
    memberId: Id,
    name: Words(MOST_CHARACTERS.name),
    staffNumber: StaffNumber,
    groupId: v.nullable(Id),
    crewId: v.nullable(Id),
    standing: Standing,
  }),
  output: v.strictObject({ memberId: Id }),
  errors: ['staff-number-taken', 'unknown-crew', 'unknown-group'],
});

/** What is written in the roster about a member; offices aside. A member who left keeps their records. */
export const changeMember = defineAction({
  fn,
  name: 'changeMember',
  allow: inBranch('member', ROSTER_KEEPERS),
  input: v.strictObject({
    memberId: Id,
    name: v.optional(Words(MOST_CHARACTERS.name)),
    staffNumber: v.optional(StaffNumber),
    groupId: v.optional(v.nullable(Id)),
    crew: v.optional(v.strictObject({ crewId: v.nullable(Id), fromDay: Day })),
    standing: v.optional(Standing),
    hasLeft: v.optional(v.boolean()),
  }),
  output: v.strictObject({ memberId: Id }),
  errors: [
    'staff-number-taken',
    'unknown-crew',
    'unknown-group',
    /** Who holds an office stays a full member. */
    'roles-contradict',
    'last-secretary',
    /** Somebody has to be of the committee office. */
    'last-of-office',
  ],
});

/** Replaces the offices of a member. Only the committee office gives or takes its own role. */
export const setRoles = defineAction({
  fn,
  name: 'setRoles',
  allow: inBranch('member', SECRETARIES),
  input: v.strictObject({
    memberId: Id,
    roles: v.pipe(v.array(Role), v.minLength(1), v.maxLength(8)),
  }),
  output: v.strictObject({ roles: v.array(ShownRole) }),
  errors: [
    /** Roles that contradict, such as member and probationary member. */
    'roles-contradict',
    /** The last secretary of a branch cannot be taken away. */
    'last-secretary',
    /** Somebody has to be of the committee office. */
    'last-of-office',
  ],
});

export const memberActions = {
  hello,
  bind,
  unbind,
  myData,
  branches,
  directory,
  invitation,
  releaseBinding,
  addMember,
  changeMember,
  setRoles,
} as const;
