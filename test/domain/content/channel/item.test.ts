import { isArticleLink } from '../../../../domain/content/channel/item';

test.each<[string, boolean]>([
  ['https://mp.weixin.qq.com/s/AbC_d-12', true],
  ['https://mp.weixin.qq.com/s?__biz=MzA&mid=22&idx=1&sn=ab#rd', true],
  ['http://mp.weixin.qq.com/s/abc', false],
  ['https://mp.weixin.qq.com/', false],
  ['https://mp.weixin.qq.com/s/', false],
  ['https://mp.weixin.qq.com/cgi-bin/home', false],
  ['https://mp.weixin.qq.com.evil.example/s/abc', false],
  ['https://evil.example/?https://mp.weixin.qq.com/s/abc', false],
  ['https://mp.weixin.qq.com@evil.example/s/abc', false],
  ['https://mp.weixin.qq.com/s/abc def', false],
  ['javascript:alert(1)', false],
  ['', false],
])('%s is an article of an official account: %s', (url, is) => {
  expect(isArticleLink(url)).toBe(is);
});
