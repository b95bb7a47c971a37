import type { ShownLecture } from '../../../contract/content/lecture-shapes';

/** '8.5', '12': of hundredths of a point, without what says nothing. */
export const pointsText = (hundredths: number): string => String(hundredths / 100);

/** What is shown beside a lecture; '': nothing. */
export function sourceText(source: ShownLecture['source']): string {
  if (source === null) return '';
  if (source.kind === 'newer') return '附了别的东西，升级后查看';
  return source.kind === 'document' ? `文档库：${source.title}` : '公众号文章';
}

interface NamedCriterion {
  readonly criterionId: string;
  readonly title: string;
}

/** Of a mark, in the words of the criteria. */
export function titleOf(criteria: readonly NamedCriterion[], criterionId: string): string {
  return criteria.find((criterion) => criterion.criterionId === criterionId)?.title ?? '';
}

export const COPIED_TEXT = '链接已复制，到浏览器里打开';
export const NOT_COPIED_TEXT = '没有复制成，再点一次';
