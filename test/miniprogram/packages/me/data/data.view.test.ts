import type { OutputOf } from '../../../../../contract/action';
import type { myData } from '../../../../../contract/people/member';
import { localDay } from '../../../../../domain/time/local-day';
import { exportText, toView } from '../../../../../miniprogram/packages/me/data/data.view';
import { at, NOW_MS } from '../../../../builders/phone/study';

type MyData = OutputOf<typeof myData>;

const aMyData = (profile: Partial<MyData['profile']> = {}): MyData => ({
  profile: {
    name: '顾守成',
    staffNumber: 'QY11121',
    branchName: '运行支部',
    groupName: '二值党小组',
    crewName: '二值',
    roles: ['member'],
    joinedDay: localDay('2018-08-27'),
    boundAtMs: at('9:05'),
    agreedPrivacyVersion: 1,
    ...profile,
  },
  kept: [{ what: 'attendance', count: 14 }],
});

describe('my data', () => {
  it('shows my own staff number whole, and how much is kept of each kind', () => {
    const view = toView({ kind: 'known', output: aMyData(), asOfAtMs: null });
    expect(view).toMatchObject({
      profile: expect.arrayContaining([
        { label: '工号', value: 'QY11121' },
        { label: '绑定微信', value: '2026年3月11日 9:05' },
      ]),
      kept: [{ label: '考勤记录', value: '14 条' }],
    });
  });

  it('counts together what only newer versions can name, also in the export', () => {
    const output: MyData = {
      ...aMyData(),
      kept: [
        { what: 'newer', count: 3 },
        { what: 'attendance', count: 14 },
        { what: 'newer', count: 4 },
      ],
    };
    expect(toView({ kind: 'known', output, asOfAtMs: null })).toMatchObject({
      kept: [
        { label: '其他记录', value: '7 条' },
        { label: '考勤记录', value: '14 条' },
      ],
    });
    expect(exportText(output, [], [], NOW_MS)).toContain('其他记录：7 条\n考勤记录：14 条');
  });

  it('leaves out what I have not', () => {
    const output = aMyData({ groupName: null, crewName: null, boundAtMs: null });
    const view = toView({ kind: 'known', output, asOfAtMs: null });
    const labels = view.kind === 'content' ? view.profile.map(({ label }) => label) : [];
    expect(labels).not.toContain('党小组');
    expect(labels).not.toContain('绑定微信');
  });

  it('exports everything as text that a person can read', () => {
    const entries = [
      {
        studyId: 's1',
        topic: '从一张操作票说起',
        startAtMs: at('14:00'),
        minutes: 40,
        state: 'excused' as const,
        atMs: null,
        reason: '孩子发烧',
      },
    ];
    const text = exportText(aMyData(), entries, [], NOW_MS);
    expect(text).toContain('导出时间：2026年3月11日 10:12');
    expect(text).toContain('工号：QY11121');
    expect(text).toContain('考勤记录：14 条');
    expect(text).toContain('2026年3月11日 14:00 从一张操作票说起 已请假（孩子发烧）');
  });

  it('says so in the export when there is no attendance', () => {
    expect(exportText(aMyData(), [], [], NOW_MS)).toMatch(
      /最近 6 个月的考勤\n没有\n\n谁看过、导出过你的资料\n没有\n$/,
    );
  });
});
