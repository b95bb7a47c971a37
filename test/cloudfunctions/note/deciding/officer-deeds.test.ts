import {
  answerNote,
  approveNote,
  askToShare,
  recordUse,
  returnNote,
  sharedNotes,
} from '../../../../contract/note/reviewing';
import { answerSharing, noteDetail, withdrawNote } from '../../../../contract/note/writing';
import { inbox } from '../../../../contract/notice/inbox';
import { today } from '../../../../contract/today';
import { storedDeliveries } from '../../../builders/stored';
import { useNoteWorld } from '../../../worlds/note-world';
import { minutes, outputOf } from '../../../worlds/study-world';

const world = useNoteWorld('notify');
const secretary = () => world.phone('secretary');
const author = () => world.phone('day-worker');
const handedIn = (note: Parameters<typeof world.handedIn>[0] = {}) =>
  world.handedIn(note, 'day-worker');

/** As the officer has it before them now. */
const deed = (noteId: string, deedId = 'deed') => {
  const { version, state } = world.note(noteId);
  return { noteId, version, state, deedId };
};
const standing = () =>
  storedDeliveries(world.cloud)
    .filter(({ cancelledAtMs }) => cancelledAtMs === null)
    .map(({ kind, memberIds }) => `${kind} ${memberIds.join()}`);

test('an answer stands with the note, and the author hears of it once', async () => {
  const noteId = await handedIn();
  const given = { ...deed(noteId), text: 'I have passed it on' };
  const { reachesAtMs } = outputOf(await secretary().call(answerNote, given));
  expect(reachesAtMs).toBe(world.nowMs());
  outputOf(await secretary().call(answerNote, given));
  expect(world.note(noteId)).toMatchObject({ state: 'answered', remarks: [{ kind: 'answer' }] });
  // Written on since its answer was lost: the officer sees what stands instead of being told that it is done.
  const other = secretary().call(answerNote, { ...given, text: 'I have passed it to them' });
  expect(await other).toMatchObject({ code: 'changed-meanwhile' });
  expect(standing()).toEqual(['note-answered day-worker']);
  const { items } = outputOf(await author().call(inbox, {}));
  expect(items).toMatchObject([
    { body: 'I have passed it on', page: `packages/note/open/open?noteId=${noteId}` },
  ]);
});

test('an officer who has other words or another state before them looks again', async () => {
  const noteId = await handedIn();
  const seen = deed(noteId);
  outputOf(await secretary().call(returnNote, { ...seen, reason: 'a number too many' }));
  const late = world.phone('officer').call(answerNote, { ...seen, deedId: 'other', text: 'fine' });
  expect(await late).toMatchObject({ code: 'changed-meanwhile' });
  const older = { ...seen, version: 0, state: 'returned' } as const;
  expect(await secretary().call(answerNote, { ...older, deedId: 'x', text: 'fine' })).toMatchObject(
    {
      code: 'changed-meanwhile',
    },
  );
});

test('nobody decides on their own note', async () => {
  const noteId = await world.handedIn({}, 'secretary');
  const own = secretary().call(answerNote, { ...deed(noteId), text: 'fine' });
  expect(await own).toMatchObject({ code: 'own-note' });
  outputOf(await world.phone('officer').call(answerNote, { ...deed(noteId), text: 'fine' }));
});

test('a returned note is in the hands of its author, with the reason', async () => {
  const noteId = await handedIn();
  outputOf(await secretary().call(returnNote, { ...deed(noteId), reason: '多了设备编号。' }));
  expect(world.note(noteId).state).toBe('returned');
  const told = storedDeliveries(world.cloud).map(({ body }) => body);
  expect(told).toEqual(['多了设备编号。原稿一字不少，改好再交。']);
});

