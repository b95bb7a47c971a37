import type { OutputOf } from '../../../contract/action';
import type { keptYears } from '../../../contract/people/kept-years';
import {
  daysKept,
  isChosen,
  KEPT_THINGS,
  KEPT_YEARS,
  type KeptThing,
  type YearsKept,
} from '../../../domain/people/retention';

export interface Line {
  readonly label: string;
  readonly value: string;
}

/** null: not read, so that only the least is known. docs/rules.md#R-292 */
export type KnownYears = YearsKept | null;

const THING_TEXT: Readonly<Record<KeptThing, string>> = {
  'audit-entry': '谁看过、导出过、改过你的资料',
  'data-ask': '你问过的和答复',
  notice: '消息',
  swap: '换班的记录',
  'bind-try': '输错邀请码的次数',
  export: '导出的文件',
  'roster-piece': '导入用的表',
  'shift-change': '请假、培训等变动，过后',
  attendance: '考勤',
  note: '心得和投稿',
};

/** '3 年', '30 天', '1 天'; as long as the branch keeps its records. docs/rules.md#R-142 */
export function keptFor(thing: KeptThing, years: KnownYears): string {
  if (years === null && isChosen(thing)) return `至少 ${KEPT_YEARS[thing].least} 年`;
  const days = daysKept(thing, years ?? usualYears);
  if (days === null) return '跟支部的档案一起留';
  return days % 365 === 0 ? `${days / 365} 年` : `${days} 天`;
}

const usualYears: YearsKept = (thing) => KEPT_YEARS[thing].usual;

export const yearsOf =
  ({ years }: OutputOf<typeof keptYears>): YearsKept =>
  (thing) =>
    years.find((each) => each.thing === thing)?.years ?? usualYears(thing);

/** What is kept for how long. */
export const periodsOf = (things: readonly KeptThing[], years: KnownYears): readonly Line[] =>
  things.map((thing) => ({ label: THING_TEXT[thing], value: keptFor(thing, years) }));

export const allPeriods = (years: KnownYears): readonly Line[] => periodsOf(KEPT_THINGS, years);
