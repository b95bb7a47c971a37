import type { OutputOf } from '../../../../../contract/action';
import type { whoLooked } from '../../../../../contract/branch/audit';
import {
  lookedText,
  toLookedRow,
} from '../../../../../miniprogram/packages/me/looked/looked-row.view';
import { at } from '../../../../builders/phone/study';

type Entry = OutputOf<typeof whoLooked>['entries'][number];

const anEntry = (what: Entry['what'], rest: Partial<Entry> = {}): Entry => ({
  entryId: 'e1',
  atMs: at('10:31'),
  byName: '秦明远',
  byRoles: ['member', 'secretary'],
  isMyself: false,
  what,
  count: 35,
  ...rest,
});

test.each<[Entry['what'], string, string]>([
  [{ kind: 'saw-record-book', year: 2026 }, '看', '你的 2026 年学习记录本'],
  [{ kind: 'exported-record-book', year: 2026 }, '导出', '你的 2026 年学习记录本'],
  [{ kind: 'exported-register', topic: '党课' }, '导出', '《党课》的点名册'],
  [{ kind: 'exported-minutes', topic: '党课' }, '导出', '《党课》的会议记录'],
  [{ kind: 'imported-roster' }, '改', '按表改了名册，改动里有你'],
  [{ kind: 'exported-dashboard', month: '2026-03' }, '导出', '2026年3月看板'],
  [{ kind: 'exported-ledger', year: 2026 }, '导出', '2026 年三会一课台账'],
  [{ kind: 'saw-member' }, '看', '名册里你的资料'],
  [{ kind: 'saw-note', title: '多问一句' }, '看', '你写的《多问一句》'],
  [
    { kind: 'changed-member', fields: ['group', 'crew', 'newer'] },
    '改',
    '你的党小组、值、其他资料',
  ],
  [{ kind: 'newer' }, '看', '升级后能看到是什么'],
])('%j is said', (what, badge, text) => {
  expect(toLookedRow(anEntry(what))).toMatchObject({ badge: { text: badge }, what: text });
});

test('who, with the roles of then, and when; what one does oneself is said so', () => {
  const what = { kind: 'saw-record-book', year: 2026 } as const;
  expect(toLookedRow(anEntry(what))).toMatchObject({
    who: '秦明远',
    roles: '党员、书记',
    when: '2026年3月11日 10:31',
  });
  expect(lookedText(anEntry(what, { isMyself: true }))).toBe(
    '2026年3月11日 10:31 你自己 看 你的 2026 年学习记录本',
  );
});

test('of what many stand in, it is said how many; of what speaks of one alone, nothing', () => {
  const register = anEntry({ kind: 'exported-register', topic: '党课' });
  expect(toLookedRow(register).note).toBe('35 人都在里面');
  expect(toLookedRow({ ...register, count: 1 }).note).toBe('');
  expect(lookedText(register)).toBe(
    '2026年3月11日 10:31 秦明远 导出 《党课》的点名册（35 人都在里面）',
  );
});