describe('sharing', () => {
  const ask = async (noteId: string, scope: 'branch' | 'beyond' = 'branch', askId = 'ask-1') =>
    outputOf(await secretary().call(askToShare, { ...deed(noteId, askId), scope }));
  const answer = (noteId: string, given: 'signed' | 'unsigned' | 'decline', askId = 'ask-1') =>
    author().call(answerSharing, { noteId, askId, answer: given });
  const inBranch = async () =>
    outputOf(await world.phone('member-2').call(sharedNotes, {})).notes.map(
      ({ noteId, authorName }) => [noteId, authorName],
    );

  test('is asked on the today page, and nothing is shared before the yes', async () => {
    const noteId = await handedIn();
    await ask(noteId);
    const { toAnswer } = outputOf(await author().call(today, {}));
    expect(toAnswer).toMatchObject([{ otherwise: '不回复就不放，不影响别的。' }]);
    expect(await inBranch()).toEqual([]);
    expect(await world.phone('member-2').call(noteDetail, { noteId })).toMatchObject({
      code: 'not-found',
    });
  });

  test('under the name of the author, or of nobody, as they say', async () => {
    const [one, two] = [await handedIn(), await handedIn()];
    await ask(one);
    await ask(two);
    outputOf(await answer(one, 'signed'));
    await world.later(minutes(1));
    outputOf(await answer(two, 'unsigned'));
    expect(await inBranch()).toEqual([
      [two, ''],
      [one, 'day-worker'],
    ]);
    const { note } = outputOf(await world.phone('member-2').call(noteDetail, { noteId: two }));
    expect(note).toMatchObject({ authorName: '', remarks: [], earlier: [], canDecide: false });
    expect(JSON.stringify(note)).not.toContain('day-worker');
    expect(standing()).toEqual([]);
  });

  test('under the name of nobody with its pictures: their addresses have nothing of the author', async () => {
    const pictures = ['one', 'two'].map((id) => world.picture('day-worker', id));
    const noteId = await handedIn({ pictures });
    await world.verdicts();
    await ask(noteId);
    outputOf(await answer(noteId, 'unsigned'));
    const look = async (memberId: string) =>
      outputOf(await world.phone(memberId).call(noteDetail, { noteId })).note;
    const seen = await look('member-2');
    expect(JSON.stringify(seen)).not.toContain('day-worker');
    for (const note of [seen, await look('member-3')]) {
      for (const { url } of note.pictures) {
        expect(await (await fetch(url ?? '')).text()).toBe('a picture');
      }
    }
  });

  test('likewise with pictures of before there were copies, which are shown as they are to who knows whose they are', async () => {
    const [one, two] = ['one', 'two'].map((id) => world.picture('day-worker', id));
    const noteId = await handedIn({ pictures: [one!, two!] });
    await world.verdicts();
    await ask(noteId);
    outputOf(await answer(noteId, 'unsigned'));
    await world.alter('notes', noteId, {
      pictures: [one!, two!].map((picture) => ({ ...picture, check: 'pass' })),
    });
    const look = async (memberId: string) =>
      outputOf(await world.phone(memberId).call(noteDetail, { noteId })).note;
    for (const note of [await look('member-2'), await look('member-3')]) {
      expect(JSON.stringify(note)).not.toContain('day-worker');
      for (const { url } of note.pictures) {
        expect(await (await fetch(url ?? '')).text()).toBe('a picture');
      }
    }
    expect((await look('secretary')).pictures[0]?.url).toContain('day-worker');
  });

  test('a yes that is repeated is one, and one that comes after the question was taken back is none', async () => {
    const noteId = await handedIn();
    await ask(noteId);
    outputOf(await answer(noteId, 'signed'));
    const before = world.note(noteId);
    outputOf(await answer(noteId, 'signed'));
    expect(world.note(noteId)).toEqual(before);
    outputOf(await secretary().call(returnNote, { ...deed(noteId, 'back'), reason: 'a face' }));
    expect(await answer(noteId, 'unsigned')).toMatchObject({
      code: 'not-asked',
      detail: { state: 'returned' },
    });
    expect(await inBranch()).toEqual([]);
  });

  test('a no is kept, and not asked again before another version', async () => {
    const noteId = await handedIn();
    await ask(noteId);
    outputOf(await answer(noteId, 'decline'));
    expect(world.note(noteId).state).toBe('answered');
    const again = secretary().call(askToShare, { ...deed(noteId, 'ask-2'), scope: 'branch' });
    expect(await again).toMatchObject({ code: 'declined' });
  });

  test('is asked once in seven days, and then the old question goes', async () => {
    const noteId = await handedIn();
    await ask(noteId);
    const again = { ...deed(noteId, 'ask-2'), scope: 'branch' } as const;
    expect(await secretary().call(askToShare, again)).toMatchObject({ code: 'already-asked' });
    await world.later(minutes(7 * 24 * 60));
    outputOf(await secretary().call(askToShare, again));
    expect(standing()).toEqual(['note-consent day-worker']);
    expect(await answer(noteId, 'signed')).toMatchObject({ code: 'not-asked' });
    outputOf(await answer(noteId, 'signed', 'ask-2'));
  });

  test('is taken back by the author at any time, from another branch too, and only by them', async () => {
    const noteId = await handedIn();
    await ask(noteId);
    outputOf(await answer(noteId, 'signed'));
    const withdraw = { noteId, what: 'sharing' } as const;
    expect(await world.phone('member-2').call(withdrawNote, withdraw)).toMatchObject({
      code: 'not-found',
    });
    await world.alter('members', 'day-worker', { branchId: 'branch-2' });
    outputOf(await author().call(withdrawNote, withdraw));
    outputOf(await author().call(withdrawNote, withdraw));
    expect(await inBranch()).toEqual([]);
    expect(world.note(noteId)).toMatchObject({ state: 'answered', sharing: null });
  });

  test('beyond the branch goes where the author has agreed, and is noted', async () => {
    const noteId = await handedIn();
    const used = (deedId: string) =>
      secretary().call(recordUse, {
        ...deed(noteId, deedId),
        where: 'channel',
        text: 'of March 26',
      });
    expect(await used('early')).toMatchObject({ code: 'no-consent' });
    await ask(noteId, 'beyond');
    outputOf(await answer(noteId, 'signed'));
    outputOf(await used('use'));
    outputOf(await used('use'));
    expect(world.note(noteId).uses).toMatchObject([{ where: 'channel', text: 'of March 26' }]);
    outputOf(await author().call(withdrawNote, { noteId, what: 'sharing' }));
    expect(world.note(noteId).state).toBe('used');
  });
});

