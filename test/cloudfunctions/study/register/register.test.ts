import {
  admit,
  closeSitting,
  correct,
  markByHand,
  presenterCodes,
  roll,
  whoseCode,
  type RollLine,
} from '../../../../contract/study/register';
import { checkIn, myCode, reply } from '../../../../contract/study/mine';
import { cancelStudy } from '../../../../contract/study/writing';
import { aMember, aSitting, minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

const SITTING = 'sitting-1';

/** A study whose only sitting is open: it is late in 30 minutes and closes in 80. */
async function openStudy(): Promise<string> {
  const studyId = await world.published();
  await world.later(minutes(40));
  return studyId;
}

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

  test('says after closing who was missing and who was on duty', async () => {
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
      absent: count('absent'),
    }).toEqual({ attended: 1, onDuty: 1, absent: 7 });
  });

  test('keeps the name and the line of somebody who left the branch since', async () => {
    const studyId = await openStudy();
    outputOf(await world.scan('member-2', studyId));
    await world.alter('members', 'member-2', { leftDay: '2025-03-05' });
    await world.later(minutes(2));
    expect(await rollLine(studyId, 'member-2')).toMatchObject({
      name: 'member-2',
      state: 'attended',
    });
  });

  test('of a draft is nobody’s but its writers’', async () => {
    const studyId = await openStudy();
    await world.alter('studies', studyId, { state: 'draft' });
    await world.later(5_000);
    expect(await world.phone('leader').call(roll, { studyId })).toMatchObject({
      code: 'not-found',
    });
    expect(await world.phone('secretary').call(roll, { studyId })).toMatchObject({ ok: true });
  });

  test('shows a change that another instance made a moment ago', async () => {
    const studyId = await openStudy();
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
    const studyId = await openStudy();
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

describe('the presenter’s codes', () => {
  test('reach ten minutes ahead and name the sitting', async () => {
    const studyId = await openStudy();
    const shown = outputOf(
      await world.phone('leader').call(presenterCodes, { studyId, sittingId: SITTING }),
    );
    expect(shown).toMatchObject({ nowMs: world.nowMs(), topic: 'topic', place: 'room 1' });
    expect(shown.slots).toHaveLength(40);
    expect(shown.slots[0]!.startAtMs).toBeLessThanOrEqual(shown.nowMs);
  });

  test('end with the sitting', async () => {
    const studyId = await openStudy();
    await world.later(minutes(79));
    const { slots, closesAtMs } = outputOf(
      await world.phone('secretary').call(presenterCodes, { studyId, sittingId: SITTING }),
    );
    expect(slots).toHaveLength(4);
    await world.later(minutes(1));
    expect(
      await world.phone('secretary').call(presenterCodes, { studyId, sittingId: SITTING }),
    ).toMatchObject({ code: 'closed', detail: { closedAtMs: closesAtMs } });
  });

  test('are for presenters of the branch and the committee office', async () => {
    const studyId = await openStudy();
    const asked = { studyId, sittingId: SITTING };
    expect(await world.phone('member-1').call(presenterCodes, asked)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await world.phone('foreign-secretary').call(presenterCodes, asked)).toMatchObject({
      code: 'not-found',
    });
    expect(await world.phone('office').call(presenterCodes, asked)).toMatchObject({ ok: true });
    expect(
      await world.phone('secretary').call(presenterCodes, { studyId, sittingId: 'nowhere' }),
    ).toMatchObject({ code: 'not-found' });
    expect(
      await world
        .phone('secretary')
        .call(presenterCodes, { studyId: 'nowhere', sittingId: SITTING }),
    ).toMatchObject({ code: 'not-found' });
  });

  test('stop at once for whoever loses the office in mid-session', async () => {
    const studyId = await openStudy();
    const sitting = { studyId, sittingId: SITTING };
    const secretary = world.phone('secretary');
    outputOf(await secretary.call(presenterCodes, sitting));
    await world.alter('members', 'secretary', { roles: ['member'] });
    const mark = {
      ...sitting,
      memberId: 'member-1',
      state: 'attended',
      reason: 'is here',
    } as const;
    for (const refused of [
      await secretary.call(presenterCodes, sitting),
      await secretary.call(roll, { studyId }),
      await secretary.call(markByHand, mark),
      await secretary.call(closeSitting, sitting),
      await secretary.call(cancelStudy, { studyId, reason: 'no reason' }),
    ]) {
      expect(refused).toMatchObject({ code: 'not-allowed' });
    }
    expect(world.study(studyId)).toMatchObject({ state: 'published' });
    expect(world.line(studyId, 'member-1')?.record).toBeNull();
  });
});

describe('the member’s own code', () => {
  test('is there only while something is open for the member', async () => {
    const studyId = await world.published();
    expect(outputOf(await world.phone('member-2').call(myCode, {})).slots).toEqual([]);
    await world.later(minutes(30));
    expect(outputOf(await world.phone('member-2').call(myCode, {})).slots).toHaveLength(8);
    outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'storm' }));
    expect(outputOf(await world.phone('member-2').call(myCode, {})).slots).toEqual([]);
  });

  test('lets the presenter enter the member, once', async () => {
    const studyId = await openStudy();
    const asked = { studyId, sittingId: SITTING, payload: await myPayload('member-2') };
    const first = outputOf(await world.phone('leader').call(admit, asked));
    expect(first).toMatchObject({
      wasIn: false,
      line: {
        memberId: 'member-2',
        state: 'attended',
        way: 'scanned-by-presenter',
        markedBy: 'leader',
      },
    });
    expect(outputOf(await world.phone('secretary').call(admit, asked))).toEqual({
      ...first,
      wasIn: true,
    });
  });

  test('goes stale, cannot be guessed, and is worth nothing elsewhere', async () => {
    const studyId = await openStudy();
    const payload = await myPayload('member-2');
    const leader = world.phone('leader');
    const asked = { studyId, sittingId: SITTING };
    const other = payload.replace('member-2', 'member-3');
    const foreign = payload.replace('member-2', 'foreigner');
    const nobody = payload.replace('member-2', 'nobody');
    const refused = async (guessed: string) => {
      const reply = await leader.call(admit, { ...asked, payload: guessed });
      return { ...reply, requestId: '' };
    };
    expect(await refused(other)).toMatchObject({ code: 'not-a-code' });
    expect(await refused(foreign)).toEqual(await refused(nobody));
    expect(await leader.call(admit, { ...asked, payload: 'hello' })).toMatchObject({
      code: 'not-a-code',
    });
    expect(await leader.call(admit, { ...asked, sittingId: 'nowhere', payload })).toMatchObject({
      code: 'not-a-code',
    });
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-a-code',
    });
    await world.later(90_000);
    expect(await leader.call(admit, { ...asked, payload })).toMatchObject({ code: 'code-stale' });
    expect(world.lines().every(({ record }) => record === null)).toBe(true);
  });

  test('tells the presenter who is meant before they enter them, and changes nothing', async () => {
    const studyId = await openStudy();
    const payload = await myPayload('member-2');
    const leader = world.phone('leader');
    expect(outputOf(await leader.call(whoseCode, { studyId, payload }))).toEqual({
      memberId: 'member-2',
      name: 'member-2',
      groupName: 'group 1',
      crewName: 'crew 2',
    });
    expect(world.line(studyId, 'member-2')?.version).toBe(0);
    await world.later(29_000);
    expect(await leader.call(whoseCode, { studyId, payload })).toMatchObject({ ok: true });
    await world.later(1_000);
    expect(await leader.call(whoseCode, { studyId, payload })).toMatchObject({
      code: 'code-stale',
    });
    // Who was read in time can be entered for a minute more.
    await world.later(45_000);
    expect(await leader.call(admit, { studyId, sittingId: SITTING, payload })).toMatchObject({
      ok: true,
    });
  });

  test.each(['hello', 'QFM1.member-3.aaaa.00000000000000000000'])(
    'of no member tells nothing: %s',
    async (payload) => {
      const studyId = await openStudy();
      const reply = await world.phone('leader').call(whoseCode, { studyId, payload });
      expect(reply).toMatchObject({ code: 'not-a-code' });
    },
  );

  test('tells nothing of somebody of another branch, nor of the presenter', async () => {
    const studyId = await openStudy();
    const leader = world.phone('leader');
    const own = await myPayload('leader');
    expect(await leader.call(whoseCode, { studyId, payload: own })).toMatchObject({
      code: 'own-line',
    });
    const payload = await myPayload('member-2');
    await world.alter('members', 'member-2', { branchId: 'branch-2' });
    expect(await leader.call(whoseCode, { studyId, payload })).toMatchObject({
      code: 'not-invited',
    });
  });

  test('of somebody who is not asked, or of another branch, does not count', async () => {
    const studyId = await openStudy();
    const payload = await myPayload('member-2');
    const asked = { studyId, sittingId: SITTING, payload };
    const audience = { kind: 'crews', crewIds: ['crew-1'] };
    await world.alter('studies', studyId, { audience });
    await world.alter('attendances', `${studyId}_member-2`, { isExpected: false });
    expect(await world.phone('leader').call(admit, asked)).toMatchObject({ code: 'not-invited' });
    await world.alter('members', 'member-2', { branchId: 'branch-2' });
    expect(await world.phone('leader').call(admit, asked)).toMatchObject({ code: 'not-invited' });
  });

  test('is refused before opening, after closing and after cancelling', async () => {
    const startAtMs = world.nowMs() + minutes(60);
    const late = aSitting(startAtMs + minutes(600), { sittingId: 'late' });
    const studyId = await world.published({ sittings: [aSitting(startAtMs), late] });
    await world.later(minutes(119));
    const leader = world.phone('leader');
    const payload = await myPayload('member-2');
    expect(await leader.call(admit, { studyId, sittingId: 'late', payload })).toMatchObject({
      code: 'not-open-yet',
      detail: { opensAtMs: late.opensAtMs },
    });
    const asked = { studyId, sittingId: SITTING, payload };
    outputOf(await leader.call(closeSitting, { studyId, sittingId: SITTING }));
    expect(await leader.call(admit, asked)).toMatchObject({ code: 'closed' });
    outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'storm' }));
    expect(await leader.call(admit, asked)).toMatchObject({ code: 'study-cancelled' });
  });
});

