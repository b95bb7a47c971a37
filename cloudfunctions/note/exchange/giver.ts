import { dayOfInstant } from '../../../domain/time/local-day';
import type { ResponseDocument } from '../../_store/note/response-document';
import { memberOfCaller } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';

interface Calling {
  readonly openId: string;
  readonly nowMs: () => number;
}

/** Under which name and crew somebody gives a response now; null where nobody is bound any more. */
export async function giverOf({
  openId,
  nowMs,
}: Calling): Promise<Pick<ResponseDocument, 'memberId' | 'memberName' | 'crewName'> | null> {
  const member = await memberOfCaller(openId);
  if (member === null) return null;
  const organisation = await organisationOnHotPath([member]);
  const { crewName } = organisation.placeOf(member, dayOfInstant(nowMs()));
  return { memberId: member._id, memberName: member.name, crewName };
}
