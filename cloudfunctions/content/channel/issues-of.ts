import type { IssueLine } from '../../../contract/content/channel-shapes';
import type { channelIssues as action } from '../../../contract/content/channel-reading';
import { ISSUE_LIMITS } from '../../../domain/content/channel/item';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import { temporaryUrls } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import type { ItemDocument } from '../../_store/content/item-document';
import { items } from '../../_store/content/items';
import { smallOf } from '../../_store/picture/copy-pictures';

/** Of a page: the newest is shown whole, the others by their first line. */
const MOST_ISSUES = 8;
/** As many as they can hold, and one that says that there are more. */
const MOST_ITEMS = (MOST_ISSUES + 1) * ISSUE_LIMITS.items;
/** A picture is looked at at once; who comes back asks anew. */
const SHOWN_SECONDS = 10 * 60;

interface Issue {
  readonly day: LocalDay;
  readonly items: readonly ItemDocument[];
}

export const channelIssues: Handler<typeof action> = async ({ channel, upTo }, ctx) => {
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const from = upTo === undefined || upTo > today ? today : upTo;
  const found = byDay(await items.out(channel, from, MOST_ITEMS));
  const shown = found.slice(0, MOST_ISSUES);
  const pictureOf = new Map(shown.flatMap((issue, at) => picturesOf(issue, at === 0)));
  const urls = await temporaryUrls([...pictureOf.values()], SHOWN_SECONDS);
  return ctx.answer({
    nowMs,
    issues: shown.map((issue) => ({
      day: issue.day,
      items: issue.items.map((item) => toLine(item, urls.get(pictureOf.get(item._id) ?? ''))),
    })),
    earlier: found[MOST_ISSUES]?.day ?? null,
  });
};

function byDay(found: readonly ItemDocument[]): readonly Issue[] {
  const days = [...new Set(found.map(({ issueDay }) => issueDay))];
  return days.flatMap((day) =>
    day === null ? [] : [{ day, items: found.filter(({ issueDay }) => issueDay === day) }],
  );
}

/** By item, the file that stands for it: a whole one for what leads the page, small ones for the rest. */
function picturesOf({ items: all }: Issue, isWhole: boolean): [string, string][] {
  const readable = all.filter(({ state }) => state === 'published');
  return readable.slice(0, isWhole ? undefined : 1).flatMap((item, at): [string, string][] => {
    const first = item.pictures.find(({ check }) => check === 'pass');
    if (first === undefined) return [];
    return [[item._id, isWhole && at === 0 ? first.fileId : smallOf(first.fileId)]];
  });
}

function toLine(item: ItemDocument, pictureUrl: string | undefined): IssueLine {
  const { _id: itemId, withdrawn } = item;
  if (withdrawn !== null) {
    return {
      itemId,
      title: '',
      line: null,
      byline: null,
      minutes: 0,
      pictures: 0,
      pictureUrl: null,
      withdrawnBecause: withdrawn.reason,
    };
  }
  const { title, line, byline, minutes, pictures } = item;
  return {
    itemId,
    title,
    line,
    byline,
    minutes,
    pictures: pictures.length,
    pictureUrl: pictureUrl ?? null,
    withdrawnBecause: null,
    isForShift: item.forShift === true,
  };
}
