import type { Grade } from '../../domain/star/assessment/grades';

export const GRADE_NAME: Readonly<Record<Grade, string>> = {
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
};
