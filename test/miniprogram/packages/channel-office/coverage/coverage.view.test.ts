import {
  toCoverageView,
  type Coverage,
} from '../../../../../miniprogram/packages/channel-office/coverage/coverage.view';
import { TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

type Person = Coverage['crews'][number]['open'][number];

const person = (memberId: string, more: Partial<Person> = {}): Person => ({
  memberId,
  name: `人${memberId}`,
  why: 'not-looked',
  waits: null,
  ...more,
});

const viewOf = (crews: Coverage['crews']) => {
  const output = { nowMs: TEST_START_MS, branchId: 'b', messageId: 'message', crews };
  const state = { kind: 'known', output, asOfAtMs: null } as const;
  const view = toCoverageView(state, 'party', TODAY, TEST_START_MS);
  if (view.kind !== 'content') throw new Error('no content');
  return view;
};

test('figures of the branch, and of each crew what there is, with who is left and why', () => {
  const waits = {
    untilAtMs: TEST_START_MS + 6 * 3_600_000,
    why: { code: 'after-sleep', because: 'after-night', label: 'back-night' },
  } as const;
  const view = viewOf([
    {
      name: '二值',
      onPhone: 3,
      inPerson: 2,
      open: [person('a', { why: 'waits', waits }), person('b'), person('c', { why: 'not-bound' })],
    },
    { name: null, onPhone: 0, inPerson: 1, open: [] },
  ]);
  expect(view).toMatchObject({
    title: '党务清风 周三 3月5日',
    note: '9 人里，3 人还没送到',
    figures: [{ number: '3' }, { number: '3' }, { number: '3' }],
    crews: [
      {
        title: '二值 8 人',
        note: '手机 3 · 当面 2 · 还没 3',
        open: [
          { name: '人a', note: '今天 15:00 送，后夜班后睡眠，等免打扰结束' },
          { note: '放在消息里了，还没打开过消息' },
          { note: '还没绑定，要当面说' },
        ],
      },
      { title: '其他 1 人', note: '当面 1', open: [] },
    ],
  });
  expect(viewOf([{ name: '二值', onPhone: 1, inPerson: 0, open: [] }]).note).toBe(
    '1 人里，都送到了',
  );
});

test('a branch of two hundred whom nothing has reached fits into one list', () => {
  const open = Array.from({ length: 200 }, (_, at) => person(`m${String(at)}`));
  const bytes = Buffer.byteLength(
    JSON.stringify(viewOf([{ name: '二值', onPhone: 0, inPerson: 0, open }])),
  );
  expect(bytes).toBeLessThan(25 * 1024);
});
