import type { ContestDocument } from '../_store/content/contest-document';

/** Where a message about a contest leads. */
export const contestPage = ({ _id, panel }: Pick<ContestDocument, '_id' | 'panel'>): string =>
  panel === undefined
    ? `packages/contest/contest/contest?contestId=${_id}`
    : `packages/lecture/lecture/lecture?contestId=${_id}`;
