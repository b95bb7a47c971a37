import type { ItemDetail } from '../../contract/content/channel-shapes';

type Reach = NonNullable<ItemDetail['document']>['reach'];

/** Why the document that an item leads to cannot be opened; '' it can. docs/rules.md#R-310 */
export const NO_DOCUMENT_TEXT: Readonly<Record<Reach, string>> = {
  open: '',
  'other-branch': '附的文件在写稿那个支部的文档库里，只有那个支部的人打得开。想看，找他们要。',
  gone: '附的文件已经下架，或者过了有效期，打不开了。',
  newer: '附了一份文件，升级后能打开。',
};
