import type { Person } from '../../../../contract/people/member';
import {
  rightsOf,
  toDirectoryView,
  toStudiesView,
} from '../../../../miniprogram/pages/branch/branch.view';
import { at, NOW_MS } from '../../../builders/phone/study';

const person = (name: string, crewName: string | null, given: Partial<Person> = {}): Person => ({
  memberId: `m-${name}`,
  name,
  maskedStaffNumber: 'Q****51',
  groupName: '第一党小组',
  crewId: null,
  crewName,
  roles: ['member'],
  isBound: true,
  ...given,
});

function directory(people: Person[], query = '') {
  const branch = { branchId: 'b', name: '运行支部', memberCount: people.length };
  const output = { branch, groups: [], people };
  const view = toDirectoryView({ kind: 'known', output, asOfAtMs: null }, query, NOW_MS);
  if (view.kind !== 'content') throw new Error(`shows ${view.kind}`);
  return view;
}

describe('the directory', () => {
  it('is by crews in their own order, people without one last', () => {
    const view = directory([
      person('甲', '三值'),
      person('乙', null),
      person('丙', '一值'),
      person('丁', '三值'),
    ]);
    expect(view.sections.map(({ title }) => title)).toEqual([
      '一值 1 人',
      '三值 2 人',
      '其他 1 人',
    ]);
  });

  it('is by crews in their own order, also where they are named by stems', () => {
    const view = directory([person('甲', '丁值'), person('乙', '甲值'), person('丙', '丙值')]);
    expect(view.sections.map(({ title }) => title)).toEqual([
      '甲值 1 人',
      '丙值 1 人',
      '丁值 1 人',
    ]);
  });

  it('shows masked numbers, offices but not that everybody is a member, and who is not bound', () => {
    const view = directory([
      person('甲', '一值', { roles: ['member', 'secretary'], isBound: false }),
    ]);
    expect(view.note).toBe('1 人，1 人还没绑定');
    expect(view.sections[0]?.people[0]).toMatchObject({
      note: '第一党小组 · 工号 Q****51',
      badges: ['书记'],
      isUnbound: true,
    });
  });

  it('finds by name, crew or group', () => {
    const people = [
      person('周立新', '二值'),
      person('孙玉梅', '三值', { groupName: '第二党小组' }),
    ];
    const names = (query: string) =>
      directory(people, query).sections.flatMap((section) =>
        section.people.map(({ name }) => name),
      );
    expect(names('周')).toEqual(['周立新']);
    expect(names('三值')).toEqual(['孙玉梅']);
    expect(names(' 三\u200b值')).toEqual(['孙玉梅']);
    expect(names('第二')).toEqual(['孙玉梅']);
    expect(directory(people, '没有').isSearchEmpty).toBe(true);
  });
});

describe('the studies of the branch', () => {
  const study = {
    studyId: 's',
    topic: '支部组织生活怎么开',
    kind: 'theme-day',
    state: 'published' as const,
    firstStartAtMs: at('14:00'),
    sittings: 2,
    expected: 35,
    attended: 0,
    madeUp: 0,
    isFinal: false,
  };
  const row = (
    given: Partial<Omit<typeof study, 'state'>> & { state?: 'draft' | 'published' | 'cancelled' },
    nowMs = NOW_MS,
  ) => {
    const view = toStudiesView(
      [{ nowMs, studies: [{ ...study, ...given }], nextCursor: null }],
      nowMs,
    );
    return view.kind === 'content' ? view.rows[0] : undefined;
  };

  it.each([
    [{}, '未开始', '0/35'],
    [{ attended: 12 }, '进行中', '12/35'],
    [{ firstStartAtMs: at('9:00') }, '进行中', '0/35'],
    [{ isFinal: true, attended: 30 }, '已定稿', '30/35'],
    [{ state: 'draft' as const }, '草稿', ''],
    [{ state: 'cancelled' as const }, '已取消', ''],
  ])('%j stand as %s with %s', (given, badge, count) => {
    expect(row(given)).toMatchObject({ badge: { text: badge }, count });
  });

  it('do not repeat a kind that the topic names', () => {
    expect(row({})?.note).toBe('主题党日 · 今天 14:00 · 2 场');
    expect(row({ sittings: 1, madeUp: 25 })?.note).toBe('主题党日 · 今天 14:00 · 补学 25');
    expect(row({ topic: '主题党日：保供电', sittings: 1 })?.note).toBe('今天 14:00');
  });

  it('go on while there is a cursor, and say in words when there are none', () => {
    const page = { nowMs: NOW_MS, studies: [study], nextCursor: 'c' };
    expect(toStudiesView([page], NOW_MS)).toMatchObject({ hasMore: true });
    expect(toStudiesView([{ ...page, studies: [], nextCursor: null }], NOW_MS).kind).toBe('empty');
  });
});

it('doors open by role: presenters see registers, keepers the roster, the office all branches', () => {
  const rights = (roles: Person['roles']) =>
    rightsOf({
      memberId: 'm',
      name: '甲',
      branchId: 'b',
      branchName: '运行支部',
      groupName: null,
      crewName: null,
      roles,
    });
  const none = { canPresent: false, canKeep: false, seesAll: false };
  const keeper = { ...none, canPresent: true, canKeep: true };
  expect(rights(['member'])).toMatchObject(none);
  expect(rights(['group-leader'])).toMatchObject({ ...none, canPresent: true });
  expect(rights(['publicity-officer'])).toMatchObject({ ...keeper, canKeep: false });
  expect(rights(['organisation-officer'])).toMatchObject(keeper);
  expect(rights(['committee-office'])).toMatchObject({ ...keeper, seesAll: true });
  const doors = (roles: Person['roles']) => rights(roles).doors.map(({ text }) => text);
  expect(doors(['member'])).toEqual([]);
  expect(doors(['group-leader'])).toEqual(['值班看板', '发通知', '通知送达']);
  expect(doors(['publicity-officer'])).toEqual([
    ...doors(['group-leader']),
    '看板',
    '心得和投稿',
    '编辑台',
  ]);
  expect(doors(['committee-office'])).toEqual([...doors(['publicity-officer']), '排班设置']);
});
