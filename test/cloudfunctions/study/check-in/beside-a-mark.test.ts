import fc from 'fast-check';
import {
  admit,
  closeSitting,
  correct,
  markByHand,
  roll,
} from '../../../../contract/study/register';
import { checkIn, myAttendance, myCode, studyDetail } from '../../../../contract/study/mine';
import { changeStudy } from '../../../../contract/study/writing';
import { isSoak } from '../../../long-by-nature';
import { aDraft, aSitting, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();
const SITTING = 'sitting-1';

const mark = (studyId: string, state: 'absent' | 'excused' | 'attended', reason: string) =>
  world
    .phone('secretary')
    .call(markByHand, { studyId, sittingId: SITTING, memberId: 'member-2', state, reason });

async function shownLine(studyId: string) {
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  return lines.find(({ memberId }) => memberId === 'member-2');
}

describe('whoever comes after an officer has marked them missing', () => {
  test.each(['absent', 'excused'] as const)(
    'leaves the mark %s standing, with officer, reason and time, and is kept beside it',
    async (state) => {
      const studyId = await world.opened();
      const { line } = outputOf(await mark(studyId, state, 'left at once'));
      await world.later(minutes(3));
      expect(outputOf(await world.scan('member-2', studyId))).toMatchObject({
        state: 'to-confirm',
        sittingId: SITTING,
        atMs: world.nowMs(),
        wasIn: false,
      });
      expect(await shownLine(studyId)).toEqual({
        ...line,
        // The answer to a mark keeps why somebody is on leave to itself; the register has it.
        reason: 'left at once',
        corrections: [
          { from: state, to: state, reason: null, byName: 'member-2', atMs: world.nowMs() },
        ],
      });
      expect(world.line(studyId, 'member-2')).toMatchObject({
        isIn: false,
        record: { state, reason: 'left at once', markedBy: { memberId: 'secretary' } },
        corrections: [{ arrival: { sittingId: SITTING, way: 'scan' } }],
      });
    },
  );

  test('sees that it waits for an officer, until the register is final', async () => {
    const studyId = await world.opened();
    outputOf(await mark(studyId, 'absent', 'left at once'));
    outputOf(await world.scan('member-2', studyId));
    const phone = world.phone('member-2');
    expect(outputOf(await phone.call(studyDetail, { studyId })).mine).toMatchObject({
      state: 'to-confirm',
      atMs: world.nowMs(),
      chosenSittingId: SITTING,
    });
    outputOf(await world.phone('leader').call(closeSitting, { studyId, sittingId: SITTING }));
    const { mine } = outputOf(await phone.call(studyDetail, { studyId }));
    expect(mine?.state).toBe('absent');
  });

  test('is told the same when they scan again, and when the answer was lost', async () => {
    const studyId = await world.opened();
    outputOf(await mark(studyId, 'absent', 'left at once'));
    const { payload } = await world.shownCode(studyId);
    const scan = (requestId: string) =>
      world.phone('member-2').call(checkIn, { way: 'scan', payload }, { requestId });
    const first = outputOf(await scan('tap-1'));
    expect(outputOf(await scan('tap-1'))).toEqual(first);
    expect(outputOf(await scan('tap-2'))).toEqual({ ...first, wasIn: true });
    expect(world.line(studyId, 'member-2')?.corrections).toHaveLength(1);
  });

  test('is in by the word of the officer who decides', async () => {
    const studyId = await world.opened();
    outputOf(await mark(studyId, 'absent', 'left at once'));
    outputOf(await world.scan('member-2', studyId));
    const { line } = outputOf(await mark(studyId, 'attended', 'was in the second row'));
    expect(line.state).toBe('attended');
    expect(line.corrections.map(({ to, byName }) => [to, byName])).toEqual([
      ['absent', 'secretary'],
      ['absent', 'member-2'],
      ['attended', 'secretary'],
    ]);
    expect(outputOf(await world.scan('member-2', studyId))).toMatchObject({
      state: 'attended',
      wasIn: true,
    });
  });

  test('is told that an officer has decided when the mark was kept', async () => {
    const studyId = await world.opened();
    outputOf(await mark(studyId, 'absent', 'left at once'));
    outputOf(await world.scan('member-2', studyId));
    outputOf(await mark(studyId, 'absent', 'a friend has the phone'));
    expect(await world.scan('member-2', studyId)).toMatchObject({ code: 'officer-decided' });
    expect(world.line(studyId, 'member-2')?.corrections).toHaveLength(2);
  });

  test('and is scanned by a presenter, is in by that word, and the mark stays to be seen', async () => {
    const studyId = await world.opened();
    outputOf(await mark(studyId, 'absent', 'left at once'));
    const markedAtMs = world.nowMs();
    await world.later(minutes(1));
    const [slot] = outputOf(await world.phone('member-2').call(myCode, {})).slots;
    const asked = { studyId, sittingId: SITTING, payload: slot?.payload ?? '' };
    const { line } = outputOf(await world.phone('leader').call(admit, asked));
    const atMs = world.nowMs();
    expect(line).toMatchObject({
      state: 'attended',
      way: 'scanned-by-presenter',
      atMs,
      corrections: [
        {
          from: 'expected',
          to: 'absent',
          reason: 'left at once',
          byName: 'secretary',
          atMs: markedAtMs,
        },
        { from: 'absent', to: 'attended', reason: null, byName: 'leader', atMs },
      ],
    });
  });
});

test('a scan after one without a network counts, and the first stays with its times', async () => {
  const studyId = await world.opened();
  const { payload } = await world.shownCode(studyId);
  const claimedAtMs = world.nowMs();
  await world.later(minutes(5));
  const phone = world.phone('member-2');
  outputOf(await phone.call(checkIn, { way: 'scan', payload, claimedAtMs }));
  await world.later(minutes(1));
  expect(outputOf(await world.scan('member-2', studyId)).state).toBe('attended');
  expect(world.line(studyId, 'member-2')).toMatchObject({
    isIn: true,
    record: { state: 'to-confirm', way: 'offline-scan', claimedAtMs },
    corrections: [{ from: 'to-confirm', to: 'attended', arrival: { way: 'scan' } }],
  });
  expect(await shownLine(studyId)).toMatchObject({
    state: 'attended',
    way: 'scan',
    atMs: world.nowMs(),
    claimedAtMs: null,
  });
});

test('where somebody came beside an entry, that sitting is in use, and their book names it', async () => {
  const startAtMs = world.nowMs() + minutes(60);
  const sittings = [
    aSitting(startAtMs),
    aSitting(startAtMs + minutes(30), { sittingId: 'sitting-2', place: 'room 2' }),
  ];
  const studyId = await world.published({ sittings });
  await world.later(minutes(75));
  const { payload } = await world.shownCode(studyId);
  const claimedAtMs = world.nowMs();
  await world.later(minutes(2));
  const phone = world.phone('member-2');
  outputOf(await phone.call(checkIn, { way: 'scan', payload, claimedAtMs }));
  outputOf(await world.scan('member-2', studyId, 'sitting-2'));
  const { revision } = world.study(studyId)!;
  const moved = aSitting(startAtMs + minutes(600), { sittingId: 'sitting-3' });
  const draft = aDraft(world.nowMs(), { sittings: [sittings[0]!, moved] });
  expect(
    await world.phone('officer').call(changeStudy, { studyId, revision, draft }),
  ).toMatchObject({ code: 'sitting-in-use', detail: { sitting: 'sitting-2' } });
  const month = new Date(startAtMs).toISOString().slice(0, 7);
  const { entries } = outputOf(await phone.call(myAttendance, { month }));
  expect(entries[0]).toMatchObject({ startAtMs: startAtMs + minutes(30), state: 'attended' });
});

test(
  'whatever officers and the person do, in whatever order, nothing that was entered goes or changes',
  async () => {
    const acts = fc.array(
      fc.constantFrom('scan', 'claim', 'absent', 'excused', 'attended', 'admit', 'correct'),
      { minLength: 2, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        const studyId = await world.opened();
        const phone = world.phone('member-2');
        const first = await world.shownCode(studyId);
        const claimedAtMs = world.nowMs();
        const act = async (name: string) => {
          if (name === 'scan') return world.scan('member-2', studyId);
          if (name === 'claim') {
            return phone.call(checkIn, { way: 'scan', payload: first.payload, claimedAtMs });
          }
          if (name === 'correct') {
            const what = { studyId, memberId: 'member-2', to: 'late' as const, reason: 'seen' };
            return world.phone('secretary').call(correct, what);
          }
          if (name === 'admit') {
            const [slot] = outputOf(await phone.call(myCode, {})).slots;
            const asked = { studyId, sittingId: SITTING, payload: slot?.payload ?? '' };
            return world.phone('leader').call(admit, asked);
          }
          return mark(studyId, name as 'absent' | 'excused' | 'attended', `they are ${name}`);
        };
        for (const name of done) {
          await world.later(minutes(1));
          const before = world.line(studyId, 'member-2');
          const reply = await act(name);
          const after = world.line(studyId, 'member-2');
          const entries = before?.corrections ?? [];
          expect(after?.corrections.slice(0, entries.length)).toEqual(entries);
          if (before?.record !== null) expect(after?.record).toEqual(before?.record);
          if (!reply.ok) expect(after).toEqual(before);
        }
      }),
      { numRuns: isSoak ? 200 : 15 },
    );
  },
  isSoak ? 120_000 : 30_000,
);
