import {
  afterRefusal,
  isMark,
  toEntrySheet,
  withSitting,
  withState,
} from '../../../../../miniprogram/packages/study-office/roll/entry-sheet.view';
import { aLine, aPublicSitting } from '../../../../builders/phone/register';
import { at, NOW_MS } from '../../../../builders/phone/study';

const sittings = [aPublicSitting(), aPublicSitting({ sittingId: 'sitting-2' })];
const open = (line = aLine()) => toEntrySheet(line, false, sittings, NOW_MS);

describe('an entry by hand', () => {
  it('begins with being there and the sitting in question', () => {
    expect(open()).toMatchObject({ kind: 'mark', title: '登记 周立新', sittingId: 'sitting-1' });
    expect(open().state).toBe('attended');
    expect(open().states.map(({ text }) => text)).toEqual(['已到', '迟到', '请假', '未到']);
  });

  it('offers something else to somebody who is in already', () => {
    expect(open(aLine({ state: 'attended' })).state).toBe('late');
  });

  it('takes another state and another sitting', () => {
    const changed = withSitting(withState(open(), 'excused'), 'sitting-2');
    expect([changed.state, changed.sittingId]).toEqual(['excused', 'sitting-2']);
  });

  it('of an offline scan says when it was made and proposes the reason', () => {
    const claim = aLine({ state: 'to-confirm', claimedAtMs: at('9:58') });
    expect(open(claim)).toMatchObject({ title: '确认 周立新', preset: '已核对，当时在场' });
    expect(open(claim).note).toMatch('9:58 离线扫的码');
    expect(withState(open(claim), 'absent').preset).toBe('已核对，当时不在场');
    const byCode = (others: number) =>
      open({ ...claim, code: { shownAtMs: at('9:57'), others } }).note;
    expect(byCode(0)).toMatch('9:58 离线扫的码，是屏幕上 9:57 的那个。');
    expect(byCode(3)).toMatch('9:57 的那个，另有 3 人扫的也是它，可能是同一张照片。');
  });

  it('of somebody who came after they had been marked asks whether they were there', () => {
    const entry = { from: 'absent', to: 'absent', reason: null, byName: '周立新' } as const;
    const came = aLine({ state: 'absent', corrections: [{ ...entry, atMs: at('9:58') }] });
    expect(open(came)).toMatchObject({
      title: '确认 周立新',
      state: 'attended',
      preset: '已核对，当时在场',
    });
    expect(open(came).note).toMatch('9:58 本人签到，之前登记为缺席');
  });
});

it('a correction says what stood there and offers the states of a final register', () => {
  const sheet = toEntrySheet(aLine({ state: 'absent' }), true, [], NOW_MS);
  expect(sheet).toMatchObject({ kind: 'correct', action: '更正', sittings: [] });
  expect(sheet.note).toMatch('原来是缺席');
  expect(sheet.states.filter(({ state }) => !isMark(state)).map(({ text }) => text)).toEqual([
    '补学',
    '在岗',
    '睡觉时间',
  ]);
});

describe('the sheet says what stands', () => {
  const marked = { state: 'late', markedBy: '罗志强', atMs: at('14:18') } as const;

  it('of an entry that another officer has made', () => {
    expect(open(aLine(marked)).note).toBe(
      '现在是迟到（今天 14:18 罗志强登记）。会记下你的名字和时间。',
    );
    expect(open().note).toBe('会记下你的名字和时间。');
  });

  it('of a final register, by the last that was entered', () => {
    const entry = { from: 'late', to: 'absent', reason: '核对过', byName: '秦明远' } as const;
    const line = aLine({
      ...marked,
      state: 'absent',
      corrections: [{ ...entry, atMs: at('15:00') }],
    });
    expect(toEntrySheet(line, true, [], NOW_MS).note).toMatch(
      /^原来是缺席（(今天 )?15:00 秦明远登记）。/u,
    );
  });
});

describe('after a refusal that something newer caused', () => {
  const [before, newest] = [open(), open(aLine({ state: 'late' }))];

  it('shows what stands now beside the words that say so', () => {
    const shown = afterRefusal(before, newest, '已经换成最新的');
    expect(shown).toEqual({ sheet: newest, isOpen: true, problem: '已经换成最新的' });
  });

  it('says nothing of the newest where it could not be read', () => {
    const { sheet, isOpen, problem } = afterRefusal(before, null, '已经换成最新的');
    expect([sheet, isOpen]).toEqual([before, true]);
    expect(problem).toMatch('还没取到');
    expect(problem).not.toMatch('已经换成');
  });

  it('closes where nothing can be entered any more', () => {
    expect(afterRefusal(before, undefined, '已经换成最新的').isOpen).toBe(false);
  });
});
