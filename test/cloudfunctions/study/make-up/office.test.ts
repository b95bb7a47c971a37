import {
  answerMakeUp,
  makeUpContent,
  makeUpsOf,
  noteMakeUp,
  openMakeUp,
  saveMakeUpContent,
} from '../../../../contract/study/make-up';
import { correct } from '../../../../contract/study/register';
import { addChange } from '../../../../contract/roster/roster';
import { today } from '../../../../contract/today';
import { addDays, localDay } from '../../../../domain/time/local-day';
import { at } from '../../../domain/shift/people';
import { aQuestion, someContent } from '../../../builders/make-ups';
import { DAY, HOUR, useMakeUpWorld } from '../../../worlds/make-up-world';
import { minutes, outputOf, START_MS } from '../../../worlds/study-world';

const { world, jump, tick, published, held, mine, write, makeUpOf } = useMakeUpWorld(
  'notify',
  'member',
);

const WORDS = '我们值动火前先看风向，再把周围的油布收走，监护人站上风口。'.repeat(2);
const REASON = 'called away in the middle';
const officer = () => world.phone('officer');
const open = (studyId: string, memberId: string, reason = REASON) =>
  officer().call(openMakeUp, { studyId, memberId, reason });
/** Until when the today page asks, which says the last minute of the last day. */
const asked = async (memberId: string) =>
  (outputOf(await world.phone(memberId).call(today, {})).toAnswer ?? []).map(
    ({ untilAtMs }) => untilAtMs + minutes(1),
  );

test('what an officer writes is kept, and replaced by exactly the next save', async () => {
  const studyId = await published();
  expect(outputOf(await officer().call(makeUpContent, { studyId }))).toEqual({
    topic: 'topic',
    revision: 0,
    content: { pieces: [], questions: [] },
  });
  const content = someContent();
  const first = { studyId, revision: 0, content };
  const saved = await officer().call(saveMakeUpContent, first, { requestId: 'once' });
  expect(outputOf(saved)).toEqual({ revision: 1 });
  const retry = await officer().call(saveMakeUpContent, first, { requestId: 'once' });
  expect(outputOf(retry)).toEqual({ revision: 1 });
  const other = await world.phone('secretary').call(saveMakeUpContent, first);
  expect(other).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  const next = { ...first, revision: 1, content: someContent({ questions: [] }) };
  expect(outputOf(await officer().call(saveMakeUpContent, next))).toEqual({ revision: 2 });
  const read = outputOf(await officer().call(makeUpContent, { studyId }));
  expect(read.content).toEqual({ ...content, questions: [] });
});

test('what is written on after a lost answer is saved, and no saving of another gives way to it', async () => {
  const studyId = await published();
  const first = { studyId, revision: 0, content: someContent() };
  await officer().call(saveMakeUpContent, first, { requestId: 'lost' });
  const more = { ...first, content: someContent({ questions: [] }) };
  const saved = await officer().call(saveMakeUpContent, more, { requestId: 'lost' });
  expect(outputOf(saved)).toEqual({ revision: 2 });
  const again = await officer().call(saveMakeUpContent, more, { requestId: 'lost' });
  expect(outputOf(again)).toEqual({ revision: 2 });
  const late = await officer().call(saveMakeUpContent, first, { requestId: 'lost' });
  expect(late).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  const read = async () => outputOf(await officer().call(makeUpContent, { studyId })).content;
  expect((await read()).questions).toEqual([]);
  const theirs = { ...first, revision: 2 };
  outputOf(await world.phone('secretary').call(saveMakeUpContent, theirs));
  const over = await officer().call(saveMakeUpContent, more, { requestId: 'lost' });
  expect(over).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(await read()).toEqual(first.content);
});

test.each([
  ['no right option', [aQuestion('q', { options: wrongOnly() })], 'no-right-option'],
  ['one id twice', [aQuestion('q'), aQuestion('q')], 'same-id'],
])('%s is refused, and said which', async (_what, questions, fault) => {
  const studyId = await published();
  const content = someContent({ questions });
  const refused = await officer().call(saveMakeUpContent, { studyId, revision: 0, content });
  expect(refused).toMatchObject({ code: 'bad-content', detail: { id: 'q', fault } });
});

function wrongOnly() {
  return ['a', 'b'].map((optionId) => ({ optionId, text: optionId, isRight: false }));
}

test('too much, too long and what is no public link is refused', async () => {
  const studyId = await published();
  const [text, link] = someContent().pieces;
  const bad = [
    { ...text, text: 'x'.repeat(1501) },
    { ...text, minutes: 6 },
    { ...link, url: 'http://example.com' },
    { ...link, text: 'both' },
  ];
  for (const piece of bad) {
    const content = { ...someContent(), pieces: [piece] };
    const input = { studyId, revision: 0, content };
    expect(await officer().callWith(saveMakeUpContent, input)).toMatchObject({
      code: 'bad-input',
    });
  }
  const many = someContent({ questions: Array.from({ length: 9 }, (_, i) => aQuestion(`q${i}`)) });
  const input = { studyId, revision: 0, content: many };
  expect(await officer().callWith(saveMakeUpContent, input)).toMatchObject({ code: 'bad-input' });
});

