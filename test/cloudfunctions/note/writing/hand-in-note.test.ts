import { changeMember } from '../../../../contract/people/member';
import { handInNote, noteDetail, withdrawNote } from '../../../../contract/note/writing';
import { studyDetail } from '../../../../contract/study/mine';
import { NOTE_LIMITS } from '../../../../domain/note/note';
import { aNote } from '../../../builders/notes';
import { storedDeliveries } from '../../../builders/stored';
import { aHandIn, useNoteWorld } from '../../../worlds/note-world';
import { aMember, minutes, outputOf } from '../../../worlds/study-world';

const world = useNoteWorld('member');
const phone = () => world.phone('member-1');

test('what was handed in is to be read, with crew and branch as they are', async () => {
  const noteId = await world.handedIn();
  expect(world.note(noteId)).toMatchObject({
    ownerId: 'member-1',
    branchId: 'branch-1',
    crewName: 'crew 1',
    state: 'to-read',
    version: 1,
    textCheck: 'pass',
  });
});

test('a repeated call writes nothing and is answered alike', async () => {
  const input = aHandIn();
  const first = outputOf(await phone().call(handInNote, input));
  const before = world.note(input.noteId);
  await world.later(60_000);
  expect(outputOf(await phone().call(handInNote, input))).toEqual(first);
  const other = { ...input, text: 'in other words' };
  expect(await phone().call(handInNote, other)).toMatchObject({ code: 'changed-meanwhile' });
  expect(world.note(input.noteId)).toEqual(before);
});

test('the same call twice at once makes one note', async () => {
  const input = aHandIn();
  const replies = await Promise.all([
    phone().call(handInNote, input),
    phone().call(handInNote, input),
  ]);
  expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
  expect(world.note(input.noteId).version).toBe(1);
});

test('of two phones with one note the second is told, and nothing of the first is lost', async () => {
  const noteId = await world.handedIn();
  const change = (versionId: string, text: string) =>
    phone().call(handInNote, { ...aHandIn({ noteId, versionId, text }), basedOn: 1 });
  outputOf(await change('from-one', 'by one phone'));
  expect(await change('from-other', 'by the other phone')).toMatchObject({
    code: 'changed-meanwhile',
    detail: { version: 2 },
  });
  expect(world.note(noteId)).toMatchObject({ version: 2, text: 'by one phone' });
  const again = { ...aHandIn({ noteId, versionId: 'from-other', text: 'other' }), basedOn: 2 };
  outputOf(await phone().call(handInNote, again));
  expect(world.note(noteId).earlier.map(({ text }) => text)).toEqual([
    'by one phone',
    'and walk once less',
  ]);
});

test('a new note under the id of one that is there is told as changed, of another person refused', async () => {
  const noteId = await world.handedIn();
  const taken = aHandIn({ noteId, versionId: 'another' });
  expect(await phone().call(handInNote, taken)).toMatchObject({ code: 'changed-meanwhile' });
  expect(await world.phone('member-2').call(handInNote, taken)).toMatchObject({
    code: 'bad-input',
    detail: { path: 'noteId' },
  });
});

test('at most ten versions are kept, the newest', async () => {
  const noteId = await world.handedIn({ text: 'version 1' });
  for (let version = 2; version <= 12; version += 1) {
    const more = { noteId, versionId: `v${version}`, text: `version ${version}` };
    outputOf(await phone().call(handInNote, { ...aHandIn(more), basedOn: version - 1 }));
  }
  const { note } = outputOf(await phone().call(noteDetail, { noteId }));
  expect(note.text).toBe('version 12');
  expect(note.earlier).toHaveLength(NOTE_LIMITS.versions - 1);
  expect(note.earlier.at(-1)?.text).toBe('version 3');
});

describe('a study note', () => {
  test('is of a study of the branch, and names it', async () => {
    const studyId = await world.published({ topic: 'the ticket' });
    const noteId = await world.handedIn({ type: 'study-note', studyId });
    expect(world.note(noteId)).toMatchObject({ studyId, studyTopic: 'the ticket' });
  });

  test('stands on the page of its study, also where two phones without a network wrote one each', async () => {
    const studyId = await world.published();
    const ofMine = async () =>
      outputOf(await phone().call(studyDetail, { studyId })).notes?.map(({ noteId, state }) => [
        noteId,
        state,
      ]);
    expect(await ofMine()).toEqual([]);
    const one = await world.handedIn({ type: 'study-note', studyId });
    await world.later(minutes(1));
    const two = await world.handedIn({ type: 'study-note', studyId });
    expect(await ofMine()).toEqual([
      [two, 'to-read'],
      [one, 'to-read'],
    ]);
    await world.handedIn({ type: 'study-note', studyId }, 'member-2');
    outputOf(await phone().call(withdrawNote, { noteId: one, what: 'note' }));
    expect(await ofMine()).toEqual([[two, 'to-read']]);
  });

  test.each([
    ['of no study', 'study-note', null, 'bad-input'],
    ['of a study that is not there', 'study-note', 'nothing', 'no-such-study'],
  ] as const)('%s is refused', async (_of, type, studyId, code) => {
    expect(await phone().call(handInNote, aHandIn({ type, studyId }))).toMatchObject({ code });
  });

  test('of another branch is refused, as is a contribution about a study', async () => {
    const studyId = await world.published();
    const foreign = world
      .phone('foreigner')
      .call(handInNote, aHandIn({ type: 'study-note', studyId }));
    expect(await foreign).toMatchObject({ code: 'no-such-study' });
    expect(await phone().call(handInNote, aHandIn({ studyId }))).toMatchObject({
      code: 'bad-input',
    });
  });
});

