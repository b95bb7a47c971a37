import {
  appointCommentator,
  commentators,
  endCommentator,
} from '../../../../contract/content/commentators';
import { commentDetail, takeBackComment } from '../../../../contract/content/comments';
import { inbox } from '../../../../contract/notice/inbox';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { addDays, dayOfInstant, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aTerm } from '../../../builders/comments';
import { storedDeliveries } from '../../../builders/stored';
import { useCommentWorld } from '../../../worlds/comment-world';
import { aMember } from '../../../worlds/study-world';

const world = useCommentWorld();
const answer = { answersId: 'ask', text: 'ask the shift leader' } as const;

const asks = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks
    .filter(({ kind }) => kind === 'comment-asks')
    .map(({ taskId }) => taskId);
const told = () =>
  storedDeliveries(world.cloud)
    .filter(({ kind }) => kind === 'comment-told')
    .map(({ memberIds, title }) => [...memberIds, title].join(' '));

/** `member-1` asks, and is shown; `member-2` is a commentator. */
async function asked() {
  await world.plant('commentator_terms', aTerm('term', aMember('member-2')));
  await world.write('member-1', 'ask', { wantsAnswer: true });
  await world.decide('writer', 'ask');
}

test('what asks for an answer waits for commentators of its branch, once it is shown, until one stands', async () => {
  await world.plant('commentator_terms', aTerm('term', aMember('member-2')));
  await world.write('member-1', 'ask', { wantsAnswer: true });
  await world.write('member-1', 'plain');
  await world.decide('writer', 'plain');
  expect(await asks('member-2')).toEqual([]);
  await world.decide('writer', 'ask');
  expect(await asks('member-2')).toEqual(['ask']);
  expect(await asks('member-3')).toEqual([]);
  const detail = await world.phone('member-2').get(commentDetail, { commentId: 'ask' });
  expect(detail).toMatchObject({ itemTitle: 'title of out', mayAnswer: true });
  expect(await world.write('member-2', 'a1', answer)).toBe('waiting');
  expect(await asks('member-2')).toEqual([]);
  expect(await world.seenBy('member-1')).toMatchObject([{}, { answers: [] }]);
  expect(await world.decide('member-2', 'ask', { answerId: 'a1' })).toBe('not-allowed');
  expect(await world.decide('writer', 'ask', { answerId: 'a1' })).toBe('ok');
  const [, seen] = await world.seenBy('member-3');
  expect(seen).toMatchObject({ answers: [{ name: 'member-2', text: answer.text }] });
  expect(told()).toEqual(['member-1 《title of out》下有人回答你']);
});

test('an answer that is refused or taken back lets the question wait again', async () => {
  await asked();
  await world.write('member-2', 'a1', answer);
  await world.decide('writer', 'ask', { answerId: 'a1', deed: 'refuse', reason: 'not so' });
  expect(await asks('member-2')).toEqual(['ask']);
  expect(await world.seenBy('member-2')).toMatchObject([
    { answers: [{ state: 'refused', reason: 'not so' }] },
  ]);
  expect(await world.write('member-2', 'a2', answer)).toBe('waiting');
  const mine = { commentId: 'ask', answerId: 'a2' };
  await world.phone('member-2').get(takeBackComment, mine);
  expect(await asks('member-2')).toEqual(['ask']);
});

test('whoever was answered has no message of it any more once it is taken down or taken back', async () => {
  const inInbox = async () =>
    (await world.phone('member-1').get(inbox, {})).items.map(({ title }) => title);
  const answered = ['《title of out》下有人回答你'];
  await asked();
  await world.write('member-2', 'a1', answer);
  await world.decide('writer', 'ask', { answerId: 'a1' });
  expect(await inInbox()).toEqual(answered);
  await world.decide('writer', 'ask', { answerId: 'a1', deed: 'take-down', reason: 'not so' });
  expect(await inInbox()).toEqual([]);
  await world.write('member-2', 'a2', answer);
  await world.decide('writer', 'ask', { answerId: 'a2' });
  expect(await inInbox()).toEqual(answered);
  await world.phone('member-2').get(takeBackComment, { commentId: 'ask', answerId: 'a2' });
  expect(await inInbox()).toEqual([]);
});

test('who is told that an answer is not shown is led to where it stands', async () => {
  await asked();
  await world.write('member-2', 'a1', answer);
  await world.decide('writer', 'ask', { answerId: 'a1', deed: 'refuse', reason: 'not so' });
  expect(storedDeliveries(world.cloud)).toMatchObject([
    { memberIds: ['member-2'], page: 'packages/channel/item/item?itemId=out' },
  ]);
});

