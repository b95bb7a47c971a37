import type { whoLooked as action } from '../../../contract/branch/audit';
import type { OutputOf } from '../../../contract/action';
import type { Handler } from '../../_kit/serve';
import { auditEntries, type AuditEntryDocument } from '../../_store/people/audit-entries';

const PAGE = 50;

export const whoLooked: Handler<typeof action> = async ({ cursor }, ctx) => {
  const { memberId } = ctx.caller;
  const after = cursor === undefined ? null : placeOf(cursor);
  if (after === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const { documents, isLast } = await auditEntries.about(memberId, after, PAGE);
  const last = documents.at(-1);
  return ctx.answer({
    nowMs: ctx.nowMs(),
    entries: documents.map((entry) => toEntry(entry, memberId)),
    nextCursor: isLast || last === undefined ? null : `${last.atMs}_${last._id}`,
  });
};

/** undefined: nobody was given this cursor. */
function placeOf(cursor: string): { readonly atMs: number; readonly entryId: string } | undefined {
  const [, atMs, entryId] = /^(\d{1,15})_(.+)$/u.exec(cursor) ?? [];
  return entryId === undefined ? undefined : { atMs: Number(atMs), entryId };
}

type Entry = OutputOf<typeof action>['entries'][number];

function toEntry({ _id, atMs, by, what, count }: AuditEntryDocument, memberId: string): Entry {
  return {
    entryId: _id,
    atMs,
    byName: by.name,
    byRoles: by.roles,
    isMyself: by.memberId === memberId,
    what: shown(what),
    count,
  };
}

function shown(what: AuditEntryDocument['what']): Entry['what'] {
  switch (what.kind) {
    case 'exported-register':
      return { kind: what.kind, topic: what.topic };
    case 'imported-roster':
      return { kind: what.kind };
    case 'saw-record-book':
    case 'exported-record-book':
      return { kind: what.kind, year: what.year };
  }
}
