import type { Meeting } from '../../../../../miniprogram/packages/star/meeting/meeting.view';
import { begunMeeting } from '../../../../builders/phone/star-meeting';
import { at, NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const saved = {
  heldAtMs: at('09:00'),
  place: '会议室',
  present: ['a'],
  minutes: '他记的',
  decisions: [],
  isFinal: false,
  byName: '罗志强',
  studyId: null,
};

/** The page anew, with what the phone had kept; the server answers with `record`. */
async function opened(record: Meeting, before?: FakePhone) {
  const held = await holdPage(
    () => import('../../../../../miniprogram/packages/star/meeting/meeting'),
    { month: '2026-02', branchId: 'yunxing' },
  );
  for (const [key, value] of before?.storage ?? []) held.phone.storage.set(key, value);
  held.phone.answer = ({ action }) =>
    yes(action === 'saveStarMeeting' ? { revision: record.revision + 1 } : record);
  await held.page.does('onShow');
  return held;
}

async function typedOn(record: Meeting) {
  const held = await opened(record);
  await held.page.does('onPlaceInput', { detail: { value: '306' } });
  await held.page.does('onMinutesChange', { detail: { value: '我记的' } });
  await held.page.does('onPersonChange', {
    currentTarget: { dataset: { id: 'a' } },
    detail: { checked: true },
  });
  return held;
}

test('R-351 what was typed of the special meeting stands there again after the app has ended, until it is saved', async () => {
  const { phone } = await typedOn(begunMeeting);
  const again = await opened(begunMeeting, phone);
  expect(again.page.data).toMatchObject({ place: '306', minutes: '我记的', theirs: null });
  expect(again.page.data['view']).toMatchObject({ count: '到会 1 / 1 人' });
  const answer = again.phone.answer;
  again.phone.answer = noNetwork;
  await again.page.does('onSaveTap', {});
  const refused = await opened(begunMeeting, again.phone);
  expect(refused.page.data).toMatchObject({ minutes: '我记的' });
  refused.phone.answer = answer;
  await refused.page.does('onSaveTap', {});
  const last = await opened({ ...begunMeeting, revision: 4 }, refused.phone);
  expect(last.page.data).toMatchObject({ place: '', minutes: '' });
});

test('R-351 what somebody else saved while the app was ended stands beside it', async () => {
  const { phone } = await typedOn(begunMeeting);
  const { page } = await opened({ ...begunMeeting, revision: 4, meeting: saved }, phone);
  expect(page.data).toMatchObject({ minutes: '我记的', theirs: { title: '罗志强刚刚存的' } });
});

test('R-351 what can be saved no more stays to be copied, however often the app ends', async () => {
  const { phone } = await typedOn({ ...begunMeeting, meeting: saved });
  const final = {
    ...begunMeeting,
    revision: 5,
    canWrite: false,
    meeting: { ...saved, isFinal: true },
  };
  const first = await opened(final, phone);
  const second = await opened(final, first.phone);
  for (const { page } of [first, second]) {
    expect(page.data['left']).toMatchObject({ text: '306\n我记的' });
  }
});
