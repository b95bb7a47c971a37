import { CONTENT_CHANNELS, type ContentChannel } from '../../../domain/content/channel/item';

/** Of a page's query; the channel of the Party's own work where it names none. */
export const channelOf = (text: string | undefined): ContentChannel =>
  CONTENT_CHANNELS.find((each): each is ContentChannel => each === text) ?? 'party';

/** '3 条，共 8 分钟'. */
export function sizeText(items: readonly { readonly minutes: number }[]): string {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const all = items.length === 1 ? '约' : '共';
  return `${items.length} 条，${all} ${minutes} 分钟`;
}

/** '周立新 · 9 张图 · 约 4 分钟'. */
export function aboutText(byline: string | null, pictures: number, minutes: number): string {
  return [byline ?? '', pictures > 1 ? `${pictures} 张图` : '', `约 ${minutes} 分钟`]
    .filter((part) => part !== '')
    .join(' · ');
}
