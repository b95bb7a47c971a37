import type {
  paperStyles as readAction,
  savePaperStyle as saveAction,
  StyleInput,
} from '../../../contract/branch/paper-style';
import {
  eachPaper,
  PLAIN_STYLE,
  type Paper,
  type PaperStyle,
} from '../../../domain/branch/paper-style';
import type { Handler } from '../../_kit/serve';
import {
  OF_ALL,
  paperStyles as stored,
  type PaperStyleDocument,
} from '../../_store/branch/paper-styles';
import { branches } from '../../_store/people/branches';

export const paperStyles: Handler<typeof readAction> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const [branch, { own, common }] = await Promise.all([
    branches.byId(branchId),
    stored.of(branchId),
  ]);
  if (branch === null) return ctx.fail('not-found');
  return ctx.answer({
    branchName: branch.name,
    own: shownOf(own),
    common: shownOf(common),
    revision: { own: own?.revision ?? 0, common: common?.revision ?? 0 },
  });
};

export const savePaperStyle: Handler<typeof saveAction> = async (input, ctx) => {
  const { forAll, revision, style } = input;
  const branchId = input.branchId ?? ctx.caller.branchId;
  if (forAll && !ctx.caller.roles.includes('committee-office')) return ctx.fail('not-allowed');
  const [branch, { own, common }] = await Promise.all([
    branches.byId(branchId),
    stored.of(branchId),
  ]);
  if (branch === null) return ctx.fail('not-found');
  const before = forAll ? common : own;
  if (before?.lastRequestId === ctx.requestId) return ctx.answer({ revision: before.revision });
  if ((before?.revision ?? 0) !== revision) return ctx.fail('changed-meanwhile');
  const scope = forAll ? OF_ALL : branchId;
  const saved = await stored.save(scope, before, keptOf(style), ctx.requestId);
  return saved === null ? ctx.fail('changed-meanwhile') : ctx.answer({ revision: saved });
};

function keptOf({ organisation = '', papers, hidden, closing = '' }: StyleInput): PaperStyle {
  const head = (paper: Paper) => {
    const { title = '', signers } = papers[paper];
    return { title, signers };
  };
  return {
    organisation,
    papers: eachPaper(head),
    hidden,
    closing,
  };
}

function shownOf(document: PaperStyleDocument | null) {
  const { organisation, papers, hidden, closing }: PaperStyle = document ?? PLAIN_STYLE;
  const head = (paper: Paper) => {
    const { title, signers } = papers[paper];
    return { title, signers: [...signers] };
  };
  return {
    organisation,
    papers: eachPaper(head),
    hidden: hidden === null ? null : [...hidden],
    closing,
  };
}
