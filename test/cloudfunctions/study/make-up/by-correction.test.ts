import { correct } from '../../../../contract/study/register';
import type { InputOf } from '../../../../contract/action';
import { today } from '../../../../contract/today';
import { DAY, HOUR, useMakeUpWorld } from '../../../worlds/make-up-world';
import { outputOf } from '../../../worlds/study-world';

const { world, jump, held, makeUpOf, mine } = useMakeUpWorld();

/** `member-3` could have come, and stood as absent. */
const put = (studyId: string, to: InputOf<typeof correct>['to']) =>
  world
    .phone('officer')
    .call(
      correct,
      { studyId, memberId: 'member-3', to, reason: 'swapped by word' },
      { requestId: `put-${to}` },
    );
const asked = async () =>
  (outputOf(await world.phone('member-3').call(today, {})).toAnswer ?? []).map(({ act }) => act);

test.each(['excused', 'on-duty'] as const)('to %s opens one, and asks for it once', async (to) => {
  const studyId = await held();
  expect(makeUpOf('member-3', studyId)).toBeUndefined();
  for (let times = 0; times < 2; times += 1) outputOf(await put(studyId, to));
  expect(makeUpOf('member-3', studyId)).toMatchObject({ cause: to, openedAtMs: world.nowMs() });
  expect(makeUpOf('member-3', studyId)!.untilAtMs).toBeGreaterThan(world.nowMs());
  expect(await asked()).toEqual(['补学']);
});

test('to anything else opens none', async () => {
  const studyId = await held();
  outputOf(await put(studyId, 'attended'));
  outputOf(await put(studyId, 'absent'));
  expect(makeUpOf('member-3', studyId)).toBeUndefined();
});

test('one that is open stays as it is', async () => {
  const studyId = await held();
  outputOf(await put(studyId, 'excused'));
  const opened = makeUpOf('member-3', studyId);
  jump(7 * HOUR + DAY);
  outputOf(await put(studyId, 'on-duty'));
  expect(makeUpOf('member-3', studyId)).toEqual(opened);
});

test('of what cannot be read up on none opens', async () => {
  const drill = await held({ kind: 'fire-drill' });
  outputOf(await put(drill, 'excused'));
  expect(makeUpOf('member-3', drill)).toBeUndefined();
});

test('of what was long ago none opens', async () => {
  const old = await held();
  jump(50 * DAY);
  outputOf(await put(old, 'excused'));
  expect(makeUpOf('member-3', old)).toBeUndefined();
});

test('who is entered as present reads that nothing is left to make up', async () => {
  const studyId = await held();
  outputOf(await put(studyId, 'excused'));
  expect(outputOf(await mine('member-3', studyId))).not.toHaveProperty('isIn');
  outputOf(await put(studyId, 'attended'));
  expect(outputOf(await mine('member-3', studyId))).toMatchObject({ isIn: true, doneAtMs: null });
});
