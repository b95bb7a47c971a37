import type { ShownStudyKind } from './study-shapes';

/** What a kind of meeting is called, on the phone and in what functions write. */
export const STUDY_KIND_TEXT: Readonly<Record<ShownStudyKind, string>> = {
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
