import { isItThem } from '../../../../miniprogram/packages/study-office/admit-by-scan.view';

test.each([
  { groupName: '运行一组', crewName: '二值', content: '运行一组 · 二值\n是本人就登记' },
  { groupName: null, crewName: '二值', content: '二值\n是本人就登记' },
  { groupName: null, crewName: null, content: '是本人就登记' },
])('whose code it is is asked with name, group and crew: $content', ({ content, ...place }) => {
  const question = isItThem({ memberId: 'm', name: '周立新', ...place });
  expect(question).toMatchObject({ title: '周立新', content });
});
