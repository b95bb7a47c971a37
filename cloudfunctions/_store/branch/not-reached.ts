import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { NOTICE_KINDS } from '../../../domain/notice/kind-names';
import { INVITING_KINDS, ISSUE_KINDS } from '../../../domain/notice/not-reached';
import { LONGEST_QUIET_DAYS } from '../../../domain/shift/availability';
import { addDays, dayOfInstant } from '../../../domain/time/local-day';
import { inInbox } from '../delivery/deliveries';
import { DELIVERIES, Outcome } from '../delivery/delivery-document';
import { peopleTold } from '../delivery/people-told';
import { fieldsOf } from '../fields-of';
import { MemberDocument, MEMBERS } from '../people/member-document';
import type { Reading, Stage } from '../together';
import { ofBranchNow } from './streaks';

const DOCUMENT = 'document-to-read';

/**
 * Messages that stand and can still be told: from `fromMs` on, and must-reads that hold however old
 * they are. Each choice names the branch itself, so that each finds its index. docs/rules.md#R-334
 */
function standing(branchId: string | null, fromMs: number, nowMs: number) {
  const inBranch = { ...(branchId !== null && { branchId }), ...inInbox };
  const holds = { deadlineAtMs: { $gt: nowMs } };
  return {
    $or: [
      {
        ...inBranch,
        createdAtMs: { $gte: fromMs, $lte: nowMs },
        $or: [
          { isMustRead: true, kind: { $ne: DOCUMENT } },
          { kind: { $in: ISSUE_KINDS } },
          { kind: { $in: [DOCUMENT, ...INVITING_KINDS] }, ...holds },
        ],
      },
      { ...inBranch, isMustRead: true, ...holds, createdAtMs: { $lt: fromMs } },
    ],
  };
}

/** A message that somebody did not answer for, as it stands with them. */
const Open = v.object({
  messageId: Id,
  kind: v.picklist(NOTICE_KINDS),
  isMustRead: v.boolean(),
  createdAtMs: AtMs,
  /** Of what it speaks, where that is a study. */
  studyId: v.nullable(Id),
  /** When it stands in their inbox, or will. */
  atMs: AtMs,
  /** null: nothing is known yet. */
  outcome: v.nullable(Outcome),
});
export type Open = v.InferOutput<typeof Open>;

const Person = v.object({
  ...v.pick(MemberDocument, [
    '_id',
    'name',
    'branchId',
    'account',
    'crewHistory',
    'overrides',
    'sleepPreference',
    'inboxSeenAtMs',
  ]).entries,
  /** The earliest first. */
  open: v.array(Open),
});
export type OpenPerson = v.InferOutput<typeof Person>;

/** Of who looked into their inbox since only must-reads are open. */
const stillOpen = {
  $filter: {
    input: '$open',
    as: 'each',
    cond: {
      $and: [
        { $eq: ['$$each.branchId', '$branchId'] },
        {
          $or: ['$$each.isMustRead', { $gt: ['$$each.atMs', { $ifNull: ['$inboxSeenAtMs', 0] }] }],
        },
      ],
    },
  },
};

/** What is needed to say why: the earliest, and invitations, which an answer may have settled; in their order. */
const isInvitation = { $in: ['$$each.kind', INVITING_KINDS] };
const ofOpen = (cond: unknown) => ({ $filter: { input: '$open', as: 'each', cond } });
const earliestOnly: readonly Stage[] = [
  { $addFields: { earliest: { $arrayElemAt: [ofOpen({ $not: isInvitation }), 0] } } },
  {
    $addFields: {
      open: ofOpen({ $or: [isInvitation, { $eq: ['$$each.messageId', '$earliest.messageId'] }] }),
    },
  },
];

/**
 * People of a branch now with what may not have reached them, of messages from `fromMs` on and what holds.
 * @param branchId null: of all branches, and of each person only what says why
 */
