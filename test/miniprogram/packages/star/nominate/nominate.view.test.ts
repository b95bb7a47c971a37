import {
  emptyForm,
  toView,
  withRecord,
  type Choices,
  type NominateForm,
} from '../../../../../miniprogram/packages/star/nominate/nominate.view';
import { localDay } from '../../../../../domain/time/local-day';
import { at, NOW_MS } from '../../../../builders/phone/study';

const choices: Choices = {
  untilAtMs: at('20:00', localDay('2026-03-16')),
  people: [{ memberId: 'b', name: '刘洋', crewName: '四值' }],
  ownBars: [],
  evidence: [{ kind: 'note', id: 'n', title: '护栏', day: localDay('2026-03-10') }],
  left: 2,
};
const shown = (form: Partial<NominateForm>, given: Partial<Choices> = {}, forGroup = false) =>
  toView({ ...choices, ...given }, { ...emptyForm, ...form }, forGroup, NOW_MS);

test('somebody and some words are needed, and it says who is told what', () => {
  expect(shown({})).toMatchObject({
    note: '周一 3月16日 20:00 截止，还能提 2 位',
    person: null,
    canSend: false,
    actionNote: '本人同意才进名单',
  });
  const form = { memberId: 'b', deeds: '事' };
  expect(shown(form)).toMatchObject({
    person: { name: '刘洋' },
    canSend: true,
    actionNote: '只告诉刘洋是谁提的，候选名单里不写',
  });
  expect(shown({ ...form, isNamed: false }).actionNote).toBe('不告诉任何人是你提的');
  expect(shown({ ...form, isNamed: false }, { others: 4 }).actionNote).toBe('不告诉任何人是你提的');
  expect(shown({ ...form, isNamed: false }, { others: 3 }).actionNote).toBe(
    '不告诉任何人是你提的。支部人少，他也可能猜到',
  );
  expect(shown(form).whyNotes).toContain('只能选他署名分享过的');
  expect(shown({ way: 'self' })).toMatchObject({
    whyNotes: '',
    noEvidence: '这个月没有你的记录。',
  });
  expect(shown({ ...form, deeds: ' ' }).canSend).toBe(false);
  expect(shown({ ...form, deeds: '长'.repeat(301) }).canSend).toBe(false);
});

test('a group nominates by its leader; who may not stand is told why and can name others', () => {
  expect(shown({}).ways.map(({ id }) => id)).toEqual(['self', 'colleague']);
  expect(shown({}, {}, true).ways).toHaveLength(3);
  const barred = shown({}, { ownBars: ['probationary'] }, true);
  expect(barred.ways.map(({ id }) => id)).toEqual(['colleague', 'group']);
  expect(barred.barred).toBe('按支部这个月定的规则，你这次不参加评选（预备党员）。可以推荐别人。');
  expect(shown({ way: 'self', deeds: '事' }, { ownBars: ['away'] }).canSend).toBe(false);
});

test('once nobody is nominated any more the form is over, says what follows, and keeps what was written', () => {
  const form = { memberId: 'b', deeds: '写好的事' };
  const over = (nowMs: number, state?: Choices['state']) =>
    toView(
      { ...choices, ...(state !== undefined && { state }) },
      { ...emptyForm, ...form },
      true,
      nowMs,
    );
  const { untilAtMs } = choices;
  expect(over(untilAtMs - 1, 'preparing').over).toBe('');
  expect(over(untilAtMs)).toMatchObject({
    over: '提名 周一 3月16日 20:00 截止了，不能再提。组织委员核对以后定候选名单，定了大家都看得到。',
    unsent: '写好的事',
  });
  for (const state of ['listed', 'voting', 'counted', 'public'] as const) {
    expect(over(untilAtMs - 1, state).over).toContain('名单已经定了');
  }
  expect(over(untilAtMs - 1, 'over').over).toContain('已经结束');
});

test('of records the last three stay', () => {
  const all = ['a', 'b', 'c', 'd'].reduce((form, key) => withRecord(form, key, true), emptyForm);
  expect(all.evidence).toEqual(['b', 'c', 'd']);
  expect(withRecord(all, 'c', false).evidence).toEqual(['b', 'd']);
});
