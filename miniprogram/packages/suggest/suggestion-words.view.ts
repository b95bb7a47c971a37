import { SUGGESTION_TYPE_TEXT, TOPIC_TEXT } from '../../../contract/content/suggestion.text';
import type {
  ShownSuggestionState,
  SuggestionRow,
} from '../../../contract/content/suggestion-shapes';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Badge } from '../../text/fit';
import { dayText } from '../../text/when';

const STATE_BADGE: Readonly<Record<ShownSuggestionState, Badge>> = {
  received: { text: '等回话', tone: 'plain' },
  'in-work': { text: '在办', tone: 'night' },
  answered: { text: '有答复', tone: 'must' },
  closed: { text: '办结', tone: 'ok' },
  'taken-back': { text: '收回了', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

/** Of an urgent hazard that has rung nobody: not yet, or no phone could ring. */
export const NOT_RUNG_TEXT = '还没有响到人，先打值长电话。';

/** Of an urgent hazard by name: who was rung, is being rung just now, and was not. docs/rules.md#R-341 */
export function rangText({ rang, ringing = [], silent = [] }: Rung): string {
  const notRung = silent.length === 0 ? '' : `${silent.join('、')}的手机没响。`;
  if (rang.length > 0) return `${notRung}已经响了${rang.join('、')}。`;
  if (ringing.length === 0) return `${notRung}${NOT_RUNG_TEXT}`;
  return `${notRung}正在响${ringing.join('、')}，过一两分钟看这一条，响没响到。先打值长电话。`;
}

interface Rung {
  readonly rang: readonly string[];
  readonly ringing?: readonly string[] | undefined;
  readonly silent?: readonly string[] | undefined;
}

type Standing = Pick<SuggestionRow, 'state' | 'isOverdue' | 'dueAtMs'>;

export function stateBadge({ state, isOverdue }: Standing): Badge {
  return isOverdue ? { text: '过了时间', tone: 'warn' } : STATE_BADGE[state];
}

/** '建议 · 作息吃住'. */
export const kindText = ({ type, topic }: Pick<SuggestionRow, 'type' | 'topic'>): string =>
  `${SUGGESTION_TYPE_TEXT[type]} · ${TOPIC_TEXT[topic]}`;

export const onDay = (atMs: number, nowMs: number): string =>
  dayText(dayOfInstant(atMs), dayOfInstant(nowMs));

/** Of pictures that did not go along, to who took them. docs/rules.md#R-311 */
export const lackingOfMineText = (count: number): string =>
  `有 ${count} 张图没有带上，要补图就再提一条，重新选图。`;

/** The day that ends with this instant: '周四 3月12日'. */
export const lastDayBefore = (endAtMs: number, nowMs: number): string => onDay(endAtMs - 1, nowMs);

/** Who owes the next word, by when; '' when nobody does. */
export function whoseTurn(
  { state, isOverdue, dueAtMs, officeName }: Standing & Pick<SuggestionRow, 'officeName'>,
  nowMs: number,
): string {
  const day = lastDayBefore(dueAtMs, nowMs);
  if (state === 'answered') return `不选，${day}后算办结`;
  if (state !== 'received' && state !== 'in-work') return '';
  return isOverdue ? `${day}前该${officeName}回话` : `${day}前，${officeName}回话`;
}
