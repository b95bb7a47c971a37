import type { ContentChannel } from './item';

/** Which offices do what for a channel; roles of contract/roles. */
interface Desk {
  readonly writes: readonly string[];
  readonly checksInBranch: readonly string[];
  readonly checksInCommittee: readonly string[];
  /** An issue is expected every day, so that a day without one is a gap. */
  readonly isDaily: boolean;
  /** When an issue comes out where nobody says otherwise: since 00:00, Asia/Shanghai. */
  readonly issueMinute: number;
}

/** Data, so that an organisation can change it. docs/rules.md#R-220 */
export const DESKS: Readonly<Record<ContentChannel, Desk>> = {
  party: {
    writes: ['publicity-officer'],
    checksInBranch: ['secretary', 'publicity-officer'],
    checksInCommittee: ['committee-office'],
    isDaily: true,
    issueMinute: 12 * 60,
  },
  integrity: {
    writes: ['discipline-officer'],
    checksInBranch: ['secretary', 'discipline-officer'],
    checksInCommittee: ['committee-office'],
    isDaily: false,
    issueMinute: 12 * 60,
  },
};

/** Somebody, as they are now. */
export interface Editor {
  readonly memberId: string;
  readonly branchId: string;
  readonly roles: readonly string[];
}

interface Placed {
  readonly channel: ContentChannel;
  readonly branchId: string;
}

const holds = ({ roles }: Pick<Editor, 'roles'>, wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));

export const mayWrite = (editor: Editor, { channel, branchId }: Placed): boolean =>
  editor.branchId === branchId && holds(editor, DESKS[channel].writes);

export const mayCheckInBranch = (editor: Editor, { channel, branchId }: Placed): boolean =>
  editor.branchId === branchId && holds(editor, DESKS[channel].checksInBranch);

export const mayCheckInCommittee = (
  editor: Pick<Editor, 'roles'>,
  { channel }: Pick<Placed, 'channel'>,
): boolean => holds(editor, DESKS[channel].checksInCommittee);

/** Whoever writes or checks it; so they may also read it before it is out, and withdraw it. */
export const isOfDesk = (editor: Editor, item: Placed): boolean =>
  mayWrite(editor, item) || mayCheckInBranch(editor, item) || mayCheckInCommittee(editor, item);
