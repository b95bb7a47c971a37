import { noticeLog, noticesOf } from '../../../../contract/notice/sending';
import { today } from '../../../../contract/today';
import { reply } from '../../../../contract/study/mine';
import { cancelStudy, publishStudy } from '../../../../contract/study/writing';
import { aSitting, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';
import { storedDeliveries } from '../../../builders/stored';

const world = useStudyWorld('notify');

const tomorrow = () => [aSitting(world.nowMs() + minutes(30 * 60))];
const standing = () =>
  storedDeliveries(world.cloud).filter(({ cancelledAtMs }) => cancelledAtMs === null);
const kinds = () =>
  standing()
    .map(({ kind }) => kind)
    .sort();

test('publishing tells the audience and plans a reminder before the sitting', async () => {
  await world.published({ sittings: tomorrow() });
  expect(kinds()).toEqual(['sitting-reminder', 'study-published']);
  const reminder = standing().find(({ kind }) => kind === 'sitting-reminder');
  const startAtMs = world.nowMs() + minutes(30 * 60);
  expect(reminder).toMatchObject({ deadlineAtMs: startAtMs, about: { startAtMs } });
  for (const { atMs } of reminder?.groups ?? []) {
    expect(atMs).toBeGreaterThanOrEqual(startAtMs - minutes(12 * 60));
    expect(atMs).toBeLessThan(startAtMs);
  }
});

test('a retry of publishing tells nobody twice', async () => {
  const studyId = await world.published({ sittings: tomorrow() });
  const before = standing();
  outputOf(await world.phone('officer').call(publishStudy, { studyId }));
  expect(standing()).toEqual(before);
});

test('a sitting within hours has no reminder besides the message about the study', async () => {
  await world.published();
  expect(kinds()).toEqual(['study-published']);
});

test('cancelling takes everything back and tells of it once', async () => {
  const studyId = await world.published({ sittings: tomorrow() });
  const officer = world.phone('officer');
  const input = { studyId, reason: 'called off' };
  outputOf(await officer.call(cancelStudy, input, { requestId: 'r' }));
  outputOf(await officer.call(cancelStudy, input, { requestId: 'r' }));
  expect(standing()).toMatchObject([{ kind: 'study-cancelled', body: 'called off' }]);
});

test('the today page counts what came and was not on the screen', async () => {
  expect(outputOf(await world.phone('day-worker').call(today, {})).unread).toEqual([]);
  await world.published();
  expect(outputOf(await world.phone('day-worker').call(today, {})).unread).toMatchObject([
    { atMs: world.nowMs(), isToAcknowledge: false },
  ]);
});

test('the list of notices counts whom a reply brought to a reminder, as the notice itself does', async () => {
  const startAtMs = world.nowMs() + minutes(30 * 60);
  const sittings = [
    aSitting(startAtMs),
    { ...aSitting(startAtMs + minutes(180)), sittingId: 'sitting-2' },
  ];
  const studyId = await world.published({ sittings });
  const [member, officer] = [world.phone('day-worker'), world.phone('officer')];
  for (const sittingId of ['sitting-2', 'sitting-1']) {
    outputOf(await member.call(reply, { studyId, reply: { kind: 'coming', sittingId } }));
    const { notices } = outputOf(await officer.call(noticesOf, {}));
    const reminders = notices.filter(({ kind }) => kind === 'sitting-reminder');
    expect(reminders).not.toEqual([]);
    for (const { messageId, recipients } of reminders) {
      const { counts } = outputOf(await officer.call(noticeLog, { messageId }));
      expect(recipients).toBe(counts.recipients);
    }
  }
});

test('the list of what a branch has sent tells studies of one topic apart by whom they ask and when', async () => {
  const audience = (groupId: string) => ({ kind: 'groups' as const, groupIds: [groupId] });
  for (const groupId of ['group-1', 'group-2']) {
    await world.published({ sittings: tomorrow(), audience: audience(groupId) });
  }
  const { notices } = outputOf(await world.phone('officer').call(noticesOf, {}));
  const published = notices.filter(({ kind }) => kind === 'study-published');
  expect(published.map(({ ofStudy }) => ofStudy?.to.join()).sort()).toEqual(['group 1', 'group 2']);
  for (const { ofStudy } of published) expect(ofStudy?.body).toContain('3月6日');
});
