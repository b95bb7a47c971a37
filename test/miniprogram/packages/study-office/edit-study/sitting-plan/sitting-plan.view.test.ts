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
  shiftBeside: null,
  shift: null,
  stretches: [],
  ...crew,
});

const aPlan = (plan: Partial<Plan> = {}): Plan => ({
  nowMs: NOW_MS,
  total: 35,
  canCome: 35,
  isFewest: null,
  holidays: [],
  sittings: [
    {
      startAtMs: at(14 * 60 + 30),
      endAtMs: at(15 * 60 + 10),
      canCome: 22,
      entitled: null,
      crews: [aCrew()],
      clashes: [],
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
    '35 人至少有一场不在岗、不在睡觉，也没有别的学习。再少一场就有人赶不上。',
  ],
  [
    'found, some are away',
    { isFewest: true, sittings: two, canCome: 33 },
    '2 场，能来的人都有机会',
    '35 人里 33 人至少有一场不在岗、不在睡觉，也没有别的学习。再加场也不会多一个人。',
  ],
  [
    'found, not proved',
    { isFewest: false, sittings: two },
    '2 场，就能让每个人都有机会',
    '35 人至少有一场不在岗、不在睡觉，也没有别的学习。各人情况很不一样，也许还有更省的排法。',
  ],
  [
    'weighed',
    { canCome: 22 },
    '1 场，22 人能来',
    '35 人里 22 人至少有一场不在岗、不在睡觉，也没有别的学习。',
  ],
  [
    'weighed, all can',
    {},
    '1 场，每个人都有机会',
    '35 人至少有一场不在岗、不在睡觉，也没有别的学习。',
  ],
  [
    'found beside holidays',
    { isFewest: true, sittings: two, holidays: [localDay('2026-04-05')] },
    '2 场，就能让每个人都有机会',
    '35 人至少有一场不在岗、不在睡觉，也没有别的学习。再少一场就有人赶不上。法定假日没有排。',
  ],
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
    { memberId: 'd', name: '赵强', crewName: '一值', why: 'elsewhere' as const, backDay: null },
    { memberId: 'c', name: '来日方', crewName: '三值', why: 'newer' as const, backDay: null },
  ];
  expect(view({ left, canCome: 32 })).toMatchObject({
    leftTitle: '还剩 4 人',
    left: [
      { name: '何志远', why: '五值 · 不在，周日 3月22日 回来' },
      { name: '田宝林', why: '在岗' },
      { name: '赵强', why: '一值 · 碰上别的学习' },
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

test('who comes straight from a shift, or goes straight into one, is said below the chart and in words', () => {
  const crews = [
    aCrew({ crewName: '一值', shiftBeside: 'after-shift' }),
    aCrew({ crewName: '二值', shiftBeside: 'after-shift' }),
    aCrew({ crewName: '三值', shiftBeside: 'before-shift' }),
    aCrew({ crewName: '四值', shiftBeside: 'after-shift', hindrance: 'elsewhere', canCome: 0 }),
    aCrew({ crewName: '五值', shiftBeside: 'newer' }),
  ];
  const [card] = view({ sittings: aPlan().sittings.map((one) => ({ ...one, crews })) }).sittings;
  expect(card?.beside).toBe('一值、二值下班就来，三值开完就上岗。');
  expect(card?.crews[0]?.words).toBe('一值，下班就来，7 人里 7 人能来');
  expect(card?.crews[3]).toMatchObject({
    mark: '会',
    comes: false,
    words: '四值，那时有别的学习，7 人里 0 人能来',
  });
  expect(view().sittings[0]?.beside).toBe('');
});

test('a chart shows other sittings over the shifts, and its key only where there are any', () => {
  const stretches: CrewAtSitting['stretches'] = [
    { startMinute: 900, endMinute: 960, state: 'meeting' },
  ];
  expect(row({ stretches })?.bars).toMatchObject([{ tone: 'meeting' }]);
  expect(view().hasMeetings).toBe(false);
  const sittings = aPlan().sittings.map((one) => ({ ...one, crews: [aCrew({ stretches })] }));
  expect(view({ sittings }).hasMeetings).toBe(true);
});

const aClash = (given = {}) => ({
  startAtMs: at(15 * 60),
  endAtMs: at(16 * 60),
  topic: '安全日' as string | null,
  branchName: '检修支部',
  place: '行政楼 306',
  people: 12,
  isSamePlace: false,
  ...given,
});
test.each([
  [{}, '15:00–16:00 有《安全日》，12 人要去那边，这场算来不了。'],
  [
    { isSamePlace: true },
    '15:00–16:00 《安全日》也在这个地点，12 人要去那边，这场算来不了。换个时间或地点。',
  ],
  [
    { isSamePlace: true, people: 0, topic: null },
    '15:00–16:00 检修支部的学习也在这个地点。换个时间或地点。',
  ],
])('what else is held at the time is named: %j', (clash, text) => {
  const sittings = aPlan().sittings.map((one) => ({ ...one, clashes: [aClash(clash)] }));
  expect(view({ sittings }).sittings[0]?.clashes).toEqual([text]);
});
