import { saveItem, withdrawItem } from '../../../../contract/content/channel-editing';
import {
  commentsToCheck,
  itemComments,
  myComments,
  takeBackComment,
} from '../../../../contract/content/comments';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aComment } from '../../../builders/comments';
import { storedDeliveries } from '../../../builders/stored';
import { useCommentWorld } from '../../../worlds/comment-world';
import { aMember } from '../../../worlds/study-world';

const world = useCommentWorld();

const toCheck = async (memberId: string) =>
  (await world.phone(memberId).get(commentsToCheck, {})).comments;
const waits = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks
    .filter(({ kind }) => kind === 'comments')
    .map(({ title }) => title);
const told = () =>
  storedDeliveries(world.cloud)
    .filter(({ kind }) => kind === 'comment-told')
    .map(({ memberIds, body }) => [...memberIds, body].join(' '));
const refuse = { deed: 'refuse', reason: 'a name stands in it' } as const;
const takeDown = { deed: 'take-down', reason: 'a wrong number' } as const;

test('what a member writes is seen by others once an officer of the branch shows it', async () => {
  expect(await world.write('member-1', 'c1')).toBe('waiting');
  expect(await world.seenBy('member-1')).toMatchObject([
    { commentId: 'c1', isMine: true, state: 'waiting', name: 'member-1', branchName: 'branch-1' },
  ]);
  expect(await world.seenBy('member-2')).toEqual([]);
  expect(await world.seenBy('secretary')).toEqual([]);
  expect(await waits('writer')).toEqual(['1 条感悟和回答']);
  expect(await waits('member-2')).toEqual([]);
  expect(await toCheck('writer')).toMatchObject([{ commentId: 'c1', isUnsure: false }]);
  expect(await world.decide('writer', 'c1')).toBe('ok');
  expect(await world.decide('writer', 'c1')).toBe('ok');
  expect(await world.seenBy('foreigner')).toMatchObject([
    { commentId: 'c1', isMine: false, state: 'shown', mayTakeDown: false },
  ]);
  expect(await world.seenBy('secretary')).toMatchObject([{ mayTakeDown: true }]);
  expect(await waits('writer')).toEqual([]);
  expect(told()).toEqual([]);
});

test('R-287: refused or written again in other words, the first stand, and it is said', async () => {
  await world.write('member-1', 'c1');
  expect(await world.write('member-1', 'c1', { wantsAnswer: true })).toBe('written-before');
  expect(await world.decide('writer', 'c1', refuse)).toBe('ok');
  expect(await world.decide('writer', 'c1', refuse)).toBe('ok');
  expect(await world.decide('writer', 'c1', { ...refuse, reason: 'too long' })).toBe(
    'written-before',
  );
  expect(world.comment('c1').decided?.reason).toBe(refuse.reason);
});

test('nobody checks what they have written themselves; another officer does', async () => {
  await world.write('writer', 'c1');
  expect(await waits('writer')).toEqual([]);
  expect(await toCheck('writer')).toMatchObject([{ isMine: true }]);
  expect(await world.decide('writer', 'c1')).toBe('own-words');
  expect(await waits('secretary')).toEqual(['1 条感悟和回答']);
  expect(await world.decide('secretary', 'c1')).toBe('ok');
  expect(await world.seenBy('writer')).toMatchObject([{ state: 'shown', mayTakeDown: false }]);
});

test('the check is of the branch in which it was written, also when its writer has moved or left', async () => {
  await world.write('member-1', 'c1');
  await world.alter('members', 'member-1', { branchId: 'branch-2', name: 'another name' });
  expect(await toCheck('foreign-secretary')).toEqual([]);
  expect(await world.decide('foreign-secretary', 'c1')).toBe('not-found');
  await world.alter('members', 'member-1', { leftDay: '2025-03-04' });
  expect(await world.decide('secretary', 'c1')).toBe('ok');
  expect(await world.seenBy('member-2')).toMatchObject([
    { name: 'member-1', branchName: 'branch-1' },
  ]);
});

