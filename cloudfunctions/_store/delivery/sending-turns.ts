import * as v from 'valibot';
import { AtMs } from '../../../contract/fields';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';

const SendingTurn = v.object({
  _id: v.literal('clock'),
  /** The run whose turn it is, by a name of its own; '': nobody's. */
  takenBy: v.string(),
  /** At this instant it is over, whatever became of the run. */
  untilMs: AtMs,
  schemaVersion: v.literal(1),
});

export const SENDING_TURNS = documentKind('sending_turns', SendingTurn);

/** Longer than a run works, shorter than the minute until the next one. */
const TURN_MS = 55_000;
const _id = 'clock';
const documents = () => collection(SENDING_TURNS);

/**
 * Runs of the clock that meet send one after the other: who sends knows what the others have sent, so
 * that nobody is rung more often than say. That nothing is sent twice does not rest on it.
 */
export const sendingTurns = {
  /** Whether it is this run's turn now. One request, two where it is not or never was anybody's. */
  async take(takenBy: string, nowMs: number): Promise<boolean> {
    const untilMs = nowMs + TURN_MS;
    // What ends later than any turn that begins now was taken by a clock that was ahead.
    const isFree = command.anyOf(
      { _id, untilMs: command.lte(nowMs) },
      { _id, untilMs: command.gt(untilMs) },
    );
    if ((await documents().update(isFree, { takenBy, untilMs })) === 1) return true;
    return documents().insertIfAbsent({ _id, takenBy, untilMs, schemaVersion: 1 });
  },

  /** Ends the turn of this run, unless it is another's by now. */
  async end(takenBy: string): Promise<void> {
    await documents().update({ _id, takenBy }, { takenBy: '', untilMs: 0 });
  },
} as const;
