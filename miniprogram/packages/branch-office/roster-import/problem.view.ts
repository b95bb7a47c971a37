import type { RosterCheck } from '../../../../contract/branch/roster-import';
import { LIST_PROBLEM_TEXT } from '../../../../contract/branch/roster-problems.text';

type Problem = RosterCheck['problems'][number];

export interface ProblemRow {
  readonly key: string;
  /** As the sheet counts. */
  readonly line: string;
  readonly name: string;
  /** All that is wrong in the line. */
  readonly faults: readonly {
    readonly what: string;
    /** What to do. */
    readonly how: string;
  }[];
}

const NEWER = { what: '有问题，升级后能看到原因', how: '换成新版再导入' };

/** '工号 QY10427 和周立新重了', and below it what to do. */
export function toProblemRow(problem: Problem): ProblemRow {
  const { line, name, also = [] } = problem;
  return {
    key: String(line),
    line: String(line),
    name: name || '没有名字',
    faults: [problem, ...also].map(({ code, written, other }) =>
      code === 'newer' ? NEWER : LIST_PROBLEM_TEXT[code]({ name, written, other }),
    ),
  };
}
