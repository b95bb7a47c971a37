import { LATELY_DAYS, type whoLooked as action } from '../../../contract/branch/audit';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import type { OutputOf } from '../../../contract/action';
import type { Handler } from '../../_kit/serve';
import { auditEntries, type AuditEntryDocument } from '../../_store/people/audit-entries';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { shownWhat } from '../../_store/people/shown-what';

const PAGE = 50;

export const whoLooked: Handler<typeof action> = async ({ way, cursor }, ctx) => {
  const { memberId } = ctx.caller;
  const after = readPlace(cursor);
  if (after === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const nowMs = ctx.nowMs();
  const [page, lately] = await Promise.all([
    auditEntries.about(memberId, way, after, PAGE),
    after === null ? auditEntries.countsAbout(memberId, nowMs - LATELY_DAYS * MS_PER_DAY) : null,
  ]);
  return ctx.answer({
    nowMs,
    lately,
    entries: page.documents.map((entry) => toEntry(entry, memberId)),
    nextCursor: cursorAfter(page, ({ atMs }) => atMs),
  });
};

type Entry = OutputOf<typeof action>['entries'][number];

function toEntry({ _id, atMs, by, what, count }: AuditEntryDocument, memberId: string): Entry {
  return {
    entryId: _id,
    atMs,
    byName: by.name,
    byRoles: by.roles,
    isMyself: by.memberId === memberId,
    what: shownWhat(what),
    count,
  };
}
