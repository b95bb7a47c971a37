import { toView } from '../../../../../miniprogram/packages/branch-office/rotation/rotation.view';
import { draftOf } from '../../../../../miniprogram/packages/branch-office/rotation/rotation-draft';
import {
  withFirstDay,
  type Answers,
} from '../../../../../miniprogram/packages/branch-office/rotation/set-up';
import {
  emptyForm,
  patternOf,
  type OwnForm,
} from '../../../../../miniprogram/packages/branch-office/rotation/own-pattern/own-form';
import { dayAfter } from '../../../../builders/phone/study';
import { known, start, today } from './a-setup';

/** 白白中中休夜夜休. */
const eightDays: OwnForm['days'] = ['white', 'white', 'middle', 'middle', '', 'night', 'night', ''];
const own: Answers = {
  ...start,
  chosen: { kind: 'own', pattern: patternOf({ ...emptyForm, days: eightDays }) },
};
const four = ['甲值', '乙值', '丙值', '丁值'].map((name, index) => ({
  crewId: `r-${index}`,
  name,
}));
const placing: Answers = { ...own, crews: four, areCrewsSettled: true, places: [6, 4] };
const placed: Answers = { ...placing, places: [6, 4, 2, 0] };

describe('setting up a pattern of one’s own', () => {
  it('draws it first', () => {
    const drawing = { ...start, chosen: { kind: 'own', pattern: null } } as const;
    expect(toView(known, drawing, null)).toEqual({ kind: 'draw' });
  });

  it('proposes as many new crews as keep somebody on shift around the clock', () => {
    expect(toView(known, own, null)).toMatchObject({
      kind: 'crews',
      note: '四值三倒',
      count: 4,
      existing: [{ name: '主厂房五班四倒的 5 个值' }],
      fresh: [{ name: '甲值、乙值、丙值、丁值' }, {}, {}],
    });
    const days: Answers = {
      ...own,
      chosen: { kind: 'own', pattern: patternOf({ ...emptyForm, days: ['white', ''] }) },
    };
    expect(toView(known, days, null)).toMatchObject({ count: 1 });
  });

  it('asks of one crew after the other where it stands, and shows those that have their place', () => {
    expect(toView(known, placing, null)).toMatchObject({
      kind: 'place',
      title: '丙值今天上哪一天的班？',
      note: '点一下它在这一轮里的位置。第 3 个，共 4 个。',
      cells: [
        { number: 1, character: '白', crews: '' },
        {},
        {},
        {},
        { crews: '乙值', label: '第 5 天，休息，乙值' },
        {},
        { crews: '甲值', character: '夜' },
        {},
      ],
      canUndo: true,
    });
    expect(draftOf(placing)).toBeUndefined();
  });

  it('sends where each crew stands on the first day', () => {
    expect(draftOf(placed)).toMatchObject({
      name: '四值三倒',
      pattern: { kind: 'own', daysCounted: 'every-day', offsets: [6, 4, 2, 0] },
      crews: four,
      answers: [],
    });
    const later = withFirstDay(placed, dayAfter(3), today);
    expect(draftOf(later)).toMatchObject({ pattern: { offsets: [1, 7, 5, 3] } });
    const earlier = withFirstDay(placed, dayAfter(-1), today);
    expect(draftOf(earlier)).toMatchObject({ pattern: { offsets: [5, 3, 1, 7] } });
  });

  it('asks about the first day instead of today when that is still to come', () => {
    const ahead = withFirstDay(placing, dayAfter(5), today);
    expect(toView(known, ahead, null)).toMatchObject({
      kind: 'place',
      title: '甲值周一 3月16日上哪一天的班？',
    });
    const [first] = draftOf({ ...ahead, places: [6, 4, 2, 0] })?.crews ?? [];
    expect(first).toEqual(four[0]);
    expect(draftOf({ ...ahead, places: [6, 4, 2, 0] })).toMatchObject({
      pattern: { offsets: [6, 4, 2, 0] },
    });
  });

  it('has the name that was given to it', () => {
    const pattern = patternOf({ ...emptyForm, days: eightDays, name: ' 大修期间 ' });
    expect(draftOf({ ...placed, chosen: { kind: 'own', pattern } })?.name).toBe('大修期间');
  });
});
