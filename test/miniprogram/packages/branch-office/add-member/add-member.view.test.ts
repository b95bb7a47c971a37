import { saveDraft } from '../../../../../miniprogram/state/drafts';
import {
  emptyForm,
  fitting,
  formName,
  inputOf,
  nextForm,
  startForm,
  type AddForm,
} from '../../../../../miniprogram/packages/branch-office/add-member/add-form';
import {
  addedView,
  errorsOf,
  placeSheet,
  toFormView,
} from '../../../../../miniprogram/packages/branch-office/add-member/add-member.view';
import { holdFakePhone } from '../../../fake-phone';
import { choices } from '../a-record';

const form: AddForm = {
  memberId: 'id-1',
  name: ' 李明 ',
  staffNumber: ' qy2 ',
  groupId: 'g1',
  crewId: 'c2',
  standing: 'probationary-member',
};

describe('the form for adding people', () => {
  it('names branch, group and crew, and asks for exactly what was chosen', () => {
    expect(toFormView(form, choices)).toMatchObject({
      branch: '加到运行支部',
      group: '第一党小组',
      crew: '二值',
    });
    expect(inputOf(form)).toEqual({ ...form, name: '李明', staffNumber: 'QY2' });
  });

  it('asks for what is seen of a name and the bare staff number', () => {
    const pasted = { ...form, name: '李\u200b明\u202c', staffNumber: 'ｑｙ－０ 2' };
    expect(inputOf(pasted)).toMatchObject({ name: '李明', staffNumber: 'QY02' });
    expect(errorsOf(pasted)).toEqual({});
    expect(errorsOf({ ...form, name: '\u3164' })).toEqual({ name: '还没写姓名，和员工卡一致。' });
  });

  it('keeps group, crew and standing for the next one, and nothing of the person', () => {
    expect(nextForm(form, 'id-2')).toEqual({
      ...form,
      memberId: 'id-2',
      name: '',
      staffNumber: '',
    });
  });

  it('lets go of a group or crew that is not there any more', () => {
    const gone = { ...form, groupId: 'g9', crewId: 'c9' };
    expect(fitting(gone, choices)).toEqual({ ...form, groupId: null, crewId: null });
    expect(fitting(form, choices)).toEqual(form);
  });

  it('says what is missing, by field', () => {
    expect(errorsOf(emptyForm('id'))).toEqual({
      name: '还没写姓名，和员工卡一致。',
      staffNumber: '工号是员工卡上的数字和字母，至少 2 位。',
    });
    expect(errorsOf(form)).toEqual({});
  });

  it('shows the crews of the branch’s people first', () => {
    const sheet = placeSheet('crew', { ...form, crewId: null }, choices, ['c1', null]);
    expect(sheet.options.map(({ text }) => text)).toEqual(['一值', '二值', '长白班', '暂不定']);
    expect(sheet.emptyNote).toBe('');
  });

  it('says who sets up what there is none of', () => {
    const nothing = { ...choices, groups: [], crews: [] };
    expect(placeSheet('crew', form, nothing, []).emptyNote).toMatch(/排班设置/u);
    expect(placeSheet('group', form, nothing, []).emptyNote).toMatch(/党小组/u);
  });

  it('is there again as typed, for each branch by itself', () => {
    holdFakePhone();
    saveDraft(formName('b1'), form);
    expect(startForm('b1', 'id-9')).toEqual(form);
    expect(startForm('b2', 'id-9')).toEqual(emptyForm('id-9'));
  });
});

describe('after somebody was added', () => {
  it('it says who, where, and that the invitation code comes next', () => {
    const view = addedView(form, choices, false);
    expect(view.title).toBe('李明已在名册里');
    expect(view.lines.map(({ value }) => value)).toEqual(['QY2', '第一党小组', '二值', '预备党员']);
    expect(view.note).toMatch(/邀请码/u);
  });

  it('it says so when they have been here before', () => {
    expect(addedView(form, choices, true)).toMatchObject({ title: '李明回到了名册' });
  });
});
