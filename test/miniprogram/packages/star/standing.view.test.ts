import { withdrawQuestion } from '../../../../miniprogram/packages/star/standing.view';

test('R-353 whoever leaves a ballot that runs reads before that it ends it', () => {
  expect(withdrawQuestion({ state: 'voting' }).content).toContain('这次投票取消');
  expect(withdrawQuestion({ state: 'listed' }).content).not.toContain('取消');
});
