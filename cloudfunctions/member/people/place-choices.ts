import type { keepingActions, PlaceChoices } from '../../../contract/people/keeping';
import type { Handler } from '../../_kit/serve';
import { readOrganisation, type Organisation } from '../../_store/people/organisation';

export const placeChoices: Handler<typeof keepingActions.placeChoices> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const organisation = await readOrganisation();
  if (!organisation.hasBranch(branchId)) return ctx.fail('not-found');
  return ctx.answer(choicesIn(organisation, branchId));
};

/** Crews have the name of the rotation that was saved for them last. */
export function choicesIn(organisation: Organisation, branchId: string): PlaceChoices {
  const { roster, crews } = organisation;
  const rotationIds = new Map(
    roster.rotations.flatMap(({ id, crews: its }) => its.map(({ crewId }) => [crewId, id])),
  );
  return {
    branchName: organisation.branchName(branchId),
    groups: organisation.groupsOf(branchId),
    crews: crews.map(({ crewId, name }) => ({
      crewId,
      name,
      rotationName: organisation.rotationName(rotationIds.get(crewId) ?? '') ?? '',
    })),
  };
}
