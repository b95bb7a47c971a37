import { members } from '../_store/people/members';

/** Whether the author of a note is in no branch any more: it stays as it is. docs/rules.md#R-111 */
export async function hasLeft(ownerId: string): Promise<boolean> {
  const [author] = await members.byIds([ownerId]);
  return author?.leftDay !== null;
}
