import type { OutputOf } from '../../../../contract/action';
import {
  MOST_IN_BANK,
  QUESTION_FILE,
  type checkQuestions,
  type importQuestions,
  type QuestionCheck,
  type questionBank,
} from '../../../../contract/content/question-bank';
import { MAKE_UP_CHARACTERS } from '../../../../contract/study/make-up-shapes';
import * as v from 'valibot';
import { QuestionForm } from '../../../components/questions/question-form';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';

export type BankPage = OutputOf<typeof questionBank>;

interface Row {
  readonly questionId: string;
  readonly text: string;
  readonly note: string;
  readonly isChosen: boolean;
}

interface BankContent {
  readonly kind: 'content';
  readonly note: string;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** Of what is chosen; '': nothing is. */
  readonly action: string;
}
export type BankView = Placeholder | BankContent;

export interface CheckView {
  readonly about: string;
  readonly verdict: string;
  readonly verdictNote: string;
  readonly hasProblems: boolean;
  readonly problems: readonly {
    readonly key: string;
    readonly line: string;
    readonly text: string;
    readonly what: string;
  }[];
  readonly fresh: readonly { readonly key: string; readonly text: string; readonly note: string }[];
  /** Words of the button; '': nothing can be written. */
  readonly action: string;
}

export const opening: BankView = { kind: 'loading' };
export const unknownBank: Shown<BankPage> = { kind: 'loading' };
export const noMorePages: readonly BankPage[] = [];
export const FILE_TOO_LARGE_TEXT = `文件太大，最多 ${QUESTION_FILE.bytes / 1000} KB。只留题目这张表，另存一份再传。`;
export const FILE_NOT_READ_TEXT = '没有读到这个文件，重新选一次。';
/** Of a repetition there is nothing left to write. */
export const importedText = (added: number): string =>
  added === 0 ? '这些题都在题库里了' : `写进题库 ${added} 道`;

const KIND_TEXT = {
  single: '选一个',
  several: '选几个',
  'true-false': '对不对',
  newer: '升级后查看',
} as const;

export function toBankView(
  state: Shown<BankPage>,
  more: readonly BankPage[],
  chosen: readonly QuestionForm[],
  room: number,
): BankView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  return {
    kind: 'content',
    note: room > 0 ? `打勾放进竞赛，还能放 ${room} 道` : '竞赛里的题已经满了',
    rows: pages.flatMap(({ questions }) =>
      questions.map(({ questionId, kind, text, options }) => ({
        questionId,
        text,
        note: `${KIND_TEXT[kind]} · ${options
          .filter(({ isRight }) => isRight)
          .map((option) => option.text)
          .join('；')}`,
        isChosen: chosen.some((question) => question.questionId === questionId),
      })),
    ),
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
    action: chosen.length === 0 ? '' : `放进竞赛（${chosen.length} 道）`,
  };
}

/**
 * What is chosen after a tap, as long as there is room; what only a newer version knows cannot be. It
 * stays chosen whatever the list shows then.
 */
export function withChoice(
  chosen: readonly QuestionForm[],
  question: BankPage['questions'][number] | undefined,
  isOn: boolean,
  room: number,
): readonly QuestionForm[] {
  const others = chosen.filter(({ questionId }) => questionId !== question?.questionId);
  const form = v.safeParse(QuestionForm, question);
  return isOn && form.success && others.length < room ? [...others, form.output] : others;
}

