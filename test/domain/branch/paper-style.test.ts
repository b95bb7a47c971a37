import { PLAIN_STYLE, styleInForce } from '../../../domain/branch/paper-style';
import { someStyle } from '../../builders/paper-styles';

const common = someStyle();
const head = PLAIN_STYLE.papers.minutes;

test('what nobody has set is plain (docs/rules.md#R-150)', () => {
  expect(styleInForce(null, null)).toEqual(PLAIN_STYLE);
});

test('a branch that has set nothing has what the committee has', () => {
  expect(styleInForce(null, common)).toEqual(common);
  expect(styleInForce(PLAIN_STYLE, common)).toEqual(common);
});

test.each([
  ['organisation', { organisation: 'Ours' }],
  ['closing', { closing: 'ours' }],
  ['hidden parts', { hidden: ['way' as const] }],
  ['no part hidden', { hidden: [] }],
])('of the branch: %s; all else of the committee', (_what, own) => {
  expect(styleInForce({ ...PLAIN_STYLE, ...own }, common)).toEqual({ ...common, ...own });
});

test('title and signers of each document are taken by themselves', () => {
  const papers = { ...PLAIN_STYLE.papers, minutes: { ...head, title: 'Ours' } };
  const { minutes, register } = styleInForce({ ...PLAIN_STYLE, papers }, common).papers;
  expect(minutes).toEqual({ title: 'Ours', signers: common.papers.minutes.signers });
  expect(register).toEqual(common.papers.register);
});
