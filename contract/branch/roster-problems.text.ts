import type { ListProblem, ListProblemCode } from '../../domain/people/roster-list';
import { MOST_CHARACTERS, STAFF_NUMBER } from '../limits';

interface ProblemText {
  readonly what: string;
  /** What to do. */
  readonly how: string;
}
type Problem = Pick<ListProblem, 'name' | 'written' | 'other'>;

/** Words of a line's problem, the same on the phone and in the sheet that goes back. */
export const LIST_PROBLEM_TEXT: Readonly<
  Record<ListProblemCode, (problem: Problem) => ProblemText>
> = {
  'name-missing': () => ({ what: '没写姓名', how: '写上姓名，和员工卡一致' }),
  'name-unfit': ({ written }) => ({
    what: `姓名“${written}”读不出来，或者太长`,
    how: `最多 ${MOST_CHARACTERS.name} 个字；有乱码的话，用 Excel 另存为 .xlsx 再传`,
  }),
  'number-missing': () => ({ what: '没写工号', how: '看员工卡，写上工号' }),
  'number-unfit': ({ written }) => ({
    what: `工号写成“${written}”`,
    how: `只能是字母和数字，${STAFF_NUMBER.least} 到 ${STAFF_NUMBER.most} 位`,
  }),
  'number-twice': ({ written, other, name }) =>
    other === name
      ? { what: `${name}写了两行`, how: '留一行，另一行删掉' }
      : { what: `工号 ${written} 和${other}重了`, how: '看员工卡，核对两人的工号' },
  'number-of-other': ({ written, other }) => ({
    what: `工号 ${written} 和${other}重了`,
    how: '看员工卡，核对两人的工号；真改了名字的，到名册里改',
  }),
  'in-other-branch': ({ other }) => ({
    what: `人还在${other}`,
    how: `请${other}先点“离开支部”，再导入，记录一起过来`,
  }),
  'unknown-group': ({ written }) => ({
    what: `党小组写成“${written}”，支部里没有`,
    how: '改成有的党小组，或先在支部资料里加这个党小组',
  }),
  'unknown-crew': ({ written }) => ({
    what: `值写成“${written}”，名册里没有`,
    how: '改成有的值，或请党委工作部先在倒班里加这个值',
  }),
  'unknown-standing': ({ written }) => ({
    what: `身份写成“${written}”`,
    how: '写“党员”或“预备党员”',
  }),
  'holds-office': () => ({
    what: '有支部职务，不能改成预备党员',
    how: '先免去职务，再改身份',
  }),
  'not-yours': () => ({
    what: '是党委工作部的人，你不能改',
    how: '把这一行删掉，或请党委工作部来导入',
  }),
};
