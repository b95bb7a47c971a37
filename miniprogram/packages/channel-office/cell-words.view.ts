import type { ShownCell } from '../../../contract/content/channel-shapes';
import type { Badge } from '../../text/fit';

/** How far a day of a channel is: a character where there is no room, else in words. */
export const CELL_TEXT: Readonly<
  Record<ShownCell, { readonly mark: string; readonly text: string }>
> = {
  out: { mark: '刊', text: '已刊出' },
  planned: { mark: '定', text: '已排好' },
  checking: { mark: '审', text: '在审' },
  drafted: { mark: '稿', text: '草稿' },
  gap: { mark: '空', text: '还没有' },
  none: { mark: '·', text: '没有' },
  newer: { mark: '·', text: '没有' },
};

const TONE: Readonly<Record<ShownCell, Badge['tone']>> = {
  out: 'ok',
  planned: 'ok',
  checking: 'plain',
  drafted: 'plain',
  gap: 'warn',
  none: 'plain',
  newer: 'plain',
};

export const cellBadge = (cell: ShownCell): Badge => ({
  text: CELL_TEXT[cell].text,
  tone: TONE[cell],
});
