import type { Role } from '../../../contract/roles';
import { DESKS } from '../../../domain/content/channel/desks';
import type { DutyEditor } from '../../../domain/content/channel/duty';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import type { Member } from '../people/member-document';
import { members } from '../people/members';
import type { Rotas } from '../people/organisation';

/** Offices that write for a channel. */
export const WRITERS = [
  ...new Set(CONTENT_CHANNELS.flatMap((channel) => DESKS[channel].writes)),
] as readonly Role[];

/** Whoever writes for a channel, in whatever branch. One request. docs/rules.md#R-295 */
export const readWriters = (): Promise<readonly Member[]> => members.holdingAnywhere(WRITERS);

export const toDutyEditor = (
  member: Pick<Member, '_id' | 'roles' | 'crewHistory' | 'overrides' | 'sleepPreference'>,
  { scheduleOf }: Pick<Rotas, 'scheduleOf'>,
): DutyEditor => ({
  memberId: member._id,
  roles: member.roles,
  schedule: scheduleOf(member),
});
