import type { InputOf } from '../../../contract/action';
import { MOST_GROUPS } from '../../../contract/limits';
import type { keepingActions } from '../../../contract/people/keeping';
import { cleanWords } from '../../../domain/words/clean-words';
import type { Handler } from '../../_kit/serve';
import { branches, type BranchDocument } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { newBranch } from './new-branch';

type Input = InputOf<typeof keepingActions.saveBranch>;
type Named = Pick<BranchDocument, 'name' | 'groups'>;

interface Refused {
  readonly code: 'name-taken' | 'too-many-groups' | 'group-not-empty';
  readonly name: string;
}

export const saveBranch: Handler<typeof keepingActions.saveBranch> = async (input, ctx) => {
  const { branchId, name } = input;
  const all = await branches.all();
  const known = all.find(({ _id }) => _id === branchId);
  const isOffice = ctx.caller.roles.includes('committee-office');
  if (!isOffice && (known === undefined || !isCalled(known, name))) return ctx.fail('not-allowed');
  if (all.some((other) => other._id !== branchId && isCalled(other, name))) {
    return ctx.fail('name-taken', { name });
  }
  if (known === undefined) {
    const made = named([], input, []);
    if ('code' in made) return ctx.fail(made.code, { name: made.name });
    if (await branches.add(newBranch(branchId, made))) return ctx.answer({ branchId });
  }
  const people = input.removedGroupIds.length === 0 ? [] : await members.ofBranch(branchId);
  const used = people.flatMap(({ groupId }) => groupId ?? []);
  const changed = await branches.change(branchId, ({ groups }) => named(groups, input, used));
  if (changed === 'missing') return ctx.fail('not-found');
  if (changed !== 'changed') return ctx.fail(changed.code, { name: changed.name });
  return ctx.answer({ branchId });
};

/** The branch as it is to be, from the groups it has and the groups that somebody is in. */
function named(present: Named['groups'], input: Input, used: readonly string[]): Named | Refused {
  const { name, removedGroupIds: removed } = input;
  const kept = present.filter(({ groupId }) => !removed.includes(groupId));
  const groups = [
    ...kept.map((group) => input.groups.find(({ groupId }) => groupId === group.groupId) ?? group),
    ...input.groups.filter(({ groupId }) => !kept.some((group) => group.groupId === groupId)),
  ];
  const lost = present.find(({ groupId }) => removed.includes(groupId) && used.includes(groupId));
  if (lost !== undefined) return { code: 'group-not-empty', name: lost.name };
  const twice = groups.find(
    (group, at) => groups.findIndex((other) => isCalled(other, cleanWords(group.name))) < at,
  );
  if (twice !== undefined) return { code: 'name-taken', name: twice.name };
  if (groups.length > MOST_GROUPS) return { code: 'too-many-groups', name };
  return { name, groups };
}

/** Older documents have names that were kept as they were typed. */
const isCalled = (unit: { readonly name: string }, name: string): boolean =>
  cleanWords(unit.name) === name;
