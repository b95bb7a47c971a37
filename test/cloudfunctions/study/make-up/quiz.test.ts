import { aNormsVersion } from '../../../builders/norms';
import { answerMakeUp, makeUpsOf, noteMakeUp } from '../../../../contract/study/make-up';
import { correct, roll } from '../../../../contract/study/register';
import { myAttendance, myStudies, studyDetail } from '../../../../contract/study/mine';
import { today } from '../../../../contract/today';
import { localDay } from '../../../../domain/time/local-day';
import { WechatError } from '../../../../local/cloud/wechat/wechat-error';
import { at } from '../../../domain/shift/people';
import { someContent } from '../../../builders/make-ups';
import { DAY, HOUR, useMakeUpWorld } from '../../../worlds/make-up-world';
import { outputOf, START_MS } from '../../../worlds/study-world';

const { world, jump, held, mine, write, makeUpOf } = useMakeUpWorld('notify');

const UNTIL = at('2025-03-14 00:00');
const WORDS = '我们值动火前先看风向，再把周围的油布收走，监护人站上风口。'.repeat(2);
const [RIGHT, WRONG] = [['option-1'], ['option-2']];
const answer = (
  studyId: string,
  questionId: string,
  chosen: string[],
  more: { decidedAtMs?: number } = {},
) => world.phone('member-2').call(answerMakeUp, { studyId, questionId, chosen, ...more });

test('shows what there is to read and asks, without saying which answer is right', async () => {
  const studyId = await held();
  await write(studyId);
  const output = outputOf(await mine('member-2', studyId));
  expect(output).toMatchObject({
    cause: 'on-duty',
    untilAtMs: UNTIL,
    termKind: 'rest-days',
    countedDays: ['2025-03-08', '2025-03-13'],
    right: [],
    doneAtMs: null,
    minutes: 60,
  });
  expect(output.pieces.map(({ title, text, url }) => [title, text, url])).toEqual([
    ['before', 'look around', null],
    ['after', null, 'https://example.com/a'],
  ]);
  expect(output.days[0]?.day).toBe('2025-03-05');
  expect(JSON.stringify(output)).not.toMatch(/isRight|nobody may leave/u);
});

test('whoever has none is told so', async () => {
  const studyId = await held();
  expect(await mine('member-3', studyId)).toMatchObject({ ok: false, code: 'not-found' });
  const tried = await world.phone('member-3').call(noteMakeUp, { studyId, text: WORDS });
  expect(tried).toMatchObject({ ok: false, code: 'no-make-up' });
});

test('a wrong answer says why and which is right, and leaves nothing behind', async () => {
  const studyId = await held();
  await write(studyId);
  const before = world.line(studyId, 'member-2');
  expect(outputOf(await answer(studyId, 'question-1', WRONG))).toEqual({
    isRight: false,
    rightOptionIds: RIGHT,
    why: 'nobody may leave',
    right: [],
    doneAtMs: null,
    minutes: 0,
  });
  expect(world.line(studyId, 'member-2')).toEqual(before);
});

test('R-103: where the office has set so it earns the minutes of its material, for what is done from then on', async () => {
  const studyId = await held();
  await write(studyId);
  await world.plant('norms', aNormsVersion({ fromMonth: '2025-03', credit: 'material' }));
  expect(outputOf(await mine('member-2', studyId)).minutes).toBe(9);
  await answer(studyId, 'question-2', RIGHT);
  expect(outputOf(await answer(studyId, 'question-1', RIGHT))).toMatchObject({ minutes: 9 });
  const later = aNormsVersion({ version: 2, fromMonth: '2025-03', credit: 'study' });
  await world.plant('norms', later);
  expect(outputOf(await mine('member-2', studyId)).minutes).toBe(9);
});

test('with the last right answer it is made up: beside the record, and asked no more', async () => {
  const studyId = await held();
  await write(studyId);
  expect(outputOf(await answer(studyId, 'question-2', RIGHT))).toMatchObject({
    right: ['question-2'],
    doneAtMs: null,
  });
  jump(8 * HOUR);
  const done = outputOf(await answer(studyId, 'question-1', RIGHT));
  expect(done).toMatchObject({ doneAtMs: world.nowMs(), minutes: 60 });
  const line = world.line(studyId, 'member-2');
  expect(line).toMatchObject({ record: null, corrections: [], isIn: true, wasOnDuty: true });
  expect(line?.makeUp).toMatchObject({ way: 'quiz', doneAtMs: world.nowMs(), minutes: 60 });
  expect(outputOf(await world.phone('member-2').call(today, {})).toAnswer).toEqual([]);

  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  expect(lines.find(({ memberId }) => memberId === 'member-2')?.state).toBe('made-up');
  const attendance = outputOf(
    await world.phone('member-2').call(myAttendance, { month: '2025-03' }),
  );
  expect(attendance).toMatchObject({
    entries: [{ state: 'made-up', atMs: world.nowMs(), minutes: 60 }],
    raw: { attended: 1, asked: 1 },
    fair: { attended: 1, couldAttend: 1 },
  });
});

