import { inbox } from '../../../contract/notice/inbox';
import { noticeLog, noticesOf } from '../../../contract/notice/sending';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../../worlds/test-cloud';
import { demoTour } from '../../../local/world/demo-tour';
import { keptWorld } from '../../../local/world/kept-world';
import { demoPerson } from '../../../local/world/people';
import { seedWorld } from '../../../local/world/seed-world';
import { LOCAL_TEMPLATES } from '../../../local/world/templates';
import { phone } from '../../client';

let cloud: TestCloud;
let tour: ReturnType<typeof demoTour>;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: ['notify', 'clock'], templates: LOCAL_TEMPLATES });
  await seedWorld(cloud, TEST_START_MS);
  tour = demoTour(keptWorld(cloud), TEST_START_MS);
});
afterAll(() => cloud.stop());

const phoneOf = (memberId = '') => phone(cloud, demoPerson(memberId).openId);
const titlesOf = async (memberId?: string) =>
  (await phoneOf(memberId).get(inbox, {})).items.map(({ title }) => title);

test('an inbox says for at least three reasons why something came when it did', async () => {
  for (const memberId of [tour.checkIn?.presenter, tour.checkIn?.scanner, tour.quiet?.person]) {
    const { items, toAcknowledge } = await phoneOf(memberId).get(inbox, {});
    expect(new Set(items.map(({ why }) => why.code)).size).toBeGreaterThanOrEqual(3);
    expect(toAcknowledge).toBe(memberId === tour.checkIn?.presenter ? 0 : 1);
  }
});

test('the log of the newest notice names instants at which people get it later', async () => {
  const secretary = phoneOf(tour.checkIn?.presenter);
  const { notices } = await secretary.get(noticesOf, {});
  const newest = notices.find(({ title }) => title === tour.quiet?.title);
  const { counts, waiting } = await secretary.get(noticeLog, {
    messageId: newest?.messageId ?? '',
  });
  expect(counts.waiting).toBeGreaterThan(0);
  expect(waiting.map(({ atMs }) => atMs)).toContain(tour.quiet?.untilAtMs);
});

test('moved to the end of the quiet time, the clock brings what waited, and the phone rings', async () => {
  const { person, title, untilAtMs = 0 } = tour.quiet ?? {};
  expect(await titlesOf(person)).not.toContain(title);
  await cloud.clock.set(untilAtMs - MS_PER_MINUTE);
  expect(await titlesOf(person)).not.toContain(title);
  const { openId } = demoPerson(person ?? '');
  const rung = () => cloud.wechat.messages.outbox.filter((message) => message.openId === openId);
  expect(rung()).toEqual([]);
  await cloud.clock.set(untilAtMs + MS_PER_MINUTE);
  expect(await titlesOf(person)).toContain(title);
  expect(rung()).toHaveLength(1);
});

test('days later the next check-in is named, and when nothing is left to come that is said', () => {
  const nextDayMs = TEST_START_MS + MS_PER_DAY;
  const nextDay = demoTour(keptWorld(cloud), nextDayMs);
  expect(nextDay.checkIn?.opensAtMs ?? nextDayMs).toBeGreaterThanOrEqual(nextDayMs);
  expect(nextDay.quiet).not.toBeNull();
  const { checkIn, quiet } = demoTour(keptWorld(cloud), TEST_START_MS + 60 * MS_PER_DAY);
  expect(checkIn).toBeNull();
  expect(quiet).toMatchObject({ title: null });
});
