import { localDay } from '../../../../../domain/time/local-day';
import type { MemberRecord } from '../../../../../miniprogram/packages/branch-office/member/edit';
import {
  changedText,
  toView,
} from '../../../../../miniprogram/packages/branch-office/member/member.view';
import { aRecord, meWith } from '../a-record';

function viewOf(record: MemberRecord, me = meWith('member', 'secretary')) {
  const view = toView({ kind: 'known', output: record, asOfAtMs: null }, me);
  if (view.kind !== 'content') throw new Error(`shows ${view.kind}`);
  return view;
}
const edits = (view: ReturnType<typeof viewOf>) => view.fields.flatMap(({ edit }) => edit || []);
const value = (view: ReturnType<typeof viewOf>, key: string) =>
  view.fields.find((field) => field.key === key)?.value;

const ROSTER = ['name', 'staff-number', 'group', 'crew', 'standing'];

describe('the card of a member', () => {
  it.each([
    ['secretary', [...ROSTER, 'offices']],
    ['committee-office', [...ROSTER, 'offices']],
    ['organisation-officer', ROSTER],
    ['publicity-officer', []],
    ['member', []],
  ] as const)('lets a %s change %j', (role, expected) => {
    const view = viewOf(aRecord(), meWith('member', role));
    expect(edits(view)).toEqual(expected);
    expect(view.canKeep).toBe(expected.length > 0);
  });

  it.each([
    ['secretary', false],
    ['organisation-officer', false],
    ['committee-office', true],
  ] as const)('of the committee office is changed by a %s: %s', (role, isTheirs) => {
    const record = aRecord({}, { roles: ['member', 'committee-office'] });
    const view = viewOf(record, meWith('member', role));
    expect([edits(view).length > 0, view.canKeep]).toEqual([isTheirs, isTheirs]);
    expect(view.keptElsewhere === '').toBe(isTheirs);
  });

  it('says today’s crew and which are to come', () => {
    const nextCrews = [
      { crewName: '二值', fromDay: localDay('2026-03-16') },
      { crewName: null, fromDay: localDay('2027-01-01') },
    ];
    expect(value(viewOf(aRecord({ nextCrews })), 'crew')).toBe(
      '一值，周一 3月16日起二值，周五 2027年1月1日起不在值里',
    );
  });

  it('names what is open, offices apart from the standing', () => {
    const person = { groupName: null, crewName: null, crewId: null, isBound: false };
    const view = viewOf(aRecord({}, { ...person, roles: ['member', 'secretary'] }));
    const keys = ['group', 'crew', 'standing', 'offices', 'binding'];
    expect(keys.map((key) => value(view, key))).toEqual([
      '未分组',
      '未定',
      '党员',
      '书记',
      '未绑定',
    ]);
  });

  it('of somebody who has left changes nothing, and says since when', () => {
    const view = viewOf(aRecord({ leftDay: localDay('2026-03-05') }));
    expect(edits(view)).toEqual([]);
    expect(view.leftNote).toBe('2026年3月5日离开支部。学习和考勤的记录都留着。');
  });

  it('leaves offices alone when one of them is newer than this phone', () => {
    const view = viewOf(aRecord({}, { roles: ['member', 'newer'] }));
    expect(edits(view)).toEqual(ROSTER);
    expect(value(view, 'offices')).toBe('其他职务');
  });
});

describe('what has changed', () => {
  const before = viewOf(aRecord());

  it('is said field by field, as it was and as it is', () => {
    const after = viewOf(aRecord({}, { name: '许平安', groupName: '第二党小组' }));
    expect(changedText(before, after)).toBe(
      '已改。姓名：许安康 → 许平安；党小组：第一党小组 → 第二党小组',
    );
  });

  it('is nothing when all is as before', () => {
    expect(changedText(before, viewOf(aRecord()))).toBe('');
  });
});
