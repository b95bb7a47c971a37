import type { AskingKind } from '../../../domain/notice/notice-kinds';
import { ofBranchText } from '../../_kit/of-branch.text';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { branches } from '../../_store/people/branches';
import type { Member } from '../../_store/people/member-document';
import { askingOf } from './asking-of';

/** What a branch asks that another can ask at the same time, in the same words. docs/rules.md#R-324 */
const OF_A_BRANCH: readonly AskingKind[] = ['poll', 'star-nominated'];

const isOfABranch = ({ kind }: Pick<DeliveryDocument, 'kind'>): boolean =>
  OF_A_BRANCH.some((each) => each === kind);

/** Names of branches that ask somebody of another one; their own is none of them. */
export type BranchesElsewhere = ReadonlyMap<string, string>;

/** No request where only their own branch asks. */
export async function branchesElsewhere(
  found: readonly DeliveryDocument[],
  { branchId: ownId }: Pick<Member, 'branchId'>,
  nowMs: number,
): Promise<BranchesElsewhere> {
  const asking = found.filter(
    (document) =>
      document.branchId !== ownId &&
      isOfABranch(document) &&
      askingOf(document, nowMs) !== undefined,
  );
  const ids = [...new Set(asking.map(({ branchId }) => branchId))];
  const named = await Promise.all(ids.map((id) => branches.byId(id)));
  return new Map(named.flatMap((branch) => (branch === null ? [] : [[branch._id, branch.name]])));
}

/** Of what is asked: by the name of the branch, where that is another. */
export function titleOf(
  document: Pick<DeliveryDocument, 'kind' | 'branchId' | 'title'>,
  elsewhere: BranchesElsewhere,
): string {
  const name = elsewhere.get(document.branchId);
  const { title } = document;
  return name === undefined || !isOfABranch(document) ? title : ofBranchText(name, title);
}
