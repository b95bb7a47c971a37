import type { Person } from '../../../../../contract/people/member';
import {
  reachOf,
  toAudienceView,
} from '../../../../../miniprogram/packages/study-office/edit-study/audience.view';
import { toFormView } from '../../../../../miniprogram/packages/study-office/edit-study/edit-study.view';
import {
  faultOfRefusal,
  faultsOf,
} from '../../../../../miniprogram/packages/study-office/edit-study/form-faults';
import {
  consequenceOf,
  toPreview,
} from '../../../../../miniprogram/packages/study-office/edit-study/preview.view';
import { changedSitting } from '../../../../../miniprogram/packages/study-office/edit-study/change-form';
import {
  newForm,
  type StudyForm,
} from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { NOW_MS } from '../../../../builders/phone/study';

const choices = {
  total: 35,
  groups: [
    { groupId: 'g1', name: '第一党小组', count: 9 },
    { groupId: 'g2', name: '第二党小组', count: 8 },
  ],
  crews: [{ crewId: 'c1', name: '一值', count: 7 }],
  today: [],
};

const person = (name: string, crewName: string | null): Person => ({
  memberId: `m-${name}`,
  name,
  maskedStaffNumber: 'Q****01',
  groupName: null,
  crewId: null,
  crewName,
  roles: ['member'],
  isBound: true,
});

function aForm(given: Partial<StudyForm> = {}): StudyForm {
  const form = changedSitting(
    newForm('study-1', 'sitting-1', NOW_MS),
    'sitting-1',
    'place',
    '306',
    0,
  );
  return { ...form, topic: '支部组织生活怎么开', ...given };
}

describe('what is missing', () => {
  const faults = (form: StudyForm, known: StudyForm | null = null) =>
    faultsOf(form, NOW_MS, known).map(({ step, field, text }) => [step, field, text]);

  it('is nothing in a filled form', () => {
    expect(faults(aForm())).toEqual([]);
  });

  it('is said at the field it belongs to, step by step', () => {
    const form = aForm({
      topic: ' \u3164',
      materials: [
        { title: '', url: 'https://example.com', minutes: 5, isMustRead: false },
        { title: '图解', url: 'http://example.com', minutes: 5, isMustRead: false },
      ],
      audience: 'crews',
      sittings: changedSitting(aForm(), 'sitting-1', 'place', '\u202e', 0).sittings,
    });
    expect(faults(form)).toEqual([
      ['content', 'topic', '还没写主题。'],
      ['content', 'material-title-0', '这份材料还没写标题。'],
      ['content', 'material-url-1', '链接要以 https:// 开头，中间没有空格。'],
      ['audience', 'audience', '还没选人。'],
      ['sittings', 'place-sitting-1', '还没写地点。'],
    ]);
  });

  it('names what is wrong with a time', () => {
    const ended = changedSitting(aForm(), 'sitting-1', 'end', '', 800);
    expect(faults(ended)).toEqual([['sittings', 'time-sitting-1', '结束要晚于开始。']]);
    const past = changedSitting(aForm(), 'sitting-1', 'day', '2026-03-10', 0);
    expect(faults(past)).toEqual([['sittings', 'time-sitting-1', '开始时间已经过了。']]);
  });

  it('lets a sitting of a published study lie in the past as long as it stands', () => {
    const past = changedSitting(aForm(), 'sitting-1', 'day', '2026-03-10', 0);
    expect(faults(past, past)).toEqual([]);
  });
});

describe('a refusal of the server', () => {
  const fault = (code: string, detail: Record<string, string>) =>
    faultOfRefusal({ code, detail }, aForm(), '有一场的时间不对');

  it('about one sitting is told at that sitting', () => {
    expect(fault('bad-sitting', { sitting: 'sitting-1', fault: 'too-long' })).toEqual({
      step: 'sittings',
      field: 'time-sitting-1',
      text: '一场最长 12 小时。',
    });
  });

  it('about a sitting that was taken out is told above all sittings', () => {
    expect(fault('sitting-in-use', { sitting: 'gone' })).toMatchObject({ field: 'sittings' });
  });

  it('about anything else belongs to no sitting', () => {
    expect(fault('changed-meanwhile', {})).toBeUndefined();
  });
});

