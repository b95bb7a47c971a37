import { myResponses, takeBackResponse, thankForNote } from '../../../../contract/note/exchange';
import { sharedNotes } from '../../../../contract/note/reviewing';
import { noteDetail } from '../../../../contract/note/writing';
import { useNoteWorld } from '../../../worlds/note-world';
import { responsesIn, SHARED } from '../../../worlds/shared-note';
import { minutes, outputOf } from '../../../worlds/study-world';

const world = useNoteWorld();
beforeEach(() => world.plant('notes', SHARED));

const noteId = SHARED._id;
const thank = (memberId: string, isThanking = true) =>
  world.phone(memberId).call(thankForNote, { noteId, isThanking });
const exchangeOf = async (memberId: string) =>
  outputOf(await world.phone(memberId).call(noteDetail, { noteId })).note.exchange;

test('the author reads who has thanked, in the order of it, and nobody else sees anything of it', async () => {
  outputOf(await thank('member-3'));
  await world.later(minutes(1));
  outputOf(await thank('member-2'));
  expect(await exchangeOf('member-1')).toMatchObject({
    hasThanked: null,
    thanks: [
      { name: 'member-3', crewName: 'crew 3' },
      { name: 'member-2', crewName: 'crew 2' },
    ],
  });
  for (const memberId of ['member-4', 'secretary']) {
    expect(await exchangeOf(memberId)).toMatchObject({ hasThanked: false, thanks: null });
  }
  expect(await exchangeOf('member-2')).toMatchObject({ hasThanked: true, thanks: null });
  const list = outputOf(await world.phone('member-4').call(sharedNotes, {}));
  expect(JSON.stringify(list)).not.toMatch(/thank|member-2|member-3/u);
});

test('thanks are said once however often they are sent, and can be taken back and said again', async () => {
  const own = async () => (await exchangeOf('member-2'))?.hasThanked;
  for (const isThanking of [false, true, true]) outputOf(await thank('member-2', isThanking));
  expect(await own()).toBe(true);
  for (const isThanking of [false, false]) outputOf(await thank('member-2', isThanking));
  expect(await own()).toBe(false);
  expect((await exchangeOf('member-1'))?.thanks).toEqual([]);
  outputOf(await thank('member-2'));
  expect(await own()).toBe(true);
  expect(responsesIn(world)).toHaveLength(1);
});

test('nobody thanks themselves, or for what is not shared', async () => {
  expect(await thank('member-1')).toMatchObject({ code: 'own-note' });
  await world.alter('notes', noteId, { sharing: null, sharedAtMs: null });
  expect(await thank('member-2')).toMatchObject({ code: 'not-found' });
  expect(responsesIn(world)).toEqual([]);
});

test('who is in another branch by now takes their thanks back from their own list', async () => {
  outputOf(await thank('member-2'));
  await world.alter('members', 'member-2', { branchId: 'branch-2' });
  expect(await thank('member-2', false)).toMatchObject({ code: 'not-found' });
  const own = async () => outputOf(await world.phone('member-2').call(myResponses, {})).responses;
  const [given] = await own();
  expect(given).toMatchObject({ kind: 'thanks', noteTitle: null });
  const responseId = given?.responseId ?? '';
  outputOf(await world.phone('member-2').call(takeBackResponse, { responseId }));
  expect(await own()).toEqual([]);
  expect((await exchangeOf('member-1'))?.thanks).toEqual([]);
});
