import * as v from 'valibot';
import {
  CONTENT_CHANNELS,
  DOCUMENT_REACHES,
  ITEM_LIMITS,
  ITEM_STATES,
  ITEM_STEPS,
  PICTURE_LICENCES,
} from '../../domain/content/channel/item';
import { CELL_STATES } from '../../domain/content/channel/calendar';
import { CHECK_STATES } from '../../domain/words/check-state';
import { AtMs, Count, Day, Id, Words } from '../fields';
import { growing } from '../growing';

export const ChannelName = v.picklist(CONTENT_CHANNELS);
const ShownItemState = growing(ITEM_STATES);
export type ShownItemState = v.InferOutput<typeof ShownItemState>;
const ShownItemStep = growing(ITEM_STEPS);
export type ShownItemStep = v.InferOutput<typeof ShownItemStep>;
export const ShownCell = growing(CELL_STATES);
export type ShownCell = v.InferOutput<typeof ShownCell>;
export const ShownChannel = growing(CONTENT_CHANNELS);
export type ShownChannel = v.InferOutput<typeof ShownChannel>;
const ShownLicence = growing(PICTURE_LICENCES);
const ShownCheck = growing(CHECK_STATES);

/** A picture that the phone has put into storage, with a small one of it beside it: `<name>-small.jpg`. */
export const ItemPicture = v.strictObject({
  pictureId: Id,
  fileId: v.pipe(v.string(), v.maxLength(300)),
});
export type ItemPicture = v.InferOutput<typeof ItemPicture>;

/** What its writers say of an item. A draft may lack its line, its source and its pictures. */
export const ItemDraft = v.strictObject({
  title: Words(ITEM_LIMITS.title),
  line: v.nullable(Words(ITEM_LIMITS.line)),
  /** Under whose name it stands, where that is not the editors' own. */
  byline: v.nullable(Words(ITEM_LIMITS.byline)),
  minutes: v.pipe(Count, v.minValue(1), v.maxValue(ITEM_LIMITS.minutes)),
  /** An article of an official account. */
  link: v.nullable(v.pipe(v.string(), v.maxLength(ITEM_LIMITS.link))),
  /** Instead of an article. Absent from phones that do not know of it: as it is. docs/rules.md#R-310 */
  documentId: v.optional(v.nullable(Id)),
  pictures: v.pipe(v.array(ItemPicture), v.maxLength(ITEM_LIMITS.pictures)),
  /** Where the pictures are from, and by what right they are shown. */
  source: v.nullable(Words(ITEM_LIMITS.source)),
  licence: v.nullable(v.picklist(PICTURE_LICENCES)),
  /** For which day it is meant. */
  forDay: v.nullable(Day),
});
export type ItemDraft = v.InferOutput<typeof ItemDraft>;

/** One line of an issue, as readers see it. */
export const IssueLine = v.strictObject({
  itemId: Id,
  /** '' of what was withdrawn. */
  title: v.string(),
  line: v.nullable(v.string()),
  byline: v.nullable(v.string()),
  minutes: Count,
  pictures: Count,
  /** For some minutes; null: it has none to show. */
  pictureUrl: v.nullable(v.string()),
  /** Why it is no longer to be read; null: it is. */
  withdrawnBecause: v.nullable(v.string()),
  /** It is told before shifts. docs/rules.md#R-226 */
  isForShift: v.optional(v.boolean()),
});
export type IssueLine = v.InferOutput<typeof IssueLine>;

const By = v.strictObject({ name: v.string(), atMs: AtMs });

/** The document of the library that an item leads to, as the caller meets it. docs/rules.md#R-310 */
const LinkedDocument = v.strictObject({
  documentId: Id,
  /** Of what is read of it now; '' where the caller does not read it. */
  title: v.string(),
  reach: growing(DOCUMENT_REACHES),
});

/** As an item was saved before somebody else saved over it. docs/rules.md#R-336 */
const ShownEarlier = v.strictObject({
  /** '' of what was saved before names were kept. */
  name: v.string(),
  atMs: AtMs,
  over: By,
  title: v.string(),
  line: v.nullable(v.string()),
  byline: v.nullable(v.string()),
  minutes: Count,
  link: v.nullable(v.string()),
  /** It led to a document of the library. */
  hasDocument: v.boolean(),
  source: v.nullable(v.string()),
  licence: v.nullable(ShownLicence),
  forDay: v.nullable(Day),
  pictures: Count,
  /** Small ones of pictures that are not in the item any more. */
  goneUrls: v.array(v.string()),
});

export const ItemDetail = v.strictObject({
  itemId: Id,
  channel: ShownChannel,
  state: ShownItemState,
  title: v.string(),
  line: v.nullable(v.string()),
  byline: v.nullable(v.string()),
  minutes: Count,
  link: v.nullable(v.string()),
  /** Absent: it leads to none. */
  document: v.optional(LinkedDocument),
  pictures: v.array(
    v.strictObject({
      pictureId: Id,
      url: v.nullable(v.string()),
      smallUrl: v.nullable(v.string()),
      check: ShownCheck,
      /** For who writes on it. */
      fileId: v.nullable(v.string()),
    }),
  ),
  source: v.nullable(v.string()),
  licence: v.nullable(ShownLicence),
  /** Of its issue; null: in none. */
  issueDay: v.nullable(Day),
  withdrawn: v.nullable(
    v.strictObject({
      reason: v.string(),
      ...By.entries,
      /** Its time was over. docs/rules.md#R-307 */
      isByRule: v.optional(v.boolean()),
    }),
  ),
  /** For its desk; null: a reader. */
  desk: v.nullable(
    v.strictObject({
      revision: Count,
      textCheck: ShownCheck,
      forDay: v.nullable(Day),
      /** Oldest first. */
      steps: v.array(
        v.strictObject({ kind: ShownItemStep, text: v.nullable(v.string()), ...By.entries }),
      ),
      /** For who writes for the channel in its branch, the newest first; absent: none. docs/rules.md#R-336 */
      earlier: v.optional(v.array(ShownEarlier)),
      /** What the caller may do to it now. */
      mayWrite: v.boolean(),
      mayPass: v.boolean(),
      mayReturn: v.boolean(),
      mayWithdraw: v.boolean(),
      /** Why they may not check what waits for a check; null: they may, or it waits for none. */
      notYours: v.nullable(growing(['own-item', 'checked-by-you', 'not-checked', 'nobody-left'])),
    }),
  ),
});
export type ItemDetail = v.InferOutput<typeof ItemDetail>;

/** One line for editors. */
export const DeskLine = v.strictObject({
  itemId: Id,
  channel: ShownChannel,
  state: ShownItemState,
  title: v.string(),
  authorName: v.string(),
  branchName: v.string(),
  forDay: v.nullable(Day),
  issueDay: v.nullable(Day),
  hasPicture: v.boolean(),
  /** Since when it is at this step. */
  sinceAtMs: AtMs,
  /** The reason with which it came back last; null: it did not. */
  returnedBecause: v.nullable(v.string()),
  /** It can be passed on by the caller now. */
  waitsForMe: v.boolean(),
  /** It is told before shifts, of its issue. docs/rules.md#R-226 */
  isForShift: v.optional(v.boolean()),
});
export type DeskLine = v.InferOutput<typeof DeskLine>;
