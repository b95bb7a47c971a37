import type { StudyKind } from '../../domain/study/study-kinds';

export interface Topic {
  readonly kind: StudyKind;
  readonly topic: string;
  readonly why: string;
  readonly minutes: number;
  /** Something public to read beforehand. */
  readonly reading?: { readonly title: string; readonly minutes: number };
}

/** What branches of such a company meet about, month after month, the oldest first. */
export const THEME_DAYS: readonly Topic[] = [
  {
    kind: 'theme-day',
    topic: '身边的安全卫士',
    why: '听三位同志讲自己避免过的一次险情，再各自说说岗位上最担心的一处。',
    minutes: 60,
    reading: { title: '安全生产常识问答', minutes: 5 },
  },
  {
    kind: 'theme-day',
    topic: '节能降耗金点子',
    why: '每组带一条能马上做的建议来，现场选三条试一个月。',
    minutes: 60,
    reading: { title: '火电机组节能小常识', minutes: 5 },
  },
  {
    kind: 'theme-day',
    topic: '我的入党初心',
    why: '老党员讲入党那天的事，预备党员谈打算，给新同志留一段话。',
    minutes: 60,
  },
  {
    kind: 'theme-day',
    topic: '保供电，我在岗',
    why: '用电高峰就要到了，一起过一遍各岗位的准备和要帮的忙。',
    minutes: 60,
    reading: { title: '迎峰保供工作要点（公开版）', minutes: 5 },
  },
];

export const LECTURES: readonly Topic[] = [
  {
    kind: 'party-lecture',
    topic: '把小事做扎实',
    why: '从一次交接班说起，讲规程为什么要一字不差地执行。',
    minutes: 45,
  },
  {
    kind: 'integrity-lecture',
    topic: '节前一堂廉洁课',
    why: '过节前提个醒，几件公开通报的小事，哪些能做、哪些不能做。',
    minutes: 40,
    reading: { title: '廉洁过节提示', minutes: 3 },
  },
  {
    kind: 'safety-training',
    topic: '防火与逃生',
    why: '灭火器、正压呼吸器都动手用一遍，学会了再走。',
    minutes: 60,
  },
];

export const GROUP_TALKS: readonly Topic[] = [
  {
    kind: 'group-meeting',
    topic: '本月工作碰头',
    why: '说说这个月谁需要搭把手，下个月排什么。',
    minutes: 30,
  },
  {
    kind: 'group-meeting',
    topic: '交接班怎样少漏一句话',
    why: '把最近两次没交接清楚的地方摆出来，定一个办法。',
    minutes: 30,
  },
  {
    kind: 'group-meeting',
    topic: '冬季防寒防冻分工',
    why: '管道、仪表、坡道，一人包一片，现场认领。',
    minutes: 30,
  },
];

export const COMMITTEE: Topic = {
  kind: 'branch-committee',
  topic: '下月安排与发展党员',
  why: '定下月主题党日，听组织委员汇报预备党员情况。',
  minutes: 45,
};

export const MEMBER_MEETING: Topic = {
  kind: 'member-meeting',
  topic: '季度工作报告',
  why: '书记报告一个季度的工作，大家提意见，会后张榜。',
  minutes: 60,
};

/** One of a kind, by branch. */
export const SPECIALS: Readonly<Record<string, Topic>> = {
  yunxing: {
    kind: 'knowledge-contest',
    topic: '两票三制必答赛',
    why: '各值出两人同台，其余同志当考官。',
    minutes: 90,
  },
  ranliao: {
    kind: 'fire-drill',
    topic: '输煤廊道',
    why: '按预案走一遍，记下每一处耽误的时间。',
    minutes: 60,
  },
  jianxiu: {
    kind: 'lecture-contest',
    topic: '我来讲五分钟',
    why: '四个组各出一位，讲一个检修现场的故事。',
    minutes: 60,
  },
  jiguan: {
    kind: 'culture-and-sports',
    topic: '厂区健步走',
    why: '走一圈厂区，顺路看看各岗位要机关帮什么。',
    minutes: 90,
  },
};

/** A crew's own, between its arrival and its shift. */
export const BEFORE_SHIFT: Topic = {
  kind: 'training',
  topic: '接班前学一条规程',
  why: '规程改了十一处，一个班讲一处。手机不带进控制室，签到一直开到交班。',
  minutes: 20,
};

export const TRAINING: Topic = {
  kind: 'training',
  topic: '新修订的运行规程',
  why: '规程改了十一处，逐条讲清为什么改，现场答疑。',
  minutes: 60,
  reading: { title: '规程修订对照（公开摘要）', minutes: 5 },
};

export const DRAFT: Topic = {
  kind: 'organisation-life',
  topic: '会前谈心安排',
  why: '先约好谈心的对子，再定开会的日子。',
  minutes: 90,
};

export const CANCEL_REASONS = {
  past: '当天机组临时抢修，人手都在现场，内容并入下月主题党日。',
  coming: '讲课老师外出，改到下月，时间另行通知。',
};

export const PLACES: Readonly<Record<string, readonly string[]>> = {
  yunxing: ['集控楼三楼会议室', '生产楼学习室'],
  ranliao: ['燃料楼二楼会议室', '输煤集控旁学习室'],
  jianxiu: ['检修楼一楼会议室', '热控班学习室'],
  jiguan: ['办公楼四楼会议室', '办公楼 206 党员活动室'],
};

export const LEAVE_REASONS = {
  onLeave: ['休年假，人在外地', '休假回老家，会后补学'],
  onLoan: ['借调在别的值，跟那边学', '跟着借调的值上班，时间对不上'],
  tired: ['刚下后夜班，需要休息', '连着两个夜班，申请补学'],
  other: ['家中老人住院，需要陪护', '孩子开家长会', '参加外部培训', '临时顶班', '身体不适，去医院'],
} as const;

export const BY_HAND_REASONS = ['手机没电，本人在场', '手机留在控制室，本人在场'] as const;

export const CORRECTION_REASONS = {
  madeUp: ['看了会议记录，交来学习心得', '随下一场补学，书记确认'],
  excused: ['当时已电话请假，补登记'],
  confirmed: ['当时信号不好，现场人员确认在场'],
} as const;
