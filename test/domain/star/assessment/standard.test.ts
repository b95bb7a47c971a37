import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import {
  DEFAULT_TERM_DAYS,
  faultOfStandard,
  hasItsParts,
  rangeOf,
  type Base,
  type Standard,
  type StandardItem,
} from '../../../../domain/star/assessment/standard';
import { aJudgedItem, aRecordedItem } from '../../../builders/assessments';

const standard = (items: readonly StandardItem[], rest: Partial<Standard> = {}): Standard => ({
  base: 100,
  items,
  terms: DEFAULT_TERM_DAYS,
  ...rest,
});
const judged = aJudgedItem({ points: 60 });
const studies = aRecordedItem({ points: 40 });
const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    aJudgedItem({ itemId: `item-${at}`, points: at === 0 ? 101 - count : 1 }),
  );
const bands = (...points: number[]) => points.map((each) => ({ name: `${each}`, points: each }));

test('the list that comes with the product has no fault', () => {
  expect(faultOfStandard(DEFAULT_STANDARD)).toBeUndefined();
});

test.each<{ what: string; given: Standard; fault: string | undefined; more?: object }>([
  { what: 'a hundred points', given: standard([judged, studies]), fault: undefined },
  { what: 'nothing', given: standard([]), fault: 'no-items' },
  { what: 'forty items', given: standard(many(40)), fault: undefined },
  { what: '41 items', given: standard(many(41)), fault: 'too-many-items', more: { count: 41 } },
  {
    what: 'two thousand items',
    given: standard(Array.from({ length: 2000 }, () => studies)),
    fault: 'too-many-items',
    more: { count: 2000 },
  },
  {
    what: '99 points',
    given: standard([aJudgedItem({ points: 59 }), studies]),
    fault: 'not-a-hundred',
    more: { count: 99 },
  },
  {
    what: 'a base of 60 and 40 points',
    given: standard([studies], { base: 60 }),
    fault: undefined,
  },
  {
    what: 'a base of 70 and 40 points',
    given: standard([studies], { base: 70 }),
    fault: 'not-a-hundred',
    more: { count: 110 },
  },
  {
    what: 'one item twice',
    given: standard([aJudgedItem({ points: 50 }), aJudgedItem({ points: 50 })]),
    fault: 'same-item-twice',
  },
  {
    what: 'attendance of all kinds twice',
    given: standard([studies, aRecordedItem({ itemId: 'again', points: 60 })]),
    fault: 'kind-twice',
  },
  {
    what: 'a kind in two items',
    given: standard([
      aRecordedItem({ points: 40, kinds: ['fire-drill'] }),
      aRecordedItem({ itemId: 'again', points: 60, kinds: ['party-lecture', 'fire-drill'] }),
    ]),
    fault: 'kind-twice',
  },
  {
    what: 'a kind apart from all others',
    given: standard([
      studies,
      aRecordedItem({ itemId: 'drill', points: 60, kinds: ['fire-drill'] }),
    ]),
    fault: undefined,
  },
  {
    what: 'make-ups twice',
    given: standard([
      aRecordedItem({ itemId: 'a', points: 50, source: 'make-up' }),
      aRecordedItem({ itemId: 'b', points: 50, source: 'make-up' }),
    ]),
    fault: 'source-twice',
  },
  {
    what: 'bands that hold the full points',
    given: standard([aJudgedItem({ points: 100, bands: bands(100, 80, 60) })]),
    fault: undefined,
  },
  {
    what: 'bands below the full points',
    given: standard([aJudgedItem({ points: 100, bands: bands(90, 80) })]),
    fault: 'bands',
  },
  {
    what: 'bands above them',
    given: standard([aJudgedItem({ points: 100, bands: bands(100, 101) })]),
    fault: 'bands',
  },
  {
    what: 'appeals that end with the marks',
    given: standard([judged, studies], { terms: { ...DEFAULT_TERM_DAYS, appealsDay: 5 } }),
    fault: 'terms',
  },
  {
    what: 'answers later than the 20th',
    given: standard([judged, studies], { terms: { ...DEFAULT_TERM_DAYS, answersDay: 21 } }),
    fault: 'terms',
  },
])('$what: $fault', ({ given, fault, more = {} }) => {
  expect(faultOfStandard(given)?.fault).toBe(fault);
  expect(faultOfStandard(given) ?? {}).toMatchObject(more);
});

test.each<{ base: Base; start: number; least: number; most: number }>([
  { base: 100, start: 30, least: 0, most: 30 },
  { base: 70, start: 0, least: -30, most: 30 },
  { base: 60, start: 0, least: -30, most: 30 },
])('with base $base an item of 30 starts at $start', ({ base, ...range }) => {
  expect(rangeOf({ points: 30 }, base)).toEqual(range);
});

test.each([
  { what: 'judged by nobody', item: aJudgedItem({ by: null }), fits: false },
  { what: 'attendance marked by somebody', item: aRecordedItem({ by: 'secretary' }), fits: false },
  { what: 'notes without how many', item: aRecordedItem({ source: 'notes' }), fits: false },
  { what: 'attendance of no kind', item: aRecordedItem({ kinds: [] }), fits: false },
  {
    what: 'make-ups of a kind',
    item: aRecordedItem({ source: 'make-up', kinds: ['training'] }),
    fits: false,
  },
  { what: 'judged', item: aJudgedItem(), fits: true },
  { what: 'notes', item: aRecordedItem({ source: 'notes', wanted: 1 }), fits: true },
])('$what: $fits', ({ item, fits }) => {
  expect(hasItsParts(item)).toBe(fits);
});
