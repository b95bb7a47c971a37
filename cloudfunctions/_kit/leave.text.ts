import { sortedText } from './when.text';

interface Answered {
  readonly isDeclined: boolean;
  readonly byName: string;
  readonly atMs: number;
  readonly reason: string;
}

/** Leave that was asked and does not excuse its person, in the cell of a sheet. docs/rules.md#R-105 */
export function refusedLeaveText(reason: string, answer: Answered | null): string {
  if (answer === null) return `${reason}（请了假，没人答复）`;
  const said = answer.isDeclined ? '请假没有批' : '请假批过';
  return `${reason}（${said}：${answer.byName} ${sortedText(answer.atMs)}，${answer.reason}）`;
}
