import type { AuditWhat } from '../../../contract/branch/audit';
import type { AuditEntryDocument } from './audit-entries';

/** What was done, as the person whom it is about reads it. */
export function shownWhat(what: AuditEntryDocument['what']): AuditWhat {
  switch (what.kind) {
    case 'saw-member':
    case 'saw-word':
    case 'saw-not-reached':
      return { kind: what.kind };
    case 'saw-note':
    case 'saw-unread':
    case 'saw-unreached':
      return { kind: what.kind, title: what.title };
    case 'changed-member':
      return { kind: what.kind, fields: what.fields };
    case 'saw-leave':
    case 'saw-make-up':
    case 'exported-register':
    case 'exported-minutes':
      return { kind: what.kind, topic: what.topic };
    case 'saw-sheet':
    case 'exported-dashboard':
      return { kind: what.kind, month: what.month };
    case 'imported-roster':
      return { kind: what.kind };
    case 'saw-record-book':
    case 'exported-record-book':
    case 'exported-ledger':
      return { kind: what.kind, year: what.year };
  }
}