test('a note that is taken back is nobody else’s any more, and its question goes', async () => {
  const noteId = await handedIn();
  outputOf(await secretary().call(askToShare, { ...deed(noteId), scope: 'branch' }));
  outputOf(await author().call(withdrawNote, { noteId, what: 'note' }));
  for (const phone of [secretary(), author()]) {
    expect(await phone.call(noteDetail, { noteId })).toMatchObject({ code: 'not-found' });
  }
  expect(standing()).toEqual([]);
});

test('a hazard is dealt with, and its reporter hears how', async () => {
  const noteId = await handedIn({ type: 'hazard', title: '照明不亮' });
  outputOf(
    await secretary().call(recordUse, { ...deed(noteId), where: 'dealt-with', text: '换了灯' }),
  );
  const told = storedDeliveries(world.cloud).find(({ kind }) => kind === 'note-answered');
  expect(told).toMatchObject({ title: '《照明不亮》有结果了', body: '换了灯' });
});

test('who has left is asked nothing, and the officer is told so; returning it is open', async () => {
  const noteId = await handedIn();
  await world.alter('members', 'day-worker', { leftDay: '2025-03-01' });
  const asked = secretary().call(askToShare, { ...deed(noteId), scope: 'branch' });
  expect(await asked).toMatchObject({ code: 'has-left' });
  expect(world.note(noteId)).toMatchObject({ state: 'to-read', ask: null });
  outputOf(await secretary().call(returnNote, { ...deed(noteId), reason: 'a number too many' }));
});

describe('what the check was not sure of', () => {
  test('is shown to officers, and shared only once they have looked', async () => {
    const picture = world.picture('day-worker', 'unclear', 'to-look-at');
    const noteId = await handedIn({ title: '假时政词', pictures: [picture] });
    await world.verdicts();
    const scope = 'branch' as const;
    expect(await secretary().call(askToShare, { ...deed(noteId), scope })).toMatchObject({
      code: 'not-checked',
      detail: { check: 'to-look-at' },
    });
    const { note } = outputOf(await secretary().call(noteDetail, { noteId }));
    expect(note.pictures).toMatchObject([{ check: 'to-look-at', url: expect.any(String) }]);
    outputOf(await secretary().call(approveNote, deed(noteId, 'looked')));
    expect(world.note(noteId)).toMatchObject({ textCheck: 'pass', pictures: [{ check: 'pass' }] });
    expect(await secretary().call(approveNote, deed(noteId, 'again'))).toMatchObject({
      code: 'nothing-to-look-at',
    });
    outputOf(await secretary().call(askToShare, { ...deed(noteId), scope }));
  });

  test('a picture that waits or was refused is seen by its author alone', async () => {
    const noteId = await handedIn({ pictures: [world.picture('day-worker')] });
    const urlFor = async (memberId: string) =>
      outputOf(await world.phone(memberId).call(noteDetail, { noteId })).note.pictures[0]?.url;
    expect(await urlFor('secretary')).toBeNull();
    expect(await urlFor('day-worker')).toEqual(expect.any(String));
  });

  test('a verdict after an officer has looked changes nothing', async () => {
    const pictures = [world.picture('day-worker', 'bad', 'refused')];
    const noteId = await handedIn({ pictures });
    await world.alter('notes', noteId, {
      pictures: world.note(noteId).pictures.map((each) => ({ ...each, check: 'to-look-at' })),
    });
    outputOf(await secretary().call(approveNote, deed(noteId)));
    await world.verdicts();
    expect(world.note(noteId)).toMatchObject({ state: 'to-read', pictures: [{ check: 'pass' }] });
  });
});
