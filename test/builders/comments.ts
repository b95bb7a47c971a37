import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { CommentatorTerm } from '../../cloudfunctions/_store/content/commentator-terms';
import {
  followingFields,
  type ItemCommentDocument,
  type StoredAnswer,
} from '../../cloudfunctions/_store/content/comment-document';
import { localDay } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

type Author = Pick<Member, '_id' | 'name' | 'branchId'>;

/** Under an item, written at the start of a test by a member of this branch; it waits for its check. */
export function aComment(
  id: string,
  itemId: string,
  { _id: memberId, name, branchId }: Author,
  fields: Partial<ItemCommentDocument> = {},
): ItemCommentDocument {
  const comment: Omit<ItemCommentDocument, keyof ReturnType<typeof followingFields>> = {
    _id: id,
    itemId,
    itemTitle: `title of ${itemId}`,
    branchId,
    by: { memberId, name },
    branchName: `name of ${branchId}`,
    text: 'I shall ask once more, too',
    textCheck: 'pass',
    state: 'waiting',
    saidAtMs: TEST_START_MS,
    shownAtMs: null,
    decided: null,
    wantsAnswer: false,
    answers: [],
    isGone: false,
    forOffice: false,
    revision: 0,
    schemaVersion: 1,
    ...fields,
  };
  return { ...comment, ...followingFields(comment) };
}

/** That waits for its check. */
export function anAnswer(
  answerId: string,
  { _id: memberId, name, branchId }: Author,
  fields: Partial<StoredAnswer> = {},
): StoredAnswer {
  return {
    answerId,
    by: { memberId, name },
    branchName: `name of ${branchId}`,
    text: 'ask the shift leader',
    textCheck: 'pass',
    state: 'waiting',
    saidAtMs: TEST_START_MS,
    shownAtMs: null,
    decided: null,
    ...fields,
  };
}

/** For a month from the day of TEST_START_MS. */
export function aTerm(
  id: string,
  { _id: memberId, name, branchId }: Author,
  fields: Partial<CommentatorTerm> = {},
): CommentatorTerm {
  return {
    _id: id,
    branchId,
    memberId,
    name,
    fromDay: localDay('2025-03-05'),
    toDay: localDay('2025-04-04'),
    appointedBy: { memberId: 'somebody', name: 'Somebody' },
    appointedAtMs: TEST_START_MS,
    ended: null,
    revision: 0,
    schemaVersion: 1,
    ...fields,
  };
}
