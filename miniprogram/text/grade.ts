import { GRADE_NAME } from '../../contract/star/grade.text';
import type { ShownGrade } from '../../contract/star/reviews';

export const GRADE_TEXT: Readonly<Record<ShownGrade, string>> = {
  ...GRADE_NAME,
  newer: '升级后查看',
};
