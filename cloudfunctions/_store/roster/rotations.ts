import { collection, command } from '../database';
import { MemberDocument, type Member } from '../people/members';
import { RotationDocument } from './shift-documents';

const documents = () => collection('rotations', RotationDocument);

const PEOPLE_AT_ONCE = 500;

export const rotations = {
  /** Every rotation, past ones too, in the order they were saved: an organisation has a handful. */
  async all(): Promise<readonly RotationDocument[]> {
    const all = await documents().find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } });
    // Of two that are valid from the same day the later in the list counts.
    return [...all].sort((a, b) => (a.savedAtMs ?? 0) - (b.savedAtMs ?? 0));
  },

  byId: (rotationId: string) => documents().byId(rotationId),

  /** Whether it was written; false when its id is taken. */
  add: (rotation: RotationDocument) => documents().insertIfAbsent(rotation),

  /** Writes over the one that has its id. */
  replace: (rotation: RotationDocument) => documents().put(rotation),

  /** Whoever was, is or will be in one of these crews, or on loan to one, and has not left. */
  async peopleOf(crewIds: readonly string[]): Promise<readonly Member[]> {
    const people: Member[] = [];
    for (;;) {
      const after = { leftDay: null, _id: command.gt(people.at(-1)?._id ?? '') };
      const more = await collection('members', MemberDocument).find(
        command.anyOf(
          { ...after, 'crewHistory.crewId': command.in(crewIds) },
          { ...after, 'overrides.crewId': command.in(crewIds) },
        ),
        { orderBy: { _id: 'asc' }, limit: PEOPLE_AT_ONCE },
      );
      people.push(...more);
      if (more.length < PEOPLE_AT_ONCE) return people;
    }
  },
} as const;
