import { addDays, localDay } from '../../../../../domain/time/local-day';
import {
  monthTitle,
  toView,
  type MonthContent,
  type Roster,
} from '../../../../../miniprogram/packages/roster/month/month.view';
import { aChange, aRoster, aSwap, EARLY, withDay } from '../../../../builders/phone/roster';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

const today = dayAfter(0);

function contentOf(output: Roster = aRoster(), picked = today, nowMs = NOW_MS): MonthContent {
  const view = toView({ kind: 'known', output, asOfAtMs: null }, picked, 'me', nowMs);
  if (view.kind !== 'content') throw new Error(`no content but ${view.kind}`);
  return view;
}

const cellOf = (view: MonthContent, day: string) => view.cells.find((cell) => cell.day === day);

describe('the month', () => {
  it('starts its first week on the right weekday', () => {
    const { cells } = contentOf();
    // The first of March 2026 is a Sunday.
    expect(cells.slice(0, 7).map(({ date }) => date)).toEqual(['', '', '', '', '', '', '1']);
    expect(cells).toHaveLength(6 + 31);
    expect(new Set(cells.map(({ key }) => key)).size).toBe(cells.length);
  });

  it('shows each day by its character, and says it in words', () => {
    expect(cellOf(contentOf(), '2026-03-11')).toMatchObject({
      character: '后',
      kind: 'night',
      isToday: true,
      isPicked: true,
      label: '周三 3月11日，后夜班 02:00–08:00',
    });
  });

  it('marks what was changed', () => {
    const day = dayAfter(8);
    const roster = withDay(aRoster(), {
      day,
      slots: [EARLY],
      source: 'override',
      override: 'swap',
    });
    expect(cellOf(contentOf(roster), day)).toMatchObject({
      character: '早',
      mark: '换',
      label: '周四 3月19日，早班 08:00–14:00，换班',
    });
  });

  it('shows leave as leave, not as a rest day', () => {
    const day = dayAfter(5);
    const roster = withDay(aRoster(), { day, slots: [], source: 'override', override: 'leave' });
    expect(cellOf(contentOf(roster), day)).toMatchObject({ character: '假', mark: '假' });
    expect(contentOf(roster, day).picked).toMatchObject({ shift: '请假', note: '你登记的请假' });
  });

  it('does not take an unknown day for a free one', () => {
    const day = dayAfter(3);
    const roster = withDay(aRoster(), { day, slots: [], source: 'unknown' });
    expect(cellOf(contentOf(roster), day)).toMatchObject({ kind: '', character: '–' });
    expect(contentOf(roster, day).picked?.shift).toBe('还没有班表');
  });

  it('shows the shift of a day that comes from where only newer versions know', () => {
    const day = dayAfter(3);
    const roster = withDay(aRoster(), { day, slots: [EARLY], source: 'unknown' });
    expect(cellOf(contentOf(roster), day)).toMatchObject({ character: '早' });
    expect(contentOf(roster, day).picked?.shift).toBe('早班 08:00–14:00');
  });

  it('explains the characters by their hours', () => {
    expect(contentOf().legend.map(({ character, text }) => `${character} ${text}`)).toEqual([
      '早 08–14',
      '中 14–20',
      '前 20–02',
      '后 02–08',
      '休 休息',
    ]);
  });

  it('keeps the minutes of hours that have some', () => {
    const legend = [{ ...EARLY, startMinute: 510, durationMinutes: 540 }];
    expect(contentOf(aRoster({ legend })).legend[0]?.text).toBe('08:30–17:30');
  });

  it('is titled with its year', () => {
    expect(monthTitle('2027-01')).toBe('2027年 1月');
  });
});

