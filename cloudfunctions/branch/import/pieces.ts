import type { sendRosterPiece as action } from '../../../contract/branch/roster-import';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { rosterImports, type RosterPieceDocument } from '../../_store/people/roster-imports';

/** Pieces are kept as long as files that are made. docs/rules.md#R-130 */
const KEPT_MS = MS_PER_DAY;

export const sendRosterPiece: Handler<typeof action> = async (input, ctx) => {
  const { importId, at, content, branchId = ctx.caller.branchId } = input;
  const piece = pieceOf({ importId, branchId, at, content }, ctx.caller.memberId, ctx.nowMs());
  await rosterImports.putPiece(piece);
  return ctx.answer({ endsAtMs: piece.endsAtMs });
};

function pieceOf(
  piece: Pick<RosterPieceDocument, 'importId' | 'branchId' | 'at' | 'content'>,
  byMemberId: string,
  nowMs: number,
): RosterPieceDocument {
  return {
    // Of whoever sends it: nobody writes over a piece of somebody else.
    _id: `${piece.importId}_${byMemberId}_${piece.at}`,
    ...piece,
    byMemberId,
    endsAtMs: nowMs + KEPT_MS,
    schemaVersion: 1,
  };
}

export interface LastPiece {
  readonly importId: string;
  readonly at: number;
  readonly content: string;
}

/** The bytes of a file from its pieces, all of the same sender; null when one is not there. */
export async function fileOf(
  { importId, at, content }: LastPiece,
  branchId: string,
  byMemberId: string,
): Promise<Buffer | null> {
  const sent = at === 0 ? [] : await rosterImports.piecesOf(importId, byMemberId);
  const earlier = sent.filter((piece) => piece.at < at && piece.branchId === branchId);
  if (earlier.length < at) return null;
  const pieces = [...earlier.map((piece) => piece.content), content];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}
