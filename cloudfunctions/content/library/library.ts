import type {
  library as action,
  libraryOfAll as ofAllAction,
} from '../../../contract/content/library';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import type { Handler } from '../../_kit/serve';
import { isForMembers } from '../../_store/content/document-standing';
import { readAllShelves, readShelf } from '../../_store/content/library-shelf';
import { shelfPage } from './shelf-page';

/** One request beside that for who asks, whatever is searched for. docs/decisions/the-library-is-read-whole.md */
export const library: Handler<typeof action> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, ...question } = input;
  const nowMs = ctx.nowMs();
  const { memberId, roles } = ctx.caller;
  const shelf = await readShelf(branchId, memberId);
  if (shelf === null) return ctx.fail('not-found');
  const { readings } = shelf;
  const isOfficer = holdsOneOf(roles, OFFICERS);
  const lines = shelf.lines.filter((line) => isOfficer || isForMembers(line, nowMs));
  const page = shelfPage({ lines, readings, isOfficer, names: new Map() }, question, nowMs);
  return page === undefined ? ctx.fail('bad-input', { path: 'cursor' }) : ctx.answer(page);
};

/** As library; how far must-reads have come stands in the library of each. */
export const libraryOfAll: Handler<typeof ofAllAction> = async (question, ctx) => {
  const all = await readAllShelves(ctx.caller.branchId);
  if (all === null) return ctx.fail('not-found');
  const page = shelfPage({ ...all, readings: new Map(), isOfficer: true }, question, ctx.nowMs());
  return page === undefined ? ctx.fail('bad-input', { path: 'cursor' }) : ctx.answer(page);
};
