import type { MyDataAsk } from '../../../../contract/people/data-asks';
import { aboutText, instantText, outcomeBadge } from '../../../text/data-ask';
import type { Badge } from '../../../text/fit';

export interface AskRow {
  readonly askId: string;
  readonly about: string;
  readonly when: string;
  readonly words: string;
  readonly badge: Badge;
  /** What was answered, or what follows while nothing is. */
  readonly answer: string;
}

export function toAskRow(ask: MyDataAsk, nowMs: number): AskRow {
  const { askId, about, askedAtMs, words } = ask;
  return {
    askId,
    about: aboutText(about),
    when: instantText(askedAtMs),
    words,
    badge: outcomeBadge(ask),
    answer: answerText(ask, nowMs),
  };
}

function answerText({ answer, limitAtMs }: MyDataAsk, nowMs: number): string {
  if (answer !== null) return `${answer.byName} ${instantText(answer.atMs)}：${answer.words}`;
  return nowMs <= limitAtMs
    ? `${instantText(limitAtMs)} 前答复。`
    : '过了时间还没有答复，可以直接找党委工作部。';
}

/** A line of the export. */
export function askText(ask: MyDataAsk, nowMs: number): string {
  const { when, about, words, answer } = toAskRow(ask, nowMs);
  return `${when} ${about}：${words}（${answer}）`;
}
