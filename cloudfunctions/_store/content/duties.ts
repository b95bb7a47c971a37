import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import { CONTENT_CHANNELS, type ContentChannel } from '../../../domain/content/channel/item';
import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { issueIdOf } from './issues';

/** Of the trail; the oldest make room. */
const MOST_STEPS = 40;

const Person = v.object({ memberId: Id, name: v.string() });

const Step = v.object({
  /** Of the deed that made it: its repetition is answered alike. */
  deedId: Id,
  /** Null as memberId: by its rules. */
  by: v.object({ memberId: v.nullable(Id), name: v.string() }),
  /** Null: nobody could. */
  to: v.nullable(Person),
  atMs: AtMs,
});
export type DutyStep = v.InferOutput<typeof Step>;

/** Who sees to the issue of a day of a channel. docs/rules.md#R-295 */
export const DutyDocument = v.object({
  /** `<channel>_<day>`, as of the issue. */
  _id: v.string(),
  channel: v.picklist(CONTENT_CHANNELS),
  day: Day,
  /** Null: nobody can. */
  memberId: v.nullable(Id),
  /** Oldest first; the last says who is on duty. */
  steps: v.pipe(v.array(Step), v.maxLength(MOST_STEPS)),
  /** Who was told that the day is empty, by which message; null: nobody, or it was taken back. */
  gapTold: v.nullable(v.object({ memberId: Id, messageId: v.string() })),
  /** How often that was told or taken back: each telling is another message. */
  gapTurns: Count,
  /** Counted up when it changes hands. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type DutyDocument = v.InferOutput<typeof DutyDocument>;

export const CHANNEL_DUTIES = documentKind('channel_duties', DutyDocument);
const documents = () => collection(CHANNEL_DUTIES);

/** Who is on duty, by the name they had then; null: nobody can. */
export const holderOf = ({ steps }: Pick<DutyDocument, 'steps'>) => steps.at(-1)?.to ?? null;

export const duties = {
  byId: (channel: ContentChannel, day: LocalDay) => documents().byId(issueIdOf(channel, day)),

  /** Of all channels, on days in [from, to), by day. */
  ofDays: (fromDay: LocalDay, toDay: LocalDay) =>
    documents().find(
      { day: command.and(command.gte(fromDay), command.lt(toDay)) },
      { orderBy: { day: 'asc', _id: 'asc' } },
    ),

  /** The duty of a day that has none; false where it has. */
  begin: (channel: ContentChannel, day: LocalDay, step: DutyStep) =>
    documents().insertIfAbsent({
      _id: issueIdOf(channel, day),
      channel,
      day,
      memberId: step.to?.memberId ?? null,
      steps: [step],
      gapTold: null,
      gapTurns: 0,
      revision: 1,
      schemaVersion: 1,
    }),

  /** It changes hands, unless it has since it was read; null when it has. */
  give: ({ _id, revision, steps }: DutyDocument, step: DutyStep) =>
    documents().updateAndRead(
      { _id, revision },
      {
        memberId: step.to?.memberId ?? null,
        steps: [...steps, step].slice(-MOST_STEPS),
        revision: command.inc(1),
      },
    ),

  /** What was told of the day being empty, unless somebody has noted it since it was read. */
  async noteGap({ _id, gapTurns }: DutyDocument, gapTold: DutyDocument['gapTold']): Promise<void> {
    await documents().update(
      { _id, gapTurns },
      { gapTold: command.set(gapTold), gapTurns: command.inc(1) },
    );
  },
} as const;
