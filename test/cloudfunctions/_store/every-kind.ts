import type { DocumentKind, DocumentSchema } from '../../../cloudfunctions/_store/document-kind';
import { exportsBelow } from '../../exports-below';

type Kind = DocumentKind<DocumentSchema>;

const isKind = (value: unknown): value is Kind =>
  typeof value === 'object' && value !== null && 'collection' in value && 'upgrades' in value;

/** Every kind of document that a repository exports, once. */
export async function everyKind(): Promise<readonly Kind[]> {
  const found = await exportsBelow('cloudfunctions/_store');
  return [...new Set(found.map(([, value]) => value).filter(isKind))];
}
