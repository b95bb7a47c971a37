import type { OutputOf } from '../../../contract/action';
import type { channelCalendar } from '../../../contract/content/channel-editing';
import type { channelDuty } from '../../../contract/content/duty';
import type { DeskLine, IssueLine, ItemDetail } from '../../../contract/content/channel-shapes';
import { addDays, localDay } from '../../../domain/time/local-day';
import { TEST_START_MS } from '../../worlds/test-cloud';

export const TODAY = localDay('2025-03-05');

export const anIssueLine = (line: Partial<IssueLine> = {}): IssueLine => ({
  itemId: 'item',
  title: '多问一句',
  line: '表计和票上对不上。',
  byline: null,
  minutes: 2,
  pictures: 1,
  pictureUrl: 'https://files/picture',
  withdrawnBecause: null,
  ...line,
});

export const aDeskLine = (line: Partial<DeskLine> = {}): DeskLine => ({
  itemId: 'item',
  channel: 'party',
  state: 'draft',
  title: '多问一句',
  authorName: '许文静',
  branchName: '运行支部',
  forDay: null,
  issueDay: null,
  hasPicture: true,
  sinceAtMs: TEST_START_MS,
  returnedBecause: null,
  waitsForMe: false,
  ...line,
});

type Desk = NonNullable<ItemDetail['desk']>;

export const aDesk = (desk: Partial<Desk> = {}): Desk => ({
  revision: 1,
  textCheck: 'pass',
  forDay: null,
  steps: [{ kind: 'begun', name: '许文静', atMs: TEST_START_MS, text: null }],
  mayWrite: false,
  mayPass: false,
  mayReturn: false,
  mayWithdraw: false,
  notYours: null,
  ...desk,
});

export const anItemDetail = (item: Partial<ItemDetail> = {}): ItemDetail => ({
  itemId: 'item',
  channel: 'party',
  state: 'published',
  title: '多问一句',
  line: '表计和票上对不上。',
  byline: '周立新',
  minutes: 2,
  link: null,
  pictures: [
    { pictureId: 'a', url: 'https://files/a', smallUrl: null, check: 'pass', fileId: null },
  ],
  source: '自己画的',
  licence: 'own',
  issueDay: addDays(TODAY, -1),
  withdrawn: null,
  desk: null,
  ...item,
});

export const aDutyDay = (
  duty: Partial<OutputOf<typeof channelDuty>> = {},
): OutputOf<typeof channelDuty> => ({
  nowMs: TEST_START_MS,
  channel: 'party',
  day: addDays(TODAY, 1),
  state: 'gap',
  duty: {
    person: { memberId: 'xu', name: '许文静' },
    revision: 1,
    steps: [{ byName: '清风', toName: '许文静', atMs: TEST_START_MS }],
  },
  choices: [],
  lines: [],
  mayWrite: false,
  mayPlan: false,
  ...duty,
});

type Calendar = OutputOf<typeof channelCalendar>;
type Day = Calendar['rows'][number]['days'][number];

/** The week of Wednesday 2025-03-05; 党务清风 with these days instead of empty ones. */
export function aCalendar(days: Readonly<Record<string, Partial<Day>>> = {}): Calendar {
  const fromDay = localDay('2025-03-03');
  const week = Array.from({ length: 7 }, (_, at) => addDays(fromDay, at));
  const empty = (day: Day['day']): Day => ({ day, state: 'none', publishAtMs: null, revision: 0 });
  return {
    nowMs: TEST_START_MS,
    fromDay,
    rows: [
      { channel: 'party', days: week.map((day) => ({ ...empty(day), ...days[day] })) },
      { channel: 'integrity', days: week.map(empty) },
    ],
    lines: [],
    mayPlan: true,
  };
}
