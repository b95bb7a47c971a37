import { api } from '../../contract/api';
import { addDays } from '../../domain/time/local-day';
import { NEXT_DAY, type Stage, WHO } from './stage';

const { content } = api;

const [AUTHOR, OFFICER] = ['yx22', 'yx33'];
const ITEM = 'item-out';

/** Every action on what is written under items, on the issue that came out the evening before. */
export async function exchangeComments({ recorder }: Stage): Promise<void> {
  const author = recorder.phoneOf(AUTHOR);
  const officer = recorder.phoneOf(OFFICER);
  const secretary = recorder.phoneOf(WHO.secretary);
  const leader = recorder.phoneOf(WHO.leader);
  const term = { memberId: WHO.leader, fromDay: NEXT_DAY, toDay: addDays(NEXT_DAY, 90) };
  await officer.get(content.appointCommentator, { ...term, termId: 'term-of-leader' });
  await officer.get(content.commentators, {});
  const under = { itemId: ITEM, wantsAnswer: true, answersId: null };
  const asked = { commentId: 'comment-asks', text: '多走的那一趟，算不算工时？' };
  await author.get(content.writeComment, { ...under, ...asked });
  const spare = { commentId: 'comment-spare', text: '我也停过一回。' };
  await author.get(content.writeComment, { ...under, ...spare });
  await author.get(content.takeBackComment, { commentId: 'comment-spare', answerId: null });
  await officer.get(content.commentsToCheck, {});
  const show = { commentId: 'comment-asks', deed: 'show', reason: null } as const;
  await officer.get(content.decideComment, { ...show, answerId: null });
  await leader.get(content.commentDetail, { commentId: 'comment-asks' });
  await leader.get(content.writeComment, {
    commentId: 'comment-answer',
    itemId: ITEM,
    text: '算，报给组长记上。',
    wantsAnswer: false,
    answersId: 'comment-asks',
  });
  await secretary.get(content.decideComment, { ...show, answerId: 'comment-answer' });
  await author.get(content.itemComments, { itemId: ITEM });
  await author.get(content.myComments, {});
  await officer.get(content.endCommentator, { termId: 'term-of-leader' });
}
