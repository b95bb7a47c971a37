import type { InputOf } from '../../../../contract/action';
import {
  endRecurring,
  recurringStudies,
  saveRecurring,
} from '../../../../contract/study/recurring';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();

type Recurring = InputOf<typeof saveRecurring>['recurring'];
const aMonthly = (changes: Partial<Recurring> = {}): Recurring => ({
  topic: 'theme day',
  kind: 'theme-day',
  minutes: 40,
  audience: { kind: 'branch' },
  place: 'room 1',
  firstDate: 5,
  days: 14,
  startMinute: 8 * 60,
  endMinute: 21 * 60,
  ...changes,
});
const officer = () => world.phone('officer');
const save = (recurringId: string, changes: Partial<Recurring> = {}) =>
  officer().call(saveRecurring, { recurringId, recurring: aMonthly(changes) });
const listed = async () => outputOf(await officer().call(recurringStudies, {})).recurring;

test('begins with the next month, and is listed with who began it', async () => {
  const nextDraftAtMs = instantOf(localDay('2025-03-29'), 9 * 60);
  expect(outputOf(await save('monthly'))).toEqual({ nextDraftAtMs });
  expect(await listed()).toMatchObject([
    {
      recurringId: 'monthly',
      topic: 'theme day',
      place: 'room 1',
      nextDraftAtMs,
      createdByName: 'officer',
    },
  ]);
});

test('saving again changes what is there; ending it leaves the others', async () => {
  await save('monthly');
  await save('other');
  await save('monthly', { firstDate: 20, place: 'room 2' });
  expect((await listed()).map((one) => [one.recurringId, one.place])).toEqual([
    ['other', 'room 1'],
    ['monthly', 'room 2'],
  ]);
  for (let times = 0; times < 2; times += 1) {
    outputOf(await officer().call(endRecurring, { recurringId: 'monthly' }));
    expect((await listed()).map((one) => one.recurringId)).toEqual(['other']);
  }
  outputOf(await officer().call(endRecurring, { recurringId: 'other' }));
  expect(await listed()).toEqual([]);
});

test('of many that are begun at once only as many as there may be are kept', async () => {
  const replies = await Promise.all(
    Array.from({ length: 24 }, (_, index) => save(`monthly-${index}`)),
  );
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused).toEqual(
    Array.from({ length: 4 }, () => expect.objectContaining({ code: 'too-many' }) as unknown),
  );
  expect(await listed()).toHaveLength(20);
});

test('what can never be held is refused', async () => {
  expect(await save('monthly', { endMinute: 8 * 60 + 39 })).toMatchObject({ code: 'no-such-time' });
  const audience = { kind: 'groups' as const, groupIds: ['nobody-knows'] };
  expect(await save('monthly', { audience })).toMatchObject({ code: 'bad-audience' });
  expect(await listed()).toEqual([]);
});
