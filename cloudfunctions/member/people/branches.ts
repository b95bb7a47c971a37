import type { memberActions } from '../../../contract/people/member';
import type { Handler } from '../../_kit/serve';
import { branches as branchDocuments } from '../../_store/people/branches';
import { members } from '../../_store/people/members';

export const branches: Handler<typeof memberActions.branches> = async (_input, ctx) => {
  const [all, counts] = await Promise.all([branchDocuments.all(), members.countByBranch()]);
  return ctx.answer({
    branches: all.map(({ _id, name }) => ({
      branchId: _id,
      name,
      memberCount: counts.get(_id) ?? 0,
    })),
  });
};
