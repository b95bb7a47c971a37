import {
  canAddGroup,
  emptyForm,
  formOf,
  inputOf,
  withGroup,
  withGroupName,
  withoutGroup,
} from '../../../../../miniprogram/packages/branch-office/edit-branch/branch-form';
import {
  faultsOf,
  toView,
} from '../../../../../miniprogram/packages/branch-office/edit-branch/edit-branch.view';
import { choices } from '../a-record';

const start = formOf(choices);

describe('the groups of a branch', () => {
  it('are asked for only where they are new or have another name', () => {
    const renamed = withGroupName(start, 1, ' 值班组 ');
    const added = withGroupName(withGroup(renamed, 'g3'), 2, '第三党小组');
    expect(inputOf(added, 'b1', choices)).toEqual({
      branchId: 'b1',
      name: '运行支部',
      groups: [
        { groupId: 'g2', name: '值班组' },
        { groupId: 'g3', name: '第三党小组' },
      ],
      removedGroupIds: [],
    });
  });

  it('are taken away by id; one that was never saved is just gone', () => {
    const both = withoutGroup(withoutGroup(withGroup(start, 'g3'), 2, choices), 0, choices);
    expect(inputOf(both, 'b1', choices)).toMatchObject({ groups: [], removedGroupIds: ['g1'] });
    expect(toView(both, false).groups.map(({ name }) => name)).toEqual(['第二党小组']);
  });

  it('cannot be saved without a name, nor the branch', () => {
    expect(faultsOf(emptyForm)).toEqual({ name: '还没写支部的名称。' });
    expect(faultsOf({ ...start, name: '\u202e ' })).toEqual({ name: '还没写支部的名称。' });
    expect(faultsOf(withGroup(start, 'g3')).g3).toMatch(/还没写名字/u);
    expect(faultsOf(start)).toEqual({});
  });

  it('are thirty at most', () => {
    const many = Array.from({ length: 28 }, (_, at) => `more-${at}`).reduce(withGroup, start);
    expect(canAddGroup(withoutGroup(many, 29, choices))).toBe(true);
    expect(canAddGroup(many)).toBe(false);
  });
});
