import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { MEMBERS, type Member } from '../people/member-document';
import { RotationDocument } from './shift-documents';

export const ROTATIONS = documentKind('rotations', RotationDocument);
const documents = () => collection(ROTATIONS);

export const rotations = {
  /** Every rotation, past ones too, in the order they were saved: an organisation has a handful. */
  async all(): Promise<readonly RotationDocument[]> {
    return inOrderSaved(
      await documents().find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } }),
    );
  },

  byId: (rotationId: string) => documents().byId(rotationId),

  /** Whether it was written; false when its id is taken. */
  add: (rotation: RotationDocument) => documents().insertIfAbsent(rotation),

  /** Writes over the one that has its id. */
  replace: (rotation: RotationDocument) => documents().put(rotation),

  /** Whoever was, is or will be in one of these crews, or on loan to one, and has not left. */
  peopleOf: (crewIds: readonly string[]): Promise<readonly Member[]> =>
    collection(MEMBERS).all(
      { leftDay: null, 'crewHistory.crewId': command.in(crewIds) },
      { leftDay: null, 'overrides.crewId': command.in(crewIds) },
    ),
} as const;

/** Of rotations by id: of two that are valid from the same day the later in the list counts. */
export function inOrderSaved(byId: readonly RotationDocument[]): readonly RotationDocument[] {
  return [...byId].sort((a, b) => (a.savedAtMs ?? 0) - (b.savedAtMs ?? 0));
}
