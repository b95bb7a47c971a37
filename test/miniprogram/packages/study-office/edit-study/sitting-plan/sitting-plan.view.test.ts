import type { CrewAtSitting } from '../../../../../../contract/study/planning';
import { instantOf, localDay } from '../../../../../../domain/time/local-day';
import {
  toPlanView,
  type Plan,
} from '../../../../../../miniprogram/packages/study-office/edit-study/sitting-plan/sitting-plan.view';
import { NOW_MS } from '../../../../../builders/phone/study';

const DAY = localDay('2026-03-17');
const at = (minute: number) => instantOf(DAY, minute);

const aCrew = (crew: Partial<CrewAtSitting> = {}): CrewAtSitting => ({
  crewId: 'crew-1',
  crewName: '一值',
  people: 7,
  canCome: 7,
  hindrance: null,
  shift: null,
  stretches: [],
  ...crew,
});

const aPlan = (plan: Partial<Plan> = {}): Plan => ({
  nowMs: NOW_MS,
  total: 35,
  canCome: 35,
  isFewest: null,
  sittings: [
    {
      startAtMs: at(14 * 60 + 30),
      endAtMs: at(15 * 60 + 10),
      canCome: 22,
      entitled: null,
      crews: [aCrew()],
    },
  ],
  left: [],
  quorum: null,
  ...plan,
});
const view = (plan: Partial<Plan> = {}) => toPlanView(aPlan(plan), NOW_MS);
const two = [...aPlan().sittings, ...aPlan().sittings];
const row = (crew: Partial<CrewAtSitting>) => {
  const sittings = aPlan().sittings.map((sitting) => ({ ...sitting, crews: [aCrew(crew)] }));
  return view({ sittings }).sittings[0]?.crews[0];
};

test.each<[string, Partial<Plan>, string, string]>([
  [
    'found for all',
    { isFewest: true, sittings: two },
    '2 场，就能让每个人都有机会',
    '35 人至少有一场不在岗、不在睡觉。再少一场就有人赶不上。',
  ],
  [
    'found, some are away',
    { isFewest: true, sittings: two, canCome: 33 },
    '2 场，能来的人都有机会',
    '35 人里 33 人至少有一场不在岗、不在睡觉。再加场也不会多一个人。',
  ],
  [
    'found, not proved',
    { isFewest: false, sittings: two },
    '2 场，就能让每个人都有机会',
    '35 人至少有一场不在岗、不在睡觉。各人情况很不一样，也许还有更省的排法。',
  ],
  ['weighed', { canCome: 22 }, '1 场，22 人能来', '35 人里 22 人至少有一场不在岗、不在睡觉。'],
  ['weighed, all can', {}, '1 场，每个人都有机会', '35 人至少有一场不在岗、不在睡觉。'],
  [
    'nothing found',
    { isFewest: true, sittings: [], canCome: 0 },
    '这几天没有一个人能来',
    '换几天，或者把钟点放宽再找。',
  ],
])('%s', (_name, plan, headline, line) => {
  expect(view(plan)).toMatchObject({ headline, line });
});

test('a meeting that votes says how many are needed, and how many are missing', () => {
  const quorum = { entitled: 30, needed: 16, neededToElect: 24 };
  const withEntitled = (entitled: number) =>
    view({ quorum, sittings: aPlan().sittings.map((sitting) => ({ ...sitting, entitled })) });
  expect(withEntitled(25)).toMatchObject({
    headline: '够表决',
    line: '有表决权的 30 人，过半要 16 人到会；选举要 24 人。',
    sittings: [{ quorum: '够，要 16 人，预计 25 人。', isEnough: true }],
  });
  expect(withEntitled(13)).toMatchObject({
    headline: '还不够表决',
    sittings: [{ quorum: '还差 3 人：要 16 人，预计 13 人。换个时间再找。', isEnough: false }],
  });
});

test('who is left is named with the crew, the reason and the day they are back', () => {
  const left = [
    {
      memberId: 'a',
      name: '何志远',
      crewName: '五值',
      why: 'away' as const,
      backDay: localDay('2026-03-22'),
    },
    { memberId: 'b', name: '田宝林', crewName: null, why: 'on-duty' as const, backDay: null },
    { memberId: 'c', name: '来日方', crewName: '三值', why: 'newer' as const, backDay: null },
  ];
  expect(view({ left, canCome: 32 })).toMatchObject({
    leftTitle: '还剩 3 人',
    left: [
      { name: '何志远', why: '五值 · 不在，周日 3月22日 回来' },
      { name: '田宝林', why: '场场在岗' },
      { name: '来日方', why: '三值 · 来不了' },
    ],
  });
});

test('a card has day and hours, and a chart from eight to ten in the evening', () => {
  const [card] = view().sittings;
  expect(card).toMatchObject({ number: 1, when: '周二 3月17日 14:30–15:10', count: '22 人能来' });
  expect(card?.ticks.map(({ text }) => text)).toEqual(['8', '12', '16', '20']);
  expect(card?.crews[0]?.sitting).toEqual({ left: '46.43%', width: '4.76%' });
});

test('the chart widens to a sitting at night', () => {
  const sittings = aPlan().sittings.map((sitting) => ({
    ...sitting,
    startAtMs: at(2 * 60 + 15),
    endAtMs: at(3 * 60),
  }));
  const [card] = view({ sittings }).sittings;
  expect(card?.ticks.map(({ text }) => text)).toEqual(['4', '8', '12', '16', '20']);
  expect(card?.crews[0]?.sitting.left).toBe('1.25%');
});

test('a row says in one character, and in words, whether the crew comes', () => {
  expect(row({})).toMatchObject({ mark: '✓', comes: true, words: '一值，7 人里 7 人能来' });
  expect(row({ canCome: 5 })).toMatchObject({ mark: '5/7', words: '一值，7 人里 5 人能来' });
  const night = {
    day: DAY,
    label: 'back-night',
    kind: 'night' as const,
    startMinute: 120,
    endMinute: 480,
    override: null,
  };
  expect(row({ hindrance: 'after-night', canCome: 0, shift: night })).toMatchObject({
    mark: '睡',
    comes: false,
    chip: { character: '后' },
    words: '一值，后夜班，下夜班后休息，7 人里 0 人能来',
  });
  expect(row({ crewId: null, crewName: null })).toMatchObject({ name: '没有值' });
});

test('a bar that is too short for its word has none, and one of a later version is left out', () => {
  const stretches: CrewAtSitting['stretches'] = [
    { startMinute: 480, endMinute: 840, state: 'on-duty' },
    { startMinute: 1260, endMinute: 1320, state: 'asleep' },
    { startMinute: 900, endMinute: 960, state: 'newer' },
  ];
  expect(row({ stretches })?.bars).toEqual([
    { tone: 'duty', text: '在岗', left: '0%', width: '42.86%' },
    { tone: 'sleep', text: '', left: '92.86%', width: '7.14%' },
  ]);
});