test('my studies and the detail know of it, phones of 0.1.0 do not', async () => {
  const studyId = await held();
  const phone = world.phone('member-2');
  const open = outputOf(await phone.call(myStudies, {})).studies;
  expect(open.map((study) => [study.studyId, study.makeUp])).toEqual([
    [studyId, { untilAtMs: UNTIL, doneAtMs: null }],
  ]);
  const detail = outputOf(await phone.call(studyDetail, { studyId }));
  expect(detail.mine?.makeUp).toEqual({ untilAtMs: UNTIL, doneAtMs: null });
  const asOlder = (action: string, input: object) =>
    phone.send('study', { action, input, requestId: 'r1', clientVersion: '0.1.0' });
  expect(await asOlder('myStudies', {})).toMatchObject({ ok: true, output: { studies: [] } });
  const older = await asOlder('studyDetail', { studyId });
  expect(older).toMatchObject({ ok: true, output: { mine: { state: 'on-duty' } } });
  expect(older).not.toHaveProperty('output.mine.makeUp');
});

test('two phones that answer at once lose nothing, and the same answer twice is one', async () => {
  const studyId = await held();
  await write(studyId);
  const answers = await Promise.all([
    answer(studyId, 'question-1', RIGHT),
    answer(studyId, 'question-2', RIGHT),
    answer(studyId, 'question-1', RIGHT),
  ]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect([...(makeUpOf('member-2', studyId)?.right ?? [])].sort()).toEqual([
    'question-1',
    'question-2',
  ]);
  expect(makeUpOf('member-2', studyId)?.doneAtMs).toBe(world.nowMs());
  expect(outputOf(await answer(studyId, 'question-1', RIGHT)).doneAtMs).toBe(world.nowMs());
});

test('after the end it is refused with whom to ask; an answer kept in time still counts for a day', async () => {
  const studyId = await held();
  await write(studyId);
  jump(UNTIL - START_MS + HOUR);
  const refusal = {
    ok: false,
    code: 'make-up-over',
    detail: { untilAtMs: UNTIL, officer: 'officer' },
  };
  expect(await answer(studyId, 'question-1', RIGHT)).toMatchObject(refusal);
  expect(await answer(studyId, 'question-1', WRONG)).toMatchObject(refusal);
  const kept = { decidedAtMs: UNTIL - 1 };
  expect(outputOf(await answer(studyId, 'question-1', RIGHT, kept)).right).toEqual(['question-1']);
  jump(UNTIL - START_MS + DAY);
  expect(await answer(studyId, 'question-2', RIGHT, kept)).toMatchObject(refusal);
  expect(makeUpOf('member-2', studyId)?.doneAtMs).toBeUndefined();
});

test('a few words end it too, also without anything written by an officer', async () => {
  const material = {
    title: 'reading',
    kind: 'article',
    url: 'https://example.com/r',
    minutes: 0,
    isMustRead: false,
  } as const;
  const studyId = await held({ materials: [material] });
  const shown = outputOf(await mine('member-2', studyId));
  expect(shown.pieces).toEqual([
    { pieceId: 'material-1', title: 'reading', minutes: 5, text: null, url: material.url },
  ]);
  expect(shown.questions).toEqual([]);
  const phone = world.phone('member-2');
  expect(await phone.call(noteMakeUp, { studyId, text: '看完了' })).toMatchObject({
    ok: false,
    code: 'bad-input',
  });
  outputOf(await phone.call(noteMakeUp, { studyId, text: WORDS }));
  outputOf(await phone.call(noteMakeUp, { studyId, text: WORDS }));
  const done = outputOf(await mine('member-2', studyId));
  expect(done).toMatchObject({ way: 'note', note: { text: WORDS }, doneAtMs: world.nowMs() });
  const other = await phone.call(noteMakeUp, { studyId, text: `${WORDS}。` });
  expect(other).toMatchObject({ ok: false, code: 'no-longer-needed' });
});

describe('words of one’s own', () => {
  const END = '这是我自己的话，写给支部看。'.repeat(4);
  const isOutOfReach = () => {
    jest.spyOn(world.cloud.wechat.content, 'checkText').mockImplementation(() => {
      throw new WechatError(-1);
    });
  };
  afterEach(() => jest.restoreAllMocks());
  const hand = (studyId: string, text: string) =>
    world.phone('member-2').call(noteMakeUp, { studyId, text });
  const shown = async (studyId: string) => {
    const { people } = outputOf(await world.phone('secretary').call(makeUpsOf, { studyId }));
    const person = people.find(({ memberId }) => memberId === 'member-2');
    return [person?.note, person?.isNoteUnsure];
  };

  test('that WeChat refuses end nothing and are read by nobody; put otherwise they do', async () => {
    const studyId = await held();
    const refused = await hand(studyId, `一句假辱骂词${END}`);
    expect(refused).toMatchObject({ code: 'words-refused', detail: { label: 20003 } });
    expect(makeUpOf('member-2', studyId)).not.toHaveProperty('note');
    outputOf(await hand(studyId, END));
    expect(await shown(studyId)).toEqual([END, undefined]);
  });

  test('that WeChat is not sure of end it, and the officer is told to look', async () => {
    const studyId = await held();
    const unsure = `一句假时政词${END}`;
    outputOf(await hand(studyId, unsure));
    expect(await shown(studyId)).toEqual([unsure, true]);
  });

  test('that WeChat cannot check now end it all the same', async () => {
    const studyId = await held();
    isOutOfReach();
    outputOf(await hand(studyId, END));
    expect(await shown(studyId)).toEqual([END, true]);
  });

  test('are checked once, however often they come', async () => {
    const studyId = await held();
    outputOf(await hand(studyId, END));
    isOutOfReach();
    outputOf(await hand(studyId, END));
    expect(await shown(studyId)).toEqual([END, undefined]);
  });
});

test('a question that the officer took out is not answered, one that stays keeps its answer', async () => {
  const studyId = await held();
  await write(studyId);
  outputOf(await answer(studyId, 'question-1', RIGHT));
  await world.alter('make_up_contents', studyId, {
    questions: someContent().questions.filter(({ questionId }) => questionId === 'question-1'),
  });
  expect(await answer(studyId, 'question-2', RIGHT)).toMatchObject({ code: 'question-changed' });
  // All that is left was answered: saying it again ends it.
  expect(outputOf(await answer(studyId, 'question-1', RIGHT)).doneAtMs).toBe(world.nowMs());
});

test('who was entered as there meanwhile has nothing to make up', async () => {
  const studyId = await held();
  await write(studyId);
  const entry = { studyId, memberId: 'member-2', to: 'attended', reason: 'was there' } as const;
  outputOf(await world.phone('secretary').call(correct, entry));
  expect(await answer(studyId, 'question-1', RIGHT)).toMatchObject({ code: 'no-longer-needed' });
  expect(outputOf(await world.phone('member-2').call(today, {})).toAnswer).toEqual([]);
});

test('an officer who corrects afterwards has the last word', async () => {
  const studyId = await held();
  const phone = world.phone('member-2');
  outputOf(await phone.call(noteMakeUp, { studyId, text: WORDS }));
  jump(9 * HOUR);
  const entry = { studyId, memberId: 'member-2', to: 'absent', reason: 'copied' } as const;
  outputOf(await world.phone('secretary').call(correct, { ...entry, seen: 'made-up' }));
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  expect(lines.find(({ memberId }) => memberId === 'member-2')?.state).toBe('absent');
});

test('whoever goes to another branch in mid-month keeps their make-up and can do it', async () => {
  const studyId = await held();
  await world.alter('members', 'member-2', {
    branchId: 'branch-2',
    placedDay: localDay('2025-03-06'),
  });
  jump(DAY);
  expect(outputOf(await mine('member-2', studyId)).doneAtMs).toBeNull();
  outputOf(await world.phone('member-2').call(noteMakeUp, { studyId, text: WORDS }));
  const attendance = outputOf(
    await world.phone('member-2').call(myAttendance, { month: '2025-03' }),
  );
  expect(attendance.entries.map(({ state }) => state)).toEqual(['made-up']);
});
