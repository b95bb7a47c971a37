import {
  myResponses,
  removeReply,
  replyToNote,
  takeBackResponse,
} from '../../../../contract/note/exchange';
import { returnNote } from '../../../../contract/note/reviewing';
import { noteDetail, withdrawNote } from '../../../../contract/note/writing';
import { aNote } from '../../../builders/notes';
import { aReply } from '../../../builders/responses';
import { storedDeliveries } from '../../../builders/stored';
import { useNoteWorld } from '../../../worlds/note-world';
import { responsesIn, SHARED } from '../../../worlds/shared-note';
import { aMember, outputOf } from '../../../worlds/study-world';

const world = useNoteWorld('notify');
beforeEach(() => world.plant('notes', SHARED));

const noteId = SHARED._id;
const reply = (memberId: string, text: string, replyId = 'reply') =>
  world.phone(memberId).call(replyToNote, { noteId, replyId, text });
const seenBy = async (memberId: string) => {
  const { note } = outputOf(await world.phone(memberId).call(noteDetail, { noteId }));
  return note.exchange?.replies.map(({ text }) => text);
};

test('a reply stands below the note with name and crew for everybody of the branch, once', async () => {
  outputOf(await reply('member-2', 'so it is with us'));
  outputOf(await reply('member-2', 'so it is with us'));
  for (const memberId of ['member-1', 'member-3', 'secretary']) {
    expect(await seenBy(memberId)).toEqual(['so it is with us']);
  }
  const { note } = outputOf(await world.phone('member-3').call(noteDetail, { noteId }));
  expect(note.exchange).toMatchObject({
    hasThanked: false,
    thanks: null,
    replies: [{ name: 'member-2', crewName: 'crew 2', isMine: false, canRemove: false }],
  });
});

test('an id that is of another reply is refused', async () => {
  outputOf(await reply('member-2', 'so it is'));
  expect(await reply('member-3', 'not so')).toMatchObject({ code: 'bad-input' });
  expect(responsesIn(world)).toHaveLength(1);
});

test.each([
  ['nothing that shows', '\u200b\u200d\ufeff\u2800'],
  ['ten thousand marks on one letter', `a${'\u0301'.repeat(10_000)}`],
  ['more than three hundred characters', 'x'.repeat(301)],
  ['marks and no letter', '\u0301'.repeat(20)],
])('%s is no reply', async (_, text) => {
  expect(await reply('member-2', text)).toMatchObject({ code: 'bad-input' });
  expect(responsesIn(world)).toEqual([]);
});

test('what WeChat refuses, or is not sure of, or cannot say, does not go out', async () => {
  expect(await reply('member-2', '一句假辱骂词')).toMatchObject({ code: 'words-refused' });
  expect(await reply('member-2', '一句假时政词')).toMatchObject({ code: 'words-unsure' });
  expect(responsesIn(world)).toEqual([]);
});

test('below what is not shared, or of another branch, nobody replies', async () => {
  const { state, sharing, sharedAtMs } = SHARED;
  const stranger = aMember('stranger', { branchId: 'branch-2' });
  await world.plant(
    'notes',
    aNote('unshared', aMember('member-1')),
    aNote('foreign', stranger, { state, sharing, sharedAtMs }),
  );
  const phone = world.phone('member-2');
  for (const id of ['unshared', 'foreign', 'nowhere']) {
    const asked = phone.call(replyToNote, { noteId: id, replyId: 'reply', text: 'so it is' });
    expect(await asked).toMatchObject({ code: 'not-found' });
  }
});

test('five replies of one person stand below a note, and another once one is taken back', async () => {
  for (let at = 0; at < 5; at += 1) outputOf(await reply('member-2', `${at}`, `reply-${at}`));
  expect(await reply('member-2', 'one more', 'more')).toMatchObject({ code: 'too-many-own' });
  outputOf(await reply('member-3', 'another', 'of-another'));
  outputOf(await world.phone('member-2').call(takeBackResponse, { responseId: 'reply-0' }));
  outputOf(await reply('member-2', 'one more', 'more'));
});

test('a reply that its writer takes back is gone for everybody, its words too', async () => {
  outputOf(await reply('member-2', 'said too soon'));
  expect(await reply('member-2', 'in other words')).toMatchObject({ code: 'written-before' });
  const other = world.phone('member-3').call(takeBackResponse, { responseId: 'reply' });
  expect(await other).toMatchObject({ code: 'not-found' });
  outputOf(await world.phone('member-2').call(takeBackResponse, { responseId: 'reply' }));
  outputOf(await world.phone('member-2').call(takeBackResponse, { responseId: 'reply' }));
  expect(await seenBy('member-2')).toEqual([]);
  expect(responsesIn(world)).toMatchObject([{ state: 'taken-back', text: '' }]);
  expect(outputOf(await world.phone('member-2').call(myResponses, {})).responses).toEqual([]);
  // The call that wrote it comes late once more: it is not written again.
  outputOf(await reply('member-2', 'said too soon'));
  expect(await seenBy('member-2')).toEqual([]);
});

