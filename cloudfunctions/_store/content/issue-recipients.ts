import * as v from 'valibot';
import { fitting } from '../database';
import { DELIVERIES, type DeliveryDocument } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { saidAboutIn, saidAboutReading, type SaidAbout } from '../people/audit-entries';
import { MemberDocument, MEMBERS } from '../people/member-document';
import { organisationOf, type Rotas } from '../people/organisation';
import { inOrderSaved, ROTATIONS } from '../roster/rotations';
import { readTogether } from '../together';

/** What is asked of a member here. */
const Recipient = v.pick(MemberDocument, [
  '_id',
  'name',
  'account',
  'crewHistory',
  'overrides',
  'inboxSeenAtMs',
]);
export type Recipient = v.InferOutput<typeof Recipient>;
const RECIPIENTS = documentKind(MEMBERS.collection, Recipient);

interface IssueRecipients {
  readonly people: readonly Recipient[];
  readonly documents: readonly DeliveryDocument[];
  readonly crews: Rotas['crews'];
  readonly said: SaidAbout;
}

/**
 * Those of a branch who have not left, by id, the documents of a message that stands, all crews, and
 * what the trail says already under `lookId`: one request; null without the branch.
 */
export async function readIssueRecipients(
  branchId: string,
  messageId: string,
  lookId: string,
): Promise<IssueRecipients | null> {
  const rows = await readTogether(branchId, {
    people: {
      from: MEMBERS.collection,
      pipeline: [
        { $match: { branchId, leftDay: null } },
        { $sort: { _id: 1 } },
        {
          $project: {
            name: 1,
            account: 1,
            crewHistory: 1,
            overrides: 1,
            inboxSeenAtMs: 1,
          },
        },
      ],
    },
    documents: {
      from: DELIVERIES.collection,
      pipeline: [{ $match: { messageId, cancelledAtMs: null, isSuperseded: false } }],
    },
    rotations: { from: ROTATIONS.collection, pipeline: [{ $sort: { _id: 1 } }] },
    said: saidAboutReading(lookId),
  });
  if (rows === null) return null;
  return {
    people: fitting(RECIPIENTS, rows.people),
    documents: fitting(DELIVERIES, rows.documents),
    crews: organisationOf([], inOrderSaved(fitting(ROTATIONS, rows.rotations))).crews,
    said: saidAboutIn(rows.said),
  };
}
