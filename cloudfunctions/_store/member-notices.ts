import type { TemplateKey } from '../../domain/notice/notice-kinds';
import { collection, command } from './database';
import { MemberDocument, type Member } from './members';

const documents = () => collection('members', MemberDocument);

/** What a member's document says about their notices: seen up to, choices, credits. */
export const memberNotices = {
  /** Never moves back: two phones of one person may tell of different instants. */
  async markSeen(memberId: string, upToAtMs: number): Promise<void> {
    await documents().update(
      { _id: memberId, inboxSeenAtMs: command.lt(upToAtMs) },
      { inboxSeenAtMs: upToAtMs },
    );
  },

  async savePreferences(
    memberId: string,
    choices: Pick<Member, 'preferences' | 'sleepPreference'>,
  ): Promise<void> {
    await documents().update({ _id: memberId }, choices);
  },

  /** Adds accepted requests to the ledger; a retry of the same request adds nothing. */
  async addCredits(
    memberId: string,
    accepted: ReadonlyMap<TemplateKey, number>,
    requestId: string,
  ): Promise<void> {
    const counts = [...accepted].map(
      ([key, count]) => [`credits.${key}`, command.inc(count)] as const,
    );
    await documents().update(
      { _id: memberId, lastSubscriptionId: command.neq(requestId) },
      { ...Object.fromEntries(counts), lastSubscriptionId: requestId },
    );
  },

  /** One credit of a template less for each of these, never below none. */
  async spendCredits(memberIds: readonly string[], templateKey: TemplateKey): Promise<void> {
    if (memberIds.length === 0) return;
    const field = `credits.${templateKey}`;
    await documents().update(
      { _id: command.in(memberIds), [field]: command.gt(0) },
      { [field]: command.inc(-1) },
    );
  },

  /** WeChat says there is nothing left, or the person has refused. */
  async clearCredits(memberIds: readonly string[], templateKey: TemplateKey): Promise<void> {
    if (memberIds.length === 0) return;
    await documents().update({ _id: command.in(memberIds) }, { [`credits.${templateKey}`]: 0 });
  },
} as const;