describe('an officer', () => {
  const remove = (officer: string, reason = 'names a colleague') =>
    world.phone(officer).call(removeReply, { noteId, replyId: 'reply', reason });

  test('removes a reply with a reason, which its writer alone reads', async () => {
    outputOf(await reply('day-worker', 'it was X'));
    outputOf(await remove('secretary'));
    outputOf(await remove('secretary'));
    expect(await remove('officer', 'another reason')).toMatchObject({ code: 'written-before' });
    expect(await seenBy('member-1')).toEqual([]);
    expect(await seenBy('officer')).toEqual([]);
    const { note } = outputOf(await world.phone('day-worker').call(noteDetail, { noteId }));
    const removal = { byName: 'secretary', reason: 'names a colleague' };
    expect(note.exchange?.replies).toMatchObject([{ text: 'it was X', removal }]);
    const told = storedDeliveries(world.cloud).filter(({ kind }) => kind === 'reply-removed');
    expect(told.map(({ memberIds, body }) => [memberIds, body])).toEqual([
      [['day-worker'], 'names a colleague。你写的话只有你自己看得到，可以换个说法再回。'],
    ]);
    const { responses } = outputOf(await world.phone('day-worker').call(myResponses, {}));
    expect(responses).toMatchObject([{ text: 'it was X', removal }]);
  });

  test('removes neither their own reply nor what is said about their own note', async () => {
    outputOf(await reply('secretary', 'mine'));
    expect(await remove('secretary')).toMatchObject({ code: 'own-reply' });
    await world.alter('notes', noteId, { ownerId: 'officer' });
    expect(await remove('officer')).toMatchObject({ code: 'own-note' });
    outputOf(await world.phone('secretary').call(takeBackResponse, { responseId: 'reply' }));
    await world.alter('notes', noteId, { ownerId: 'member-1' });
    expect(await remove('officer')).toMatchObject({ code: 'not-found' });
  });
});

test.each(['its author', 'an officer'])(
  'when %s ends the sharing the replies go out of sight, stay with their writers, and do not come back',
  async (who) => {
    outputOf(await reply('member-2', 'so it is with us'));
    if (who === 'its author') {
      outputOf(await world.phone('member-1').call(withdrawNote, { noteId, what: 'sharing' }));
    } else {
      const given = {
        version: 1,
        state: 'used',
        deedId: 'deed',
        reason: 'a number too many',
      } as const;
      outputOf(await world.phone('secretary').call(returnNote, { noteId, ...given }));
    }
    expect(await seenBy('member-1')).toBeUndefined();
    expect(await seenBy('secretary')).toBeUndefined();
    const own = async () => outputOf(await world.phone('member-2').call(myResponses, {})).responses;
    expect(await own()).toMatchObject([{ text: 'so it is with us', noteTitle: null }]);
    // Shared anew it begins anew.
    const sharing = { isSigned: true, scope: 'branch' };
    await world.alter('notes', noteId, { state: 'used', sharing, sharedAtMs: world.nowMs() + 1 });
    expect(await seenBy('member-3')).toEqual([]);
    expect(await own()).toMatchObject([{ noteTitle: null }]);
    outputOf(await world.phone('member-2').call(takeBackResponse, { responseId: 'reply' }));
    expect(await own()).toEqual([]);
  },
);

test('my responses name the note while I may open it, page by page', async () => {
  const writer = aMember('member-2');
  const many = Array.from({ length: 33 }, (_, at) =>
    aReply(`r${at}`, SHARED, writer, { atMs: world.nowMs() + at }),
  );
  await world.plant('note_responses', ...many);
  const first = outputOf(await world.phone('member-2').call(myResponses, {}));
  expect(first.responses[0]).toMatchObject({ responseId: 'r32', noteTitle: 'title' });
  const cursor = first.nextCursor ?? '';
  const rest = outputOf(await world.phone('member-2').call(myResponses, { cursor }));
  expect(rest.responses.map(({ responseId }) => responseId)).toEqual(['r2', 'r1', 'r0']);
});

test('who has moved is told that their reply is still seen in the branch before, and takes it back', async () => {
  outputOf(await reply('member-2', 'so it is with us'));
  await world.alter('members', 'member-2', { branchId: 'branch-2' });
  const own = async () => outputOf(await world.phone('member-2').call(myResponses, {})).responses;
  expect(await own()).toMatchObject([{ noteTitle: null, isSharedElsewhere: true }]);
  expect(await seenBy('member-3')).toEqual(['so it is with us']);
  outputOf(await world.phone('member-2').call(takeBackResponse, { responseId: 'reply' }));
  expect(await own()).toEqual([]);
  expect(await seenBy('member-3')).toEqual([]);
});