test('an officer’s own answer is shown at once, unless WeChat is not sure of it', async () => {
  await asked();
  await world.plant('commentator_terms', aTerm('of-writer', aMember('secretary')));
  expect(await world.write('secretary', 'a1', { ...answer, text: '假时政词' })).toBe('waiting');
  expect(await world.decide('secretary', 'ask', { answerId: 'a1' })).toBe('own-words');
  await world.phone('secretary').get(takeBackComment, { commentId: 'ask', answerId: 'a1' });
  expect(await world.write('secretary', 'a2', answer)).toBe('shown');
  expect(await world.write('secretary', 'a2', answer)).toBe('shown');
  expect(told()).toEqual(['member-1 《title of out》下有人回答你']);
});

test('of two who answer at once one stands', async () => {
  await asked();
  await world.plant('commentator_terms', aTerm('other', aMember('member-3')));
  const replies = await Promise.all([
    world.write('member-2', 'a1', answer),
    world.write('member-3', 'a2', answer),
  ]);
  expect(replies.sort()).toEqual(['not-asked', 'waiting']);
});

test('before and after the term, elsewhere, and of one’s own, nothing waits and nothing is answered', async () => {
  await asked();
  expect(await world.write('member-3', 'a1', answer)).toBe('no-commentator');
  await world.alter('members', 'member-2', { branchId: 'branch-2' });
  expect(await asks('member-2')).toEqual([]);
  expect(await world.write('member-2', 'a1', answer)).toBe('no-commentator');
  await world.alter('members', 'member-2', { branchId: 'branch-1' });
  await world.plant('commentator_terms', aTerm('asker', aMember('member-1')));
  expect(await asks('member-1')).toEqual([]);
  expect(await world.write('member-1', 'a1', answer)).toBe('own-words');
  await world.later(40 * MS_PER_DAY);
  expect(await asks('member-2')).toEqual([]);
  expect(await world.write('member-2', 'a1', answer)).toBe('no-commentator');
});

test('a publicity officer appoints for a term, and ends it; who is appointed is told once', async () => {
  const today = dayOfInstant(world.nowMs());
  const officer = world.phone('writer');
  const term = { termId: 't1', memberId: 'member-2', fromDay: today, toDay: addDays(today, 30) };
  await officer.get(appointCommentator, term);
  await officer.get(appointCommentator, term);
  expect(told()).toEqual(['member-2 你是branch-1的网评员']);
  const longer = { ...term, toDay: addDays(today, 60) };
  expect(await officer.call(appointCommentator, longer)).toMatchObject({ code: 'written-before' });
  const code = async (changes: Partial<typeof term>) => {
    const reply = await officer.call(appointCommentator, { ...term, termId: 't2', ...changes });
    return reply.ok ? 'ok' : reply.code;
  };
  expect(await code({})).toBe('has-term');
  expect(await code({ memberId: 'foreigner' })).toBe('not-in-branch');
  expect(await code({ memberId: 'member-3', fromDay: addDays(today, -1) })).toBe('bad-term');
  expect(await code({ memberId: 'member-3', toDay: addDays(today, 366) })).toBe('bad-term');
  expect(await code({ memberId: 'member-3', toDay: today })).toBe('ok');
  const { terms } = await officer.get(commentators, {});
  expect(terms.map(({ name }) => name).sort()).toEqual(['member-2', 'member-3']);
  await officer.get(endCommentator, { termId: 't1' });
  expect((await officer.get(commentators, {})).terms).toHaveLength(1);
  await world.write('member-1', 'ask', { wantsAnswer: true });
  await world.decide('writer', 'ask');
  expect(await asks('member-2')).toEqual([]);
  expect(await code({ termId: 't3', fromDay: addDays(today, 1) })).toBe('ok');
});

test('who has not heard yet of a term that is ended hears nothing of it', async () => {
  const today = dayOfInstant(world.nowMs());
  const officer = world.phone('writer');
  const term = { termId: 't1', memberId: 'member-2', fromDay: today, toDay: today };
  await officer.get(appointCommentator, term);
  expect(storedDeliveries(world.cloud)).toMatchObject([{ cancelledAtMs: null }]);
  await officer.get(endCommentator, { termId: 't1' });
  await officer.get(appointCommentator, term);
  expect(storedDeliveries(world.cloud)).toMatchObject([{ cancelledAtMs: world.nowMs() }]);
});
