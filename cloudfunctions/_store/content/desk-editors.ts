import * as v from 'valibot';
import { CHANNEL_EDITORS } from '../../../contract/roles';
import { needsEditors } from '../../../domain/content/channel/decide-on-item';
import type { Editor } from '../../../domain/content/channel/desks';
import { MEMBERS, type Member } from '../people/member-document';
import { members } from '../people/members';
import { Officer } from '../people/officers-reading';
import type { Reading } from '../together';
import type { ItemDocument } from './item-document';
import { standingOf } from './item-standing';

const MOST_EDITORS = 1000;

export const toEditor = ({ _id, branchId, roles }: Pick<Member, '_id' | 'branchId' | 'roles'>) => ({
  memberId: _id,
  branchId,
  roles,
});

/**
 * Who holds an office of a desk now, where deciding on one of these items has to know it; none else:
 * one request, or no request. docs/rules.md#R-222
 */
export async function editorsFor(
  items: readonly ItemDocument[],
  by: Editor,
): Promise<readonly Editor[]> {
  if (!items.some((item) => needsEditors(standingOf(item), by))) return [];
  return (await members.holdingAnywhere(CHANNEL_EDITORS)).map(toEditor);
}

/** The same beside other readings, of what an officer reaches: of their branch and of the committee office. */
export const editorsReading = (branchId: string, isOffice: boolean): Reading => ({
  from: MEMBERS.collection,
  pipeline: [
    {
      $match: {
        roles: { $in: CHANNEL_EDITORS },
        leftDay: null,
        ...(!isOffice && { $or: [{ branchId }, { roles: 'committee-office' }] }),
      },
    },
    { $limit: MOST_EDITORS },
    { $project: { branchId: 1, roles: 1 } },
  ],
});

export const editorsIn = (rows: readonly unknown[]): readonly Editor[] =>
  v.parse(v.array(Officer), rows).map(toEditor);
