import type { DataAsk } from '../../../../../contract/people/data-asks';
import {
  toPills,
  toView,
  type AskState,
} from '../../../../../miniprogram/packages/branch-office/data-asks/data-asks.view';
import { at, NOW_MS } from '../../../../builders/phone/study';

const anAsk = (fields: Partial<DataAsk> = {}): DataAsk => ({
  askId: 'a1',
  memberId: 'yx21',
  memberName: '顾守成',
  about: { kind: 'correction', of: 'profile' },
  words: '我在三值',
  askedAtMs: at('9:05'),
  limitAtMs: NOW_MS + 1,
  answer: null,
  ...fields,
});
const viewOf = (asks: DataAsk[], chosen: AskState = 'open') => {
  const output = { nowMs: NOW_MS, branchName: '运行支部', asks, nextCursor: null };
  return toView({ kind: 'known', output, asOfAtMs: null }, [], chosen);
};
const look = {
  kind: 'look' as const,
  byName: '秦明远',
  atMs: at('8:00'),
  what: { kind: 'saw-member' as const },
};

test('a correction of the roster opens the person, and is put right or not', () => {
  expect(viewOf([anAsk()])).toMatchObject({
    rows: [
      {
        isOfRoster: true,
        isOpen: true,
        choices: [{ text: '改好了' }, { text: '不改' }],
        note: '2026年3月11日 10:12 前答复',
      },
    ],
  });
  const attendance = anAsk({ about: { kind: 'correction', of: 'attendance' } });
  expect(viewOf([attendance])).toMatchObject({ rows: [{ isOfRoster: false }] });
});

test('a look was needed or not; what only newer versions know is answered there', () => {
  expect(viewOf([anAsk({ about: look })])).toMatchObject({
    rows: [
      {
        about: '问这次查看：秦明远 2026年3月11日 8:00 看 名册里你的资料',
        choices: [
          { outcome: 'not-agreed', text: '该看' },
          { outcome: 'agreed', text: '不该看' },
        ],
      },
    ],
  });
  expect(viewOf([anAsk({ about: { kind: 'newer' } })])).toMatchObject({ rows: [{ choices: [] }] });
});

test('what is late says so, what is answered says by whom, and an empty list is one sentence', () => {
  expect(viewOf([anAsk({ limitAtMs: NOW_MS - 1 })])).toMatchObject({
    rows: [{ note: expect.stringContaining('补上还来得及') }],
  });
  const answer = { outcome: 'agreed' as const, words: '改好了', byName: '秦明远', atMs: NOW_MS };
  expect(viewOf([anAsk({ answer })], 'answered')).toMatchObject({
    rows: [{ isOpen: false, isOfRoster: false, note: '秦明远 2026年3月11日 10:12：改好了' }],
  });
  expect(viewOf([], 'answered')).toMatchObject({ rows: [], empty: '还没有答复过的。' });
  expect(toPills('answered').find(({ isOn }) => isOn)?.text).toBe('答复过');
});
