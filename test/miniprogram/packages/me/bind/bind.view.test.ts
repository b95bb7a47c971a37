import {
  boundState,
  boundText,
  checkForm,
  formOfDraft,
} from '../../../../../miniprogram/packages/me/bind/bind.view';

const form = { name: ' 周宁 ', staffNumber: ' a100 ', invitationCode: 'yx7k2m ' };

const me = { name: '周立新', branchName: '运行支部' } as Parameters<typeof boundText>[0];

it('who is bound is told so instead of being asked to bind', () => {
  expect(boundState(me)).toMatchObject({
    text: '你已绑定，是周立新（运行支部），不用再绑一次。',
    action: '去今日',
  });
  expect(boundState(null)).toBeNull();
});

it('who has just bound is told as whom', () => {
  expect(boundText(me)).toBe('绑定好了，你是周立新（运行支部）');
});

describe('the binding form', () => {
  it('is sent without white around it, with codes in capitals', () => {
    expect(checkForm(form, true)).toEqual({
      kind: 'complete',
      input: {
        name: '周宁',
        staffNumber: 'A100',
        invitationCode: 'YX7K2M',
        agreedPrivacyVersion: 1,
      },
    });
  });

  it.each([
    ['name', { name: '\ufeff周\u200b宁\u202e' }],
    ['staffNumber', { staffNumber: 'Ａ１ 00' }],
    ['staffNumber', { staffNumber: 'A-100\u200b' }],
    ['invitationCode', { invitationCode: ' YX7K 2M' }],
    ['invitationCode', { invitationCode: 'ＹＸ７Ｋ２Ｍ' }],
  ])('sends %s %j as it is kept', (_field, given) => {
    expect(checkForm({ ...form, ...given }, true)).toEqual(checkForm(form, true));
  });

  it.each([
    ['name', { name: '   ' }],
    ['name', { name: '\u200b\u3164' }],
    ['staffNumber', { staffNumber: '1' }],
    ['staffNumber', { staffNumber: 'A/100' }],
    ['staffNumber', { staffNumber: '1'.repeat(21) }],
    ['invitationCode', { invitationCode: '12345' }],
    ['invitationCode', { invitationCode: '12345六' }],
  ])('says at the field %s what to do about %j', (field, given) => {
    const checked = checkForm({ ...form, ...given }, true);
    expect(checked).toMatchObject({ kind: 'incomplete' });
    expect(checked.kind === 'incomplete' && Object.keys(checked.errors)).toEqual([field]);
  });

  it('is not sent without agreement to the privacy notice', () => {
    expect(checkForm(form, false)).toEqual({
      kind: 'incomplete',
      errors: { agreed: '请先看隐私说明，再勾选。' },
    });
  });

  it('names everything that is missing at once', () => {
    const checked = checkForm(formOfDraft(undefined), false);
    expect(checked.kind === 'incomplete' && Object.keys(checked.errors)).toHaveLength(4);
  });

  it('comes back as it was typed, and empty from a draft of another shape', () => {
    expect(formOfDraft(form)).toEqual(form);
    expect(formOfDraft({ name: '周宁' })).toEqual({
      name: '周宁',
      staffNumber: '',
      invitationCode: '',
    });
    for (const draft of ['', undefined, { name: 5 }]) {
      expect(formOfDraft(draft)).toEqual({ name: '', staffNumber: '', invitationCode: '' });
    }
  });
});
