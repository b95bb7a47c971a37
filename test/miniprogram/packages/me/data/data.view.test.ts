import { KEPT_YEARS, type YearsKept } from '../../../../../domain/people/retention';
import { yearsOf, type KnownYears } from '../../../../../miniprogram/packages/me/kept.view';
import type { OutputOf } from '../../../../../contract/action';
import type { myData } from '../../../../../contract/people/member';
import type { Collected } from '../../../../../miniprogram/packages/me/data/collect';
import { fileText } from '../../../../../miniprogram/packages/me/data/data-file.view';
import { toView } from '../../../../../miniprogram/packages/me/data/data.view';
import { aMakeUp } from '../../../../builders/phone/make-up';
import { aMyData } from '../../../../builders/phone/my-data';
import { aMyStudy, at, NOW_MS } from '../../../../builders/phone/study';
import { aDetail, aStep } from '../../../../builders/phone/suggestion';

type MyData = OutputOf<typeof myData>;

const someOf = (given: Partial<Collected> = {}): Collected => ({
  data: aMyData(),
  entries: [],
  calledOff: [],
  makeUps: [],
  preferences: {
    preferences: { night: null, afterNight: null, digestMinute: null, onDuty: null },
    defaults: {
      nightStartMinute: 1380,
      nightLengthMinutes: 480,
      afterNightDelayMinutes: 60,
      afterNightLengthMinutes: 420,
      onDuty: 'never',
      digestMinute: 540,
      mostADay: 3,
    },
    credits: [],
  },
  changes: [],
  swaps: [],
  notes: [],
  responses: [],
  suggestions: [],
  sheets: [],
  reviews: [],
  messages: [],
  looked: [],
  asks: [],
  records: [],
  ...given,
});
const usual: YearsKept = (thing) => KEPT_YEARS[thing].usual;
const known = (output: MyData) => toView({ kind: 'known', output, asOfAtMs: null }, usual);

describe('my data', () => {
  it('shows my own staff number whole', () => {
    expect(known(aMyData())).toMatchObject({
      profile: expect.arrayContaining([
        { label: '工号', value: 'QY11121' },
        { label: '绑定微信', value: '2026年3月11日 9:05' },
      ]),
    });
  });

  it('says of each kind how much there is, who sees it, for how long, and leads to it', () => {
    const kinds = ['attendance', 'leave-reason', 'make-up', 'quiet-hours', 'subscription'] as const;
    const view = known({ ...aMyData(), kept: kinds.map((what) => ({ what, count: 2 })) });
    const rows = view.kind === 'content' ? view.stored : [];
    expect(rows.map(({ label, count }) => [label, count])).toEqual([
      ['考勤记录', '2 条'],
      ['请假写的原因', '2 条'],
      ['补学：写的话、答对的题', '2 条'],
      ['免打扰和睡觉时间', '2 条'],
      ['微信提醒还剩几次', '2 条'],
    ]);
    for (const { seenBy, keptFor, page } of rows) {
      expect([seenBy, keptFor, page]).not.toContain('');
    }
  });

  it.each([
    [['member'], ''],
    [['publicity-officer'], '/packages/channel-office/desk/desk'],
  ] as const)('leads %j to the desk of the channels at %j', (roles, page) => {
    const kept = [{ what: 'channel-item' as const, count: 0 }];
    const view = known({ ...aMyData({ roles: [...roles] }), kept });
    expect(view).toMatchObject({ stored: [{ label: '你给栏目写的稿', page }] });
  });

  it('says of each kind what of it the file lacks', () => {
    const kinds = ['attendance', 'note', 'sheet', 'poll', 'newer'] as const;
    const kept = kinds.map((what) => ({ what, count: 1 }));
    expect(known({ ...aMyData(), kept })).toMatchObject({
      stored: [
        { lacks: '' },
        { lacks: '收回的不在导出的文件里' },
        { lacks: '' },
        { lacks: '' },
        { lacks: '不在导出的文件里' },
      ],
    });
    const text = fileText(someOf({ data: { ...aMyData(), kept } }), NOW_MS, usual);
    expect(text).toMatch(/^其他记录：1 条（.*；不在导出的文件里）$/mu);
  });

  it('has in its file whatever has no page that shows all of it, and what was done for an office', () => {
    const record = { atMs: at('9:05'), when: [], of: '走进泵房', words: ['写得好'] };
    const records: Collected['records'] = [
      { what: 'comment', records: [record] },
      { what: 'poll', records: [{ ...record, when: ['2026-02'], of: '1', words: [] }] },
      { what: 'channel-duty', records: [{ ...record, when: ['2026-03-12'], of: 'party' }] },
      { what: 'nomination', records: [{ ...record, when: ['2026-02'], of: '', words: [] }] },
      { what: 'commentator-term', records: [{ ...record, when: ['a', 'b'], words: [] }] },
    ];
    const text = fileText(someOf({ records }), NOW_MS, usual);
    expect(text).toMatch(/【你写的感悟和回答】\n2026年3月11日 9:05 走进泵房\n {2}写得好\n/u);
    expect(text).toMatch('2026-02 第 1 轮，在名册里\n');
    expect(text).toMatch('2026-03-12 党务清风\n');
    expect(text).toMatch('【评星时对你的提名】\n2026-02\n');
    expect(text).toMatch('a 到 b，走进泵房任命的\n');
    expect(text).toMatch('你以支部职务办的事');
  });

  it('says for how long the organisation keeps what it has chosen; not known, for how long at least', () => {
    const output = { ...aMyData(), kept: [{ what: 'notice' as const, count: 2 }] };
    const keptFor = (years: KnownYears) => {
      const view = toView({ kind: 'known', output, asOfAtMs: null }, years);
      return view.kind === 'content' ? view.stored[0]?.keptFor : view.kind;
    };
    expect(keptFor(usual)).toBe('2 年');
    expect(keptFor(yearsOf({ years: [{ thing: 'notice', years: 4 }] }))).toBe('4 年');
    expect(keptFor(null)).toBe('至少 1 年');
  });

  it('says how long what stands in no row is kept', () => {
    expect(known(aMyData())).toMatchObject({
      periods: [
        { label: '输错邀请码的次数', value: '30 天' },
        { label: '导出的文件', value: '1 天' },
        { label: '导入用的表', value: '1 天' },
      ],
    });
  });

  it('counts together what only newer versions can name', () => {
    const output: MyData = {
      ...aMyData(),
      kept: [
        { what: 'newer', count: 3 },
        { what: 'attendance', count: 14 },
        { what: 'newer', count: 4 },
      ],
    };
    expect(known(output)).toMatchObject({
      stored: [
        { label: '其他记录', count: '7 条', page: '' },
        { label: '考勤记录', count: '14 条' },
      ],
    });
  });

  it('leaves out what I have not', () => {
    const view = known(aMyData({ groupName: null, crewName: null, boundAtMs: null }));
    const labels = view.kind === 'content' ? view.profile.map(({ label }) => label) : [];
    expect(labels).not.toContain('党小组');
    expect(labels).not.toContain('绑定微信');
  });
});

