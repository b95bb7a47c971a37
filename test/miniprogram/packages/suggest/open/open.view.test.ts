import type { SuggestionDetail } from '../../../../../contract/content/suggestion-shapes';
import { instantOf, localDay } from '../../../../../domain/time/local-day';
import {
  COMMITTEE_CHOICE,
  promiseDays,
  shownDetail,
  toChoices,
  toOpenView,
} from '../../../../../miniprogram/packages/suggest/open/open.view';
import { aDetail, aStep } from '../../../../builders/phone/suggestion';
import { NOW_MS } from '../../../../builders/phone/study';

const viewOf = (fields: Partial<SuggestionDetail> = {}) => {
  const output = { nowMs: NOW_MS, suggestion: aDetail(fields) };
  const view = toOpenView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
};
const officer = { isMine: false, canDecide: true };

test.each<[string, Partial<SuggestionDetail>, object]>([
  ['its member takes back what waits', {}, { canTakeBack: true, canSettle: false }],
  ['and settles what is answered', { state: 'answered' }, { canTakeBack: false, canSettle: true }],
  ['nobody does anything to what is closed', { state: 'closed' }, { canSettle: false }],
  ['its office answers what waits', officer, { canAnswer: true, canTakeBack: false }],
  ['and waits itself afterwards', { ...officer, state: 'answered' }, { canAnswer: false }],
  ['who only reads has no button', { isMine: false }, { canAnswer: false, canTakeBack: false }],
])('%s', (_name, fields, expected) => {
  expect(viewOf(fields)).toMatchObject(expected);
});

test('the thread names who did what in whose name, where it went, and what was promised', () => {
  const office = { officeName: '运行支部' };
  const promisedAtMs = instantOf(localDay('2026-03-20'), 0);
  const { steps } = viewOf({
    officeName: '检修支部',
    steps: [
      aStep('raise', { isMine: true }),
      aStep('take', { ...office, text: '问了食堂。', promisedAtMs }),
      aStep('forward', { ...office, text: '归你们' }),
      aStep('forward', { officeName: '党委工作部', name: '何敏', text: '归检修' }),
    ],
  });
  expect(steps.map(({ title, text }) => [title, text])).toEqual([
    ['你 提出', ''],
    ['运行支部 秦明远 在办', '问了食堂。\n答应周四 3月19日前答复。'],
    ['运行支部 秦明远 转给党委工作部', '归你们'],
    ['党委工作部 何敏 转给检修支部', '归检修'],
  ]);
});

test('of an urgent hazard the thread says who was rung, or that nobody was', () => {
  const raised = { isUrgent: true, steps: [aStep('raise')] };
  const textOf = (fields: Partial<SuggestionDetail>) => viewOf(fields).steps[0]?.text;
  expect(textOf({ ...raised, rang: ['韩立群'] })).toBe('已经响了韩立群。');
  expect(textOf({ ...raised, rang: [] })).toBe('还没有响到人，先打值长电话。');
  expect(textOf({ ...raised, rang: [], ringing: ['何敏'], silent: ['韩立群'] })).toBe(
    '韩立群的手机没响。正在响何敏，过一两分钟看这一条，响没响到。先打值长电话。',
  );
  expect(textOf({ ...raised, rang: ['何敏'], silent: ['韩立群'] })).toBe(
    '韩立群的手机没响。已经响了何敏。',
  );
  expect(textOf({ ...raised, rang: [], silent: ['韩立群', '何敏'] })).toBe(
    '韩立群、何敏的手机没响。还没有响到人，先打值长电话。',
  );
  expect(textOf(raised)).toBe('');
});

test('what was taken back says so, with nothing to try again', () => {
  const failure = { ok: false, detail: {}, requestId: 'r' } as const;
  expect(shownDetail({ ...failure, code: 'taken-back' })).toEqual({
    kind: 'not-yours',
    text: '提的人收回了这一条，不用回话了。',
  });
  expect(shownDetail({ ...failure, code: 'offline' })).toMatchObject({ kind: 'error' });
});

test('it is forwarded to the committee office first, and to branches', () => {
  const branches = [{ branchId: 'jx', name: '检修支部' }];
  expect(toChoices({ hasCommittee: true, branches })).toEqual([
    { id: COMMITTEE_CHOICE, text: '党委工作部' },
    { id: 'jx', text: '检修支部' },
  ]);
  expect(toChoices({ hasCommittee: false, branches })).toHaveLength(1);
});

test('a week is proposed, and no day before today can be promised', () => {
  expect(promiseDays(NOW_MS)).toEqual({
    first: '2026-03-11',
    last: '2026-05-10',
    day: '2026-03-18',
    text: '周三 3月18日',
  });
});

test('of each picture it says what hinders it, to its member and to who answers', () => {
  const checks = ['pass', 'pending', 'to-look-at', 'refused'] as const;
  const pictures = checks.map((check) => ({ pictureId: check, url: `https://${check}`, check }));
  const marksOf = (fields: Partial<SuggestionDetail>) =>
    viewOf(fields).pictures.map(({ mark }) => mark);
  expect(marksOf({ isMine: true, pictures })).toEqual([
    '',
    '微信还在检查，通过了别人才看得到',
    '',
    '没通过微信的检查，只有你看得到',
  ]);
  expect(marksOf({ ...officer, pictures: pictures.slice(0, 3) })).toEqual([
    '',
    '微信还在检查，最多半小时后看得到',
    '微信没有结论，当心看',
  ]);
  expect(viewOf().pictures).toEqual([]);
});

test('R-311: pictures that did not go along are missed by whoever reads it', () => {
  expect(viewOf().lacking).toBe('');
  expect(viewOf({ lacking: 1 }).lacking).toBe('有 1 张图没有带上，要补图就再提一条，重新选图。');
  expect(viewOf({ ...officer, lacking: 2 }).lacking).toBe('还有 2 张图没有带上，要看就问周立新。');
});
