import type { ShownAudience } from '../../contract/people/audience';
import type {
  AttendanceState,
  ShownMaterial,
  ShownStudyKind,
} from '../../contract/study/study-shapes';

export const STUDY_KIND_TEXT: Record<ShownStudyKind, string> = {
  'theme-day': '主题党日',
  'member-meeting': '支部党员大会',
  'branch-committee': '支委会',
  'group-meeting': '党小组会',
  'party-lecture': '党课',
  'organisation-life': '组织生活会',
  'democratic-life': '民主生活会',
  'secretary-meeting': '书记例会',
  'core-group-study': '中心组学习',
  'work-meeting': '工作会',
  'workers-congress': '职代会',
  'safety-training': '安全培训',
  'fire-drill': '消防演练',
  'culture-and-sports': '文体活动',
  'lecture-contest': '党课竞赛',
  'knowledge-contest': '知识竞赛',
  'integrity-lecture': '廉政讲座',
  training: '培训',
  newer: '学习',
};

interface Named {
  readonly kind: ShownStudyKind;
  readonly topic: string;
}

/** '把小事做扎实' of '党课：把小事做扎实', for places that name the kind beside it. */
export function bareTopic({ kind, topic }: Named): string {
  const bare = topic.replace(new RegExp(`^${STUDY_KIND_TEXT[kind]}\\s*[：:]\\s*`, 'u'), '');
  return bare === '' ? topic : bare;
}

/** '党课：把小事做扎实': the kind once, whether the topic names it or not. */
export function studyTitle({ kind, topic }: Named): string {
  const kindText = STUDY_KIND_TEXT[kind];
  return topic.startsWith(kindText) ? topic : `${kindText}：${topic}`;
}

/** How a state is called on the member's own pages. */
export const MY_STATE_TEXT: Record<AttendanceState, string> = {
  attended: '已签到',
  late: '迟到',
  excused: '已请假',
  'on-duty': '在岗',
  'made-up': '已补学',
  absent: '未参加',
  'to-confirm': '待确认',
  expected: '待参加',
  newer: '升级后查看',
};

/** How a state is called on the roll, by those who keep it. */
export const ROLL_STATE_TEXT: Record<AttendanceState, string> = {
  attended: '已到',
  late: '迟到',
  excused: '请假',
  'on-duty': '在岗',
  'made-up': '补学',
  absent: '缺席',
  'to-confirm': '待确认',
  expected: '未到',
  newer: '新状态',
};

export const MATERIAL_KIND_TEXT: Record<ShownMaterial['kind'], string> = {
  article: '公众号文章',
  document: '公开文件',
  pictures: '图解',
  newer: '材料',
};

export const AUDIENCE_KIND_TEXT: Record<ShownAudience['kind'], string> = {
  branch: '全支部',
  groups: '党小组',
  crews: '值',
  people: '个人',
  newer: '指定的人',
};