test('the list says who still has one open, and who is absent; words are for officers', async () => {
  const studyId = await held();
  await write(studyId);
  outputOf(await world.phone('member-4').call(noteMakeUp, { studyId, text: WORDS }));
  const list = outputOf(await officer().call(makeUpsOf, { studyId }));
  expect(list).toMatchObject({ isFinal: true, pieces: 2, questions: 2, canOpen: true });
  expect(list.people.map(({ memberId, cause, way, note }) => [memberId, cause, way, note])).toEqual(
    [
      ['member-2', 'on-duty', null, null],
      ['member-4', 'asleep', 'note', WORDS],
    ],
  );
  expect(list.absent).toContainEqual(expect.objectContaining({ memberId: 'member-3', inARow: 0 }));
  const seen = outputOf(await world.phone('leader').call(makeUpsOf, { studyId }));
  expect(seen.canOpen).toBe(false);
  expect(seen.people.map(({ note }) => note)).toEqual([null, null]);
  expect(seen.absent.map(({ inARow }) => inARow)).toEqual(seen.absent.map(() => null));
  const entries = [...world.cloud.engine.collection('audit_entries').all()];
  expect(entries.map(({ document }) => document)).toMatchObject([
    {
      by: { memberId: 'officer' },
      what: { kind: 'saw-make-up', studyId },
      memberIds: ['member-4'],
    },
  ]);
});

test('absences in a row are of studies that were held, since the person last took part', async () => {
  const studyIds = [await published(), await published(), await published(), await held()];
  const [came, missed, calledOff] = studyIds;
  await world.alter('attendances', `${came ?? ''}_member-3`, { isIn: true, wasAway: false });
  const to = { studyId: came ?? '', memberId: 'member-3', to: 'attended', reason: 'seen' } as const;
  await tick();
  outputOf(await officer().call(correct, to));
  await world.alter('attendances', `${came ?? ''}_member-3`, { lastCloseAtMs: START_MS });
  await world.alter('studies', calledOff ?? '', { state: 'cancelled' });
  const rowOf = async (studyId: string) =>
    outputOf(await officer().call(makeUpsOf, { studyId })).absent.find(
      ({ memberId }) => memberId === 'member-3',
    )?.inARow;
  jump(8 * HOUR);
  expect(await rowOf(missed ?? '')).toBe(2);
});

test('of who is absent it is said that their leave was refused, to who may read it', async () => {
  const studyId = await held();
  const by = { memberId: 'officer', name: 'officer' };
  const answer = { verdict: 'declined', reason: 'we vote', by, atMs: 2, requestId: 'no' };
  const reply = { kind: 'excused', reason: 'family', atMs: 1, answer };
  const refused = async (who: string) =>
    outputOf(await world.phone(who).call(makeUpsOf, { studyId }))
      .absent.filter(({ isLeaveRefused }) => isLeaveRefused)
      .map(({ memberId }) => memberId);
  expect(await refused('officer')).toEqual([]);
  await world.alter('attendances', `${studyId}_member-3`, { reply, groupId: 'theirs' });
  await world.alter('members', 'member-3', { groupId: 'theirs' });
  expect(await refused('officer')).toEqual(['member-3']);
  expect(await refused('leader')).toEqual([]);
});

test('an officer opens it for who was absent, with a reason that the person reads', async () => {
  const studyId = await held();
  const opened = outputOf(await open(studyId, 'member-3'));
  // Crew 3 rests on the 7th and the 12th.
  expect(opened).toEqual({ untilAtMs: at('2025-03-13 00:00') });
  expect(outputOf(await mine('member-3', studyId))).toMatchObject({
    cause: 'by-officer',
    openedBy: { name: 'officer', reason: REASON },
    isAbsent: true,
  });
  expect(await asked('member-3')).toEqual([opened.untilAtMs]);
  outputOf(await world.phone('member-3').call(noteMakeUp, { studyId, text: WORDS }));
  expect(outputOf(await mine('member-3', studyId)).isAbsent).toBeUndefined();
  expect(await open(studyId, 'member-3')).toMatchObject({ code: 'no-longer-needed' });
});

