import {
  admit,
  closeSitting,
  correct,
  markByHand,
  roll,
  type RollLine,
} from '../../../../contract/study/register';
import { myCode, reply } from '../../../../contract/study/mine';
import { aSitting, minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

const SITTING = 'sitting-1';

async function rollLine(studyId: string, memberId: string): Promise<RollLine | undefined> {
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  return lines.find((line) => line.memberId === memberId);
}

const myPayload = async (memberId: string) =>
  outputOf(await world.phone(memberId).call(myCode, {})).slots[0]!.payload;

describe('the roll', () => {
  test('has one line for everybody asked, by name, with crew and shift of that day', async () => {
    // 14:00 to 15:00: the morning crew has just left, the afternoon crew is at work.
    const studyId = await world.published({
      sittings: [aSitting(world.nowMs() + minutes(5 * 60))],
    });
    const { lines, isFinal, study } = outputOf(
      await world.phone('leader').call(roll, { studyId, sittingId: SITTING }),
    );
    expect(isFinal).toBe(false);
    expect(JSON.stringify(study)).not.toContain('secret');
    expect(lines.map(({ name }) => name)).toEqual(lines.map(({ name }) => name).sort());
    const shown = new Map(lines.map((line) => [line.memberId, line]));
    expect([...shown.values()].filter(({ state }) => state === 'on-duty')).toEqual([
      expect.objectContaining({ shift: expect.objectContaining({ label: 'middle' }) }),
    ]);
    expect(shown.get('day-worker')).toMatchObject({
      crewName: null,
      shift: null,
      state: 'expected',
    });
  });

  test('says after closing who was missing, who was on duty and who slept', async () => {
    const studyId = await world.published({
      sittings: [aSitting(world.nowMs() + minutes(5 * 60))],
    });
    await world.later(minutes(5 * 60));
    outputOf(await world.scan('day-worker', studyId));
    outputOf(await world.phone('leader').call(reply, { studyId, reply: { kind: 'none' } }));
    await world.later(minutes(60));
    const { lines, isFinal } = outputOf(await world.phone('secretary').call(roll, { studyId }));
    expect(isFinal).toBe(true);
    const count = (state: string) => lines.filter((line) => line.state === state).length;
    expect({
      attended: count('attended'),
      onDuty: count('on-duty'),
      asleep: lines.filter(({ state }) => state === 'asleep').map(({ memberId }) => memberId),
      absent: count('absent'),
    }).toEqual({ attended: 1, onDuty: 1, asleep: ['member-4'], absent: 6 });
  });

  test('keeps the name and the line of somebody who left the branch since', async () => {
    const studyId = await world.opened();
    outputOf(await world.scan('member-2', studyId));
    await world.alter('members', 'member-2', { leftDay: '2025-03-05' });
    await world.later(minutes(2));
    expect(await rollLine(studyId, 'member-2')).toMatchObject({
      name: 'member-2',
      state: 'attended',
    });
  });

  test('of a draft is nobody’s but its writers’', async () => {
    const studyId = await world.opened();
    await world.alter('studies', studyId, { state: 'draft' });
    await world.later(5_000);
    expect(await world.phone('leader').call(roll, { studyId })).toMatchObject({
      code: 'not-found',
    });
    expect(await world.phone('secretary').call(roll, { studyId })).toMatchObject({ ok: true });
  });

  test('shows a change that another instance made a moment ago', async () => {
    const studyId = await world.opened();
    outputOf(await world.phone('secretary').call(roll, { studyId }));
    const { revision } = world.study(studyId)!;
    await world.alter('studies', studyId, {
      topic: 'another topic',
      revision: revision + 1,
      settledRevision: revision + 1,
    });
    await world.alter('attendances', `${studyId}_member-1`, { studyRevision: revision + 1 });
    const { study } = outputOf(await world.phone('secretary').call(roll, { studyId }));
    expect(study.topic).toBe('another topic');
  });

  test('mends what a change that was cut off has left undone', async () => {
    const studyId = await world.opened();
    const { revision } = world.study(studyId)!;
    const audience = { kind: 'crews', crewIds: ['crew-1'] };
    await world.alter('studies', studyId, { audience, revision: revision + 1 });
    await world.later(5_000);
    const { lines, study } = outputOf(await world.phone('secretary').call(roll, { studyId }));
    expect(lines.map(({ memberId }) => memberId)).toEqual(['member-1']);
    expect(study.expected).toBe(1);
    expect(world.study(studyId)).toMatchObject({ settledRevision: revision + 1 });
  });
});

describe('closing', () => {
  test('by hand makes the register final at that instant; a retry answers alike', async () => {
    const studyId = await world.opened();
    const leader = world.phone('leader');
    const closed = outputOf(await leader.call(closeSitting, { studyId, sittingId: SITTING }));
    expect(closed.study.sittings[0]!.closedAtMs).toBe(world.nowMs());
    await world.later(1);
    expect(outputOf(await leader.call(closeSitting, { studyId, sittingId: SITTING }))).toEqual(
      closed,
    );
    const { isFinal } = outputOf(await leader.call(roll, { studyId }));
    expect(isFinal).toBe(true);
    expect(world.lines().every((line) => line.lastCloseAtMs === world.nowMs() - 1)).toBe(true);
  });

  test('one of two sittings leaves the register open', async () => {
    const startAtMs = world.nowMs() + minutes(60);
    const later = aSitting(startAtMs + minutes(600), { sittingId: 'later' });
    const studyId = await world.published({ sittings: [aSitting(startAtMs), later] });
    await world.later(minutes(40));
    outputOf(await world.phone('leader').call(closeSitting, { studyId, sittingId: SITTING }));
    expect(outputOf(await world.phone('leader').call(roll, { studyId })).isFinal).toBe(false);
    expect(
      await world.phone('leader').call(closeSitting, { studyId, sittingId: 'later' }),
    ).toMatchObject({ code: 'not-open-yet', detail: { opensAtMs: later.opensAtMs } });
  });
});

test('nobody enters or corrects themselves; another presenter does', async () => {
  const studyId = await world.opened();
  const [secretary, officer] = [world.phone('secretary'), world.phone('officer')];
  const mark = { studyId, sittingId: SITTING, state: 'attended', reason: 'was there' } as const;
  const before = world.lines();
  const refusal = { code: 'own-line' };
  expect(await secretary.call(markByHand, { ...mark, memberId: 'secretary' })).toMatchObject(
    refusal,
  );
  const payload = await myPayload('secretary');
  const own = { studyId, sittingId: SITTING, payload };
  expect(await secretary.call(admit, own)).toMatchObject(refusal);
  expect(world.lines()).toEqual(before);
  expect(await officer.call(admit, own)).toMatchObject({ ok: true });
  await world.later(minutes(24 * 60));
  const late = { studyId, memberId: 'officer', to: 'made-up', reason: 'read it' } as const;
  expect(await officer.call(correct, late)).toMatchObject(refusal);
  expect(await secretary.call(correct, late)).toMatchObject({ ok: true });
});