describe('the file of my data', () => {
  it('has all that is stored, with the words that were written', () => {
    const entry = {
      studyId: 's1',
      topic: '从一张操作票说起',
      startAtMs: at('14:00'),
      minutes: 40,
      state: 'excused' as const,
      atMs: null,
      reason: '孩子发烧',
    };
    const note = { text: '先停下来问', atMs: at('9:00') };
    const credits = [{ templateKey: 'study', templateId: 't', title: '学习通知', count: 3 }];
    const { preferences } = someOf();
    const text = fileText(
      someOf({
        entries: [entry],
        makeUps: [aMakeUp({ note })],
        preferences: { ...preferences, credits },
      }),
      NOW_MS,
      usual,
    );
    expect(text).toContain('导出时间：2026年3月11日 10:12');
    expect(text).toContain('工号：QY11121');
    expect(text).toContain('考勤记录：14 条');
    expect(text).toContain('2026年3月11日 14:00 从一张操作票说起 已请假（孩子发烧）');
    expect(text).toContain('你写的：先停下来问');
    expect(text).toContain('微信提醒“学习通知”：还剩 3 次');
  });

  it('has leave that was declined, what was called off, suggestions and yearly grades', () => {
    const declined = {
      studyId: 's1',
      topic: '从一张操作票说起',
      startAtMs: at('14:00'),
      minutes: 40,
      state: 'absent' as const,
      atMs: null,
      reason: null,
      leave: {
        standing: 'declined' as const,
        answer: { reason: '要表决', byName: '赵书记', atMs: 1 },
      },
      leaveReason: '孩子发烧',
    };
    const given = { gradeId: 'g', grade: 'qualified' as const, byName: '赵书记', atMs: at('9:00') };
    const steps = [aStep('answer', { text: '下周起延到八点半', officeName: '运行支部' })];
    const text = fileText(
      someOf({
        entries: [declined],
        calledOff: [aMyStudy({ topic: '安全日', isCancelled: true, cancelReason: '停电' })],
        suggestions: [aDetail({ steps })],
        reviews: [
          {
            nowMs: NOW_MS,
            year: 2025,
            months: [],
            permille: null,
            given: { ...given, reason: null },
          },
        ],
      }),
      NOW_MS,
      usual,
    );
    expect(text).toContain(
      '从一张操作票说起 未参加（请假写的：孩子发烧；请假没有批：要表决（赵书记））',
    );
    expect(text).toMatch(/安全日 已取消（停电）$/mu);
    expect(text).toContain('建议 · 作息吃住 食堂晚半小时\n  走到食堂 20:15，窗口 20 点就关。');
    expect(text).toContain('运行支部秦明远：下周起延到八点半');
    expect(text).toContain('2025 年 合格，赵书记 2026年3月11日 9:00记的');
  });

  it('says where there is nothing', () => {
    expect(fileText(someOf(), NOW_MS, usual)).toMatch(/【你问过的和答复】\n没有\n$/u);
  });

  it('has replies and thanks, and of a note that is not shared any more no title', () => {
    const reply = {
      ...{ responseId: 'r', kind: 'reply' as const, noteId: 'n', noteTitle: '多问一句' },
      ...{ text: '我们值也这样', atMs: at('9:00'), removal: null },
    };
    const removal = { byName: '孙玉梅', reason: '写了别人的私事', atMs: at('9:00') };
    const thanks = { ...reply, kind: 'thanks' as const, text: '', noteTitle: null };
    const text = fileText(someOf({ responses: [{ ...reply, removal }, thanks] }), NOW_MS, usual);
    expect(text).toContain('回复《多问一句》\n  我们值也这样\n  孙玉梅撤下的：写了别人的私事');
    expect(text).toContain('谢了一篇不再分享的心得的作者');
    const elsewhere = fileText(
      someOf({ responses: [{ ...thanks, isSharedElsewhere: true }] }),
      NOW_MS,
      usual,
    );
    expect(elsewhere).toContain('谢了原来的支部还在分享的一篇心得的作者');
  });
});
