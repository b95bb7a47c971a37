import type { releaseBinding, setRoles } from '../../contract/people/member';
import type { ErrorTexts } from './errors';

export const releaseErrors = {
  'not-bound-yet': '这个人现在没有绑定微信，不用解除。',
} satisfies ErrorTexts<typeof releaseBinding>;

export const setRolesErrors = {
  'roles-contradict': '党员和预备党员只能选一个。',
  'last-secretary': '这是支部唯一的书记。先定好接任的书记，再改这里。',
} satisfies ErrorTexts<typeof setRoles>;
