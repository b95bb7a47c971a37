import {
  DEFAULT_TERM_DAYS,
  type Standard,
  type StandardItem,
} from '../../../domain/star/assessment/standard';

const recorded = (
  itemId: string,
  name: string,
  item: Pick<StandardItem, 'aspect' | 'points' | 'source'> & Partial<StandardItem>,
): StandardItem => ({ itemId, name, kinds: null, wanted: null, by: null, bands: null, ...item });

/**
 * The list that comes with the product: a hundred points, nothing that a rota can make impossible
 * without leaving it out. Sources of each item: docs/rules.md#R-185
 */
export const DEFAULT_STANDARD: Standard = {
  base: 100,
  terms: DEFAULT_TERM_DAYS,
  items: [
    recorded('studies', '参加学习', { aspect: 'duty', points: 20, source: 'attendance' }),
    recorded('make-ups', '补学', { aspect: 'duty', points: 10, source: 'make-up' }),
    recorded('must-reads', '必读确认', { aspect: 'right', points: 10, source: 'must-reads' }),
    recorded('post', '岗位职责', {
      aspect: 'duty',
      points: 30,
      source: 'judged',
      by: 'group-leader',
    }),
    recorded('rules', '遵守规章', {
      aspect: 'rule',
      points: 20,
      source: 'judged',
      by: 'group-leader',
    }),
    recorded('drills', '消防演练', {
      aspect: 'rule',
      points: 5,
      source: 'attendance',
      kinds: ['fire-drill'],
    }),
    recorded('lectures', '廉政讲座', {
      aspect: 'right',
      points: 5,
      source: 'attendance',
      kinds: ['integrity-lecture'],
    }),
  ],
};
