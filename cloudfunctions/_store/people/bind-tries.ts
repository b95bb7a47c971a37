import * as v from 'valibot';
import { AtMs, Count } from '../../../contract/fields';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { untilNotOvertaken } from '../retry';

/** docs/rules.md#R-61 */
const WINDOW_MS = 3_600_000;
const MOST_WRONG = 5;

const BindTries = v.object({
  _id: v.string(),
  /** The window of one hour began with the first wrong try. */
  openedAtMs: AtMs,
  wrong: Count,
  schemaVersion: v.literal(1),
});

export const BIND_TRIES = documentKind('bind_tries', BindTries);
const documents = () => collection(BIND_TRIES);

export type TryVerdict =
  | { readonly kind: 'taken' }
  | { readonly kind: 'locked'; readonly untilAtMs: number };

export const bindTries = {
  /**
   * Takes one of the five tries that an account has in an hour, before anything is compared: so
   * guesses that arrive together cannot all pass. `locked` says when the window ends.
   */
  take(openId: string, nowMs: number): Promise<TryVerdict> {
    const fresh = { openedAtMs: nowMs, wrong: 1 };
    const windowStartMs = nowMs - WINDOW_MS;
    return untilNotOvertaken(
      'the tries of an account',
      async (): Promise<TryVerdict | undefined> => {
        const counted = await documents().update(
          { _id: openId, openedAtMs: command.gt(windowStartMs), wrong: command.lt(MOST_WRONG) },
          { wrong: command.inc(1) },
        );
        if (counted === 1) return { kind: 'taken' };
        const begun = await documents().update(
          { _id: openId, openedAtMs: command.lte(windowStartMs) },
          fresh,
        );
        if (begun === 1) return { kind: 'taken' };
        if (await documents().insertIfAbsent({ _id: openId, ...fresh, schemaVersion: 1 })) {
          return { kind: 'taken' };
        }
        const tries = await documents().byId(openId);
        // Another try of the same account has opened the window in between.
        if (tries === null || tries.wrong < MOST_WRONG) return undefined;
        return { kind: 'locked', untilAtMs: tries.openedAtMs + WINDOW_MS };
      },
    );
  },

  /** Gives a try back: the guess was right. Only one, so that knowing one member's data frees no others. */
  async giveBack(openId: string): Promise<void> {
    await documents().update({ _id: openId, wrong: command.gt(0) }, { wrong: command.inc(-1) });
  },
};
