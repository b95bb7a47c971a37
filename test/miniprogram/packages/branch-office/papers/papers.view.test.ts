import {
  formOf,
  hasNewer,
  styleOf,
  withPart,
} from '../../../../../miniprogram/packages/branch-office/papers/papers-form';
import {
  faultsOf,
  toView,
} from '../../../../../miniprogram/packages/branch-office/papers/papers.view';
import { someStyle } from '../../../../builders/paper-styles';

const plain = { ...someStyle(), organisation: '', closing: '', hidden: null };
const nothing = { title: '', signers: [] };
const empty = {
  ...plain,
  papers: { 'record-book': nothing, register: nothing, minutes: nothing },
};
const styles = {
  branchName: '运行支部',
  own: empty,
  common: someStyle(),
  revision: { own: 2, common: 5 },
};

test('what is set goes into the fields and comes out as it was', () => {
  const form = formOf(styles, 'common');
  expect(form.papers['record-book'].signers).toBe('Member、Secretary');
  expect(form.revision).toBe(5);
  expect(styleOf(form)).toEqual(someStyle());
  const none = { signers: [] };
  expect(styleOf(formOf(styles, 'own'))).toEqual({
    papers: { 'record-book': none, register: none, minutes: none },
    hidden: null,
  });
});

test('an empty field shows what the committee has, and of the committee what is usual', () => {
  const own = toView(styles, 'own', formOf(styles, 'own'), false);
  expect(own.scopes).toEqual([]);
  expect(own.usualOrganisation).toBe('Power Station');
  expect(own.papers[0]).toMatchObject({ title: '', usualTitle: 'Book' });
  expect(own.parts.filter(({ isOn }) => !isOn).map(({ id }) => id)).toEqual(['sums', 'notes']);
  const common = toView(styles, 'common', formOf(styles, 'common'), true);
  expect(common.scopes.map(({ text }) => text)).toEqual(['运行支部', '各支部都用']);
  expect(common.papers[0]?.usualTitle).toBe('学习记录本');
});

test('a part that is ticked begins from what is inherited', () => {
  const form = formOf(styles, 'own');
  expect(withPart(form, 'notes', true, ['sums', 'notes']).hidden).toEqual(['sums']);
  expect(withPart(form, 'way', false, ['sums']).hidden).toEqual(['sums', 'way']);
});

test.each([
  ['甲、乙，丙、丁', undefined],
  ['甲、乙、丙、丁、戊', '签字栏最多 4 个，去掉几个。'],
  [
    '一二三四五六七八九十一二三',
    '“一二三四五六七八九十一二三”太长，一个最多 12 个字。用顿号隔开。',
  ],
])('of the signers %s is said: %s', (signers, fault) => {
  const form = formOf(styles, 'own');
  const papers = { ...form.papers, register: { title: '', signers } };
  expect(faultsOf({ ...form, papers }).register).toBe(fault);
});

test('what only a newer version knows is not saved over', () => {
  expect(hasNewer({ ...empty, hidden: ['sums', 'newer'] })).toBe(true);
  expect(hasNewer(empty)).toBe(false);
});
