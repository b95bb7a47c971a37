import type { Me } from '../../../../contract/people/hello';
import type { myCode } from '../../../../contract/study/mine';
import type { MyStudy } from '../../../../contract/study/study-shapes';
import type { Result } from '../../../api/client';
import type { Slot } from '../../../components/rotating-code/slot-clock';
import type { Placeholder } from '../../../state/shown';
import { CODE_CHANGES_TEXT } from '../../../text/attendance';
import { errorText } from '../../../text/errors';

export interface MyCodeContent {
  readonly kind: 'content';
  readonly name: string;
  readonly line: string;
  /** Under the code. */
  readonly hint: string;
}

export type MyCodeView = Placeholder | MyCodeContent;

/** Outside open sittings the server hands out no codes: then the page says when it will. */
export function toMyCodeView(
  result: Result<typeof myCode>,
  slots: readonly Slot[],
  me: Me | null,
): MyCodeView {
  if (!result.ok && result.code === 'not-bound') return { kind: 'guest' };
  if (slots.length > 0) return toContent(me);
  if (!result.ok) return { kind: 'error', text: errorText(result, {}) };
  return {
    kind: 'empty',
    text: '现在没有正在签到的学习。签到开始后，这里会出现你的码。',
    action: '再看一次',
  };
}

function toContent(me: Me | null): MyCodeContent {
  const parts = [me?.branchName ?? '', me?.crewName ?? ''];
  return {
    kind: 'content',
    name: me?.name ?? '',
    line: parts.filter((part) => part !== '').join(' · '),
    hint: `${CODE_CHANGES_TEXT}，主持人会看名字和党小组。扫到以后，这里会显示已签到。`,
  };
}

/** Whether the member stands in the register by now. */
export function isIn(mine: MyStudy | null): boolean {
  return mine !== null && (mine.state === 'attended' || mine.state === 'late');
}

export const opening: MyCodeView = { kind: 'loading' };
