import { correct, roll, type RollLine } from '../../../../contract/study/register';
import { checkIn } from '../../../../contract/study/mine';
import { minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

const SITTING = 'sitting-1';

async function rollLine(studyId: string, memberId: string): Promise<RollLine | undefined> {
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  return lines.find((line) => line.memberId === memberId);
}

describe('after closing', () => {
  async function closedStudy(): Promise<string> {
    const studyId = await world.opened();
    outputOf(await world.scan('member-2', studyId));
    await world.later(minutes(80));
    return studyId;
  }
  const correction = (studyId: string, memberId: string) => ({
    studyId,
    memberId,
    to: 'made-up' as const,
    reason: 'came on Friday',
  });

  test('a correction is an entry with name, time and reason; the record stays as it was', async () => {
    const studyId = await closedStudy();
    const before = world.line(studyId, 'member-2')?.record;
    const officer = world.phone('officer');
    const first = outputOf(
      await officer.call(correct, correction(studyId, 'member-2'), { requestId: 'tap-1' }),
    );
    expect(first.line).toMatchObject({
      state: 'made-up',
      way: 'scan',
      corrections: [
        {
          from: 'attended',
          to: 'made-up',
          reason: 'came on Friday',
          byName: 'officer',
          atMs: world.nowMs(),
        },
      ],
    });
    expect(
      outputOf(
        await officer.call(correct, correction(studyId, 'member-2'), { requestId: 'tap-1' }),
      ),
    ).toEqual(first);
    const otherwise = { ...correction(studyId, 'member-2'), reason: 'came on Saturday' };
    expect(await officer.call(correct, otherwise, { requestId: 'tap-1' })).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(world.line(studyId, 'member-2')?.record).toEqual(before);
  });

  test('a correction of somebody without a record says absent to what it is', async () => {
    const studyId = await closedStudy();
    const { line } = outputOf(
      await world.phone('officer').call(correct, correction(studyId, 'day-worker')),
    );
    expect(line).toMatchObject({
      state: 'made-up',
      way: null,
      corrections: [{ from: 'absent', to: 'made-up' }],
    });
    expect(await rollLine(studyId, 'day-worker')).toEqual(line);
  });

  test('corrections wait for closing, are for people asked, and are no plaything', async () => {
    const open = await world.opened();
    const officer = world.phone('officer');
    expect(await officer.call(correct, correction(open, 'member-1'))).toMatchObject({
      code: 'register-open',
    });
    await world.later(minutes(80));
    expect(await officer.call(correct, correction(open, 'foreigner'))).toMatchObject({
      code: 'not-invited',
    });
    for (let entry = 1; entry <= 20; entry += 1) {
      outputOf(await officer.call(correct, correction(open, 'member-1')));
    }
    expect(await officer.call(correct, correction(open, 'member-1'))).toMatchObject({
      code: 'too-many-corrections',
    });
    expect(await world.phone('leader').call(correct, correction(open, 'member-1'))).toMatchObject({
      code: 'not-allowed',
    });
  });

  test('two officers who correct at once both leave an entry', async () => {
    const studyId = await closedStudy();
    const asked = correction(studyId, 'day-worker');
    const replies = await Promise.all([
      world.phone('officer').call(correct, { ...asked, to: 'excused' }),
      world.phone('secretary').call(correct, { ...asked, to: 'attended' }),
    ]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const entries = world.line(studyId, 'day-worker')!.corrections;
    expect(entries.map(({ from }) => from)).toEqual(['absent', entries[0]!.to]);
  });

  test.each([
    // Duty and sleep are two things to it; a phone that is shown duty for sleep has seen what there is.
    ['0.3.0', 'on-duty', 'changed-meanwhile'],
    ['0.3.0', 'asleep', true],
    ['0.2.0', 'on-duty', true],
    ['0.2.0', 'absent', 'changed-meanwhile'],
  ])('on a phone of %s that saw %s, sleep that was entered since: %s', async (...given) => {
    const [clientVersion, seen, answer] = given;
    const studyId = await closedStudy();
    const asleep = { ...correction(studyId, 'day-worker'), to: 'asleep' as const };
    outputOf(await world.phone('secretary').call(correct, asleep));
    const input = { ...correction(studyId, 'day-worker'), to: 'absent', seen };
    const sent = { action: 'correct', input, requestId: 'r1', clientVersion };
    const reply = await world.phone('officer').send('study', sent);
    expect(reply).toMatchObject(answer === true ? { ok: true } : { ok: false, code: answer });
  });

  test('of sixteen corrections at once each leaves an entry', async () => {
    const studyId = await closedStudy();
    const asked = correction(studyId, 'day-worker');
    const officer = world.phone('officer');
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => officer.call(correct, asked)),
    );
    expect(replies.map((reply) => reply.ok || reply.code)).toEqual(Array(16).fill(true));
    expect(world.line(studyId, 'day-worker')!.corrections).toHaveLength(16);
  });

  test('whoever was corrected to have come is told so when they check in too late', async () => {
    const studyId = await closedStudy();
    outputOf(await world.phone('officer').call(correct, correction(studyId, 'day-worker')));
    const typed = { way: 'typed', studyId, sittingId: SITTING, digits: '123456' } as const;
    expect(await world.phone('day-worker').call(checkIn, typed)).toMatchObject({ code: 'closed' });
  });
});
