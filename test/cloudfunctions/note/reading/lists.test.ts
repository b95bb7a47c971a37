import { branchNotes, notesInState, sharedNotes } from '../../../../contract/note/reviewing';
import { myNotes } from '../../../../contract/note/writing';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aNote } from '../../../builders/notes';
import { useNoteWorld } from '../../../worlds/note-world';
import { aMember, outputOf } from '../../../worlds/study-world';

const world = useNoteWorld();
const writer = aMember('member-1');
const at = (day: string, hour = 12) => instantOf(localDay(day), hour * 60);
const plant = (...notes: ReturnType<typeof aNote>[]) => world.plant('notes', ...notes);
const secretary = () => world.phone('secretary');

test('my notes come newest first, page by page, without what I took back', async () => {
  const many = Array.from({ length: 65 }, (_, index) =>
    aNote(`n${index}`, writer, { handedInAtMs: at('2025-03-01') + (index % 60) }),
  );
  await plant(
    ...many,
    aNote('back', writer, { state: 'taken-back' }),
    aNote('other', aMember('member-2')),
  );
  const seen: string[] = [];
  for (let cursor: string | undefined = undefined; ;) {
    const page = outputOf(
      await world.phone('member-1').call(myNotes, cursor === undefined ? {} : { cursor }),
    ) as { notes: { noteId: string; firstAtMs: number }[]; nextCursor: string | null };
    seen.push(...page.notes.map(({ noteId }) => noteId));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(65);
  expect(seen).toHaveLength(65);
  expect(seen[0]).toBe('n59');
});

test('a month is shown by state with its counts, and what is left to read from before it', async () => {
  await plant(
    aNote('old', writer, { handedInAtMs: at('2025-02-27') }),
    aNote('old-read', writer, { handedInAtMs: at('2025-02-27'), state: 'answered' }),
    aNote('last-minute', writer, { handedInAtMs: at('2025-03-01', 0) - 1 }),
    aNote('first-minute', writer, { handedInAtMs: at('2025-03-01', 0) }),
    aNote('read-1', writer, { handedInAtMs: at('2025-03-02'), state: 'answered' }),
    aNote('read-2', writer, { handedInAtMs: at('2025-03-03'), state: 'answered' }),
    aNote('gone', writer, { state: 'taken-back' }),
    aNote('foreign', aMember('foreigner', { branchId: 'branch-2' })),
  );
  const board = outputOf(await secretary().call(branchNotes, { month: '2025-03' }));
  const sections = board.sections.map(({ state, count, notes }) => [
    state,
    count,
    notes.map(({ noteId }) => noteId),
  ]);
  expect(sections.sort()).toEqual([
    ['answered', 2, ['read-2', 'read-1']],
    ['to-read', 1, ['first-minute']],
  ]);
  expect(board.before).toMatchObject({ count: 2 });
  expect(board.before?.notes.map(({ noteId }) => noteId)).toEqual(['old', 'last-minute']);
});

test('the rows of a section go on where the first ones ended', async () => {
  const many = Array.from({ length: 70 }, (_, index) =>
    aNote(`n${String(index).padStart(2, '0')}`, writer, { handedInAtMs: at('2025-03-02') + index }),
  );
  await plant(...many);
  const { sections } = outputOf(await secretary().call(branchNotes, {}));
  expect(sections).toMatchObject([{ state: 'to-read', count: 70 }]);
  expect(sections[0]?.notes.map(({ noteId }) => noteId)).toEqual([
    'n00',
    'n01',
    'n02',
    'n03',
    'n04',
  ]);
  const asked = { month: '2025-03', state: 'to-read' } as const;
  const first = outputOf(await secretary().call(notesInState, asked));
  const cursor = first.nextCursor ?? '';
  const second = outputOf(await secretary().call(notesInState, { ...asked, cursor }));
  expect(first.notes).toHaveLength(30);
  expect(second.notes[0]?.noteId).toBe('n30');
});

test('what authors took back is in no list of officers', async () => {
  await plant(aNote('gone', writer, { state: 'taken-back' }));
  const asked = { month: '2025-03', state: 'taken-back' } as const;
  expect(outputOf(await secretary().call(notesInState, asked)).notes).toEqual([]);
  expect(outputOf(await secretary().call(branchNotes, {})).sections).toEqual([]);
});

test('a row has the first words and how many pictures and checks there are', async () => {
  await plant(
    aNote('n', writer, {
      text: '长'.repeat(400),
      textCheck: 'to-look-at',
      pictures: [
        { pictureId: 'a', fileId: 'cloud://a', check: 'pending' },
        { pictureId: 'b', fileId: 'cloud://b', check: 'pass' },
      ],
    }),
  );
  const [row] = outputOf(await secretary().call(branchNotes, {})).sections[0]?.notes ?? [];
  expect(row).toMatchObject({
    excerpt: `${'长'.repeat(48)}…`,
    pictures: 2,
    pending: 1,
    toLookAt: 1,
  });
});

test('what is shared goes page by page, the newest first', async () => {
  const shared = Array.from({ length: 33 }, (_, index) =>
    aNote(`s${index}`, writer, {
      state: 'used',
      sharing: { isSigned: true, scope: 'branch' },
      sharedAtMs: at('2025-03-02') + index,
    }),
  );
  await plant(...shared, aNote('unshared', writer));
  const first = outputOf(await world.phone('member-3').call(sharedNotes, {}));
  const cursor = first.nextCursor ?? '';
  const rest = outputOf(await world.phone('member-3').call(sharedNotes, { cursor }));
  expect(first.notes[0]?.noteId).toBe('s32');
  expect(rest.notes.map(({ noteId }) => noteId)).toEqual(['s2', 's1', 's0']);
});

test('what is shared can be asked for of one crew, and the crews that share are named', async () => {
  const ofCrew = (noteId: string, crewName: string | null, sharedAtMs: number | null) =>
    aNote(noteId, writer, {
      crewName,
      sharedAtMs,
      ...(sharedAtMs !== null && { state: 'used', sharing: { isSigned: true, scope: 'branch' } }),
    });
  const many = Array.from({ length: 31 }, (_, index) =>
    ofCrew(`a${index}`, 'crew A', at('2025-03-02') + index),
  );
  await plant(
    ...many,
    ofCrew('b', 'crew B', at('2025-03-01')),
    ofCrew('day', null, at('2025-03-01')),
    ofCrew('c', 'crew C', null),
    { ...ofCrew('foreign', 'crew D', at('2025-03-01')), branchId: 'branch-2' },
  );
  const asked = async (input: { crewName?: string; cursor?: string }) =>
    outputOf(await world.phone('member-3').call(sharedNotes, input));
  const all = await asked({});
  expect([...(all.crewNames ?? [])].sort()).toEqual(['crew A', 'crew B']);
  const ofB = await asked({ crewName: 'crew B' });
  expect(ofB.notes.map(({ noteId }) => noteId)).toEqual(['b']);
  expect(ofB).toMatchObject({ nextCursor: null, crewNames: all.crewNames });
  const ofA = await asked({ crewName: 'crew A' });
  const rest = await asked({ crewName: 'crew A', cursor: ofA.nextCursor ?? '' });
  expect(rest.notes.map(({ noteId }) => noteId)).toEqual(['a0']);
  expect(rest.crewNames).toBeUndefined();
});
