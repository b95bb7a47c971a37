import * as v from 'valibot';
import { platform } from '../../_kit/platform';
import { fitting } from '../database';
import { readDocument } from '../document-kind';
import { MEMBERS, type Member } from '../people/member-document';
import { members } from '../people/members';
import { STANDARDS, standards, type StandardDocument } from './standards';

const Joined = v.object({
  data: v.array(v.looseObject({ person: v.array(v.unknown()) })),
});

/**
 * The list of a sheet and whom it is about, in one request: one bounded join by two unique keys, or the
 * person alone where this instance knows the list. docs/decisions/who-and-what-in-one-request.md
 */
export async function listAndPerson(
  standardId: string,
  memberId: string,
): Promise<{ readonly standard: StandardDocument; readonly person: Member | null }> {
  const known = standards.known(standardId);
  if (known !== undefined) return { standard: known, person: await members.byId(memberId) };
  const answer: unknown = await platform()
    .database()
    .collection(STANDARDS.collection)
    .aggregate()
    .match({ _id: standardId })
    .limit(1)
    .lookup({
      from: MEMBERS.collection,
      pipeline: [{ $match: { _id: memberId } }, { $limit: 1 }],
      as: 'person',
    })
    .end();
  const [row] = v.parse(Joined, answer).data;
  if (row === undefined) throw new Error(`there is no list ${standardId}`);
  const { person, ...list } = row;
  const [found = null] = fitting(MEMBERS, person);
  return { standard: standards.remember(readDocument(STANDARDS, list)), person: found };
}
