import type { RollLine } from '../../../../../contract/study/register';
import {
  toLeaveSheet,
  withState,
} from '../../../../../miniprogram/packages/study-office/roll/entry-sheet.view';
import { withReasons } from '../../../../../miniprogram/packages/study-office/roll/leave.view';
import { toRollView } from '../../../../../miniprogram/packages/study-office/roll/roll.view';
import { aLine, aPublicSitting, aRoll, aStudy } from '../../../../builders/phone/register';
import { at } from '../../../../builders/phone/study';

type Leave = NonNullable<RollLine['leave']>;

const aLeave = (leave: Partial<Leave> = {}): Leave => ({
  standing: 'waiting',
  answer: null,
  reason: '陪家人看病',
  askedAtMs: at('8:20'),
  ...leave,
});
const answer = { reason: '要表决', byName: '赵书记', atMs: at('8:40') };
const study = aStudy({ sittings: [aPublicSitting({ startAtMs: at('14:00') })] });
const all = { query: '', unfolded: [], canCorrect: true, sittingId: '', memberId: '' };
const sheet = (leave: Leave, hour = '9:00') =>
  toLeaveSheet(aLine({ state: 'excused', leave }), study, study.sittings, at(hour));

it('leave that waits stands on top of the roll, and is still counted as leave', () => {
  const lines = [
    aLine({ memberId: '1', state: 'expected' }),
    aLine({ memberId: '2', state: 'excused', reason: '陪家人看病', leave: aLeave() }),
  ];
  const { groups, segments } = toRollView(aRoll({ nowMs: at('9:00'), study, lines }), all);
  expect(groups.map(({ title, people }) => [title, people[0]?.act])).toEqual([
    ['请假待答复', '答复'],
    ['未到', '登记'],
  ]);
  expect(segments.find(({ key }) => key === 'excused')?.count).toBe(1);
  expect(segments.some(({ key }) => key === 'leave')).toBe(false);
});

it('what was declined stands beside the name with who said so', () => {
  const leave = aLeave({ standing: 'declined', answer });
  const lines = [aLine({ state: 'expected', reason: leave.reason, leave })];
  const { groups } = toRollView(aRoll({ nowMs: at('9:00'), study, lines }), all);
  expect(groups[0]?.people[0]?.note).toMatch('陪家人看病 · 没有批：要表决（赵书记）');
});

it('is offered to be answered by whoever may, and to nobody else', () => {
  const lines = [aLine({ state: 'excused', leave: aLeave() })];
  const reply = aRoll({ nowMs: at('9:00'), study, lines });
  const acts = (canCorrect: boolean) =>
    toRollView(reply, { ...all, canCorrect }).groups.map(({ people }) => people[0]?.act);
  expect([acts(true), acts(false)]).toEqual([['答复'], ['']]);
});

it('is offered to nobody on their own line, which says who answers it', () => {
  const lines = [
    aLine({ memberId: 'me', state: 'excused', leave: aLeave() }),
    aLine({ memberId: 'other', state: 'excused', leave: aLeave() }),
  ];
  const reply = aRoll({ nowMs: at('9:00'), study, lines });
  const [own, other] = toRollView(reply, { ...all, memberId: 'me' }).groups[0]?.people ?? [];
  expect(own).toMatchObject({ act: '', canOpen: false });
  expect(own?.note).toMatch('由另一位书记或组织委员答复');
  expect(other).toMatchObject({ act: '答复', canOpen: true });
});

it('nobody is offered to enter or correct themselves', () => {
  const lines = [aLine({ memberId: 'me', state: 'absent' })];
  const reply = aRoll({ nowMs: at('9:00'), study, lines, isFinal: true });
  const own = toRollView(reply, { ...all, memberId: 'me' }).groups[0]?.people[0];
  expect(own).toMatchObject({ act: '', canOpen: false });
  expect(own?.note).toMatch('要更正请另一位书记或组织委员');
});

it('to who cannot answer it says that it waits', () => {
  const lines = [aLine({ state: 'excused', isLeaveOpen: true })];
  const reply = aRoll({ nowMs: at('9:00'), study, lines });
  const { groups } = toRollView(reply, { ...all, canCorrect: false, unfolded: ['excused'] });
  expect(groups[0]?.people[0]?.note).toMatch('等答复');
});

describe('reasons that were opened', () => {
  const asked = { state: 'excused', leaveAskedAtMs: at('8:20') } as const;
  const bare = aLine({ ...asked, hasReason: true, leave: aLeave({ reason: '' }) });
  const opened = aLine({ ...asked, reason: '陪家人看病', leave: aLeave() });

  it('stand on the line, however often the roll is asked for', () => {
    const answered = { ...bare, leave: aLeave({ reason: '', standing: 'granted', answer }) };
    expect(withReasons(answered, opened)).toMatchObject({
      hasReason: false,
      reason: '陪家人看病',
      leave: { reason: '陪家人看病', standing: 'granted' },
    });
  });

  it('are those of this leave, and of what is entered now', () => {
    const anew = { ...bare, leaveAskedAtMs: at('8:50') };
    expect(withReasons(anew, opened)).toBe(anew);
    // Who cannot answer it is shown no leave beside the line.
    const anewToLeader = aLine({ ...asked, hasReason: true, leaveAskedAtMs: at('8:50') });
    expect(withReasons(anewToLeader, opened)).toBe(anewToLeader);
    const entered = { ...bare, atMs: at('8:55') };
    expect(withReasons(entered, opened)).toBe(entered);
    expect(withReasons(bare, undefined)).toBe(bare);
    const takenBack = aLine({ state: 'expected' });
    expect(withReasons(takenBack, opened)).toBe(takenBack);
  });
});

describe('the sheet', () => {
  it('offers both answers, with words to start from when it is granted', () => {
    const waiting = sheet(aLeave());
    expect(waiting).toMatchObject({ state: 'granted', preset: '同意', action: '答复' });
    expect(waiting.leave).toEqual({ askedAtMs: at('8:20'), seen: 'waiting' });
    expect(waiting.note).toMatch('陪家人看病');
    expect(waiting.states.map(({ text }) => text).slice(0, 2)).toEqual(['同意请假', '不同意']);
    expect(withState(waiting, 'declined')).toMatchObject({ preset: '' });
  });

  it('offers no decline once the last sitting has begun', () => {
    const states = sheet(aLeave(), '14:00').states.map(({ state }) => state);
    expect(states).toEqual(expect.arrayContaining(['granted', 'attended', 'absent']));
    expect(states).not.toContain('declined');
  });

  it('of what was answered offers the other answer and says who answered', () => {
    const declined = sheet(aLeave({ standing: 'declined', answer }));
    expect(declined.states.map(({ state }) => state)).not.toContain('declined');
    expect(declined).toMatchObject({ state: 'granted', title: expect.stringMatching('改答复') });
    expect(declined.note).toMatch('赵书记没有同意：要表决');
  });
});