test('where nobody of the branch could check it but its writer, it waits for the committee office; so does what waits for days', async () => {
  await world.write('foreign-secretary', 'c1');
  expect(await world.decide('foreign-secretary', 'c1')).toBe('own-words');
  expect(await waits('office')).toEqual(['1 条感悟和回答']);
  expect(await world.decide('office', 'c1')).toBe('ok');
  await world.write('member-1', 'c2');
  expect(await waits('office')).toEqual([]);
  expect(await toCheck('office')).toMatchObject([{ commentId: 'c2' }]);
  await world.later(3 * MS_PER_DAY);
  expect(await waits('office')).toEqual(['1 条感悟和回答']);
});

test('what WeChat refuses is not kept; of what it is not sure, or says nothing, the officer decides and is told so', async () => {
  expect(await world.write('member-1', 'c1', { text: '假广告词' })).toBe('words-refused');
  expect(await world.seenBy('member-1')).toEqual([]);
  expect(await world.write('member-1', 'c1', { text: '假时政词' })).toBe('waiting');
  expect(await toCheck('writer')).toMatchObject([{ commentId: 'c1', isUnsure: true }]);
  expect(await world.decide('writer', 'c1')).toBe('ok');
  expect(await world.seenBy('member-2')).toHaveLength(1);
});

test('its writer reads why it is not shown, and nobody else does', async () => {
  await world.write('member-1', 'c1');
  await world.write('member-1', 'c2');
  await world.decide('writer', 'c1', refuse);
  await world.decide('writer', 'c1', refuse);
  await world.decide('writer', 'c2');
  expect(await world.decide('member-2', 'c2', takeDown)).toBe('not-allowed');
  expect(await world.decide('writer', 'c2', takeDown)).toBe('ok');
  const mine = await world.phone('member-1').get(myComments, {});
  expect(mine.comments.map(({ state, reason }) => [state, reason]).sort()).toEqual([
    ['refused', 'a name stands in it'],
    ['taken-down', 'a wrong number'],
  ]);
  expect(await world.seenBy('member-2')).toEqual([]);
  expect(told()).toEqual([
    'member-1 a name stands in it。你写的都还在，可以改了再交。',
    'member-1 a wrong number。你写的都还在，可以改了再交。',
  ]);
  expect(await world.decide('writer', 'c2')).toBe('not-at-this-step');
});

test('its writer takes it back at any time, and nobody else', async () => {
  await world.write('member-1', 'c1');
  await world.decide('writer', 'c1');
  const takeBack = (memberId: string) =>
    world.phone(memberId).call(takeBackComment, { commentId: 'c1', answerId: null });
  expect(await takeBack('writer')).toMatchObject({ code: 'not-found' });
  expect(await takeBack('member-1')).toMatchObject({ ok: true });
  expect(await takeBack('member-1')).toMatchObject({ ok: true });
  expect(await world.seenBy('member-1')).toEqual([]);
  expect(await world.seenBy('member-2')).toEqual([]);
  expect((await world.phone('member-1').get(myComments, {})).comments).toEqual([]);
});

test('what a phone sends twice is written once, and other words of the same id are told apart', async () => {
  const twice = await Promise.all([world.write('member-1', 'c1'), world.write('member-1', 'c1')]);
  expect(twice).toEqual(['waiting', 'waiting']);
  expect(await world.write('member-1', 'c1')).toBe('waiting');
  expect(await world.seenBy('member-1')).toHaveLength(1);
  expect(await world.write('member-1', 'c1', { text: 'else' })).toBe('written-before');
  expect(await world.write('member-2', 'c1')).toBe('written-before');
  expect(world.comment('c1').by.memberId).toBe('member-1');
});

