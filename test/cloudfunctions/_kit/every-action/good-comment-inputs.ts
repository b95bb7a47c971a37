import type { commentActions } from '../../../../contract/content/comments';
import type { commentatorActions } from '../../../../contract/content/commentators';
import { localDay } from '../../../../domain/time/local-day';
import type { InputsOf } from './inputs-of';

/** Of what is written under items. */
export const goodCommentInputs: InputsOf<typeof commentActions & typeof commentatorActions> = {
  itemComments: ({ itemOut }) => ({ itemId: itemOut._id, cursor: '1_comment' }),
  writeComment: ({ itemOut, number }) => ({
    commentId: `new-comment-${number}`,
    itemId: itemOut._id,
    text: 'I shall ask once more, too',
    wantsAnswer: true,
    answersId: null,
  }),
  takeBackComment: ({ commentId }) => ({ commentId, answerId: null }),
  myComments: () => ({ cursor: '1_comment' }),
  commentDetail: ({ askingId }) => ({ commentId: askingId }),
  commentsToCheck: () => ({ cursor: '1_comment' }),
  decideComment: ({ commentId }) => ({
    commentId,
    answerId: null,
    deed: 'refuse',
    reason: 'a name stands in it',
  }),
  commentators: ({ branchId }) => ({ branchId }),
  appointCommentator: ({ branchId, number, target }) => ({
    branchId,
    termId: `new-term-${number}`,
    memberId: target._id,
    fromDay: localDay('2025-04-10'),
    toDay: localDay('2025-04-30'),
  }),
  endCommentator: ({ branchId, termId }) => ({ branchId, termId }),
};
