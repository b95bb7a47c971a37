import {
  formOf,
  inputOf,
  missingOf,
  toView,
  type Meeting,
} from '../../../../../miniprogram/packages/star/meeting/meeting.view';
import { at, NOW_MS } from '../../../../builders/phone/study';

const state: Meeting = {
  nowMs: NOW_MS,
  revision: 0,
  canWrite: true,
  plannedAtMs: at('09:00'),
  people: [
    { memberId: 'a', name: '甲', crewName: '一值', isAway: false },
    { memberId: 'b', name: '乙', crewName: null, isAway: true },
  ],
  meeting: null,
  ledger: [],
};
const written = { place: '306', minutes: '说了', decisions: ' 第一件 \n\n第二件' };

test('a new record begins with the planned time; lines without words are no decisions', () => {
  const form = { ...formOf(state, NOW_MS), ...written, present: ['a'] };
  expect(inputOf(form)).toEqual({
    heldAtMs: at('09:00'),
    place: '306',
    minutes: '说了',
    decisions: ['第一件', '第二件'],
    present: ['a'],
  });
  expect(toView(state, form, NOW_MS)).toMatchObject({
    kind: 'form',
    count: '到会 1 / 1 人',
    people: [{ isPresent: true }, { crew: '在外，不算缺席', isPresent: false }],
  });
});

test.each([
  ['nothing', {}, ''],
  ['the place', { place: ' ' }, '地点还没写，写上再存。'],
  ['the words', { minutes: '' }, '说了什么还没写，写上再存。'],
  ['a shorter text', { minutes: '长'.repeat(2001) }, '最多 2000 字，删掉 1 字再交。'],
  ['both', { minutes: '', place: '' }, '地点和说了什么还没写，写上再存。'],
  [
    'a shorter line',
    { decisions: `一件\n${'长'.repeat(101)}` },
    '“定了什么”第 2 行太长，一行最多 100 字。分成两行再存。',
  ],
  [
    'fewer lines',
    { decisions: Array.from({ length: 11 }, () => '一件').join('\n') },
    '“定了什么”最多 10 行，现在 11 行。并几行再存。',
  ],
])('of a record %s is missing, and it says so', (_name, changed, text) => {
  expect(missingOf({ ...formOf(state, NOW_MS), ...written, ...changed })).toBe(text);
});

test('others read what is final, with who was there and who is set apart', () => {
  const meeting = {
    heldAtMs: at('09:00'),
    place: '306',
    present: ['a'],
    minutes: '说了',
    decisions: ['第一件'],
    isFinal: true,
    byName: '罗志强',
    studyId: 'study-1',
  };
  const read = { ...state, canWrite: false };
  expect(toView({ ...read, meeting }, formOf(read, NOW_MS), NOW_MS)).toMatchObject({
    kind: 'record',
    when: '周三 3月11日 9:00',
    present: '到会 1 人：甲',
    page: '/packages/branch-office/minutes/minutes?studyId=study-1',
    absent: '在外 1 人，不算缺席：乙',
  });
  expect(toView(read, formOf(read, NOW_MS), NOW_MS).kind).toBe('empty');
});

test('R-167 a meeting of the ledger is offered; what it lacks is said, and leads to where it is written', () => {
  const of = (studyId: string, lacks: Meeting['ledger'][number]['lacks']) => ({
    studyId,
    topic: '支部党员大会',
    startAtMs: at('09:00'),
    lacks,
  });
  const ledger = [of('s1', null), of('s2', 'minutes'), of('s3', 'register'), of('s4', 'newer')];
  const form = formOf(state, NOW_MS);
  expect(toView({ ...state, ledger }, form, NOW_MS)).toMatchObject({
    ledger: [
      { when: '周三 3月11日 9:00', lack: '', link: '就是它', isWhole: true },
      { lack: '还没写会议记录', isWhole: false },
      { lack: '签到册还没定，定了再选', isWhole: false },
      { isWhole: false, page: '/packages/branch-office/minutes/minutes?studyId=s4' },
    ],
  });
});