test('ten of one person stand under one item, and no more', async () => {
  const author = aMember('member-1');
  const ten = Array.from({ length: 10 }, (_, at) => aComment(`old-${at}`, 'out', author));
  await world.plant('item_comments', ...ten);
  expect(await world.write('member-1', 'c1')).toBe('too-many');
  expect(await world.write('member-2', 'c1')).toBe('waiting');
  await world.decide('writer', 'old-0', refuse);
  expect(await world.write('member-1', 'c2')).toBe('waiting');
});

test('comments go with an item that is withdrawn, also those that were on their way', async () => {
  await world.write('member-1', 'c1');
  await world.write('member-1', 'c2');
  await world.decide('writer', 'c1');
  const item = { itemId: 'out', revision: 1, deedId: 'gone', reason: 'a wrong number' };
  await world.phone('office').get(withdrawItem, item);
  expect(await world.seenBy('member-1')).toEqual([]);
  expect(await waits('writer')).toEqual([]);
  expect(await world.decide('writer', 'c2')).toBe('item-gone');
  expect(await world.write('member-1', 'c3')).toBe('item-gone');
  await world.plant('item_comments', aComment('late', 'out', aMember('member-2')));
  expect(await world.decide('writer', 'late')).toBe('item-gone');
  expect(world.comment('late')).toMatchObject({ isGone: true, waitsFor: '' });
  const mine = await world.phone('member-1').get(myComments, {});
  expect(mine.comments).toMatchObject([{ isGone: true }, { isGone: true }]);
});

test('they go, too, with an item of which WeChat refuses a picture once it is out', async () => {
  const { pictureId, fileId } = world.picture('writer', 'risky');
  world.cloud.files.write('items/202503/writer/risky.jpg', Buffer.from('fake-risky-picture'));
  const risky = { pictures: [{ pictureId, fileId }] };
  await world.phone('writer').get(saveItem, world.aSave('late', {}, risky));
  const out = { state: 'published', issueDay: '2025-03-04' };
  await world.alter('items', 'late', out);
  await world.write('member-1', 'c1', { itemId: 'late' });
  await world.verdicts();
  expect(world.item('late').state).toBe('withdrawn');
  expect(world.comment('c1')).toMatchObject({ isGone: true, waitsFor: '' });
});

test('nothing is written under what is not out, and its comments are nobody’s', async () => {
  await world.alter('items', 'out', { state: 'ready' });
  expect(await world.write('member-1', 'c1')).toBe('not-found');
  expect(await world.write('member-1', 'c1', { itemId: 'none' })).toBe('not-found');
  const further = await world.phone('member-1').call(itemComments, { itemId: 'out' });
  expect(further).toMatchObject({ code: 'not-found' });
});

test.each([
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['nothing that is seen', '\u200b\u200b\u2060', 'bad-input'],
  ['marks without end', `e${'\u0301'.repeat(10_000)}`, 'bad-input'],
  ['more than fits', 'a'.repeat(301), 'bad-input'],
])('%s is refused or kept as plain text', async (_what, text, becomes) => {
  const state = await world.write('member-1', 'c1', { text });
  const [kept] = await world.seenBy('member-1');
  expect(kept?.text ?? state).toBe(becomes);
});

test('what is shown and one’s own stand newest first, by pages, each once', async () => {
  const author = aMember('member-1');
  const shown = { state: 'shown', shownAtMs: 1 } as const;
  const many = Array.from({ length: 45 }, (_, at) =>
    aComment(`c${at}`, 'out', author, { ...(at % 9 !== 0 && shown), saidAtMs: 1000 + (at >> 1) }),
  );
  await world.plant('item_comments', ...many);
  const reader = world.phone('member-2');
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const input = { itemId: 'out', ...(cursor !== undefined && { cursor }) };
    const { page } = await reader.get(itemComments, input);
    seen.push(...page.comments.map(({ commentId }) => commentId));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(40);
  expect(seen).toHaveLength(40);
  expect(seen[0]).toBe('c44');
});
