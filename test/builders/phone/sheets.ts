import type { Sheet, ShownItem } from '../../../contract/star/sheet-shapes';
import { termsOf } from '../../../domain/star/assessment/terms';
import { DEFAULT_TERM_DAYS } from '../../../domain/star/assessment/standard';
import { localDay } from '../../../domain/time/local-day';
import { at } from './study';

export const aShownItem = (rest: Partial<ShownItem> = {}): ShownItem => ({
  itemId: 'post',
  name: '岗位职责',
  aspect: 'duty',
  source: 'judged',
  points: 30,
  by: 'group-leader',
  bands: null,
  start: 30,
  least: 0,
  earnedTenths: 300,
  done: 0,
  chances: 0,
  proofs: [],
  missed: [],
  leftOut: [],
  leftOutCount: 0,
  marks: [],
  appeals: [],
  canAppeal: false,
  canMark: false,
  ...rest,
});

export const aShownMark = (
  rest: Partial<ShownItem['marks'][number]> = {},
): ShownItem['marks'][number] => ({
  markId: 'mark',
  points: 28,
  reason: '漏填一栏，当班补上了',
  evidence: '交接班记录，2月9日',
  aboutDay: localDay('2026-02-09'),
  byName: '田宝林',
  as: 'group-leader' as const,
  atMs: at('09:00'),
  isOfAppeal: false,
  ...rest,
});

export const aShownSheet = (rest: Partial<Sheet> = {}): Sheet => ({
  sheetId: '2026-02_yx21',
  month: '2026-02',
  memberId: 'yx21',
  name: '周立新',
  crewName: '二值',
  groupName: '二值党小组',
  version: 4,
  base: 100,
  stage: 'waits-member',
  terms: termsOf('2026-02', DEFAULT_TERM_DAYS, localDay('2026-03-10')),
  setApart: null,
  sum: { earnedTenths: 870, possibleTenths: 900, leftOutTenths: 100, permille: 967 },
  startingPoints: 0,
  items: [aShownItem({ earnedTenths: 280, marks: [aShownMark()], canAppeal: true })],
  notes: 1,
  summary: null,
  canSummarise: true,
  settled: null,
  canSettle: false,
  ...rest,
});
