import {
  removeReply,
  replyToNote,
  takeBackResponse,
  thankForNote,
} from '../../../../contract/note/exchange';
import { withdrawNote } from '../../../../contract/note/writing';
import { inbox } from '../../../../contract/notice/inbox';
import { storedDeliveries } from '../../../builders/stored';
import { useNoteWorld } from '../../../worlds/note-world';
import { SHARED } from '../../../worlds/shared-note';
import { minutes, outputOf } from '../../../worlds/study-world';

const world = useNoteWorld('notify');
const noteId = SHARED._id;
/** By day: who works shifts may be asleep at the end of a window. */
const AUTHOR = 'day-worker';
beforeEach(async () => {
  await world.plant('notes', SHARED);
  await world.alter('notes', noteId, { ownerId: AUTHOR });
});

/** From the start at nine to the end of the window. */
const TO_THE_END = minutes(8 * 60 + 30);
const reply = async (memberId: string, replyId: string) =>
  outputOf(await world.phone(memberId).call(replyToNote, { noteId, replyId, text: 'so it is' }));
const thank = async (memberId: string, isThanking = true) =>
  outputOf(await world.phone(memberId).call(thankForNote, { noteId, isThanking }));
const takeBack = async (memberId: string, replyId: string) =>
  outputOf(await world.phone(memberId).call(takeBackResponse, { responseId: replyId }));
const planned = () =>
  storedDeliveries(world.cloud)
    .filter(({ kind, cancelledAtMs }) => kind === 'note-responses' && cancelledAtMs === null)
    .map(({ memberIds, groups }) => [memberIds.join(), groups.map(({ atMs }) => atMs)]);
const inInbox = async () =>
  outputOf(await world.phone(AUTHOR).call(inbox, {})).items.map(({ title }) => title);

test('the author hears of a day of replies and thanks by one message at its end', async () => {
  const endAtMs = world.nowMs() + TO_THE_END;
  await reply('member-2', 'one');
  await thank('member-3');
  await reply('member-2', 'two');
  expect(planned()).toEqual([[AUTHOR, [endAtMs]]]);
  expect(await inInbox()).toEqual([]);
  await world.later(TO_THE_END);
  expect(await inInbox()).toEqual(['《title》有人回应']);
  await reply('member-4', 'three');
  await world.later(minutes(60));
  expect(await inInbox()).toEqual(['《title》有人回应']);
  await world.later(minutes(23 * 60));
  expect(await inInbox()).toEqual(['《title》有人回应', '《title》有人回应']);
});

test('the message names nobody and counts nothing', async () => {
  await reply('member-2', 'one');
  const [{ title, body, author } = { title: '', body: '', author: null }] = storedDeliveries(
    world.cloud,
  );
  expect(JSON.stringify([title, body, author])).not.toMatch(/member-2|\d/u);
});

test('of what was taken back or removed before the end nothing is told, of the rest it is', async () => {
  await reply('member-2', 'one');
  await thank('member-3');
  await takeBack('member-2', 'one');
  expect(planned()).toHaveLength(1);
  await thank('member-3', false);
  expect(planned()).toEqual([]);
  await reply('member-2', 'two');
  expect(planned()).toHaveLength(1);
  const removal = { noteId, replyId: 'two', reason: 'names somebody' };
  outputOf(await world.phone('secretary').call(removeReply, removal));
  expect(planned()).toEqual([]);
  await world.later(minutes(1));
  await thank('member-3');
  expect(planned()).toHaveLength(1);
});

test('the end of the sharing takes the message back', async () => {
  await reply('member-2', 'one');
  outputOf(await world.phone(AUTHOR).call(withdrawNote, { noteId, what: 'sharing' }));
  expect(planned()).toEqual([]);
});

test('it takes back, too, what its author, on duty at the end of the window, has not heard yet', async () => {
  const endAtMs = world.nowMs() + TO_THE_END;
  const offDutyAtMs = endAtMs + minutes(3 * 60);
  await world.alter('notes', noteId, { ownerId: 'member-2' });
  await reply('member-3', 'one');
  expect(planned()).toEqual([['member-2', [offDutyAtMs]]]);
  await world.later(TO_THE_END + minutes(1));
  outputOf(await world.phone('member-2').call(withdrawNote, { noteId, what: 'sharing' }));
  expect(planned()).toEqual([]);
});

test('nobody hears of their own reply, and who has left hears nothing', async () => {
  await reply(AUTHOR, 'own');
  expect(planned()).toEqual([]);
  await world.alter('members', AUTHOR, { leftDay: '2025-03-04' });
  await reply('member-2', 'one');
  expect(planned()).toEqual([]);
});
