import {
  toRollView,
  type RollChoice,
} from '../../../../../miniprogram/packages/study-office/roll/roll.view';
import { aLine, aRoll } from '../../../../builders/phone/register';
import { at, dayAfter } from '../../../../builders/phone/study';

const START_MS = at('14:00', dayAfter(1));
const all: RollChoice = { query: '', unfolded: [], canCorrect: true, sittingId: '', memberId: '' };

describe('somebody who came after they had been marked missing', () => {
  const corrections = [
    {
      from: 'absent' as const,
      to: 'absent' as const,
      reason: null,
      byName: '周立新',
      atMs: START_MS + 300_000,
    },
  ];
  const lines = [
    aLine({
      state: 'absent',
      way: 'by-hand',
      atMs: START_MS,
      reason: '签完就走',
      markedBy: '林致远',
      corrections,
    }),
  ];
  const nowMs = START_MS + 600_000;

  it('waits to be confirmed, with the mark and the time they came', () => {
    const [group, ...others] = toRollView(aRoll({ nowMs, lines }), all).groups;
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      title: '待确认',
      people: [
        {
          note: '14:05 本人签到 · 登记为缺席：签完就走（林致远 14:00）',
          act: '确认',
          corrections: ['今天 14:05 周立新：本人签到，之前的登记没有改'],
        },
      ],
    });
  });

  it('is what the mark says in a final register', () => {
    const view = toRollView(aRoll({ nowMs, isFinal: true, lines }), all);
    expect(view.groups[0]).toMatchObject({ title: '缺席', people: [{ act: '更正' }] });
  });

  it('whose mark an officer kept is missing, and the entries say so', () => {
    const kept = {
      from: 'absent' as const,
      to: 'absent' as const,
      reason: '已核对，当时不在场',
      byName: '林致远',
      atMs: START_MS + 400_000,
    };
    const decided = lines.map((line) => ({ ...line, corrections: [...corrections, kept] }));
    const [group] = toRollView(aRoll({ nowMs, lines: decided }), all).groups;
    expect(group?.title).toBe('未到');
    expect(group?.people[0]?.corrections[1]).toBe(
      '今天 14:06 林致远：仍登记为缺席，已核对，当时不在场',
    );
  });
});

test.each([
  { byName: '周立新', says: '本人后来签到' },
  { byName: '林致远', says: '扫了成员码' },
])('an entry without a reason says that the person came: $says', ({ byName, says }) => {
  const entry = {
    from: 'absent' as const,
    to: 'attended' as const,
    reason: null,
    byName,
    atMs: START_MS,
  };
  const lines = [aLine({ state: 'attended', corrections: [entry] })];
  const [group] = toRollView(aRoll({ nowMs: START_MS, lines }), all).groups;
  expect(group?.people[0]?.corrections).toEqual([`今天 14:00 ${byName}：缺席改为已到，${says}`]);
});

it('an entry whose reason is not for the reader ends with what it is', () => {
  const entry = { from: 'attended', to: 'excused', reason: '', byName: '林致远' } as const;
  const lines = [aLine({ state: 'excused', corrections: [{ ...entry, atMs: START_MS }] })];
  const choice = { ...all, unfolded: ['excused' as const] };
  const [group] = toRollView(aRoll({ nowMs: START_MS, lines }), choice).groups;
  expect(group?.people[0]?.corrections).toEqual(['今天 14:00 林致远：已到改为请假']);
});
