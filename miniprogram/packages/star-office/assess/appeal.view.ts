import type { Sheet, ShownAppeal, ShownItem } from '../../../../contract/star/sheet-shapes';
import { addDays, dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { CHANGE_TEXT } from '../../../text/roster';
import { countedText, markText, percentText, pointsText, untilDayText } from '../../../text/sheet';
import { shiftName } from '../../../text/shift';
import { fullDayText, momentText } from '../../../text/when';

export type Outcome = 'restored' | 'kept';

export interface AppealView {
  readonly appealId: string;
  readonly itemId: string;
  readonly name: string;
  readonly until: string;
  readonly mark: string;
  readonly reason: string;
  readonly evidence: string;
  readonly when: string;
  readonly text: string;
  readonly found: readonly string[];
  readonly nothingFound: string;
  readonly canAnswer: boolean;
  readonly choices: readonly {
    readonly outcome: Outcome;
    readonly title: string;
    readonly note: string;
  }[];
}

/** An answer that was typed for an appeal which waits for none any more: it stays to be copied. */
export interface Unsent {
  readonly title: string;
  readonly note: string;
  readonly text: string;
}

/** '' nothing is. */
export const nothingUnsent: Unsent = { title: '', note: '', text: '' };

/** Of what was typed for the appeal about this item; null: nothing was. */
export function unsentOf(name: string, answer: string): Unsent | null {
  if (cleanWords(answer) === '') return null;
  return {
    title: '你写的答复没有发出去',
    note: `“${name}”的申诉别人答复了，或者到期了`,
    text: answer,
  };
}

export function openAppeals(item: ShownItem, sheet: Sheet, nowMs: number): AppealView[] {
  return item.appeals
    .filter(({ answer }) => answer === null && nowMs < sheet.terms.answersUntilMs)
    .map((appeal) => toAppeal(appeal, item, sheet, nowMs));
}

function toAppeal(
  { appealId, text, atMs, found, canAnswer, restoredPoints, ifRestored }: ShownAppeal,
  item: ShownItem,
  { terms, sum }: Sheet,
  nowMs: number,
): AppealView {
  const mark = item.marks.at(-1);
  const as = mark?.as === 'group-leader' ? '组长' : '书记';
  const total = (tenths: number, permille: number | null) =>
    `合计 ${pointsText(tenths)} / ${pointsText(sum.possibleTenths)}${permille === null ? '' : `，折成 ${percentText(permille)}`}`;
  const present = pointsText(item.earnedTenths ?? 0);
  return {
    appealId,
    itemId: item.itemId,
    name: item.name,
    until: untilDayText(terms.answersUntilMs, nowMs),
    mark:
      mark === undefined
        ? `系统记录 · ${countedText(item)}`
        : `${as} ${mark.byName} · ${markText(mark.points, item.start)}`,
    reason: mark?.reason ?? '',
    evidence: mark?.evidence ?? '',
    when: momentText(atMs, nowMs),
    text,
    found: found.map((each) => foundText(each, nowMs)),
    nothingFound: nothingFound(mark?.aboutDay ?? null, found.length),
    canAnswer,
    choices: [
      {
        outcome: 'restored',
        title: `改回 ${restoredPoints} / ${item.points}`,
        note: total(ifRestored.earnedTenths, ifRestored.permille),
      },
      {
        outcome: 'kept',
        title: `维持 ${present} / ${item.points}`,
        note: total(sum.earnedTenths, sum.permille),
      },
    ],
  };
}

function foundText(
  { kind, fromDay, toDay, shift }: ShownAppeal['found'][number],
  nowMs: number,
): string {
  const today = dayOfInstant(nowMs);
  const from = fullDayText(fromDay, today);
  const what = kind === 'newer' ? '变动' : CHANGE_TEXT[kind];
  const until = lastDay(fromDay, toDay, today);
  return shift === null
    ? `${from}${until}登记了${what}`
    : `${from}${until}登记了${what}，当天上${shiftName(shift)}`;
}

function lastDay(fromDay: LocalDay, toDay: LocalDay, today: LocalDay): string {
  const last = addDays(toDay, -1);
  return last === fromDay ? '' : `到${fullDayText(last, today)}`;
}

function nothingFound(day: LocalDay | null, found: number): string {
  if (day === null) return '扣分没有写是哪天，系统没有可查的。';
  return found === 0 ? '那天班表里没有换班、请假或培训。' : '';
}
