import { namesProblem } from '../../../../../miniprogram/packages/branch-office/rotation/naming.view';
import { draftOf } from '../../../../../miniprogram/packages/branch-office/rotation/rotation-draft';
import {
  asked,
  NO_STEP,
  stepOf,
  toView,
} from '../../../../../miniprogram/packages/branch-office/rotation/rotation.view';
import {
  afterRefusal,
  type Answers,
} from '../../../../../miniprogram/packages/branch-office/rotation/set-up';
import { dayAfter } from '../../../../builders/phone/study';
import { answered, chosen, crews, known, preview, settled, start, today } from './a-setup';

describe('setting up a known pattern', () => {
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

  it('keeps crews that rotate already apart from new ones, whose names are not taken', () => {
    const view = toView(known, chosen, null);
    expect(view).toMatchObject({
      kind: 'crews',
      existing: [{ name: '主厂房五班四倒的 5 个值', crews }],
      count: 0,
    });
    const fresh = view.kind === 'crews' ? view.fresh.map(({ name }) => name) : [];
    expect(fresh).toEqual([
      '甲值、乙值、丙值、丁值、戊值',
      '一班、二班、三班、四班、五班',
      '甲班、乙班、丙班、丁班、戊班',
    ]);
  });

  it('tells how far it has come, also while the fourteen days are asked for', () => {
    const views = [
      toView(known, start, null),
      toView(known, chosen, null),
      toView(known, settled, null),
      toView(known, answered, null),
      toView(known, answered, preview),
    ];
    const reached: number[] = [];
    for (const view of views) reached.push(stepOf(view, reached.at(-1) ?? NO_STEP));
    expect(reached).toEqual([0, 1, 2, 2, 3]);
    expect(stepOf(toView(known, { ...answered, isNaming: true }, preview), 3)).toBe(1);
  });

  it('gives new crews ids of this set-up, the same ones however often it is drawn', () => {
    const idsOf = (given: Answers) => {
      const view = toView(known, given, null);
      return view.kind === 'crews' ? view.fresh[0]?.crews.map(({ crewId }) => crewId) : [];
    };
    expect(idsOf(chosen)).toEqual(['r-1', 'r-2', 'r-3', 'r-4', 'r-5']);
    expect(idsOf(chosen)).toEqual(idsOf(chosen));
    expect(idsOf({ ...chosen, rotationId: 'other' })).not.toContain('r-1');
  });

  it('lets as many new crews be counted as one wants where the pattern does not say', () => {
    const days: Answers = { ...start, chosen: { kind: 'preset', presetId: 'day-workers' } };
    expect(toView(known, days, null)).toMatchObject({
      count: 1,
      canLess: false,
      fresh: [{ name: '长白班' }, { name: '甲值' }, { name: '一班' }, { name: '甲班' }],
    });
    expect(toView(known, { ...days, freshCount: 20 }, null)).toMatchObject({
      countText: '20 个',
      canMore: false,
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
    const days: Answers = { ...settled, chosen: { kind: 'preset', presetId: 'day-workers' } };
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

  it('shows the days to check', () => {
    expect(toView(known, answered, preview)).toMatchObject({
      kind: 'check',
      crewNames: ['一值', '二值', '三值', '四值', '五值'],
      rows: [
        { isToday: true, date: '11', weekday: '三', chips: [{ character: '早' }, {}, {}, {}, {}] },
      ],
      uncovered: [],
    });
  });

  it('says at which hours nobody works', () => {
    const gap = (day: number, startMinute: number, endMinute: number) => ({
      day: dayAfter(day),
      startMinute,
      endMinute,
    });
    const gaps = [gap(0, 480, 960), gap(1, 1200, 1920), gap(2, 960, 1440), gap(3, 0, 3600)];
    const view = toView(known, answered, { ...preview, uncovered: gaps });
    expect(view.kind === 'check' ? view.uncovered : []).toEqual([
      '今天 8:00 到 16:00',
      '明天 20:00 到次日 8:00',
      '周五 3月13日 16:00 到 24:00',
      '周六 3月14日 0:00 到周一 3月16日 12:00',
    ]);
    const many = Array.from({ length: 9 }, (_, index) => gap(index, 0, 60));
    const cut = toView(known, answered, { ...preview, uncovered: many });
    expect(cut.kind === 'check' ? cut.uncovered.at(-1) : '').toBe('一轮里一共 9 段');
  });

  it('sends nothing before pattern and crews are settled', () => {
    expect(draftOf(start)).toBeUndefined();
    expect(draftOf(chosen)).toBeUndefined();
    expect(draftOf({ ...answered, isNaming: true })).toBeUndefined();
    expect(draftOf(answered)).toEqual({
      rotationId: 'r',
      name: '五值四倒',
      pattern: { kind: 'preset', presetId: 'five-crews-four-shifts' },
      crews,
      validFromDay: today,
      answers: answered.answers,
    });
  });
});

describe('names of crews', () => {
  it('can be written, and are sent without blanks around them', () => {
    const named = { ...answered, crews: crews.map((crew) => ({ ...crew, name: ` ${crew.name}` })) };
    expect(toView(known, { ...named, isNaming: true }, null)).toMatchObject({ kind: 'names' });
    expect(draftOf(named)?.crews).toEqual(crews);
  });

  it('must be there and differ', () => {
    const [first = { crewId: 'a', name: '一值' }, ...others] = crews;
    expect(namesProblem(crews)).toBe('');
    expect(namesProblem([{ ...first, name: '\u3164 ' }, ...others])).toContain('没有名字');
    expect(namesProblem([{ ...first, name: '二\u200b值 ' }, ...others])).toContain('名字一样');
  });
});

describe('a refusal leads back to', () => {
  it.each<[string, string, Partial<Answers>]>([
    ['the question', 'answers-contradict', { answers: [], areCrewsSettled: true }],
    ['the names', 'crew-twice', { isNaming: true }],
    ['the drawing', 'bad-pattern', { chosen: { kind: 'own', pattern: null } }],
    ['the crews', 'wrong-crew-count', { crews: [], areCrewsSettled: false }],
  ])('%s', (_, code, expected) => {
    expect(afterRefusal(answered, code)).toMatchObject(expected);
  });
});
