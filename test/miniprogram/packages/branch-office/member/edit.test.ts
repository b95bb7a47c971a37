import type { Role } from '../../../../../contract/roles';
import { localDay } from '../../../../../domain/time/local-day';
import {
  changesOf,
  startEdit,
  withPicked,
  type Edit,
} from '../../../../../miniprogram/packages/branch-office/member/edit';
import {
  toEditView,
  wordsProblem,
} from '../../../../../miniprogram/packages/branch-office/member/edit.view';
import { aRecord, meWith } from '../a-record';

const record = aRecord();
const chosen = (edit: Edit) =>
  toEditView(edit, record, meWith('secretary')).options.filter(({ isOn }) => isOn);

describe('changing one thing about a member', () => {
  it.each([
    ['group', 'g2', { groupId: 'g2' }],
    ['group', '', { groupId: null }],
    ['crew', 'c2', { crew: { crewId: 'c2', fromDay: '2026-03-11' } }],
    ['crew', '', { crew: { crewId: null, fromDay: '2026-03-11' } }],
    ['standing', 'probationary-member', { standing: 'probationary-member' }],
  ] as const)('%s: what is picked is asked for', (kind, id, changes) => {
    const edit = withPicked(startEdit(kind, record), id);
    expect(chosen(edit).map((option) => option.id)).toEqual([id]);
    expect(edit.kind !== 'offices' && changesOf(edit)).toEqual(changes);
  });

  it('begins with what stands in the record; a masked number begins empty', () => {
    expect(chosen(startEdit('group', record)).map(({ text }) => text)).toEqual(['第一党小组']);
    expect(chosen(startEdit('crew', record)).map(({ text }) => text)).toEqual(['一值']);
    expect(startEdit('name', record)).toMatchObject({ words: '许安康' });
    expect(startEdit('staff-number', record)).toMatchObject({ words: '' });
  });

  it('asks for what is seen of a name and the bare staff number', () => {
    expect(changesOf({ kind: 'name', words: ' 许\u200b平安' })).toEqual({ name: '许平安' });
    expect(changesOf({ kind: 'staff-number', words: 'ｑｙ 12-3' })).toEqual({
      staffNumber: 'QY123',
    });
  });

  it('says from which day on a crew counts', () => {
    const edit: Edit = { kind: 'crew', crewId: 'c2', fromDay: localDay('2026-03-16') };
    expect(toEditView(edit, record, null).from).toEqual({
      day: '2026-03-16',
      text: '周一 3月16日起',
    });
  });

  it('shows the member’s rotation first, each by name', () => {
    const { options } = toEditView(startEdit('crew', record), record, null);
    expect(options.map(({ text, section }) => section ?? text)).toEqual([
      '主厂房',
      '二值',
      '长白班',
      '暂不定',
    ]);
  });

  it.each([
    ['name', '  ', '还没写姓名。'],
    ['name', '\u200b\u3164', '还没写姓名。'],
    ['name', '许平安', ''],
    ['staff-number', 'QY/1', '工号是员工卡上的数字和字母，至少 2 位。'],
    ['staff-number', ' qy 123 ', ''],
  ] as const)('%s "%s": %s', (kind, words, problem) => {
    expect(wordsProblem({ kind, words })).toBe(problem);
  });
});

describe('choosing offices', () => {
  const offered = (roles: readonly Role[], me: Role) =>
    toEditView({ kind: 'offices', roles }, record, meWith(me)).options.map(({ id }) => id);

  it('offers the committee office only to the committee office, or where it is already', () => {
    expect(offered(['member'], 'secretary')).not.toContain('committee-office');
    expect(offered(['member'], 'committee-office')).toContain('committee-office');
    expect(offered(['member', 'committee-office'], 'secretary')).toContain('committee-office');
  });

  it('adds one, takes it away when tapped again, and keeps the standing', () => {
    const start: Edit = { kind: 'offices', roles: ['member', 'secretary'] };
    const added = withPicked(start, 'group-leader');
    expect(added).toMatchObject({ roles: ['member', 'group-leader', 'secretary'] });
    expect(withPicked(added, 'group-leader')).toEqual(start);
    expect(offered(['member'], 'secretary')).not.toContain('member');
  });
});
