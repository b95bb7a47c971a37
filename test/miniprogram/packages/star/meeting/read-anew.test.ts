import { leftOf, theirsOf } from '../../../../../miniprogram/packages/star/meeting/beside.view';
import { formOf, inputOf } from '../../../../../miniprogram/packages/star/meeting/meeting.view';
import {
  afterSaving,
  isTyped,
  readAnew,
  type Held,
} from '../../../../../miniprogram/packages/star/meeting/read-anew';
import { begunMeeting } from '../../../../builders/phone/star-meeting';
import { at, NOW_MS } from '../../../../builders/phone/study';

const form = {
  ...formOf(begunMeeting, NOW_MS),
  place: '306',
  minutes: '我记的 ',
  decisions: '第一件',
};
const typed: Held = { meeting: begunMeeting, form, theirs: null, left: null };
const theirs = {
  heldAtMs: at('10:00'),
  place: '会议室',
  present: ['a'],
  minutes: '他记的',
  decisions: ['另一件'],
  isFinal: false,
  byName: '罗志强',
  studyId: null,
};

test('what is typed goes over the month as it has become, where its record is as it was', () => {
  const moved = { ...begunMeeting, revision: 7 };
  expect(readAnew(typed, moved, NOW_MS)).toEqual({ ...typed, meeting: moved });
  expect(readAnew({ ...typed, form: formOf(begunMeeting, NOW_MS) }, moved, NOW_MS).meeting).toBe(
    moved,
  );
});

test('another record that was saved meanwhile stands beside what is typed, until that is saved', () => {
  const changed = { ...begunMeeting, revision: 4, meeting: theirs };
  const held = readAnew(typed, changed, NOW_MS);
  expect(held).toMatchObject({ form, meeting: { revision: 4 } });
  expect(theirsOf(held)).toEqual({
    title: '罗志强刚刚存的',
    note: '你再存，就换成你写的',
    text: '会议室\n他记的\n另一件\n到会 1 人：甲',
  });
  const again = readAnew(held, { ...changed, revision: 5 }, NOW_MS);
  expect(again.theirs).toBe(held.theirs);
  expect(theirsOf(afterSaving(again, form, 6, '乙'))).toBeNull();
});

test('once it is saved nothing is typed any more, and what the next one saves is taken', () => {
  const saved = afterSaving(typed, form, 4, '乙');
  expect(isTyped(typed, NOW_MS)).toBe(true);
  expect(isTyped(saved, NOW_MS)).toBe(false);
  const next = readAnew(saved, { ...begunMeeting, revision: 5, meeting: theirs }, NOW_MS);
  expect(next).toMatchObject({ form: { minutes: '他记的' }, theirs: null });
});

test('what was typed on while it was saved is typed still', () => {
  const on = { ...typed, form: { ...form, minutes: '我记的，还有' } };
  const saved = afterSaving(on, form, 4, '乙');
  expect(isTyped(saved, NOW_MS)).toBe(true);
  expect(saved.form.minutes).toBe('我记的，还有');
});

test('of a record that was made final meanwhile what was typed is left to be copied, and stays', () => {
  const final = { ...begunMeeting, canWrite: false, meeting: { ...theirs, isFinal: true } };
  const held = readAnew(typed, final, NOW_MS);
  const left = {
    title: '你写的',
    note: '罗志强已经定稿，这些没有存上',
    text: '306\n我记的 \n第一件',
  };
  expect(leftOf(held)).toEqual(left);
  expect(leftOf(readAnew(held, final, NOW_MS))).toEqual(left);
  expect(leftOf(readAnew(typed, { ...begunMeeting, canWrite: false }, NOW_MS))).toMatchObject({
    note: '记录不能再改，这些没有存上',
  });
});

test('what was saved, though its answer was lost, is neither of somebody else nor left', () => {
  const own = { ...inputOf(form), isFinal: false, byName: '乙', studyId: null };
  const lost = readAnew(typed, { ...begunMeeting, revision: 4, meeting: own }, NOW_MS);
  expect(lost).toMatchObject({ theirs: null, left: null });
  const final = { ...begunMeeting, canWrite: false, meeting: { ...own, isFinal: true } };
  expect(leftOf(readAnew(typed, final, NOW_MS))).toBeNull();
});
