import type {
  applyRoster,
  checkRoster,
  exportRosterProblems,
} from '../../contract/branch/roster-import';
import { ROSTER_FILE } from '../../contract/branch/roster-file';
import type { ErrorTexts } from './errors';

const NOTHING = '一行都没写入。';

/** Of a file that is larger than one can be. */
export const FILE_TOO_LARGE_TEXT = `文件太大，最多 ${Math.floor(ROSTER_FILE.bytes / 1000)} KB。只留要导入的这张表，另存一份再传。`;
/** Of a file that the phone does not give. */
export const FILE_NOT_READ_TEXT = '没有读到这个文件，重新选一次。';

export const checkRosterErrors = {
  'pieces-missing': `文件没有传完整。${NOTHING}重新选一次文件。`,
  'not-xlsx': `这不是 .xlsx 表格，改了文件名也不行。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再传。${NOTHING}`,
  'old-or-locked': `这是老格式的表格（.xls），或者加了密码。去掉密码，另存为 .xlsx 再传。${NOTHING}`,
  damaged: `这个文件打不开，可能没存完整。用 Excel 或 WPS 打开，另存一份再传。${NOTHING}`,
  'too-large-inside': `表里的内容太多。把名单复制到一张新表里，只留要导入的行和列，再传。${NOTHING}`,
  'columns-missing': ({ columns = '' }) =>
    `没有找到这几列：${columns}。第一行写上列名，和模板一样。${NOTHING}`,
  'column-twice': ({ columns = '' }) =>
    `“${columns}”有两列，不知道用哪一列。删掉一列再传。${NOTHING}`,
  formulas: ({ cell = '', count = 1 }) =>
    `${cell} ${Number(count) > 1 ? `等 ${count} 格` : ''}是公式，读到的不一定对。复制整张表，只粘贴数值，再传。${NOTHING}`,
  'merged-cells': ({ cell = '', count = 1 }) =>
    `${cell} ${Number(count) > 1 ? `等 ${count} 处` : ''}合并了单元格，分不清是谁的。取消合并，每人一行填完整，再传。${NOTHING}`,
  'no-lines': `列名下面一行人都没有。${NOTHING}填好再传。`,
  'too-many-lines': ({ lines = 0 }) =>
    `有 ${lines} 行，一次最多 ${ROSTER_FILE.lines} 行。分成几张表，按支部传。${NOTHING}`,
} satisfies ErrorTexts<typeof checkRoster>;

export const exportRosterProblemsErrors = {
  ...checkRosterErrors,
  'no-problems': '名册刚刚有人改过，现在每一行都没问题了。重新选一次文件。',
} satisfies ErrorTexts<typeof exportRosterProblems>;

const WHY_STAYS: Readonly<Record<string, string>> = {
  office: '是党委工作部的人，由党委工作部来改',
  self: '是你自己，请另一位来办',
  'last-secretary': '是唯一的书记，先有新书记',
};

export const applyRosterErrors = {
  'pieces-missing': checkRosterErrors['pieces-missing'],
  'roster-changed': `名册刚刚有人改过，和你看到的不一样了。${NOTHING}再对一遍。`,
  'cannot-leave': ({ name = '', why }) =>
    `${name}不能这样离开：${WHY_STAYS[String(why)] ?? '名册里的职务不让'}。去掉勾再写入。${NOTHING}`,
} satisfies ErrorTexts<typeof applyRoster>;
