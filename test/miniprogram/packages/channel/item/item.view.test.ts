import { toItemView } from '../../../../../miniprogram/packages/channel/item/item.view';
import { anItemDetail } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const known = (item: ReturnType<typeof anItemDetail>) =>
  ({ kind: 'known', output: { nowMs: NOW, item }, asOfAtMs: null }) as const;

test('an item says when it came out, whose it is, how long it takes and where its picture is from', () => {
  expect(toItemView(known(anItemDetail()), NOW)).toMatchObject({
    about: '昨天 · 周立新 · 约 2 分钟',
    source: '图：自己画的',
    hasArticle: false,
    pictures: [{ src: 'https://files/a' }],
  });
  const link = 'https://mp.weixin.qq.com/s/a';
  expect(toItemView(known(anItemDetail({ link })), NOW)).toMatchObject({ hasArticle: true });
});

test('what was withdrawn says why, and nothing else of itself', () => {
  const withdrawn = { reason: '数字错了', name: '党委', atMs: NOW };
  expect(toItemView(known(anItemDetail({ withdrawn })), NOW)).toEqual({
    kind: 'empty',
    text: '这一条今天撤回了：数字错了',
  });
});

test('R-307: what a rule has taken down says since when and by which', () => {
  const reason = '刊出满 24 个月，按规定下架';
  const withdrawn = { reason, name: '系统', atMs: NOW, isByRule: true };
  expect(toItemView(known(anItemDetail({ withdrawn })), NOW)).toEqual({
    kind: 'empty',
    text: '这一条今天起看不到了：刊出满 24 个月，按规定下架',
  });
});

test.each([
  ['open', '《四步》', ''],
  [
    'other-branch',
    '',
    '附的文件在写稿那个支部的文档库里，只有那个支部的人打得开。想看，找他们要。',
  ],
  ['gone', '', '附的文件已经下架，或者过了有效期，打不开了。'],
  ['newer', '', '附了一份文件，升级后能打开。'],
] as const)('of a document that is %s it says what can be done', (reach, name, noDocument) => {
  const document = { documentId: 'steps', title: '四步', reach };
  expect(toItemView(known(anItemDetail({ document })), NOW)).toMatchObject({
    document: name,
    noDocument,
  });
  expect(toItemView(known(anItemDetail()), NOW)).toMatchObject({ document: '', noDocument: '' });
});
