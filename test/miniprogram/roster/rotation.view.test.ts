import {
  asked,
  draftOf,
  nothingAnswered,
  toView,
  type Answers,
  type Preview,
  type Setup,
} from '../../../miniprogram/packages/officer/rotation/rotation.view';
import { ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import { BACK_NIGHT, EARLY, FRONT_NIGHT, MIDDLE, REST } from '../builders/roster';
import { dayAfter } from '../builders/study';

const today = dayAfter(0);
const crews = ['一值', '二值', '三值', '四值', '五值'].map((name, index) => ({
  crewId: `crew-${index + 1}`,
  name,
}));
const setup: Setup = {
  today,
  rotations: [
    {
      rotationId: 'main',
      name: '主厂房五班四倒',
      cycleDays: 5,
      validFromDay: dayAfter(-100),
      isCurrent: true,
      crews: crews.map((crew) => ({ ...crew, slotsToday: [REST] })),
    },
  ],
  presets: [
    {
      presetId: 'five-crews-four-shifts',
      cycleDays: 5,
      crewCount: 5,
      days: [[FRONT_NIGHT], [MIDDLE], [EARLY], [BACK_NIGHT], [REST]],
      firstQuestion: 'early',
    },
    {
      presetId: 'day-workers',
      cycleDays: 1,
      crewCount: 0,
      days: [[...(ROTATION_PRESETS['day-workers'].days[0] ?? [])]],
      firstQuestion: null,
    },
  ],
};
const known = { kind: 'known', output: setup, asOfAtMs: null } as const;
const start = nothingAnswered(today);
const chosen: Answers = { ...start, presetId: 'five-crews-four-shifts' };
const settled: Answers = { ...chosen, crews, areCrewsSettled: true };
const answered: Answers = {
  ...settled,
  answers: [{ day: today, label: 'early', crewId: 'crew-2' }],
};
const preview: Preview = {
  next: null,
  days: [{ day: today, crews: crews.map(({ crewId }) => ({ crewId, slots: [EARLY] })) }],
  uncoveredMinutes: 0,
};

describe('setting up a rotation', () => {
  it('starts with the patterns, drawn by their characters', () => {
    expect(toView(known, start, null)).toMatchObject({
      kind: 'presets',
      presets: [
        {
          name: '五值四倒',
          note: '5 个值，5 天一轮',
          chips: [
            { character: '前' },
            { character: '中' },
            { character: '早' },
            { character: '后' },
            { character: '休' },
          ],
        },
        { name: '长白班', note: '几个值都可以' },
      ],
      current: [{ note: '一值、二值、三值、四值、五值 · 正在用' }],
    });
  });

  it('offers crews that rotate already, then new ones', () => {
    expect(toView(known, chosen, null)).toMatchObject({
      kind: 'crews',
      choices: [
        { name: '主厂房五班四倒的 5 个值', crews },
        { key: 'fresh', name: '新的 5 个值', note: '一值、二值、三值、四值、五值' },
      ],
    });
  });

  it('asks who works today', () => {
    expect(toView(known, settled, null)).toMatchObject({
      kind: 'question',
      title: '今天早班是哪一值？',
      note: '早班 08:00–14:00',
      crews,
    });
    expect(asked(known, settled, null)).toEqual({ day: today, label: 'early' });
  });

  it('asks nothing of a pattern in which all work the same days', () => {
    const days: Answers = { ...settled, presetId: 'day-workers' };
    expect(toView(known, days, null)).toEqual({ kind: 'loading' });
    expect(toView(known, days, preview).kind).toBe('check');
  });

  it('asks once more where one answer leaves a doubt, the likeliest crew first', () => {
    const next = { day: dayAfter(1), label: 'early', candidates: ['crew-3', 'crew-1'] };
    const more = { ...preview, next };
    expect(toView(known, answered, more)).toMatchObject({
      kind: 'question',
      title: '明天早班是哪一值？',
      crews: [{ name: '三值' }, { name: '一值' }],
    });
    expect(asked(known, answered, more)).toMatchObject({ day: dayAfter(1) });
  });

  it('shows the days to check, and says what is not covered', () => {
    const view = toView(known, answered, { ...preview, uncoveredMinutes: 480 });
    expect(view).toMatchObject({
      kind: 'check',
      crewNames: ['一值', '二值', '三值', '四值', '五值'],
      rows: [
        { isToday: true, date: '11', weekday: '三', chips: [{ character: '早' }, {}, {}, {}, {}] },
      ],
      warning: '一轮里有 8 小时没有人在岗，看看是不是这样。',
    });
  });

  it('sends nothing before pattern and crews are settled', () => {
    expect(draftOf('r', start)).toBeUndefined();
    expect(draftOf('r', chosen)).toBeUndefined();
    expect(draftOf('r', answered)).toEqual({
      rotationId: 'r',
      name: '五值四倒',
      pattern: { kind: 'preset', presetId: 'five-crews-four-shifts' },
      crews,
      validFromDay: today,
      answers: answered.answers,
    });
  });
});