export function openPeopleReading(branchId: string | null, fromMs: number, nowMs: number): Reading {
  const lately = addDays(dayOfInstant(nowMs), -LONGEST_QUIET_DAYS - 1);
  return {
    from: DELIVERIES.collection,
    pipeline: [
      { $match: standing(branchId, fromMs, nowMs) },
      ...peopleTold(
        {
          branchId: 1,
          messageId: 1,
          kind: 1,
          isMustRead: 1,
          createdAtMs: 1,
          studyId: { $ifNull: ['$about.studyId', null] },
        },
        { $ifNull: ['$$this.shown.atMs', '$$this.atMs'] },
      ),
      {
        $match: {
          'person.outcome': { $ne: 'not-concerned' },
          $or: [{ isMustRead: true }, { 'person.outcome': { $ne: 'sent' } }],
        },
      },
      { $sort: { 'person.atMs': 1, messageId: 1 } },
      {
        $group: {
          _id: '$person.memberId',
          open: {
            $push: {
              branchId: '$branchId',
              messageId: '$messageId',
              kind: '$kind',
              isMustRead: '$isMustRead',
              createdAtMs: '$createdAtMs',
              studyId: '$studyId',
              atMs: '$person.atMs',
              outcome: '$person.outcome',
            },
          },
        },
      },
      ...ofBranchNow(branchId),
      {
        $project: {
          open: 1,
          name: '$member.name',
          branchId: '$member.branchId',
          account: '$member.account',
          crewHistory: '$member.crewHistory',
          sleepPreference: '$member.sleepPreference',
          inboxSeenAtMs: '$member.inboxSeenAtMs',
          overrides: {
            $filter: {
              input: '$member.overrides',
              as: 'each',
              cond: { $gte: ['$$each.toDay', lately] },
            },
          },
        },
      },
      { $addFields: { open: stillOpen } },
      { $match: { 'open.0': { $exists: true } } },
      ...(branchId === null ? earliestOnly : []),
    ],
  };
}

export const openPeopleIn = (rows: readonly unknown[]): readonly OpenPerson[] =>
  v.parse(v.array(Person), rows);

const Message = v.object({
  messageId: Id,
  kind: v.picklist(NOTICE_KINDS),
  title: v.string(),
  page: v.nullable(v.string()),
  createdAtMs: AtMs,
  recipients: Count,
});
export type OpenMessage = v.InferOutput<typeof Message>;

/** Whoever has left, or is of another branch now, is counted nowhere. docs/rules.md#R-275 */
const ofPresent = { $size: { $setIntersection: ['$message.memberIds', '$present._id'] } };

/** The same messages of a branch, as they are named, with who is of it now; the newest first. */
export const messagesReading = (branchId: string, fromMs: number, nowMs: number): Reading => ({
  from: DELIVERIES.collection,
  pipeline: [
    { $match: standing(branchId, fromMs, nowMs) },
    { $project: { ...fieldsOf(Message), memberIds: 1 } },
    // Together, so that who is of the branch is looked up once.
    { $group: { _id: null, message: { $push: '$$ROOT' } } },
    {
      $lookup: {
        from: MEMBERS.collection,
        pipeline: [{ $match: { branchId, leftDay: null } }, { $project: { _id: 1 } }],
        as: 'present',
      },
    },
    { $unwind: '$message' },
    {
      $group: {
        _id: '$message.messageId',
        first: { $first: '$message' },
        recipients: { $sum: ofPresent },
      },
    },
    { $sort: { 'first.createdAtMs': -1, 'first._id': 1 } },
    {
      $project: {
        _id: 0,
        messageId: '$_id',
        kind: '$first.kind',
        title: '$first.title',
        page: '$first.page',
        createdAtMs: '$first.createdAtMs',
        recipients: 1,
      },
    },
  ],
});

export const messagesIn = (rows: readonly unknown[]): readonly OpenMessage[] =>
  v.parse(v.array(Message), rows);
