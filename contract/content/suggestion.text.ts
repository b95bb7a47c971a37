import type { SuggestionType, Topic } from '../../domain/content/suggestion/suggestion';

/** What the committee office is called where an office is named. */
export const COMMITTEE_TEXT = '党委工作部';

export const SUGGESTION_TYPE_TEXT: Readonly<Record<SuggestionType | 'newer', string>> = {
  proposal: '建议',
  concern: '关切',
  hazard: '隐患',
  newer: '其他',
};

export const TOPIC_TEXT: Readonly<Record<Topic | 'newer', string>> = {
  living: '作息吃住',
  'work-site': '设备现场',
  study: '学习安排',
  safety: '安全劳保',
  pay: '薪酬假期',
  other: '别的事',
  newer: '别的事',
};
