import type { OutputOf } from '../../../../../contract/action';
import type { myAttendance } from '../../../../../contract/study/mine';
import { toView } from '../../../../../miniprogram/packages/me/attendance/attendance.view';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

type Attendance = OutputOf<typeof myAttendance>;
type Entry = Attendance['entries'][number];

const anEntry = (given: Partial<Entry> = {}): Entry => ({
  studyId: 's1',
  topic: '从一张操作票说起',
  startAtMs: at('14:00', dayAfter(-1)),
  minutes: 40,
  state: 'attended',
  atMs: null,
  reason: null,
  ...given,
});

const anAttendance = (given: Partial<Attendance> = {}): Attendance => ({
  entries: [anEntry()],
  raw: { attended: 2, asked: 3 },
  fair: { attended: 2, couldAttend: 2 },
  minutesAsked: 120,
  ...given,
});

const viewOf = (output: Attendance) => toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);

describe('my attendance of a month', () => {
  it('shows the fair and the raw rate, each with its sum', () => {
    expect(viewOf(anAttendance())).toMatchObject({
      fair: { percent: '100', unit: '%', sum: '2/2' },
      raw: { percent: '67', unit: '%', sum: '2/3' },
      minutes: '这个月一共请你花 2 小时',
    });
  });

  it('divides by nothing when nobody could attend', () => {
    const fair = { attended: 0, couldAttend: 0 };
    expect(viewOf(anAttendance({ fair }))).toMatchObject({ fair: { percent: '–', sum: '0/0' } });
  });

  it('gives no raw rate while everything is still ahead', () => {
    const entries = [anEntry({ state: 'expected' })];
    const raw = { attended: 0, asked: 0 };
    expect(viewOf(anAttendance({ entries, raw }))).toMatchObject({
      raw: { percent: '–', sum: '0/0' },
    });
  });

  it('says that leave waits, and afterwards who declined it and why', () => {
    const answer = { reason: '要表决', byName: '赵书记', atMs: 1 };
    const entries = [
      anEntry({ state: 'excused', leave: { standing: 'waiting', answer: null } }),
      anEntry({ state: 'absent', leave: { standing: 'declined', answer } }),
    ];
    expect(viewOf(anAttendance({ entries }))).toMatchObject({
      rows: [
        { badge: { text: '请假等答复', tone: 'warn' }, reason: '' },
        { badge: { text: '未参加' }, reason: '请假没有批：要表决（赵书记）' },
      ],
    });
  });

  it('says of whom the calendar or a loan excused that they were away, not that they asked', () => {
    const entries = [anEntry({ state: 'excused', isAway: true }), anEntry({ state: 'excused' })];
    expect(viewOf(anAttendance({ entries }))).toMatchObject({
      rows: [{ badge: { text: '休假或借调' } }, { badge: { text: '已请假' } }],
    });
  });

  it('says of each entry when, how long, how it ended and why', () => {
    const entries = [anEntry({ state: 'excused', reason: '孩子发烧' })];
    expect(viewOf(anAttendance({ entries }))).toMatchObject({
      rows: [
        {
          when: '周二 3月10日 14:00 · 40 分钟',
          reason: '原因：孩子发烧',
          badge: { text: '已请假', tone: 'plain' },
        },
      ],
    });
  });

  it('does not shame: an absence has a plain badge', () => {
    const entries = [anEntry({ state: 'absent' })];
    expect(viewOf(anAttendance({ entries }))).toMatchObject({
      rows: [{ badge: { tone: 'plain' } }],
    });
  });

  it('has a sentence for a month without studies', () => {
    expect(viewOf(anAttendance({ entries: [] }))).toMatchObject({
      kind: 'empty',
      action: '看上个月',
    });
  });

  it('says of a study that asked until one had moved where one is, not that one was away', () => {
    const entries = [anEntry({ state: 'excused', isAway: true, gone: 'moved' })];
    const badge = { text: '已到别的支部', tone: 'plain' };
    expect(viewOf(anAttendance({ entries }))).toMatchObject({ rows: [{ badge, reason: '' }] });
  });
});
