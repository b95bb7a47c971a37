import { audienceNames } from '../../_store/people/audience-names';
import { organisationOnHotPath } from '../../_store/people/organisation';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { studies } from '../../_store/study/studies';

/** What tells messages of studies with the same topic apart. */
export interface OfStudy {
  /** Names of the groups or crews that are asked; none: the branch, or people by name. */
  readonly to: readonly string[];
  readonly body: string | null;
}

/** Of these messages those that speak of a study: one request, two more where the organisation is not remembered. */
export async function ofStudies(
  documents: readonly DeliveryDocument[],
): Promise<(document: DeliveryDocument) => OfStudy | undefined> {
  const ids = [...new Set(documents.flatMap(({ about }) => about?.studyId ?? []))];
  if (ids.length === 0) return () => undefined;
  const [found, organisation] = await Promise.all([studies.byIds(ids), organisationOnHotPath([])]);
  const byId = new Map(found.map((study) => [study._id, study]));
  return ({ about, body }) => {
    const study = about === null ? undefined : byId.get(about.studyId);
    if (study === undefined) return undefined;
    return { to: audienceNames(study.audience, study.branchId, organisation), body };
  };
}
