import { CHECK_MINUTES } from '../../../../domain/words/check-state';
import { useNoteWorld } from '../../../worlds/note-world';
import { minutes } from '../../../worlds/study-world';

const world = useNoteWorld('clock');
const checks = (noteId: string) => world.note(noteId).pictures.map(({ check }) => check);

/** It looks once in five minutes. */
const LOOK = minutes(5);

test('a picture without a verdict is to be looked at once thirty minutes are over, not before', async () => {
  const noteId = await world.handedIn({ pictures: [world.picture('member-1')] });
  await world.later(minutes(CHECK_MINUTES) - 1);
  expect(checks(noteId)).toEqual(['pending']);
  await world.later(1 + LOOK);
  expect(checks(noteId)).toEqual(['to-look-at']);
  const { revision } = world.note(noteId);
  await world.later(2 * LOOK);
  expect(world.note(noteId).revision).toBe(revision);
});

test('of several all are seen to, and what has its verdict is left alone', async () => {
  const waiting = await world.handedIn({ pictures: [world.picture('member-1', 'waits')] });
  const checked = await world.handedIn({ pictures: [world.picture('member-1', 'checked')] });
  const [{ traceId = '' } = {}] = world.note(checked).pictures;
  await world.verdictOn(traceId, 'pass');
  const other = await world.handedIn({ pictures: [world.picture('member-2')] }, 'member-2');
  await world.later(minutes(CHECK_MINUTES) + LOOK);
  expect([waiting, checked, other].map((noteId) => checks(noteId)[0])).toEqual([
    'to-look-at',
    'pass',
    'to-look-at',
  ]);
});

test('a verdict that comes after it still counts', async () => {
  const pictures = [world.picture('member-1', 'good'), world.picture('member-1', 'bad', 'refused')];
  const noteId = await world.handedIn({ pictures });
  await world.later(minutes(CHECK_MINUTES * 3));
  expect(checks(noteId)).toEqual(['to-look-at', 'to-look-at']);
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
