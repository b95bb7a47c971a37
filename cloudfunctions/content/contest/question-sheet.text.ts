import type { QuestionLine, TrueFalseWords } from '../../../domain/content/contest/question-list';
import type { QuestionKind } from '../../../domain/study/make-up-quiz';
import { bareName } from '../../../domain/words/bare-name';

/** As many as a question has options. */
const LETTERS = 'ABCDEF';
/** How far down a heading is looked for: above it may be a title. */
const MOST_ABOVE = 10;

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  kind: ['题型', '类型'],
  text: ['题目', '题干', '试题'],
  right: ['答案', '正确答案', '标准答案'],
  why: ['解析', '为什么', '说明', '依据'],
};

const KINDS: Readonly<Record<string, QuestionKind>> = {
  单选: 'single',
  单选题: 'single',
  单项选择: 'single',
  单项选择题: 'single',
  选一个: 'single',
  多选: 'several',
  多选题: 'several',
  多项选择: 'several',
  多项选择题: 'several',
  选几个: 'several',
  判断: 'true-false',
  判断题: 'true-false',
  是非题: 'true-false',
  对不对: 'true-false',
};
const YES = ['对', '正确', '√', '是', 'TRUE'];
const NO = ['错', '不对', '错误', '不正确', '×', '否', 'FALSE'];

export const TRUE_FALSE: TrueFalseWords = { yes: '对', no: '不对' };

export interface QuestionHeading {
  /** Of the row in the sheet, from 0. */
  readonly row: number;
  /** Columns from 0. */
  readonly at: Readonly<Record<string, number>>;
  /** By their letters; -1: the sheet has no such column. */
  readonly optionsAt: readonly number[];
}

/** The row that names the columns, or the names of those that are missing. */
export function questionHeadingOf(
  rows: readonly (readonly string[])[],
): QuestionHeading | { readonly missing: string } {
  for (const [row, cells] of rows.slice(0, MOST_ABOVE).entries()) {
    const names = cells.map((cell) => bareName(cell).toUpperCase());
    const at = Object.fromEntries(
      Object.entries(COLUMNS).flatMap(([column, words]) => {
        const place = names.findIndex((name) => words.includes(name));
        return place < 0 ? [] : [[column, place]];
      }),
    );
    if (at['text'] === undefined) continue;
    const missing = ['right', 'why'].filter((column) => at[column] === undefined);
    if (missing.length > 0) {
      return { missing: missing.map((column) => COLUMNS[column]?.[0] ?? '').join('、') };
    }
    const optionsAt = Array.from(LETTERS, (letter) =>
      names.findIndex((name) => name === letter || name === `选项${letter}`),
    );
    return { row, at, optionsAt };
  }
  return { missing: '题目、答案、解析' };
}

/** The lines below the heading that say anything. */
export function questionLinesOf(
  rows: readonly (readonly string[])[],
  { row, at, optionsAt }: QuestionHeading,
): readonly QuestionLine[] {
  return rows.flatMap((cells, index) => {
    if (index <= row || cells.every((cell) => cell === '')) return [];
    const cell = (column: string) => cells[at[column] ?? -1] ?? '';
    const options = optionsAt.map((place) => cells[place] ?? '');
    const kind = kindOf(cell('kind'), cell('right'), options);
    return [
      {
        line: index + 1,
        kind,
        text: cell('text'),
        options,
        right: rightOf(cell('right'), kind, options),
        why: cell('why'),
      },
    ];
  });
}

/** What is only right or wrong is one to be judged, where nothing is to choose from. */
function kindOf(written: string, right: string, options: readonly string[]): QuestionLine['kind'] {
  if (written !== '') return KINDS[bareName(written)] ?? null;
  const isJudged = options.every((option) => option === '') && judged(bareAnswer(right)) !== null;
  return isJudged ? 'true-false' : undefined;
}

/** 'A', 'A、C', 'ac', '对': places from 0. */
function rightOf(
  written: string,
  kind: QuestionLine['kind'],
  options: readonly string[],
): readonly number[] | null {
  const bare = bareAnswer(written);
  if (bare === '') return [];
  if (kind === 'true-false') return judged(bare) ?? judged(optionOf(bare, options));
  const places = Array.from(bare, (letter) => LETTERS.indexOf(letter));
  return places.includes(-1) ? null : [...new Set(places)].sort((a, b) => a - b);
}

const bareAnswer = (written: string): string =>
  written.toUpperCase().replace(/[\s,，、;；.．。]/gu, '');

/** What the options of a letter say, in whatever order they stand; without them A is right. */
function optionOf(letter: string, options: readonly string[]): string {
  const [a = '', b = ''] = options;
  const written = a === '' && b === '' ? [TRUE_FALSE.yes, TRUE_FALSE.no] : [a, b];
  return letter.length === 1 ? bareAnswer(written[LETTERS.indexOf(letter)] ?? '') : '';
}

function judged(bare: string): readonly number[] | null {
  if (YES.includes(bare)) return [0];
  return NO.includes(bare) ? [1] : null;
}
