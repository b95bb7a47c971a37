import { reply, studyDetail } from '../../../../contract/study/mine';
import { roll } from '../../../../contract/study/register';
import { aSitting, minutes, outputOf, START_MS, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();

/** Today 15:00, when crew-2 is at work, and tomorrow 16:00. */
const sittings = [
  aSitting(START_MS + minutes(6 * 60)),
  aSitting(START_MS + minutes(31 * 60), { sittingId: 'sitting-2' }),
];

async function rollOf(studyId: string, input: { sittingId?: string; isBySitting?: boolean }) {
  const { lines } = outputOf(await world.phone('leader').call(roll, { studyId, ...input }));
  return new Map(lines.map(({ memberId, state, sittingId }) => [memberId, { state, sittingId }]));
}

test('of one sitting it says who is on duty or asleep in it and who comes to another', async () => {
  const studyId = await world.published({ sittings });
  const coming = (memberId: string, sittingId: string) =>
    world.phone(memberId).call(reply, { studyId, reply: { kind: 'coming', sittingId } });
  outputOf(await coming('member-3', 'sitting-2'));
  await world.later(minutes(6 * 60 - 10));
  outputOf(await world.scan('member-1', studyId));

  const first = await rollOf(studyId, { sittingId: 'sitting-1', isBySitting: true });
  expect(first.get('member-1')).toEqual({ state: 'attended', sittingId: 'sitting-1' });
  expect(first.get('member-2')).toEqual({ state: 'on-duty', sittingId: null });
  expect(first.get('member-3')).toEqual({ state: 'expected', sittingId: 'sitting-2' });
  expect(first.get('member-4')).toEqual({ state: 'asleep', sittingId: null });

  const second = await rollOf(studyId, { sittingId: 'sitting-2', isBySitting: true });
  expect(second.get('member-1')).toEqual({ state: 'attended', sittingId: 'sitting-1' });
  expect(second.get('member-2')?.state).toBe('expected');
  expect(second.get('member-4')?.state).toBe('expected');
});

test('who missed the sitting of their choice is missing from the next one, and is asked anew', async () => {
  const studyId = await world.published({ sittings });
  const answer = { kind: 'coming', sittingId: 'sitting-1' } as const;
  outputOf(await world.phone('member-3').call(reply, { studyId, reply: answer }));
  const chosen = async () =>
    outputOf(await world.phone('member-3').call(studyDetail, { studyId })).mine?.chosenSittingId;
  const { closesAtMs } = sittings[0]!;
  await world.later(closesAtMs - START_MS - 1);
  expect(await chosen()).toBe('sitting-1');
  await world.later(1);
  expect(await chosen()).toBeNull();
  const second = await rollOf(studyId, { sittingId: 'sitting-2', isBySitting: true });
  expect(second.get('member-3')).toEqual({ state: 'expected', sittingId: null });
  await world.later(minutes(33 * 60));
  expect(await chosen()).toBe('sitting-1');
});

test('who is on duty but said that they come is not excused from the sitting by duty', async () => {
  const studyId = await world.published({ sittings });
  const answer = { kind: 'coming', sittingId: 'sitting-1' } as const;
  outputOf(await world.phone('member-2').call(reply, { studyId, reply: answer }));
  const first = await rollOf(studyId, { sittingId: 'sitting-1', isBySitting: true });
  expect(first.get('member-2')).toEqual({ state: 'expected', sittingId: 'sitting-1' });
});

test('over all sittings, for older phones and in a final register, the study decides', async () => {
  const studyId = await world.published({ sittings });
  for (const input of [{}, { sittingId: 'sitting-1' }]) {
    const lines = await rollOf(studyId, input);
    expect(lines.get('member-2')).toEqual({ state: 'expected', sittingId: null });
  }
  await world.later(minutes(33 * 60));
  const final = await rollOf(studyId, { sittingId: 'sitting-1', isBySitting: true });
  expect(final.get('member-2')).toEqual({ state: 'absent', sittingId: null });
});
