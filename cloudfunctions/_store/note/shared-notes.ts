import * as v from 'valibot';
import { fitting, type Page } from '../database';
import { readTogether } from '../together';
import { NOTES, type NoteDocument } from './note-document';

const CrewRow = v.object({ _id: v.nullable(v.string()) });

/**
 * The first page of what is shared in a branch, newest first, of one crew where it is named; and the
 * names of all crews of which something is shared. In one request.
 */
export async function firstShared(
  branchId: string,
  crewName: string | undefined,
  limit: number,
): Promise<Page<NoteDocument> & { readonly crewNames: readonly string[] }> {
  const shared = { branchId, sharedAtMs: { $gt: 0 } };
  const read = await readTogether(branchId, {
    notes: {
      from: NOTES.collection,
      pipeline: [
        { $match: crewName === undefined ? shared : { ...shared, crewName } },
        { $sort: { sharedAtMs: -1, _id: -1 } },
        { $limit: limit + 1 },
      ],
    },
    crews: {
      from: NOTES.collection,
      pipeline: [{ $match: shared }, { $group: { _id: '$crewName' } }],
    },
  });
  const rows = read?.notes ?? [];
  const documents = fitting(NOTES, rows.slice(0, limit));
  return {
    documents,
    unfit: Math.min(rows.length, limit) - documents.length,
    isLast: rows.length <= limit,
    crewNames: v
      .parse(v.array(CrewRow), read?.crews ?? [])
      .flatMap(({ _id }) => (_id === null ? [] : [_id])),
  };
}