describe('the audience', () => {
  it('counts whom the choice reaches', () => {
    expect(reachOf(aForm(), choices)).toBe(35);
    expect(reachOf(aForm({ audience: 'groups', groupIds: ['g1', 'g2'] }), choices)).toBe(17);
    expect(reachOf(aForm({ audience: 'crews', crewIds: ['c1'] }), choices)).toBe(7);
    expect(reachOf(aForm({ audience: 'people', memberIds: ['a', 'b'] }), choices)).toBe(2);
  });

  it('finds people by name or crew and marks the chosen ones', () => {
    const people = [person('周立新', '二值'), person('孙玉梅', null)];
    const form = aForm({ audience: 'people', memberIds: ['m-周立新'] });
    const view = toAudienceView(form, choices, people, ' 二\u200b值');
    expect(view.options).toEqual([
      { id: 'm-周立新', name: '周立新', note: '二值', isChosen: true },
    ]);
  });
});

describe('the form on the screen', () => {
  it('tells a sitting in days as people say them and its check-in in one line', () => {
    expect(toFormView(aForm(), 'sittings', {}, NOW_MS).sittings[0]).toMatchObject({
      title: '场次',
      dayText: '明天 周四 3月12日',
      start: '14:00',
      end: '14:40',
      windowLine: '13:45 起可签到，14:15 后算迟到，14:40 截止',
      canRemove: false,
    });
  });

  it('tells which of the four steps is the present one', () => {
    const { steps, stepIndex } = toFormView(aForm(), 'audience', {}, NOW_MS);
    expect(steps).toHaveLength(4);
    expect(steps[stepIndex]).toBe('对象');
  });
});

it('the preview says how many people, how many sittings, and everything that will be read', () => {
  const form = aForm({
    materials: [{ title: '图解', url: 'https://a.cn', minutes: 5, isMustRead: true }],
  });
  expect(toPreview(form, 35, NOW_MS)).toEqual({
    title: '35 人，1 场',
    lines: [
      { label: '主题', value: '支部组织生活怎么开' },
      { label: '类型', value: '主题党日 · 约 40 分钟' },
      { label: '对象', value: '全支部 35 人' },
      { label: '场次', value: '明天 14:00–14:40\n306' },
      { label: '材料', value: '1 份，1 份必读' },
    ],
  });
});

describe('what saving a change does, said before it is done', () => {
  const before = aForm({ revision: 1 });
  const consequence = (after: StudyForm, isToldToAll = false) =>
    consequenceOf(before, after, 48, isToldToAll);

  it('is to tell everybody of another time, place or sitting', () => {
    const moved = changedSitting(before, 'sitting-1', 'start', '', 15 * 60);
    const elsewhere = changedSitting(moved, 'sitting-1', 'place', '307', 0);
    expect(consequence(elsewhere)).toEqual({
      lines: ['时间、地点有改动，48 人会收到，写明改了什么。'],
      isOptional: false,
    });
  });

  it('is to tell nobody of mere words, unless the officer ticks it', () => {
    const reworded = { ...before, topic: '改了字' };
    expect(consequence(reworded)).toEqual({
      lines: ['时间、地点没有变，不打扰大家。'],
      isOptional: true,
    });
    expect(consequence(reworded, true).lines).toEqual(['48 人会收到：内容有更新，时间地点不变。']);
  });

  it('is to tell of another audience those who come and go', () => {
    const after = { ...before, audience: 'crews' as const, crewIds: ['c1'] };
    expect(consequence(after).lines).toEqual([expect.stringContaining('新加的人会收到')]);
  });

  it('is nothing when nothing was changed', () => {
    expect(consequence(before).lines).toEqual(['和发布的一样，没有改动。']);
  });
});
