import { reply, studyDetail } from '../../../../contract/study/mine';
import { roll } from '../../../../contract/study/register';
import { changeStudy } from '../../../../contract/study/writing';
import {
  aDraft,
  aSitting,
  minutes,
  outputOf,
  START_MS,
  useStudyWorld,
} from '../../../worlds/study-world';
import { storedDeliveries } from '../../../builders/stored';

const world = useStudyWorld();

const HOUR = minutes(60);
const DAY = 24 * HOUR;
/** Thursday, 15:00. */
const FIRST = aSitting(START_MS + 30 * HOUR);

/** day-worker is on leave, member-1 comes, both said before the change. */
async function answered(): Promise<string> {
  const studyId = await world.published({ sittings: [FIRST] });
  const excused = { kind: 'excused', reason: 'at the doctor' } as const;
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  outputOf(await world.phone('day-worker').call(reply, { studyId, reply: excused }));
  outputOf(await world.phone('member-1').call(reply, { studyId, reply: coming }));
  await world.later(minutes(5));
  return studyId;
}

async function moveTo(studyId: string, ...sittings: (typeof FIRST)[]): Promise<void> {
  const { revision } = world.study(studyId)!;
  const input = { studyId, revision, draft: aDraft(START_MS, { sittings }) };
  const officer = world.phone('officer');
  outputOf(await officer.call(changeStudy, input, { requestId: 'move' }));
  outputOf(await officer.call(changeStudy, input, { requestId: 'move' }));
}

const told = () =>
  storedDeliveries(world.cloud).filter(
    ({ kind, cancelledAtMs }) => kind === 'study-changed' && cancelledAtMs === null,
  );
const mineOf = async (memberId: string, studyId: string) =>
  outputOf(await world.phone(memberId).call(studyDetail, { studyId })).mine;

test('moved to another day it asks again: the leave is kept beside the open line, and each is told so once', async () => {
  const studyId = await answered();
  await moveTo(studyId, aSitting(FIRST.startAtMs + DAY));
  expect(await mineOf('day-worker', studyId)).toMatchObject({
    state: 'expected',
    excuseReason: null,
    repliedAtMs: null,
  });
  expect(await mineOf('member-1', studyId)).toMatchObject({ chosenSittingId: null });
  expect(world.line(studyId, 'day-worker')).toMatchObject({
    reply: null,
    pastReplies: [{ reply: { kind: 'excused', reason: 'at the doctor' } }],
  });
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  expect(lines.filter(({ state }) => state === 'excused')).toEqual([]);

  const again = told().filter(({ body }) => body?.includes('请重新回复') === true);
  expect(again.flatMap(({ memberIds }) => memberIds).sort()).toEqual(['day-worker', 'member-1']);
  const others = told().filter((document) => !again.includes(document));
  expect(others.flatMap(({ memberIds }) => memberIds)).not.toContain('day-worker');
  const reminded = storedDeliveries(world.cloud).filter(
    ({ kind, cancelledAtMs }) => kind === 'sitting-reminder' && cancelledAtMs === null,
  );
  expect(reminded.flatMap(({ memberIds }) => memberIds)).toContain('day-worker');
});

test('what is answered after the move stands', async () => {
  const studyId = await answered();
  await moveTo(studyId, aSitting(FIRST.startAtMs + DAY));
  await world.later(minutes(1));
  const excused = { kind: 'excused', reason: 'still ill' } as const;
  outputOf(await world.phone('day-worker').call(reply, { studyId, reply: excused }));
  await moveTo(studyId, aSitting(FIRST.startAtMs + DAY, { place: 'room 9' }));
  expect(await mineOf('day-worker', studyId)).toMatchObject({ excuseReason: 'still ill' });
});

test('another hour of the same day leaves every answer', async () => {
  const studyId = await answered();
  await moveTo(studyId, aSitting(FIRST.startAtMs + HOUR));
  expect(await mineOf('day-worker', studyId)).toMatchObject({ state: 'excused' });
  expect(await mineOf('member-1', studyId)).toMatchObject({ chosenSittingId: 'sitting-1' });
});

test('a sitting more on another day asks who is on leave again, and leaves who comes', async () => {
  const studyId = await answered();
  await moveTo(studyId, FIRST, aSitting(FIRST.startAtMs + DAY, { sittingId: 'sitting-2' }));
  expect(await mineOf('day-worker', studyId)).toMatchObject({ state: 'expected' });
  expect(await mineOf('member-1', studyId)).toMatchObject({ chosenSittingId: 'sitting-1' });
});

test('what was decided for the old day, and comes in after the move, does not answer for the new one', async () => {
  const studyId = await world.published({ sittings: [FIRST] });
  const decidedAtMs = world.nowMs();
  await world.later(minutes(5));
  await moveTo(studyId, aSitting(FIRST.startAtMs + DAY));
  const excused = { kind: 'excused', reason: 'at the doctor' } as const;
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  for (const wish of [excused, coming]) {
    const kept = { studyId, reply: wish, decidedAtMs };
    expect(await world.phone('member-2').call(reply, kept)).toMatchObject({ code: 'asked-again' });
  }
  expect(world.line(studyId, 'member-2')?.reply).toBeNull();
  await world.later(minutes(1));
  const anew = { studyId, reply: coming, decidedAtMs: world.nowMs() };
  outputOf(await world.phone('member-2').call(reply, anew));
  // Another hour of the same day leaves every answer, also one that waited.
  const before = world.nowMs();
  await world.later(minutes(1));
  await moveTo(studyId, aSitting(FIRST.startAtMs + DAY + HOUR));
  const late = { studyId, reply: coming, decidedAtMs: before };
  expect(await world.phone('member-4').call(reply, late)).toMatchObject({ ok: true });
});

test('who answered before any message had come to them is told too that they are asked again', async () => {
  const studyId = await world.published({ sittings: [FIRST] });
  // On duty until 14:00: the message waits, the person has seen the study on the page.
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  outputOf(await world.phone('member-3').call(reply, { studyId, reply: coming }));
  await world.later(minutes(5));
  await moveTo(studyId, aSitting(FIRST.startAtMs + DAY));
  const again = told().filter(({ body }) => body?.includes('请重新回复') === true);
  expect(again.flatMap(({ memberIds }) => memberIds)).toEqual(['member-3']);
});
