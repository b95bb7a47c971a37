import {
  dayOfInstant,
  monthBeside,
  monthOf,
  type LocalDay,
} from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { fullDayText, monthText } from '../../../text/when';
import {
  isMine,
  placeOf,
  toSection,
  type Branch,
  type Place,
  type Row,
  type SectionView,
} from './section.view';

export type { Branch };

interface PartView {
  readonly tone: string;
  readonly count: number;
  readonly text: string;
}

export type SheetsView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly offline: string;
      readonly title: string;
      readonly note: string;
      readonly hasEarlier: boolean;
      readonly hasLater: boolean;
      /** Where nothing has been opened. */
      readonly nothing: string;
      /** By how they stand together: three, and two. */
      readonly groups: readonly (readonly PartView[])[];
      readonly foot: string;
      readonly sections: readonly SectionView[];
      /** The first sheet that waits for the reader; '' none. */
      readonly next: string;
      readonly act: string;
    };

export const opening: SheetsView = { kind: 'loading' };
export const unknownBranch: Shown<Branch> = { kind: 'loading' };

/** In the order of the page; those that are still with others, and what is done, are folded. */
const SECTIONS: readonly { readonly place: Place; readonly isFolded: boolean }[] = [
  { place: 'appeal', isFolded: false },
  { place: 'to-settle', isFolded: false },
  { place: 'to-mark', isFolded: false },
  { place: 'waits-leader', isFolded: false },
  { place: 'waits-member', isFolded: true },
  { place: 'waits-secretary', isFolded: true },
  { place: 'set-apart', isFolded: false },
  { place: 'settled', isFolded: true },
  { place: 'newer', isFolded: true },
  { place: 'own', isFolded: false },
];

export function toView(
  state: Shown<Branch>,
  opened: readonly string[],
  reader: { readonly memberId: string; readonly isLeader: boolean },
  nowMs: number,
): SheetsView {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const { month, branchName, rows, terms, seesAll } = output;
  const today = dayOfInstant(nowMs);
  const placed = rows.map((row) => ({ row, place: placeOf(row, seesAll, reader.memberId) }));
  const waiting = placed.filter(({ row, place }) => isMine(row, seesAll) && place !== 'own');
  const parts = PARTS.map(({ places, tone, text }) => ({
    tone,
    count: placed.filter(({ place }) => places.includes(place)).length,
    text: text(seesAll),
  }));
  const whose = seesAll ? '' : reader.isLeader ? '你的小组 ' : '归你看的 ';
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${monthText(month, today)}考核`,
    note: `${branchName} ${whose}${rows.length} 人 · 今天 ${fullDayText(today, today)}`,
    hasEarlier: output.earlierMonth !== null,
    hasLater: output.laterMonth !== null,
    nothing: terms === null ? nothingText(month, today) : '',
    groups: [parts.slice(0, 3), parts.slice(3)],
    foot: footText(placed),
    sections: SECTIONS.flatMap(({ place, isFolded }) => {
      const own = placed.filter((each) => each.place === place).map(({ row }) => row);
      return own.length === 0 ? [] : [toSection(own, place, isFolded, opened, terms, nowMs)];
    }),
    next: waiting[0]?.row.sheetId ?? '',
    act: waiting.length === 0 ? '' : `接着评，还有 ${waiting.length} 人`,
  };
}

/** Of the sheets that are not the reader's own. */
const PARTS: readonly {
  readonly places: readonly Place[];
  readonly tone: string;
  readonly text: (seesAll: boolean) => string;
}[] = [
  { places: ['settled'], tone: 'ok', text: () => '已定' },
  { places: ['to-settle', 'to-mark'], tone: 'night', text: () => '等你' },
  { places: ['appeal'], tone: 'warn', text: () => '申诉' },
  {
    places: ['waits-leader', 'waits-secretary'],
    tone: 'eve',
    text: (seesAll) => (seesAll ? '等组长' : '等别人'),
  },
  { places: ['waits-member'], tone: 'rest', text: () => '等本人' },
];

function footText(placed: readonly { readonly row: Row; readonly place: Place }[]): string {
  const apart = placed.filter(({ row }) => row.stage === 'set-apart').length;
  const assessed = placed.length - apart;
  const ownText = placed.some(({ place }) => place === 'own') ? '有一张是你自己的，不用你评。' : '';
  return apart === 0
    ? `${assessed} 人有表。${ownText}`
    : `${assessed} 人有表，${apart} 人另列，合起来 ${placed.length} 人。${ownText}`;
}

function nothingText(month: string, today: LocalDay): string {
  const name = monthText(month, today);
  if (month < monthOf(today)) {
    return `${name}没有考核表。存好标配清单以后，每月 1 号开上个月的，开了大家都会收到。`;
  }
  const opens = monthText(monthBeside(month, 1), today);
  return `${name}的考核表还没有开。${opens} 1 号开，开了大家都会收到。`;
}
