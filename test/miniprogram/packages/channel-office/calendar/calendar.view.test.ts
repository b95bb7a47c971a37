import { toCalendarView } from '../../../../../miniprogram/packages/channel-office/calendar/calendar.view';
import { instantOf } from '../../../../../domain/time/local-day';
import { aCalendar, TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const viewOf = (days: Parameters<typeof aCalendar>[0]) =>
  toCalendarView({ kind: 'known', output: aCalendar(days), asOfAtMs: null }, 'party', NOW);

test('each day says by a character how far it is, and the gaps are named', () => {
  const view = viewOf({
    '2025-03-04': { state: 'out' },
    '2025-03-05': { state: 'planned', publishAtMs: instantOf(TODAY, 720) },
    '2025-03-06': { state: 'gap' },
    '2025-03-07': { state: 'checking' },
  });
  expect(view).toMatchObject({
    title: '3月3日–9日',
    gap: '周四 3月6日 党务清风还空着。在审的过了两道，就能排进去。',
  });
  if (view.kind !== 'content') throw new Error('no content');
  expect(view.rows.map(({ name, cells }) => name + cells.map(({ mark }) => mark).join(''))).toEqual(
    ['党务·刊定空审··', '廉政·······'],
  );
  expect(view.heads.map(({ day }) => day).join('')).toBe('一二今四五六日');
});

test('from today on a day leads to its plan, unless it is out', () => {
  const view = viewOf({
    '2025-03-05': { state: 'out' },
    '2025-03-06': { state: 'planned', publishAtMs: instantOf(TODAY, 750) },
  });
  if (view.kind !== 'content') throw new Error('no content');
  expect(view.days.map(({ text, canPlan, note }) => [text, canPlan, note])).toEqual([
    ['周三 3月5日', false, ''],
    ['周四 3月6日', true, '12:30 刊出'],
    ['周五 3月7日', true, ''],
    ['周六 3月8日', true, ''],
    ['周日 3月9日', true, ''],
  ]);
});

test('from today on it says who is on duty, and that nobody can be', () => {
  const duty = (name: string | null, isMine = false) => ({ duty: { name, isMine } });
  const view = viewOf({
    '2025-03-04': duty('许文静'),
    '2025-03-05': duty('许文静'),
    '2025-03-06': duty('周立新', true),
    '2025-03-07': duty(null),
  });
  if (view.kind !== 'content') throw new Error('no content');
  expect(view.duties.map(({ text, name, isMine }) => [text, name, isMine])).toEqual([
    ['周三 3月5日', '许文静', false],
    ['周四 3月6日', '周立新', true],
    ['周五 3月7日', '没有人能值班', false],
  ]);
});
