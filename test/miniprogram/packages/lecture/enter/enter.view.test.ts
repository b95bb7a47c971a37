import {
  choicesOf,
  faultsOf,
  formOf,
  toWritten,
  type EntryForm,
} from '../../../../../miniprogram/packages/lecture/enter/enter.view';

const form: EntryForm = {
  revision: 0,
  title: '先锋岗',
  minutes: '15',
  outline: '三点',
  documentId: '',
  documentTitle: '',
  link: '',
};

test.each([
  ['nothing wrong', {}, []],
  ['no title', { title: ' ' }, ['title']],
  ['no minutes', { minutes: '' }, ['minutes']],
  ['too few minutes', { minutes: '2' }, ['minutes']],
  ['the most minutes', { minutes: '90' }, []],
  ['too many', { minutes: '91' }, ['minutes']],
  ['no outline', { outline: '' }, ['outline']],
  ['an outline that is too long', { outline: '长'.repeat(5001) }, ['outline']],
  ['a link of elsewhere', { link: 'https://example.com' }, ['link']],
  ['a link of an account', { link: ' https://mp.weixin.qq.com/s/a ' }, []],
  ['both', { link: 'https://mp.weixin.qq.com/s/a', documentId: 'd' }, ['link']],
])('%s', (_, change, faults) => {
  expect(Object.keys(faultsOf({ ...form, ...change }))).toEqual(faults);
});

test('what is typed is what is sent, and comes back as it was', () => {
  const written = toWritten({ ...form, link: ' https://mp.weixin.qq.com/s/a ' });
  expect(written.source).toEqual({ kind: 'link', url: 'https://mp.weixin.qq.com/s/a' });
  const mine = {
    ...written,
    lectureId: 'l',
    source: { kind: 'document', documentId: 'd', title: '规定' } as const,
    revision: 3,
    isWithdrawn: false,
    isShared: false,
    result: null,
  };
  expect(formOf({ mine })).toMatchObject({ revision: 3, documentId: 'd', link: '' });
  expect(formOf({ mine: { ...mine, source: { kind: 'newer' } } })).toBeUndefined();
});

test('a document that the list does not show any more stays chosen', () => {
  const chosen = { ...form, documentId: 'd', documentTitle: '规定' };
  expect(choicesOf(chosen, [])).toEqual([{ documentId: 'd', title: '规定' }]);
});
