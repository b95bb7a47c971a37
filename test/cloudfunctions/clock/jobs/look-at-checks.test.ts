import { CHECK_MINUTES } from '../../../../domain/note/note';
import { useNoteWorld } from '../../../worlds/note-world';
import { minutes } from '../../../worlds/study-world';

const world = useNoteWorld('clock');
const run = async (): Promise<unknown> =>
  JSON.parse(await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' }));
const checks = (noteId: string) => world.note(noteId).pictures.map(({ check }) => check);

test('a picture without a verdict is to be looked at after thirty minutes, not before', async () => {
  const noteId = await world.handedIn({ pictures: [world.picture('member-1')] });
  await world.later(minutes(CHECK_MINUTES) - 1);
  expect(checks(noteId)).toEqual(['pending']);
  // The timer runs as the clock comes to the minute.
  await world.later(1);
  expect(checks(noteId)).toEqual(['to-look-at']);
  expect(await run()).toMatchObject({ lookAtChecks: 0 });
});

test('a verdict that comes after it still counts', async () => {
  const pictures = [world.picture('member-1', 'good'), world.picture('member-1', 'bad', 'refused')];
  const noteId = await world.handedIn({ pictures });
  await world.later(minutes(CHECK_MINUTES * 3));
  await run();
  // The links have run out by now: WeChat says that it could not fetch them, or what it found before.
  await world.cloud.clock.set(world.nowMs() - minutes(CHECK_MINUTES * 2));
  await world.verdicts();
  expect(checks(noteId)).toEqual(['pass', 'refused']);
  expect(world.note(noteId).state).toBe('returned');
});

test('a picture that WeChat could not fetch is to be looked at', async () => {
  const noteId = await world.handedIn({ pictures: [world.picture('member-1')] });
  await world.later(minutes(3 * 60));
  await world.verdicts();
  expect(checks(noteId)).toEqual(['to-look-at']);
});