export function toCheckView(check: QuestionCheck): CheckView {
  const { sheetName, lines, known, problems, fresh } = check;
  const hasProblems = problems.length > 0;
  const old = known > 0 ? `，${known} 道题库里已经有，照旧不改` : '';
  return {
    about: `${sheetName}，${lines} 行${old}`,
    verdict: hasProblems ? `${problems.length} 行要先改` : `${fresh.length} 道新题可以写入`,
    verdictNote: hasProblems
      ? '改好再传。有一行不对，就一行都不写。'
      : '看一遍再写入。要么全写入，要么一道不写。',
    hasProblems,
    problems: problems.map(({ line, text, code }) => ({
      key: `${line}-${code}`,
      line: `第 ${line} 行`,
      text: text === '' ? '（没有题目）' : text,
      what: PROBLEM_TEXT[code],
    })),
    fresh: fresh.map(({ line, kind, text, right }) => ({
      key: `${line}`,
      text,
      note: `${KIND_TEXT[kind]} · ${right}`,
    })),
    action: check.planId === null || fresh.length === 0 ? '' : `写进题库（${fresh.length} 道）`,
  };
}

const PROBLEM_TEXT: Readonly<Record<QuestionCheck['problems'][number]['code'], string>> = {
  'kind-unknown': '题型只能写单选、多选、判断，或者空着。',
  'text-missing': '没有题目。写上，或者删掉这一行。',
  'text-too-long': `题目太长，最多 ${MAKE_UP_CHARACTERS.question} 字。`,
  'text-twice': '前面有一样的题目，留一行。',
  'options-few': '至少写两个选项；判断题在题型里写“判断”。',
  'option-gap': '中间空了一个选项，往前挪。',
  'option-too-long': `有个选项太长，最多 ${MAKE_UP_CHARACTERS.option} 字。`,
  'right-missing': '没有答案。写选项的字母，判断题写对或错。',
  'right-unknown': '答案对不上选项。写选项的字母，像 A 或 AC；判断题写对或错。',
  'several-right': '单选和判断只能有一个答案。要么改答案，要么题型写多选。',
  'why-missing': '没有解析。写一句为什么，交卷后给人看。',
  'why-too-long': `解析太长，最多 ${MAKE_UP_CHARACTERS.why} 字。`,
  newer: '这一行有问题，升级后能看到是什么。',
};

const NOTHING = '一道都没写入。';

export const checkErrors = {
  'not-xlsx': `这不是 .xlsx 表格。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再传。${NOTHING}`,
  'old-or-locked': `这是老格式的表格（.xls），或者加了密码。去掉密码，另存为 .xlsx 再传。${NOTHING}`,
  damaged: `这个文件打不开，可能没存完整。另存一份再传。${NOTHING}`,
  'too-large-inside': `表里的内容太多。只留题目，复制到一张新表里再传。${NOTHING}`,
  'columns-missing': ({ columns = '' }) =>
    `没有找到这几列：${columns}。第一行写上列名：题型、题目、选项A、选项B……答案、解析。${NOTHING}`,
  formulas: ({ cell = '' }) =>
    `${cell} 是公式，读到的不一定对。复制整张表，只粘贴数值，再传。${NOTHING}`,
  'merged-cells': ({ cell = '' }) => `${cell} 合并了单元格。取消合并，一题一行，再传。${NOTHING}`,
  'no-lines': `列名下面一道题都没有。${NOTHING}填好再传。`,
  'too-many-lines': ({ lines = 0 }) =>
    `有 ${lines} 行，一次最多 ${QUESTION_FILE.lines} 行。分成几张表再传。${NOTHING}`,
} satisfies ErrorTexts<typeof checkQuestions>;

export const importErrors = {
  ...checkErrors,
  'bank-changed': `题库刚刚有人改过。${NOTHING}重新选一次文件，看过再写入。`,
  'words-refused': `微信的检查没有通过里面的文字。${NOTHING}改一改再传。`,
  'bank-full': `题库最多 ${MOST_IN_BANK} 道，放不下了。${NOTHING}先删掉不用的。`,
} satisfies ErrorTexts<typeof importQuestions>;

export const dropQuestionAsked: Question = {
  title: '从题库里删掉',
  content: '已经用过这一题的竞赛不受影响。',
  confirmBtn: '删掉',
  cancelBtn: '留着',
};
