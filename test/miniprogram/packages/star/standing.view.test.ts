import {
  standingText,
  withdrawQuestion,
} from '../../../../miniprogram/packages/star/standing.view';

test('R-353 whoever leaves a ballot that runs reads before that it ends it', () => {
  expect(withdrawQuestion({ state: 'voting' }).content).toContain('这次投票取消');
  expect(withdrawQuestion({ state: 'listed' }).content).not.toContain('取消');
});

test('R-352 whoever struck themselves off is not asked whether it was their wish', () => {
  const of = (byName: string) =>
    standingText({ name: '刘洋', withdrawn: { reason: '出差', byName } }, true);
  expect(of('刘洋')).toBe('已退出，刘洋划掉的：出差。不在选票上了。');
  expect(of('周立新')).toContain('这不是你的意思');
});