describe('marking by hand', () => {
  const mark = (studyId: string, memberId = 'member-2') => ({
    studyId,
    sittingId: SITTING,
    memberId,
    state: 'attended' as const,
    reason: 'phone is broken',
  });

  test('enters with name, time and reason, and a retry enters once', async () => {
    const studyId = await openStudy();
    const secretary = world.phone('secretary');
    const marked = outputOf(
      await secretary.call(markByHand, mark(studyId), { requestId: 'tap-1' }),
    );
    expect(marked.line).toMatchObject({
      state: 'attended',
      way: 'by-hand',
      markedBy: 'secretary',
      reason: 'phone is broken',
      atMs: world.nowMs(),
    });
    expect(
      outputOf(await secretary.call(markByHand, mark(studyId), { requestId: 'tap-1' })),
    ).toEqual(marked);
    expect(world.line(studyId, 'member-2')?.version).toBe(1);
  });

  test('over a record stands beside it and says from what to what', async () => {
    const studyId = await openStudy();
    const scanned = outputOf(await world.scan('member-2', studyId));
    await world.later(minutes(5));
    const asked = { ...mark(studyId), state: 'absent' as const, reason: 'a friend had the phone' };
    const { line } = outputOf(await world.phone('secretary').call(markByHand, asked));
    expect(line).toMatchObject({
      state: 'absent',
      way: 'scan',
      atMs: scanned.atMs,
      corrections: [
        {
          from: 'attended',
          to: 'absent',
          reason: 'a friend had the phone',
          byName: 'secretary',
          atMs: world.nowMs(),
        },
      ],
    });
  });

  test('confirms an offline scan without losing its times', async () => {
    const studyId = await openStudy();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(minutes(5));
    outputOf(await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs }));
    const { line } = outputOf(await world.phone('secretary').call(markByHand, mark(studyId)));
    expect(line).toMatchObject({
      state: 'attended',
      claimedAtMs,
      way: 'offline-scan',
      corrections: [{ from: 'to-confirm', to: 'attended' }],
    });
  });

  test('is refused where something else was entered since the officer looked, and a retry is not', async () => {
    const studyId = await openStudy();
    const asked = { ...mark(studyId), seen: 'expected' as const };
    outputOf(await world.scan('member-2', studyId));
    const absent = { ...asked, state: 'absent' as const, reason: 'I do not see them' };
    const secretary = world.phone('secretary');
    expect(await secretary.call(markByHand, absent)).toMatchObject({ code: 'changed-meanwhile' });
    expect((await rollLine(studyId, 'member-2'))?.state).toBe('attended');
    const looked = { ...absent, seen: 'attended' as const };
    const { line } = outputOf(await secretary.call(markByHand, looked, { requestId: 'tap-1' }));
    expect(line.state).toBe('absent');
    expect(outputOf(await secretary.call(markByHand, looked, { requestId: 'tap-1' }))).toEqual({
      line,
    });
  });

  test('waits for opening, except for leave', async () => {
    const studyId = await world.published();
    const secretary = world.phone('secretary');
    expect(await secretary.call(markByHand, mark(studyId))).toMatchObject({
      code: 'not-open-yet',
      detail: { opensAtMs: world.nowMs() + minutes(30) },
    });
    const leave = { ...mark(studyId), state: 'excused' as const, reason: 'called in sick' };
    expect(outputOf(await secretary.call(markByHand, leave)).line.state).toBe('excused');
  });

  test('ends with the register, and a cancelled study has none', async () => {
    const studyId = await openStudy();
    const secretary = world.phone('secretary');
    await world.later(minutes(80));
    expect(await secretary.call(markByHand, mark(studyId))).toMatchObject({
      code: 'register-final',
    });
    const other = await openStudy();
    outputOf(await secretary.call(cancelStudy, { studyId: other, reason: 'storm' }));
    expect(await secretary.call(markByHand, mark(other))).toMatchObject({
      code: 'study-cancelled',
    });
  });

  test('is for people who are asked, newcomers included', async () => {
    const studyId = await openStudy();
    const secretary = world.phone('secretary');
    await world.plant('members', aMember('newcomer'));
    expect(await secretary.call(markByHand, mark(studyId, 'newcomer'))).toMatchObject({ ok: true });
    for (const stranger of ['nobody', 'foreigner']) {
      expect(await secretary.call(markByHand, mark(studyId, stranger))).toMatchObject({
        code: 'not-invited',
      });
    }
  });
});

describe('closing', () => {
  test('by hand makes the register final at that instant; a retry answers alike', async () => {
    const studyId = await openStudy();
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

describe('after closing', () => {
  async function closedStudy(): Promise<string> {
    const studyId = await openStudy();
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
    const open = await openStudy();
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

test('nobody enters or corrects themselves; another presenter does', async () => {
  const studyId = await openStudy();
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
