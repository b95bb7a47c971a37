import type { TemplateKey } from '../../../domain/notice/kind-rules';
import { collection, command } from '../database';
import { MEMBERS, type Member } from './member-document';

const documents = () => collection(MEMBERS);

const PHONE = { id: 'lastSubscriptionId', atMs: 'lastSubscriptionAtMs' } as const;
const PUSH = { id: 'lastPopupId', atMs: 'lastPopupAtMs' } as const;
const FROM_PHONE = [PHONE, PUSH] as const;
const FROM_PUSH = [PUSH, PHONE] as const;
const SAME_DIALOG_MS = 60_000;

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

  /**
   * Adds accepted requests to the ledger. The phone and WeChat's push both tell of the same dialog,
   * each perhaps twice: the same id counts once, and the other source counts only when it stands
   * more than a minute away. docs/rules.md#R-56
   */
  async addCredits(
    memberId: string,
    accepted: ReadonlyMap<TemplateKey, number>,
    told: { readonly source: 'phone' | 'push'; readonly id: string; readonly atMs: number },
  ): Promise<void> {
    const counts = [...accepted].map(
      ([key, count]) => [`credits.${key}`, command.inc(count)] as const,
    );
    const [own, other] = told.source === 'phone' ? FROM_PHONE : FROM_PUSH;
    await documents().update(
      {
        _id: memberId,
        [own.id]: command.neq(told.id),
        [other.atMs]: command.or(
          command.exists(false),
          command.lt(told.atMs - SAME_DIALOG_MS),
          command.gt(told.atMs + SAME_DIALOG_MS),
        ),
      },
      { ...Object.fromEntries(counts), [own.id]: told.id, [own.atMs]: told.atMs },
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