describe('words', () => {
  test('that WeChat refuses are not written', async () => {
    const input = aHandIn({ text: '一句假辱骂词' });
    expect(await phone().call(handInNote, input)).toMatchObject({
      code: 'words-refused',
      detail: { label: 20003 },
    });
    expect(() => world.note(input.noteId)).toThrow();
  });

  test('that it is not sure of are handed in for an officer to look at', async () => {
    const input = aHandIn({ title: '一句假时政词' });
    expect(outputOf(await phone().call(handInNote, input))).toMatchObject({ check: 'to-look-at' });
    expect(world.note(input.noteId).textCheck).toBe('to-look-at');
  });

  test('as long as they may be are checked whole, with the longest title', async () => {
    const noteId = await world.handedIn({ title: '题'.repeat(40), text: '字'.repeat(2000) });
    expect(world.note(noteId).textCheck).toBe('pass');
  });
});

describe('pictures', () => {
  test('wait for their verdict, which comes as an event', async () => {
    const pictures = [world.picture('member-1', 'one'), world.picture('member-1', 'two')];
    const noteId = await world.handedIn({ pictures });
    expect(world.note(noteId).pictures.map(({ check }) => check)).toEqual(['pending', 'pending']);
    await world.verdicts();
    expect(world.note(noteId)).toMatchObject({
      state: 'to-read',
      traceIds: [],
      pictures: [{ check: 'pass' }, { check: 'pass' }],
    });
  });

  test('whose verdict comes before the note is written get it all the same', async () => {
    const told = world.verdictOn('early', 'pass');
    const pictures = [
      { pictureId: 'p', fileId: 'cloud://p', check: 'pending' as const, traceId: 'early' },
    ];
    await world.plant('notes', aNote('n', aMember('member-1'), { pictures, traceIds: ['early'] }));
    await told;
    expect(world.note('n')).toMatchObject({ traceIds: [], pictures: [{ check: 'pass' }] });
  });

  test('of somebody else, or named otherwise than stored, are refused', async () => {
    const theirs = world.picture('member-2');
    const other = { ...world.picture('member-1'), pictureId: 'other' };
    for (const picture of [theirs, other]) {
      expect(await phone().call(handInNote, aHandIn({ pictures: [picture] }))).toMatchObject({
        code: 'bad-input',
        detail: { path: 'pictures.0' },
      });
    }
  });

  test('that are not in storage are named by their number', async () => {
    const there = world.picture('member-1', 'there');
    const lost = { pictureId: 'lost', fileId: there.fileId.replace('there', 'lost') };
    const input = aHandIn({ pictures: [there, lost] });
    expect(await phone().call(handInNote, input)).toMatchObject({
      code: 'picture-missing',
      detail: { number: 2 },
    });
  });

  test('kept in a new version are not checked again', async () => {
    const picture = world.picture('member-1');
    const noteId = await world.handedIn({ pictures: [picture] });
    await world.verdicts();
    const more = aHandIn({ noteId, versionId: 'second', pictures: [picture], basedOn: 1 });
    expect(outputOf(await phone().call(handInNote, more))).toMatchObject({ check: 'pass' });
  });

  test('are shown as they were checked, whatever is put in their place afterwards', async () => {
    const picture = world.picture('member-1');
    const noteId = await world.handedIn({ pictures: [picture] });
    await world.verdicts();
    world.picture('member-1', picture.pictureId, 'refused');
    for (const memberId of ['secretary', 'member-1']) {
      const { note } = outputOf(await world.phone(memberId).call(noteDetail, { noteId }));
      const shown = await fetch(note.pictures[0]?.url ?? '');
      expect([memberId, await shown.text()]).toEqual([memberId, 'a picture']);
    }
    const second = aHandIn({ noteId, versionId: 'second', pictures: [picture], basedOn: 1 });
    outputOf(await phone().call(handInNote, second));
    const [stored] = world.note(noteId).pictures;
    expect(world.cloud.files.read(stored?.fileId ?? '')?.toString()).toBe('a picture');
  });

  test('lie where nobody but the function could have put them, and name nobody', async () => {
    const own = world.picture('member-1');
    const noteId = await world.handedIn({ pictures: [own] });
    const [copy] = world.note(noteId).pictures;
    expect(copy?.fileId).toMatch(/\/notes-kept\/[0-9a-f]{24}\.jpg$/u);
    const { note } = outputOf(await phone().call(noteDetail, { noteId }));
    expect(note.pictures[0]?.fileId).toBe(own.fileId);
    const named = { pictureId: own.pictureId, fileId: copy?.fileId ?? '' };
    expect(await phone().call(handInNote, aHandIn({ pictures: [named] }))).toMatchObject({
      code: 'bad-input',
    });
  });

  test('R-286: larger than what readers are sent are refused, by their number', async () => {
    const huge = world.picture('member-1', 'huge');
    world.cloud.files.write('notes/202503/member-1/huge.jpg', Buffer.alloc(300 * 1024 + 1));
    const input = aHandIn({ pictures: [world.picture('member-1', 'small'), huge] });
    expect(await phone().call(handInNote, input)).toMatchObject({
      code: 'picture-too-large',
      detail: { number: 2 },
    });
    world.cloud.files.write('notes/202503/member-1/huge.jpg', Buffer.alloc(300 * 1024));
    expect(await phone().call(handInNote, input)).toMatchObject({ ok: true });
  });

  test('that were refused return the note, and cannot be handed in again', async () => {
    const pictures = [
      world.picture('member-1', 'good'),
      world.picture('member-1', 'bad', 'refused'),
    ];
    const noteId = await world.handedIn({ pictures });
    await world.verdicts();
    const { state, remarks } = world.note(noteId);
    expect(state).toBe('returned');
    expect(remarks).toMatchObject([{ kind: 'picture-refused', by: { memberId: null } }]);
    const told = storedDeliveries(world.cloud).filter(({ kind }) => kind === 'note-answered');
    expect(told.map(({ memberIds, body }) => [memberIds, body])).toEqual([
      [['member-1'], '第 2 张图没有通过微信的检查，换一张再交。原稿一字不少。'],
    ]);
    const again = aHandIn({ noteId, versionId: 'second', pictures, basedOn: 1 });
    expect(await phone().call(handInNote, again)).toMatchObject({
      code: 'picture-refused',
      detail: { number: 2 },
    });
    const better = [pictures[0]!, world.picture('member-1', 'better')];
    outputOf(await phone().call(handInNote, { ...again, pictures: better }));
    expect(world.note(noteId)).toMatchObject({ state: 'to-read', version: 2 });
  });
});

