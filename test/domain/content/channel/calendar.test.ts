import { cellState, type CellState } from '../../../../domain/content/channel/calendar';
import type { ItemState } from '../../../../domain/content/channel/item';
import { localDay } from '../../../../domain/time/local-day';

const today = localDay('2025-03-05');
const inIssue = (state: ItemState) => ({ state, isInIssue: true });
const meant = (state: ItemState) => ({ state, isInIssue: false });

test.each<[string, string, Parameters<typeof cellState>[2], CellState]>([
  ['what is out comes first', '2025-03-05', [inIssue('withdrawn'), inIssue('published')], 'out'],
  ['then what is in the issue', '2025-03-06', [meant('draft'), inIssue('ready')], 'planned'],
  ['what is ready and in no issue is not planned', '2025-03-06', [meant('ready')], 'checking'],
  ['what is being checked fills a day', '2025-03-06', [meant('branch-check')], 'checking'],
  ['a draft fills none of the next three days', '2025-03-07', [meant('draft')], 'gap'],
  ['later it is told as what it is', '2025-03-08', [meant('draft')], 'drafted'],
  ['today without anything is a gap', '2025-03-05', [], 'gap'],
  ['the third day too', '2025-03-07', [], 'gap'],
  ['the fourth is not', '2025-03-08', [], 'none'],
  ['yesterday is none any more', '2025-03-04', [], 'none'],
  ['what was withdrawn leaves a gap', '2025-03-05', [inIssue('withdrawn')], 'gap'],
])('%s', (_, day, items, state) => {
  expect(cellState('party', localDay(day), items, today)).toBe(state);
});

test('a channel that is not daily has no gaps', () => {
  expect(cellState('integrity', today, [], today)).toBe('none');
});
