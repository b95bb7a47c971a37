import { MOST_GROUPS } from '../../contract/limits';
import type { saveBranch } from '../../contract/people/keeping';
import type {
  addMember,
  changeMember,
  releaseBinding,
  setRoles,
} from '../../contract/people/member';
import type { ErrorTexts } from './errors';

export const releaseErrors = {
  'not-bound-yet': '这个人现在没有绑定微信，不用解除。',
} satisfies ErrorTexts<typeof releaseBinding>;

export const setRolesErrors = {
  'roles-contradict': '预备党员不担任支部职务。先把身份改成党员，再给职务。',
  'last-secretary': '这是支部唯一的书记。先定好接任的书记，再改这里。',
  'last-of-office': '党委工作部现在只有这一个人。先让接任的人进来，再改这里。',
} satisfies ErrorTexts<typeof setRoles>;

const PLACE_GONE = {
  'unknown-crew': '这个值已经没有了。关掉重选一个。',
  'unknown-group': '这个党小组已经没有了。关掉重选一个。',
} as const;

export const addMemberErrors = {
  'staff-number-taken':
    '这个工号已经在用。先核对姓名和工号；人已在名册里的，到名册里改；在别的支部的，请原支部先点“离开支部”，再在这里加。',
  ...PLACE_GONE,
} satisfies ErrorTexts<typeof addMember>;

export const changeMemberErrors = {
  'staff-number-taken': '这个工号是另一个人的。对照员工卡再看一遍。',
  ...PLACE_GONE,
  'roles-contradict': '这个人有支部职务，不能改成预备党员。先请书记免去职务。',
  'last-secretary': '这是支部唯一的书记。先定好接任的书记，再办离开。',
  'last-of-office': '党委工作部现在只有这一个人。先让接任的人进来，再办离开。',
} satisfies ErrorTexts<typeof changeMember>;

export const saveBranchErrors = {
  'name-taken': ({ name }) => `已经有叫“${name ?? ''}”的了。换一个名字。`,
  'too-many-groups': `一个支部最多 ${MOST_GROUPS} 个党小组。先去掉用不着的。`,
  'group-not-empty': ({ name }) => `“${name ?? ''}”里还有人。先把他们换到别的组，再去掉。`,
} satisfies ErrorTexts<typeof saveBranch>;