test('a hazard is told to the officers of the branch, once', async () => {
  const input = aHandIn({ type: 'hazard', title: 'no light' });
  outputOf(await phone().call(handInNote, input));
  outputOf(await phone().call(handInNote, input));
  const told = storedDeliveries(world.cloud).filter(({ kind }) => kind === 'hazard-reported');
  expect(told.map(({ memberIds }) => memberIds)).toEqual([['officer', 'secretary']]);
  expect(told[0]?.page).toContain('packages/note-office/read/read');
});

test('a hazard that is taken back leaves the plans, and whoever has heard of it is told so, once', async () => {
  const back = { noteId: 'note-1', what: 'note' } as const;
  const toldOf = () =>
    storedDeliveries(world.cloud).filter(
      ({ kind, cancelledAtMs }) => kind === 'hazard-reported' && cancelledAtMs === null,
    );
  const hazard = (noteId: string) => aHandIn({ noteId, type: 'hazard', title: 'no light' });
  outputOf(await phone().call(handInNote, hazard('note-1')));
  outputOf(await phone().call(withdrawNote, back));
  expect(toldOf()).toEqual([]);

  const second = { ...back, noteId: 'note-2' };
  outputOf(await phone().call(handInNote, hazard('note-2')));
  for (const { _id, groups } of toldOf()) {
    const sent = groups.map((group) => ({ ...group, state: 'done' }));
    await world.alter('deliveries', _id, { groups: sent });
  }
  outputOf(await phone().call(withdrawNote, second));
  outputOf(await phone().call(withdrawNote, second));
  expect(toldOf()).toMatchObject([
    { title: expect.stringMatching(/收回了报的隐患：no light$/u), page: null },
  ]);
});

describe('an author who is in another branch by now', () => {
  const move = async () => {
    outputOf(
      await world.phone('officer').call(changeMember, { memberId: 'member-1', hasLeft: true }),
    );
    await world.alter('members', 'member-1', {
      branchId: 'branch-2',
      leftDay: null,
      account: 'phone-member-1',
    });
  };

  test('reads what they wrote, and hands it in anew as another note only', async () => {
    const noteId = await world.handedIn();
    await move();
    expect(outputOf(await phone().call(noteDetail, { noteId })).note.isMine).toBe(true);
    const again = aHandIn({ noteId, versionId: 'second', basedOn: 1 });
    expect(await phone().call(handInNote, again)).toMatchObject({ code: 'other-branch' });
    const anew = await world.handedIn();
    expect(world.note(anew).branchId).toBe('branch-2');
    const former = world.phone('secretary').call(noteDetail, { noteId });
    expect(outputOf(await former).note.canDecide).toBe(true);
    const present = world.phone('foreign-secretary').call(noteDetail, { noteId });
    expect(await present).toMatchObject({ code: 'not-found' });
  });
});
