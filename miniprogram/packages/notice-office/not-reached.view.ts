import type { OutputOf } from '../../../contract/action';
import type { notReachedPeople } from '../../../contract/branch/not-reached';
import { NOT_REACHED_DAYS, type NotReachedDays } from '../../../domain/notice/not-reached';

export type PeoplePage = OutputOf<typeof notReachedPeople>;
export type Line = PeoplePage['people'][number]['lines'][number];
type Counts = PeoplePage['counts'];

/** As few words as a sum has room for. */
const SHORT_WHY: Readonly<Record<Line['why'], string>> = {
  'not-bound': '没绑定',
  away: '休假借调',
  waits: '等着送',
  'not-acknowledged': '没确认',
  asleep: '在睡觉',
  'on-duty': '在当班',
  'no-credit': '没提醒次数',
  unknown: '微信没回音',
  failed: '微信没发出',
  'too-late': '没来得及',
  'not-looked': '没打开过',
  newer: '其他原因',
};

/** '没绑定 2 · 在当班 3'; '' of nobody. */
export const countsText = (counts: Counts): string =>
  counts.map(({ why, people }) => `${SHORT_WHY[why]} ${people}`).join(' · ');

/** Of what the lists speak. docs/rules.md#R-334 */
export const spanText = (days: NotReachedDays): string => `近 ${days} 天和没到期的必读`;

/** Where nobody is left: of which days, so that it is not taken for everything. */
export const reachedText = (days: NotReachedDays): string => `近 ${days} 天的都送到了`;

export interface DaysPill {
  readonly days: NotReachedDays;
  readonly text: string;
  readonly isOn: boolean;
}

export const firstDays: NotReachedDays = 7;

/** Of a page's query; anything else is the first. */
export const daysOf = (query: string): NotReachedDays =>
  NOT_REACHED_DAYS.find((each) => String(each) === query) ?? firstDays;

export const daysPills = (days: NotReachedDays): readonly DaysPill[] =>
  NOT_REACHED_DAYS.map((each) => ({ days: each, text: `近 ${each} 天`, isOn: each === days }));
