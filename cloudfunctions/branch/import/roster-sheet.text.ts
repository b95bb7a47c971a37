import { LIST_PROBLEM_TEXT } from '../../../contract/branch/roster-problems.text';
import type {
  ListLine,
  ListProblem,
  Placing,
  Standing,
  StandingCell,
} from '../../../domain/people/roster-list';
import { bareCode } from '../../../domain/words/bare-code';
import { bareName } from '../../../domain/words/bare-name';
import { fileWords } from '../../_kit/file-words';

/** Words of a roster as a sheet, read and written. */
export const rosterText = {
  sheet: '花名册',
  help: '填写说明',
  file: (branchName: string) => `花名册模板-${branchName}`,
  columns: ['姓名', '工号', '党小组', '值', '身份'],
  helpHead: ['这一列', '怎么填'],
  problem: '问题',
} as const;

const COLUMNS = {
  name: ['姓名', '名字'],
  staffNumber: ['工号', '员工号', '职工号'],
  group: ['党小组', '小组'],
  crew: ['值', '班组', '值别'],
  standing: ['身份', '党员身份'],
} as const;
type Column = keyof typeof COLUMNS;

const NEEDED: readonly Column[] = ['name', 'staffNumber'];
const NONE = ['无', '没有', '未分组', '不倒班'].map(bareName);
const STANDINGS: Readonly<Record<string, Standing>> = {
  党员: 'member',
  正式党员: 'member',
  中共党员: 'member',
  预备党员: 'probationary-member',
  中共预备党员: 'probationary-member',
};

/** How far down a heading is looked for: above it may be a title. */
const MOST_ABOVE = 10;

export interface Heading {
  /** Of the row in the sheet, from 0. */
  readonly row: number;
  /** Column of the sheet, from 0, for each that is there. */
  readonly at: Readonly<Partial<Record<Column, number>>>;
  /** What stands in the heading and is not read. */
  readonly unused: readonly string[];
}

export type HeadingFault =
  | { readonly code: 'columns-missing'; readonly columns: string }
  | { readonly code: 'column-twice'; readonly columns: string };

/** The row that names the columns; of several that could the first. */
export function headingOf(rows: readonly (readonly string[])[]): Heading | HeadingFault {
  const named = rows.slice(0, MOST_ABOVE).map((row) => row.map(columnOf));
  const row = named.findIndex((columns) => columns.some((column) => column !== null));
  const columns = named[row] ?? [];
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return { code: 'columns-missing', columns: missing.map((each) => COLUMNS[each][0]).join('、') };
  }
  const twice = columns.find((column, at) => column !== null && columns.indexOf(column) < at);
  if (twice !== null && twice !== undefined) {
    return { code: 'column-twice', columns: COLUMNS[twice][0] };
  }
  const at = Object.fromEntries(
    columns.flatMap((column, index) => (column === null ? [] : [[column, index]])),
  ) as Heading['at'];
  const unused = (rows[row] ?? []).filter((text, index) => text !== '' && columns[index] === null);
  return { row, at, unused };
}

export interface Choices {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly crews: readonly { readonly id: string; readonly name: string }[];
}

/** Lines below the heading that say anything in its columns; the line is counted as the sheet counts it. */
export function linesOf(
  rows: readonly (readonly string[])[],
  { row: headingRow, at }: Heading,
  { groups, crews }: Choices,
): ListLine[] {
  return rows.slice(headingRow + 1).flatMap((row, index) => {
    const cell = (column: Column): string => {
      const place = at[column];
      return place === undefined ? '' : (row[place] ?? '');
    };
    const isEmpty = (Object.keys(at) as Column[]).every((column) => cell(column) === '');
    if (isEmpty) return [];
    return {
      line: headingRow + index + 2,
      name: cell('name'),
      staffNumber: bareCode(cell('staffNumber')),
      group: placing(cell('group'), groups),
      crew: placing(cell('crew'), crews),
      standing: standingOf(cell('standing')),
    };
  });
}

function columnOf(text: string): Column | null {
  const bare = bareName(text);
  const found = Object.entries(COLUMNS).find(([, names]) =>
    names.some((name) => bareName(name) === bare),
  );
  return (found?.[0] as Column | undefined) ?? null;
}

function placing(written: string, choices: Choices['groups']): Placing {
  if (written === '') return { kind: 'unsaid' };
  const bare = bareName(written);
  if (NONE.includes(bare)) return { kind: 'none' };
  const found = choices.find(({ name }) => bareName(name) === bare);
  return found === undefined
    ? { kind: 'unknown', written: written.slice(0, 40) }
    : { kind: 'one', id: found.id };
}

function standingOf(written: string): StandingCell {
  if (written === '') return { kind: 'unsaid' };
  const standing = Object.hasOwn(STANDINGS, bareName(written))
    ? STANDINGS[bareName(written)]
    : undefined;
  return standing === undefined
    ? { kind: 'unknown', written: written.slice(0, 40) }
    : { kind: 'one', standing };
}

/** The second sheet of the template: what can stand in each column. */
export function helpRows({ groups, crews }: Choices): readonly (readonly [string, string])[] {
  const names = (choices: Choices['groups']) => choices.map(({ name }) => name).join('、');
  return [
    ['姓名', '必填。和员工卡一致。'],
    ['工号', '必填。两个人不能一样。系统按工号认人，名字要对得上；改名字请在名册里改。'],
    ['党小组', `空着就不改。可以填：${names(groups)}${groups.length === 0 ? '' : '、'}无`],
    ['值', `空着就不改。可以填：${names(crews)}${crews.length === 0 ? '' : '、'}无`],
    ['身份', '空着就不改，新来的按党员。可以填：党员、预备党员'],
    ['公式、合并的单元格', '不能有。复制整张表，只粘贴数值；取消合并，每人一行。'],
  ];
}

const MARKED = '标出问题';

/** '3月-标出问题' of '3月.xlsx'; a list that was marked before is named so once. */
export const markedFileName = (fileName: string): string => {
  const bare = fileName.replace(/\.xlsx$/iu, '').replace(new RegExp(`-${MARKED}$`, 'u'), '');
  return fileWords(`${bare}-${MARKED}`);
};

export interface Marked {
  readonly rows: readonly (readonly string[])[];
  readonly heading: Heading;
  readonly diff: { readonly problems: readonly ListProblem[] };
}

interface MarkedRows {
  readonly rows: readonly (readonly string[])[];
  /** Of the marks, from 0: the last one. */
  readonly column: number;
  readonly headingRow: number;
}

/** Each row in its place; the marks of an earlier time make way for those of now. */
export function markedRows({ rows, heading, diff }: Marked): MarkedRows {
  const marks = new Map(
    diff.problems.map((problem) => [
      problem.line,
      [problem, ...(problem.also ?? [])]
        .map((fault) => LIST_PROBLEM_TEXT[fault.code]({ name: problem.name, ...fault }))
        .map(({ what, how }) => `${what}。${how}`)
        .join('；'),
    ]),
  );
  const earlier = rows[heading.row]?.indexOf(rosterText.problem) ?? -1;
  const kept = rows.map((row) => row.filter((_, at) => at !== earlier));
  const column = Math.max(...kept.map((row) => row.length));
  return {
    rows: kept.map((row, at) => [
      ...row,
      ...Array.from({ length: column - row.length }, () => ''),
      at === heading.row ? rosterText.problem : (marks.get(at + 1) ?? ''),
    ]),
    column,
    headingRow: heading.row,
  };
}
