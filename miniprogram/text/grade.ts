import type { ShownGrade } from '../../contract/star/reviews';

export const GRADE_TEXT: Readonly<Record<ShownGrade, string>> = {
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
  newer: '升级后查看',
};
