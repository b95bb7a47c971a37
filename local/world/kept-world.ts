import {
  readDocument,
  UnfitDocument,
  type DocumentKind,
  type DocumentOf,
  type DocumentSchema,
} from '../../cloudfunctions/_store/document-kind';
import { DELIVERIES } from '../../cloudfunctions/_store/delivery/delivery-document';
import { BRANCHES } from '../../cloudfunctions/_store/people/branches';
import { MEMBERS } from '../../cloudfunctions/_store/people/member-document';
import { ROTATIONS } from '../../cloudfunctions/_store/roster/rotations';
import { ATTENDANCES } from '../../cloudfunctions/_store/study/attendance-document';
import { STUDIES } from '../../cloudfunctions/_store/study/studies';
import type { LocalCloud } from '../cloud/start-local-cloud';

/** What has become of the demo organisation: its documents as they are stored now. */
export type KeptWorld = ReturnType<typeof keptWorld>;

export function keptWorld({ engine }: Pick<LocalCloud, 'engine'>) {
  const all = <S extends DocumentSchema>(
    kind: DocumentKind<S>,
  ): readonly DocumentOf<DocumentKind<S>>[] =>
    [...engine.collection(kind.collection).all()].flatMap(({ document }) =>
      fitting(kind, document),
    );
  return {
    rotations: all(ROTATIONS),
    branches: all(BRANCHES),
    members: all(MEMBERS),
    studies: all(STUDIES),
    attendances: all(ATTENDANCES),
    deliveries: all(DELIVERIES),
  };
}

/** None where the functions would pass it over. */
function fitting<S extends DocumentSchema>(
  kind: DocumentKind<S>,
  document: unknown,
): DocumentOf<DocumentKind<S>>[] {
  try {
    return [readDocument(kind, document)];
  } catch (error) {
    if (error instanceof UnfitDocument) return [];
    throw error;
  }
}
