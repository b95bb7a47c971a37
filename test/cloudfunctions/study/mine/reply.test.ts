import { myAttendance, reply } from '../../../../contract/study/mine';
import { today } from '../../../../contract/today';
import { cancelStudy, changeStudy } from '../../../../contract/study/writing';
import type { MyStudy, StudyDraft } from '../../../../contract/study/study-shapes';
import type { InputOf } from '../../../../contract/action';
import {
  aDraft,
  aSitting,
  minutes,
  START_MS,
  useStudyWorld,
  outputOf,
} from '../../../worlds/study-world';

const world = useStudyWorld();

const hours = (count: number) => minutes(count * 60);
/** 09:00 is the start of the test: a sitting at this hour of the first day. */
const atHour = (hour: number, sitting: Partial<StudyDraft['sittings'][number]> = {}) =>
  aSitting(START_MS + hours(hour - 9), sitting);

async function mine(memberId: string): Promise<readonly MyStudy[]> {
  return outputOf(await world.phone(memberId).call(today, {})).studies;
}

describe('a reply', () => {
  const answer = (studyId: string, wish: InputOf<typeof reply>['reply'], who = 'day-worker') =>
    world.phone(who).call(reply, { studyId, reply: wish });

  test('says which sitting I come to, can be changed and taken back', async () => {
    const studyId = await world.published({
      sittings: [atHour(12), atHour(18, { sittingId: 'evening' })],
    });
    const coming = outputOf(await answer(studyId, { kind: 'coming', sittingId: 'evening' }));
    expect(coming.mine).toMatchObject({ chosenSittingId: 'evening', repliedAtMs: START_MS });
    expect(await mine('day-worker')).toEqual([coming.mine]);
    outputOf(await answer(studyId, { kind: 'excused', reason: 'at the dentist' }));
    expect(await mine('day-worker')).toMatchObject([
      { state: 'excused', excuseReason: 'at the dentist', chosenSittingId: null },
    ]);
    outputOf(await answer(studyId, { kind: 'none' }));
    expect(await mine('day-worker')).toMatchObject([{ state: 'expected', repliedAtMs: null }]);
  });

  test('leave is asked before the last sitting begins, and holds in the final register', async () => {
    const studyId = await world.published({
      sittings: [atHour(12), atHour(18, { sittingId: 'evening' })],
    });
    await world.later(hours(9) - 1);
    expect(await answer(studyId, { kind: 'excused', reason: 'ill' })).toMatchObject({ ok: true });
    await world.later(1);
    expect(await answer(studyId, { kind: 'excused', reason: 'ill' }, 'member-1')).toMatchObject({
      code: 'too-late-to-excuse',
    });
    await world.later(hours(2));
    const month = { month: '2025-03' };
    const { entries } = outputOf(await world.phone('day-worker').call(myAttendance, month));
    expect(entries).toMatchObject([{ studyId, state: 'excused', reason: 'ill' }]);
    expect(await answer(studyId, { kind: 'none' })).toMatchObject({ code: 'sitting-over' });
  });

  test('coming after asking for leave counts as coming', async () => {
    const studyId = await world.published();
    outputOf(await answer(studyId, { kind: 'excused', reason: 'ill' }));
    await world.later(minutes(40));
    outputOf(await world.scan('day-worker', studyId));
    expect(await mine('day-worker')).toMatchObject([{ state: 'attended' }]);
    expect(await answer(studyId, { kind: 'none' })).toMatchObject({ code: 'already-in' });
  });

  test('names no sitting any more when a change has taken it away', async () => {
    const evening = atHour(18, { sittingId: 'evening' });
    const studyId = await world.published({ sittings: [atHour(12), evening] });
    outputOf(await answer(studyId, { kind: 'coming', sittingId: 'evening' }));
    const draft = aDraft(START_MS, { sittings: [atHour(12)] });
    const { revision } = world.study(studyId)!;
    outputOf(await world.phone('officer').call(changeStudy, { studyId, revision, draft }));
    expect(await mine('day-worker')).toMatchObject([{ chosenSittingId: null }]);
  });

  test('of two the one decided later stands, whichever comes first', async () => {
    const studyId = await world.published();
    const decided = (wish: InputOf<typeof reply>['reply'], decidedAtMs?: number) =>
      world
        .phone('day-worker')
        .call(reply, { studyId, reply: wish, ...(decidedAtMs !== undefined && { decidedAtMs }) });
    const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
    const leave = { kind: 'excused', reason: 'ill' } as const;
    await world.later(minutes(20));
    const at = (minute: number) => START_MS + minutes(minute);

    outputOf(await decided(leave, at(10)));
    expect(await decided(coming, at(9))).toMatchObject({ code: 'decided-since' });
    expect(await mine('day-worker')).toMatchObject([{ state: 'excused' }]);
    // A retry of what stands.
    outputOf(await decided(leave, at(10)));
    // Taking back is a decision too, and is there when nothing else is.
    outputOf(await decided({ kind: 'none' }, at(12)));
    expect(await decided(leave, at(11))).toMatchObject({ code: 'decided-since' });
    expect(await mine('day-worker')).toMatchObject([{ state: 'expected', repliedAtMs: null }]);
    // A phone that says nothing of when, such as one of 0.1.0, decides when it is heard.
    outputOf(await decided(coming));
    expect(await decided(leave, at(20) - 1)).toMatchObject({ code: 'decided-since' });
  });

  test('of a clock that is ahead wins over nothing that is decided after it came', async () => {
    const studyId = await world.published();
    const far = { studyId, decidedAtMs: START_MS + hours(24 * 365) };
    const phone = world.phone('day-worker');
    outputOf(await phone.call(reply, { ...far, reply: { kind: 'excused', reason: 'ill' } }));
    await world.later(1000);
    outputOf(
      await phone.call(reply, {
        studyId,
        reply: { kind: 'none' },
        decidedAtMs: START_MS + 1000,
      }),
    );
    expect(await mine('day-worker')).toMatchObject([{ state: 'expected' }]);
  });

  test('given before releases that kept when it was decided counts from when it came', async () => {
    const studyId = await world.published();
    const { _id } = world.line(studyId, 'day-worker')!;
    const older = { kind: 'excused', reason: 'ill', atMs: START_MS };
    await world.alter('attendances', _id, { reply: older });
    expect(
      await world.phone('day-worker').call(reply, {
        studyId,
        reply: { kind: 'none' },
        decidedAtMs: START_MS - 1,
      }),
    ).toMatchObject({ code: 'decided-since' });
    outputOf(await answer(studyId, { kind: 'none' }));
  });

  test('is refused for what is over, cancelled, unknown, or not asked of me', async () => {
    const studyId = await world.published({ audience: { kind: 'crews', crewIds: ['crew-1'] } });
    const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
    expect(await answer(studyId, coming)).toMatchObject({ code: 'not-found' });
    expect(await answer('nowhere', coming)).toMatchObject({ code: 'not-found' });
    expect(
      await answer(studyId, { kind: 'coming', sittingId: 'nowhere' }, 'member-1'),
    ).toMatchObject({ code: 'not-found' });
    await world.later(hours(2));
    expect(await answer(studyId, coming, 'member-1')).toMatchObject({ code: 'sitting-over' });
    const other = await world.published();
    outputOf(await world.phone('officer').call(cancelStudy, { studyId: other, reason: 'storm' }));
    expect(await answer(other, coming)).toMatchObject({ code: 'study-cancelled' });
  });
});
