import {
  certificateOf,
  notSavedText,
  notSharedText,
  toView,
  writtenMonth,
} from '../../../../../miniprogram/packages/star/certificate/certificate.view';
import { partText } from '../../../../../miniprogram/text/phone-refusal';
import { NOW_MS } from '../../../../builders/phone/study';

const star = (memberId: string, name: string) => ({
  memberId,
  name,
  crewName: '一值',
  deeds: ['听出泵声不对'],
});
const outcome = {
  nowMs: NOW_MS,
  branchId: 'yunxing',
  branchName: '运行支部',
  month: '2026-02',
  state: 'over' as const,
  revision: 3,
  result: null,
  decision: null,
  stars: [star('a', '许文静'), star('b', '韩立群')],
  publicUntilAtMs: null,
  objections: [],
  objectionCount: 0,
  ended: { atMs: NOW_MS, reason: null },
  canDecide: false,
  canObject: false,
  canAnswer: false,
  canEnd: false,
};

test.each([
  ['2026-02', '二〇二六年二月'],
  ['2025-10', '二〇二五年十月'],
  ['2030-12', '二〇三〇年十二月'],
])('%s is written %s', (month, words) => {
  expect(writtenMonth(month)).toBe(words);
});

test('a star reads their own, with the day of the announcement and a number', () => {
  expect(certificateOf(outcome, 'b')).toMatchObject({
    name: '韩立群',
    caption: '每月之星 · 二〇二六年二月',
    place: '运行支部　一值',
    issuer: '运行支部委员会',
    day: '2026年3月11日',
    number: '编号 2026-02-02',
  });
});

test('others see it and do not keep it; before the announcement there is none', () => {
  const view = (given: object, memberId: string) =>
    toView({ kind: 'known', output: { ...outcome, ...given }, asOfAtMs: null }, memberId);
  expect(view({}, 'a')).toMatchObject({ kind: 'content', canKeep: true });
  expect(view({}, 'c')).toMatchObject({ kind: 'content', canKeep: false });
  expect(view({ ended: null }, 'a').kind).toBe('empty');
});

test('who does not let it be sent reads of no other part of the phone than they were asked for', () => {
  expect(partText('showShareImageMenu')).not.toContain('相册');
  expect(notSharedText('privacy')).not.toContain('相册');
});

test('whoever has just said no to the guide is not sent to the settings', () => {
  expect(notSavedText('privacy')).toMatch(/相册.*再点一次，选“同意”/u);
  expect(notSharedText('privacy')).toMatch(/发不出去.*再点一次，选“同意”/u);
  expect(notSavedText('failed')).toContain('设置');
  expect([notSavedText('closed'), notSharedText('closed')]).toEqual(['', '']);
});
