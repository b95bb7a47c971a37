import type { LocalDay } from '../../../../domain/time/local-day';
import { monthText } from '../../../text/when';
import { percentText, type Dashboard } from '../rate.view';

/** A month as a pair of bars and as a row of the table. */
export interface TrendMonth {
  readonly month: string;
  readonly text: string;
  /** Under the bars, where years go without saying. */
  readonly short: string;
  readonly fair: string;
  readonly raw: string;
  /** Of the height of 100 per cent. */
  readonly fairPercent: number;
  readonly rawPercent: number;
  readonly fairSum: string;
  readonly rawSum: string;
  /** For who does not see the bars. */
  readonly spoken: string;
}

export function toTrend(trend: Dashboard['trend'], today: LocalDay): readonly TrendMonth[] {
  return trend.map(({ month, sums: { attended, asked, couldAttend } }) => {
    const text = monthText(month, today);
    const [fair, raw] = [percentText(attended, couldAttend), percentText(attended, asked)];
    return {
      month,
      text,
      short: `${Number(month.slice(-2))}月`,
      fair,
      raw,
      fairPercent: heightOf(attended, couldAttend),
      rawPercent: heightOf(attended, asked),
      fairSum: `${attended}/${couldAttend}`,
      rawSum: `${attended}/${asked}`,
      spoken: `${text}，公平 ${fair}%，原始 ${raw}%`,
    };
  });
}

function heightOf(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((part * 100) / of);
}