describe('the picked day', () => {
  it('is today with its quiet hours and tomorrow', () => {
    const sleepToday = [{ startAtMs: at('8:30'), endAtMs: at('15:30') }];
    expect(contentOf(aRoster({ sleepToday })).picked).toMatchObject({
      title: '今天 周三 3月11日',
      shift: '后夜班 02:00–08:00',
      note: '免打扰 8:30–15:30',
      next: '明天休',
    });
  });

  it('names a change of today before the quiet hours', () => {
    const sleepToday = [{ startAtMs: at('22:30'), endAtMs: at('6:30', dayAfter(1)) }];
    const changed = { day: today, slots: [], source: 'override', override: 'leave' } as const;
    const roster = withDay(aRoster({ sleepToday }), { ...changed, slots: [] });
    expect(contentOf(roster).picked?.note).toBe('你登记的请假 · 免打扰 今晚 22:30–6:30');
  });

  it('says nothing of quiet hours that are over', () => {
    const lastNight = { startAtMs: at('22:30', dayAfter(-1)), endAtMs: at('6:30') };
    const tonight = { startAtMs: at('22:30'), endAtMs: at('6:30', dayAfter(1)) };
    const noteOf = (sleepToday: Roster['sleepToday']) =>
      contentOf(aRoster({ sleepToday })).picked?.note;
    expect(noteOf([lastNight, tonight])).toBe('免打扰 今晚 22:30–6:30');
    expect(noteOf([lastNight])).toBe('按倒班表');
  });

  it('is another one with the day after it', () => {
    expect(contentOf(aRoster(), dayAfter(2)).picked).toMatchObject({
      title: '周五 3月13日',
      note: '按倒班表',
      next: '次日中班',
    });
  });

  it('says nothing of the day after the last one', () => {
    expect(contentOf(aRoster(), localDay('2026-03-31')).picked?.next).toBe('');
  });

  it('is none in another month', () => {
    expect(contentOf(aRoster(), localDay('2026-04-01')).picked).toBeNull();
  });
});

describe('the calendar of the phone', () => {
  it('gets the picked shift', () => {
    expect(contentOf(aRoster(), dayAfter(4)).entry).toEqual({
      title: '清风：早班',
      startAtMs: at('8:00', dayAfter(4)),
      endAtMs: at('14:00', dayAfter(4)),
      text: '周日 3月15日 早班 08:00–14:00',
    });
  });

  it('gets the next shift when the picked day has none ahead', () => {
    const { entry } = contentOf();
    expect(entry?.text).toBe('周五 3月13日 前夜班 20:00–02:00');
    expect(entry?.endAtMs).toBe(at('2:00', dayAfter(3)));
    expect(contentOf(aRoster(), dayAfter(1)).entry).toEqual(entry);
  });

  it('gets nothing when no shift is ahead', () => {
    expect(contentOf(aRoster(), today, at('23:59', localDay('2026-03-31'))).entry).toBeNull();
  });
});

describe('changes', () => {
  const titleOf = (given: Parameters<typeof aChange>[0]) =>
    contentOf(aRoster({ changes: [aChange(given)] })).changes[0];

  it('are told with their days, the last one included', () => {
    expect(titleOf({ toDay: addDays(dayAfter(5), 3) })).toMatchObject({
      mark: '假',
      title: '请假：年休假',
      note: '周一 3月16日到周三 3月18日',
    });
    expect(titleOf({})?.note).toBe('周一 3月16日');
  });

  it.each([
    [{ kind: 'swap', withName: '刘洋', slots: [EARLY] }, '换班：上早班'],
    [{ kind: 'training', slots: [EARLY] }, '培训：早班 08:00–14:00'],
    [{ kind: 'on-loan', crewName: '四值' }, '借调：到四值'],
    [{ kind: 'on-loan', crewName: null }, '借调：外单位'],
    [{ kind: 'changed-hours', slots: [] }, '改上班时间：不上班'],
  ] as const)('%j', (given, title) => {
    expect(titleOf({ ...given, slots: 'slots' in given ? [...given.slots] : [] })?.title).toBe(
      title,
    );
  });

  it('of swaps say whose turn it is', () => {
    const swaps = [
      aSwap(),
      aSwap({ swapId: 'swap-2', proposerId: 'partner', partnerId: 'me', proposerName: '刘洋' }),
    ];
    expect(contentOf(aRoster({ swaps })).swaps).toMatchObject([
      {
        title: '你想和刘洋换班',
        badge: '等答复',
        isMine: false,
        note: '周四 3月19日 · 周四 3月19日 8:00 前等对方答复',
      },
      {
        title: '刘洋想和你换班',
        badge: '等你答复',
        isMine: true,
        note: expect.stringMatching(/ 前答复$/u),
      },
    ]);
  });

  it('of swaps leave no question once a shift has begun', () => {
    const late = aSwap({ proposerId: 'partner', partnerId: 'me', days: [today], takes: [] });
    expect(contentOf(aRoster({ swaps: [late] })).swaps).toMatchObject([
      { badge: '没换成', isMine: false },
    ]);
    expect(contentOf(aRoster({ swaps: [aSwap({ state: 'agreed' })] })).swaps).toMatchObject([
      { title: '你和刘洋换班', badge: '已换' },
    ]);
  });
});
