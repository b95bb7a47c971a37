import type { Sheet, ShownItem } from '../../../../contract/star/sheet-shapes';
import { SHEET_LIMITS } from '../../../../domain/star/assessment/sheet';
import { cleanWords } from '../../../../domain/words/clean-words';
import { tooLongText } from '../../../text/too-long';
import { momentText, nearText } from '../../../text/when';
import type { SummaryDraft } from './summary-draft';

export const MOST_WORDS = SHEET_LIMITS.summary;

/** Two sentences from the records, to be made one's own. */
export function draftOf({ items, notes }: Sheet): string {
  const doneIn = (source: ShownItem['source']) =>
    items.filter((item) => item.source === source).reduce((sum, { done }) => sum + done, 0);
  const [came, madeUp] = [doneIn('attendance'), doneIn('make-up')];
  const parts = [
    came > 0 ? `到会 ${came} 次` : '',
    madeUp > 0 ? `补学 ${madeUp} 次` : '',
    notes > 0 ? `写了 ${notes} 篇心得` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `这个月${parts.join('，')}。`;
}

export interface Words {
  readonly text: string;
  readonly note: string;
  readonly saved: string;
  readonly canHandIn: boolean;
  /** What is handed in, where other words stand in the field; null: the same, or nothing. */
  readonly handedIn: { readonly title: string; readonly text: string } | null;
}

export const noWords: Words = { text: '', note: '', saved: '', canHandIn: false, handedIn: null };

/** Something that fits, and is not what was handed in already. */
const isToHandIn = (text: string, before: string): boolean =>
  !['', before].includes(cleanWords(text)) && tooLongText(text, MOST_WORDS) === '';

/** What stands in the field: typed here, else handed in, else drafted from the records. */
export function wordsOf(sheet: Sheet, draft: SummaryDraft | null, nowMs: number): Words {
  const drafted = draftOf(sheet);
  const text = draft?.text ?? sheet.summary?.text ?? drafted;
  const isFromRecords = drafted !== '' && text.startsWith(drafted);
  return {
    text,
    note: isFromRecords ? '第一句来自记录，后面写你的话' : '',
    saved: draft === null ? '' : `${nearText(draft.savedAtMs, nowMs)} 已存`,
    canHandIn: isToHandIn(text, sheet.summary?.text ?? ''),
    handedIn:
      sheet.summary === null || cleanWords(text) === sheet.summary.text
        ? null
        : { title: `${momentText(sheet.summary.atMs, nowMs)} 交的`, text: sheet.summary.text },
  };
}

/** Over what these words are handed in: what stood there when they were begun, or has been shown beside them since. docs/rules.md#R-195 */
export const overOf = ({ summary }: Sheet, draft: SummaryDraft | null): string | null =>
  draft?.over === undefined ? (summary?.deedId ?? null) : draft.over;
