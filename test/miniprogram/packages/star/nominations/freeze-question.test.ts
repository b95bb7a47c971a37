import { freezeQuestion } from '../../../../../miniprogram/packages/star/nominations/nominations.view';

test('R-154 before a list of one is fixed it is said that nobody can choose, and what to do', () => {
  expect(freezeQuestion(1).content).toMatch(
    /^只有一位，投票的时候没有别人可选。想多几位，先把提名时间往后改。/u,
  );
  expect(freezeQuestion(2).content).not.toContain('只有一位');
});
