/** Whether the link is an article of an official account, which the phone opens inside WeChat. */
export function isArticle(url: string): boolean {
  return url.startsWith('https://mp.weixin.qq.com/');
}
