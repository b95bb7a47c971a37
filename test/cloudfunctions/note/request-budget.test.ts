import { branchNotes, notesInState, sharedNotes } from '../../../contract/note/reviewing';
import { thankForNote } from '../../../contract/note/exchange';
import { handInNote, myNotes, noteDetail } from '../../../contract/note/writing';
import { aHandIn, useNoteWorld } from '../../worlds/note-world';
import { SHARED } from '../../worlds/shared-note';
import { outputOf } from '../../worlds/study-world';

const world = useNoteWorld();

/** Requests that arrive at the gateway while the work is done: of the database, and of storage and WeChat. */
async function requestsOf(work: () => Promise<unknown>) {
  world.cloud.counts.reset();
  await work();
  const counted = Object.entries(world.cloud.counts.byAction);
  const sum = (isMeant: (action: string) => boolean) =>
    counted.filter(([action]) => isMeant(action)).reduce((all, [, count]) => all + count, 0);
  const isDatabase = (action: string) => action.startsWith('database.');
  return {
    database: sum(isDatabase),
    writes: sum((action) => /insert|update|add|modif|remove|delete/iu.test(action)),
    others: sum((action) => !isDatabase(action)),
  };
}

test('opening a list of notes is two requests of the database at most', async () => {
  for (let count = 0; count < 8; count += 1) await world.handedIn();
  const [member, secretary] = [world.phone('member-1'), world.phone('secretary')];
  const two = { database: 2, writes: 0, others: 0 };
  await world.cloud.host.reload('note');
  expect(await requestsOf(() => member.get(myNotes, {}))).toEqual(two);
  expect(await requestsOf(() => member.get(myNotes, {}))).toEqual(two);
  expect(await requestsOf(() => member.get(sharedNotes, {}))).toEqual(two);
  expect(await requestsOf(() => secretary.get(branchNotes, {}))).toEqual(two);
  const rows = { month: '2025-03', state: 'to-read' } as const;
  expect(await requestsOf(() => secretary.get(notesInState, rows))).toEqual(two);
});

test('opening a note is one request with who opens it, for an officer a second that says so, and one of storage where it has pictures', async () => {
  const plain = await world.handedIn();
  const pictures = ['a', 'b', 'c'].map((id) => world.picture('member-1', id));
  const pictured = await world.handedIn({ pictures });
  await world.verdicts();
  const author = { database: 1, writes: 0 };
  const officer = { database: 2, writes: 1 };
  for (const [memberId, counts] of [
    ['member-1', author] as const,
    ['secretary', officer] as const,
  ]) {
    const phone = world.phone(memberId);
    expect(await requestsOf(() => phone.get(noteDetail, { noteId: plain }))).toEqual({
      ...counts,
      others: 0,
    });
    expect(await requestsOf(() => phone.get(noteDetail, { noteId: pictured }))).toEqual({
      ...counts,
      others: 1,
    });
  }
});

test('a shared note with what was given back is one request, for an officer two', async () => {
  await world.plant('notes', SHARED);
  const [member, secretary] = [world.phone('member-2'), world.phone('secretary')];
  outputOf(await member.call(thankForNote, { noteId: SHARED._id, isThanking: true }));
  const opened = (phone: typeof member) =>
    requestsOf(() => phone.get(noteDetail, { noteId: SHARED._id }));
  expect(await opened(member)).toEqual({ database: 1, writes: 0, others: 0 });
  expect(await opened(world.phone('member-1'))).toEqual({ database: 1, writes: 0, others: 0 });
  expect(await opened(secretary)).toEqual({ database: 2, writes: 1, others: 0 });
});

test('handing in is one write after its pictures: who, what is there, the note', async () => {
  await world.handedIn();
  const pictures = Array.from({ length: 9 }, (_, id) => world.picture('member-1', `p${id}`));
  const phone = world.phone('member-1');
  const counts = await requestsOf(async () =>
    outputOf(await phone.call(handInNote, aHandIn({ pictures }))),
  );
  // The words, where the pictures are, nine copies, where those are, nine checks.
  expect(counts).toEqual({ database: 3, writes: 1, others: 21 });
});
