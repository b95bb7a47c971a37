import type { OutputOf } from '../../../../contract/action';
import type { channelItem } from '../../../../contract/content/channel-reading';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { NO_DOCUMENT_TEXT } from '../../../text/linked-document';
import { dayText } from '../../../text/when';
import { aboutText } from '../channel-words.view';

type Output = OutputOf<typeof channelItem>;

export interface ItemContent {
  readonly kind: 'content';
  readonly title: string;
  readonly about: string;
  readonly line: string;
  readonly pictures: readonly { readonly pictureId: string; readonly src: string }[];
  readonly source: string;
  readonly hasArticle: boolean;
  /** The document that can be opened; '' none. */
  readonly document: string;
  /** Whether the reader is of its desk, where it is withdrawn. */
  readonly isOfDesk: boolean;
  /** Why the document that it leads to cannot be opened; '' it can, or there is none. */
  readonly noDocument: string;
}

export type ItemView = Placeholder | ItemContent;

export const opening: ItemView = { kind: 'loading' };
export const unknownItem: Shown<Output> = { kind: 'loading' };

/** What was withdrawn says why, and nothing else of itself. */
export function toItemView(state: Shown<Output>, nowMs: number): ItemView {
  if (state.kind !== 'known') return state;
  const { item } = state.output;
  const { withdrawn, byline, minutes, pictures, issueDay, source } = item;
  const today = dayOfInstant(nowMs);
  if (withdrawn !== null) {
    const when = dayText(dayOfInstant(withdrawn.atMs), today);
    const how = withdrawn.isByRule === true ? '起看不到了' : '撤回了';
    return { kind: 'empty', text: `这一条${when}${how}：${withdrawn.reason}` };
  }
  const day = issueDay === null ? '' : dayText(issueDay, today);
  return {
    kind: 'content',
    title: item.title,
    about: [day, aboutText(byline, 0, minutes)].filter((part) => part !== '').join(' · '),
    line: item.line ?? '',
    pictures: pictures.flatMap(({ pictureId, url }) =>
      url === null ? [] : [{ pictureId, src: url }],
    ),
    source: source === null ? '' : `图：${source}`,
    hasArticle: item.link !== null,
    document: item.document?.reach === 'open' ? `《${item.document.title}》` : '',
    isOfDesk: item.desk !== null,
    noDocument: item.document === undefined ? '' : NO_DOCUMENT_TEXT[item.document.reach],
  };
}

/** Where the article could not be opened inside WeChat. */
export const COPIED_TEXT = '这部手机打不开，链接复制好了，粘贴到微信里发给自己再点开';
export const NOT_COPIED_TEXT = '没有打开，再点一次';