test('nobody is told that they are not absent who is: not of one that was opened for them, nor after a correction', async () => {
  const studyId = await held();
  outputOf(await open(studyId, 'member-3'));
  const told = async (memberId: string) => {
    const [card] = outputOf(await world.phone(memberId).call(today, {})).toAnswer ?? [];
    return `${card?.body ?? ''}${card?.otherwise ?? ''}`;
  };
  expect(await told('member-3')).toMatch(/考勤还按现在记的/u);
  expect(await told('member-3')).not.toMatch(/不算缺席/u);
  expect(outputOf(await mine('member-2', studyId)).isAbsent).toBeUndefined();
  const to = {
    studyId,
    memberId: 'member-2',
    to: 'absent',
    reason: 'swapped, and missing',
  } as const;
  outputOf(await officer().call(correct, to));
  expect(outputOf(await mine('member-2', studyId)).isAbsent).toBe(true);
  expect(await told('member-2')).not.toMatch(/不补也不算缺席/u);
});

test('is not opened for oneself, before the register is final, or for who was never asked', async () => {
  const studyId = await published();
  expect(await open(studyId, 'member-3')).toMatchObject({ code: 'register-open' });
  jump(7 * HOUR);
  await tick();
  expect(await open(studyId, 'officer')).toMatchObject({ code: 'own-line' });
  for (const who of ['foreigner', 'nobody']) {
    const detail = { why: 'not-listed' };
    expect(await open(studyId, who)).toMatchObject({ code: 'not-invited', detail });
  }
});

test('one whose end is past is opened anew; what was answered stays', async () => {
  const studyId = await held();
  await write(studyId);
  const answer = (questionId: string) =>
    world.phone('member-2').call(answerMakeUp, { studyId, questionId, chosen: ['option-1'] });
  outputOf(await answer('question-1'));
  jump(20 * DAY);
  expect(await answer('question-2')).toMatchObject({ code: 'make-up-over' });
  const { untilAtMs } = outputOf(await open(studyId, 'member-2'));
  expect(untilAtMs).toBeGreaterThan(world.nowMs());
  expect(await asked('member-2')).toEqual([untilAtMs]);
  expect(makeUpOf('member-2', studyId)).toMatchObject({ cause: 'on-duty', right: ['question-1'] });
  expect(outputOf(await answer('question-2')).doneAtMs).toBe(world.nowMs());
});

const leaveOn = (fromDay: string, days: number) => ({
  overrideId: `leave-${fromDay}`,
  change: {
    kind: 'leave' as const,
    leaveKind: 'annual' as const,
    fromDay: localDay(fromDay),
    toDay: addDays(localDay(fromDay), days),
  },
});

test('leave on a rest day puts the end off, and says so once; it is never brought forward', async () => {
  const studyId = await held();
  const phone = world.phone('member-2');
  const before = at('2025-03-14 00:00');
  expect(await asked('member-2')).toEqual([before]);
  outputOf(await phone.call(addChange, leaveOn('2025-03-13', 1)));
  const after = at('2025-03-19 00:00');
  expect(makeUpOf('member-2', studyId)?.untilAtMs).toBe(after);
  expect(await asked('member-2')).toEqual([after]);
  outputOf(await phone.call(addChange, leaveOn('2025-03-13', 1)));
  expect(await asked('member-2')).toEqual([after]);
  await world.alter('members', 'member-2', { overrides: [] });
  outputOf(await phone.call(addChange, leaveOn('2025-03-06', 1)));
  expect(makeUpOf('member-2', studyId)?.untilAtMs).toBe(after);
});

test('once the end is past no change of shifts brings it back', async () => {
  const studyId = await held();
  jump(at('2025-03-14 00:00') - START_MS);
  outputOf(await world.phone('member-2').call(addChange, leaveOn('2025-03-13', 1)));
  expect(makeUpOf('member-2', studyId)?.untilAtMs).toBe(at('2025-03-14 00:00'));
});

test('requests: to open one 5, and 3 when warm; to answer 4, to end it 7; the list 6 when warm', async () => {
  const studyId = await held();
  await write(studyId);
  const phone = world.phone('member-2');
  const counted = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await work();
    return world.cloud.counts.total;
  };
  const answer = (questionId: string) => async () =>
    outputOf(await phone.call(answerMakeUp, { studyId, questionId, chosen: ['option-1'] }));
  await world.cloud.host.reload('study');
  // Who, the line, the study, what is written, and the rotations.
  expect(await counted(async () => outputOf(await mine('member-2', studyId)))).toBe(5);
  expect(await counted(async () => outputOf(await mine('member-2', studyId)))).toBe(3);
  // Who, what is written, the line, the answer.
  expect(await counted(answer('question-1'))).toBe(4);
  // Besides: what was said of it, and out of it.
  expect(await counted(answer('question-2'))).toBe(7);
  const list = async () => outputOf(await officer().call(makeUpsOf, { studyId }));
  await list();
  // Who, the study, its register, what is written, and what the absent have missed before.
  expect(await counted(list)).toBe(6);
});
