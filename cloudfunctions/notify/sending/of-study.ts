import type { OutputOf } from '../../../contract/action';
import type { noticesOf } from '../../../contract/notice/sending';
import { audienceNames } from '../../_store/people/audience-names';
import { organisationOnHotPath } from '../../_store/people/organisation';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { studies } from '../../_store/study/studies';

type Listed = OutputOf<typeof noticesOf>['notices'][number];

/**
 * What tells messages of studies with the same topic apart, of those of these that speak of one: one
 * request, two more where the organisation is not remembered.
 */
export async function ofStudies(
  documents: readonly DeliveryDocument[],
): Promise<(document: DeliveryDocument) => Pick<Listed, 'ofStudy'>> {
  const ids = [...new Set(documents.flatMap(({ about }) => about?.studyId ?? []))];
  if (ids.length === 0) return () => ({});
  const [found, organisation] = await Promise.all([studies.byIds(ids), organisationOnHotPath([])]);
  const byId = new Map(found.map((study) => [study._id, study]));
  return ({ about, body }) => {
    const study = about === null ? undefined : byId.get(about.studyId);
    if (study === undefined) return {};
    const to = audienceNames(study.audience, study.branchId, organisation);
    return { ofStudy: { to: [...to], body } };
  };
}
