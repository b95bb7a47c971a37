import { writeComment } from '../../../../contract/content/comments';
import {
  onDelivered,
  sendOrKeep,
  sendWaiting,
  type Delivered,
} from '../../../../miniprogram/api/outbox';
import {
  commentDraft,
  isCommentWaiting,
  outcomeOf,
} from '../../../../miniprogram/packages/channel/comment-draft';
import { holdFakePhone, no, yes, type FakePhone } from '../../fake-phone';

let phone: FakePhone;
const delivered: Delivered[] = [];
let stopListening: () => void;
beforeEach(() => {
  phone = holdFakePhone();
  delivered.length = 0;
  stopListening = onDelivered((more) => delivered.push(...more));
});
afterEach(() => stopListening());

const kept = async (commentId: string) => {
  const comment = { commentId, itemId: 'item', text: 'words', wantsAnswer: false, answersId: null };
  expect(await sendOrKeep(writeComment, comment, 'words')).toMatchObject({ ok: 'kept' });
};

test('what was begun is heard of when it leaves the outbox, and nothing else is', async () => {
  const draft = { ...commentDraft('item'), text: 'words' };
  await kept('another');
  phone.answer = () => yes({ state: 'waiting' });
  await sendWaiting();
  expect(delivered).toHaveLength(1);
  expect(outcomeOf(draft, delivered)).toBeUndefined();
  phone = holdFakePhone();
  await kept(draft.commentId);
  expect(isCommentWaiting(draft)).toBe(true);
  phone.answer = () => yes({ state: 'waiting' });
  await sendWaiting();
  expect(isCommentWaiting(draft)).toBe(false);
  expect(outcomeOf(draft, delivered)).toMatchObject({ ok: true });
});

test('what was refused on its way is heard of as that', async () => {
  const draft = commentDraft('item');
  await kept(draft.commentId);
  phone.answer = () => no('words-refused');
  await sendWaiting();
  expect(outcomeOf(draft, delivered)).toMatchObject({ ok: false });
});
