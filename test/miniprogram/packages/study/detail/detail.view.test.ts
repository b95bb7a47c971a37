import type { MyLeave } from '../../../../../contract/study/leave-shapes';
import type { MyStudy } from '../../../../../contract/study/study-shapes';
import { toDetailView, toView } from '../../../../../miniprogram/packages/study/detail/detail.view';
import type { KeptReply } from '../../../../../miniprogram/state/waiting-answers';
import { localDay } from '../../../../../domain/time/local-day';
import { aKept } from '../../../../builders/phone/kept';
import { aPublicSitting, aStudy } from '../../../../builders/phone/register';
import { aMyStudy, aSitting, at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

const SITTING = aSitting();

function detail(
  mine: Partial<MyStudy> | null,
  given: { nowMs?: number; isOfficer?: boolean; leave?: MyLeave } = {},
) {
  const { nowMs = NOW_MS, isOfficer = false, leave } = given;
  const own = mine === null ? null : aMyStudy({ ...mine, ...(leave && { leave }) });
  const sittings =
    own === null
      ? [aPublicSitting()]
      : own.sittings.map(({ sittingId, startAtMs }) => aPublicSitting({ sittingId, startAtMs }));
  return toDetailView({
    nowMs,
    study: aStudy({ sittings, state: own?.isCancelled === true ? 'cancelled' : 'published' }),
    mine: own,
    canPresent: isOfficer,
    canEdit: isOfficer,
  });
}

describe('the line under the actions', () => {
  it.each([
    ['days before', NOW_MS, '明天 13:45 起可签到，14:05 后算迟到'],
    ['on the day', at('10:00', dayAfter(1)), '13:45 起可签到，14:05 后算迟到'],
    ['once it is open', SITTING.opensAtMs, '现在可以签到，14:05 后算迟到，14:40 截止'],
    ['once it is late', SITTING.lateAfterAtMs, '现在签到算迟到，14:40 截止'],
  ])('says %s when and with what effect', (_name, nowMs, text) => {
    expect(detail({}, { nowMs }).dockLine).toBe(text);
  });
});

it('who chose a later sitting is let in at the one that is open now', () => {
  const sittings = [SITTING, aSitting({ sittingId: 'later', startAtMs: at('9:30', dayAfter(5)) })];
  const mine = { sittings, chosenSittingId: 'later' };
  expect(detail(mine, { nowMs: SITTING.opensAtMs })).toMatchObject({
    checkInSittingId: 'sitting-1',
    dockLine: '现在可以签到，14:05 后算迟到，14:40 截止',
  });
  expect(detail(mine).checkInSittingId).toBe('later');
});

describe('an answer that waits in the phone', () => {
  const shownWith = (reply: KeptReply['reply'], mine: Partial<MyStudy> = {}) => {
    const own = aMyStudy(mine);
    const output = { nowMs: NOW_MS, study: aStudy(), mine: own, canPresent: false, canEdit: false };
    const replies = new Map([[own.studyId, { reply, madeAtMs: NOW_MS }]]);
    const state = { kind: 'known', output, asOfAtMs: null } as const;
    const view = toView(state, replies, aKept({ count: 1 }), NOW_MS);
    if (view.kind !== 'content') throw new Error(view.kind);
    return view;
  };

  it('asking for leave is shown as asked, with what it waits for, and is not asked for again', () => {
    expect(shownWith({ kind: 'excused', reason: '看病' })).toMatchObject({
      badge: { text: '已请假' },
      mine: { title: '已请假（有网时送出）', note: '原因：看病' },
      canExcuse: false,
      canTakeBack: true,
    });
  });

  it('a scan says so, and asks nobody to come again', () => {
    expect(shownWith({ kind: 'scanned' })).toMatchObject({
      mine: { title: '已扫码（有网时送出）', note: expect.stringContaining('不用再扫') as string },
      canCheckIn: false,
    });
  });

  it('choosing a sitting marks it', () => {
    const { sittings, mine } = shownWith({ kind: 'coming', sittingId: 'sitting-1' });
    expect(sittings[0]).toMatchObject({ isChosen: true, note: '已选' });
    expect(mine?.title).toBe('已选明天 14:00 这场（有网时送出）');
  });

  it('taking an answer back leaves none', () => {
    expect(shownWith({ kind: 'none' }, { state: 'excused' })).toMatchObject({
      mine: { title: '还没回复' },
      canTakeBack: false,
    });
  });

  it('taking leave back leaves duty, which excuses by itself, to who is on duty in every sitting', () => {
    const sittings = [aSitting({ fit: 'on-duty' })];
    expect(shownWith({ kind: 'none' }, { state: 'excused', sittings })).toMatchObject({
      mine: { title: '你在岗，不用请假' },
      canExcuse: false,
    });
  });

  it('says nothing against a check-in that is there by now', () => {
    const { mine } = shownWith({ kind: 'excused', reason: '看病' }, { state: 'attended' });
    expect(mine?.title).toBe('已签到');
  });
});

it('who is on duty is offered no leave: duty excuses by itself', () => {
  const onDuty = { state: 'on-duty', sittings: [aSitting({ fit: 'on-duty' })] } as const;
  expect(detail({ ...onDuty, sittings: [...onDuty.sittings] })).toMatchObject({
    canExcuse: false,
    canCheckIn: true,
  });
});

describe('what I may do', () => {
  it('is check in and ask for leave before it starts, only check in once it runs, nothing after', () => {
    const may = (nowMs: number) => {
      const { canCheckIn, canExcuse, hasDock } = detail({}, { nowMs });
      return [canCheckIn, canExcuse, hasDock];
    };
    expect(may(NOW_MS)).toEqual([true, true, true]);
    expect(may(SITTING.startAtMs - 1)).toEqual([true, true, true]);
    expect(may(SITTING.startAtMs)).toEqual([true, false, true]);
    expect(may(SITTING.closesAtMs)).toEqual([false, false, false]);
  });

  it('is nothing more once I am in, and nothing at all when it is cancelled', () => {
    expect(detail({ state: 'attended', atMs: SITTING.opensAtMs })).toMatchObject({
      hasDock: false,
    });
    const cancelled = detail({ isCancelled: true });
    expect(cancelled).toMatchObject({
      hasDock: false,
      mine: null,
      cancelled: '这次学习已取消，不用来了，也不算缺席。原因：没有写原因',
    });
    expect(cancelled.sittings.every((row) => row.isFaint && !row.canChoose)).toBe(true);
  });

  it('is no note on a study of a branch that I have left', () => {
    const reply = { nowMs: NOW_MS, study: aStudy(), canPresent: false, canEdit: false };
    const write = (isElsewhere: boolean) =>
      toDetailView({ ...reply, mine: aMyStudy(), isElsewhere }).notes.write;
    expect([write(false) === '', write(true)]).toEqual([false, '']);
  });

  it('is nothing of a study that asks me no more, which says where I am', () => {
    const reply = { nowMs: NOW_MS, study: aStudy(), canPresent: false, canEdit: false };
    expect(toDetailView({ ...reply, mine: null, gone: 'moved' })).toMatchObject({
      hasDock: false,
      canExcuse: false,
      canTakeBack: false,
      mine: { title: '你已到别的支部', note: expect.stringContaining('不再请你参加') as string },
    });
  });

  it('is asking for leave again where it was declined, and then taking that back', () => {
    const answer = { reason: '要表决', byName: '赵书记', atMs: 1 };
    expect(detail({}, { leave: { standing: 'declined', answer } })).toMatchObject({
      mine: { title: '请假没有批', note: expect.stringContaining('赵书记：要表决') as string },
      canExcuse: true,
      canTakeBack: false,
    });
    expect(detail({}, { leave: { standing: 'waiting', answer: null } })).toMatchObject({
      mine: { title: '又请了假，等答复' },
      canExcuse: false,
      canTakeBack: true,
    });
  });

  it('says of leave that nobody has answered that it may be declined, until the study begins', () => {
    const asked = { state: 'excused', excuseReason: '看病' } as const;
    const leave = { standing: 'waiting', answer: null } as const;
    const { mine, badge } = detail(asked, { leave });
    expect(badge).toEqual({ text: '请假等答复', tone: 'warn' });
    expect(mine).toMatchObject({
      title: '请假已提出，等答复',
      note: '原因：看病。没答复前算请假；不同意会告诉你为什么。',
    });
    const begun = detail(asked, { leave, nowMs: SITTING.startAtMs });
    expect([begun.badge?.text, begun.mine?.title]).toEqual(['已请假', '已请假']);
  });

  it('says of who is excused by what an officer entered nothing of an earlier answer', () => {
    const answer = { reason: '要表决', byName: '赵书记', atMs: 1 };
    const { mine } = detail({ state: 'excused' }, { leave: { standing: 'declined', answer } });
    expect(mine).toMatchObject({ title: '已请假', note: '' });
  });

  it('says of leave in the calendar that nobody has to ask for it', () => {
    const rest = { label: 'rest', kind: 'rest', startMinute: null, endMinute: null } as const;
    const shift = { ...rest, day: localDay('2026-03-12'), override: 'leave' } as const;
    const sittings = [aSitting({ shift, fit: 'free' })];
    const view = detail({ state: 'excused', isAway: true, sittings });
    expect(view.mine).toMatchObject({ title: '你休假或借调在外' });
    expect(view).toMatchObject({ badge: { text: '休假或借调' }, canTakeBack: false });
    expect(view.sittings[0]?.fit?.text).toBe('你休假，可参加');
    expect(view.sittings[0]?.chip).toMatchObject({ character: '假', label: '休假' });
  });

  it('after the close still says who declined it and why', () => {
    const answer = { reason: '要表决', byName: '赵书记', atMs: 1 };
    const { mine } = detail(
      { state: 'absent' },
      { leave: { standing: 'declined', answer }, nowMs: SITTING.closesAtMs },
    );
    expect(mine?.title).toBe('请假没有批，也没有签到');
    expect(mine?.note).toMatch('请假没有批：要表决（赵书记）');
  });

  it('is taking back a leave or a choice', () => {
    expect(detail({ state: 'excused', excuseReason: '看病' })).toMatchObject({
      canTakeBack: true,
      canExcuse: false,
      mine: { title: '已请假', note: '原因：看病' },
    });
    const answer = { reason: '同意', byName: '赵书记', atMs: 1 };
    expect(
      detail({ state: 'excused', excuseReason: '看病' }, { leave: { standing: 'granted', answer } })
        .mine,
    ).toMatchObject({ title: '已请假，批了', note: '原因：看病。赵书记：同意' });
    expect(detail({ chosenSittingId: 'sitting-1' }).canTakeBack).toBe(true);
    expect(detail({}).canTakeBack).toBe(false);
  });
});

describe('the sittings', () => {
  it('can be chosen unless I am on duty or they are over', () => {
    const sittings = [
      aSitting({ sittingId: 'over', startAtMs: at('8:00') }),
      aSitting({ sittingId: 'duty', fit: 'on-duty', startAtMs: at('15:00', dayAfter(3)) }),
      aSitting({ sittingId: 'night', fit: 'after-night', startAtMs: at('9:30', dayAfter(5)) }),
    ];
    const rows = detail({ sittings }).sittings;
    expect(rows.map(({ canChoose, isFaint, note }) => [canChoose, isFaint, note])).toEqual([
      [false, true, '已结束'],
      [false, true, ''],
      [true, false, ''],
    ]);
    expect(rows[0]?.fit).toBeNull();
  });

  it('mark the chosen one, but not of somebody who has asked for leave', () => {
    expect(detail({ chosenSittingId: 'sitting-1' }).sittings[0]).toMatchObject({
      isChosen: true,
      note: '已选',
    });
    expect(detail({ chosenSittingId: 'sitting-1', state: 'excused' }).sittings[0]?.isChosen).toBe(
      false,
    );
  });
});

describe('my state in words', () => {
  it.each([
    [
      { chosenSittingId: 'sitting-1', repliedAtMs: at('16:05', dayAfter(-1)) },
      '已选明天 14:00 这场',
      '昨天 16:05 回复。来不了可以请假。',
    ],
    [{}, '还没回复', '能来就点上面那一场，也可以到时直接来签到。来不了请先请假。'],
    [{ state: 'late', atMs: at('9:00') }, '已签到，算迟到', '今天 9:00'],
    [
      { state: 'to-confirm', atMs: at('9:00') },
      '等书记确认',
      '今天 9:00 你到了的时间已送到，确认后算数。',
    ],
    [{ state: 'on-duty' }, '你在岗，不用请假', '自动认定，不算缺席。能来也可以签到。'],
    [
      { state: 'asleep' },
      '该你睡觉，不用请假',
      '按班表，这场在你睡觉或当班的时候，自动认定，不算缺席。能来也可以签到。',
    ],
    [{ state: 'absent' }, '没有签到记录', '当时在场的话，请书记在点名册里更正。'],
  ] as const)('reads %j as %s', (mine, title, note) => {
    expect(detail(mine).mine).toMatchObject({ title, note });
  });
});

describe('who sleeps in every sitting', () => {
  const sittings = [
    aSitting({ fit: 'asleep' }),
    aSitting({ sittingId: 'duty', fit: 'on-duty', startAtMs: at('15:00', dayAfter(3)) }),
  ];

  it('may choose one and check in, and has nothing to be excused from', () => {
    const view = detail({ state: 'asleep', sittings });
    expect(view).toMatchObject({ canCheckIn: true, canExcuse: false });
    expect(view.sittings.map(({ canChoose }) => canChoose)).toEqual([true, false]);
    expect(view.mine?.note).toContain('几场都在你睡觉或当班的时候');
  });

  it('reads afterwards that it was none of their absences', () => {
    const nowMs = at('8:00', dayAfter(9));
    expect(detail({ state: 'asleep', sittings }, { nowMs }).mine).toMatchObject({
      title: '当时该你睡觉',
    });
  });
});

describe('the doors for officers', () => {
  it('are shown to officers only, and codes only while a sitting is ahead', () => {
    expect(detail({}).officer).toBeNull();
    expect(detail(null, { isOfficer: true }).officer).toMatchObject({
      codes: [{ sittingId: 'sitting-1', text: '明天 14:00 集控楼二楼会议室' }],
      canPresent: true,
      canEdit: true,
    });
    expect(detail(null, { isOfficer: true, nowMs: SITTING.closesAtMs }).officer).toMatchObject({
      codes: [],
      canPresent: true,
      canEdit: false,
    });
  });

  it('ask which sitting only where several are open, or none is and several are ahead', () => {
    const later = aPublicSitting({
      sittingId: 'later',
      startAtMs: at('14:00', dayAfter(5)),
      opensAtMs: at('13:45', dayAfter(5)),
      closesAtMs: at('14:40', dayAfter(5)),
    });
    const study = aStudy({ sittings: [aPublicSitting(), later] });
    const codesAt = (nowMs: number) =>
      toDetailView({ nowMs, study, mine: null, canPresent: true, canEdit: true }).officer;
    expect(codesAt(NOW_MS)).toMatchObject({
      codes: [{ sittingId: 'sitting-1' }, { sittingId: 'later' }],
      codesNote: '2 场可选',
    });
    expect(codesAt(SITTING.opensAtMs)).toMatchObject({
      codes: [{ sittingId: 'sitting-1' }],
      codesNote: '今天 14:00 集控楼二楼会议室',
      canEdit: true,
    });
    expect(codesAt(SITTING.closesAtMs)?.codes).toMatchObject([{ sittingId: 'later' }]);
  });
});

describe('cancelling', () => {
  const sittings = [
    aPublicSitting(),
    aPublicSitting({ sittingId: 's2', startAtMs: at('9:30', dayAfter(5)) }),
  ];
  const officerView = (
    given: Partial<ReturnType<typeof aStudy>>,
    nowMs: number,
    mine: MyStudy | null = null,
  ) =>
    toDetailView({
      nowMs,
      study: aStudy({ sittings, ...given }),
      mine,
      canPresent: true,
      canEdit: true,
    });

  it('says on its sheet what stays, once a sitting has begun', () => {
    expect(officerView({}, NOW_MS).officer?.cancelNote).not.toContain('记录不变');
    expect(officerView({}, SITTING.opensAtMs - 1).officer?.cancelNote).not.toContain('签过到');
    expect(officerView({}, SITTING.opensAtMs).officer?.cancelNote).toContain(
      '还没开始，签过到的人也不算参加',
    );
    expect(officerView({}, SITTING.startAtMs).officer?.cancelNote).toContain(
      '签过到的人，记录不变',
    );
  });

  it('leaves what was held: who was in reads so, and of each sitting what became of it', () => {
    const closedAtMs = SITTING.startAtMs + 600_000;
    const cancelled = {
      state: 'cancelled',
      cancelReason: '检修',
      sittings: sittings.map((sitting) => ({ ...sitting, closedAtMs })),
    } as const;
    const came = aMyStudy({ state: 'attended', atMs: SITTING.startAtMs });
    expect(officerView(cancelled, closedAtMs, came)).toMatchObject({
      cancelled: '这次学习后来取消了，你已签到，记录不变。原因：检修',
      mine: { title: '已签到' },
    });
    const officer = officerView(cancelled, closedAtMs);
    expect(officer.cancelled).toContain('签过到的人记录不变');
    expect(officer.sittings.map(({ note }) => note)).toEqual(['已结束', '已取消']);
  });
});
