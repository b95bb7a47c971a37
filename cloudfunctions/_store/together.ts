import * as v from 'valibot';
import { platform } from '../_kit/platform';
import { BRANCHES } from './people/branches';

/** Stages as the database has them, the first a `$match`: conditions are `{ $in: … }`, not `command`. */
export type Stage = Readonly<Record<string, unknown>>;

export interface Reading {
  readonly from: string;
  readonly pipeline: readonly Stage[];
}

/**
 * Several readings in one request, each over a collection of its own and none seeing the others: rows
 * by the name of the reading. They hang on the document of a branch; null when there is none.
 *
 * NOTE: all rows together are one document of the database, so a reading has to group, project or limit.
 */
export async function readTogether<K extends string>(
  branchId: string,
  readings: Readonly<Record<K, Reading>>,
): Promise<Readonly<Record<K, readonly unknown[]>> | null> {
  const branch = platform().database().collection(BRANCHES.collection).aggregate();
  const names = Object.keys(readings) as K[];
  const joined: unknown = await names
    .reduce(
      (pipeline, name) => pipeline.lookup({ ...readings[name], as: name }),
      branch.match({ _id: branchId }).limit(1).project({ _id: 1 }),
    )
    .end();
  const [row] = v.parse(Joined, joined).data;
  return row === undefined ? null : (row as Readonly<Record<K, readonly unknown[]>>);
}

const Joined = v.object({ data: v.array(v.record(v.string(), v.unknown())) });
