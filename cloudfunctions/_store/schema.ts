import type { CollectionSchema } from './collection-schema';
import { branchCollections } from './branch/collections';
import { contentCollections } from './content/collections';
import { deliveryCollections } from './delivery/collections';
import { noteCollections } from './note/collections';
import { peopleCollections } from './people/collections';
import { rosterCollections } from './roster/collections';
import { starCollections } from './star/collections';
import { studyCollections } from './study/collections';

/** All collections, by the area that keeps them. */
export const schema: readonly CollectionSchema[] = [
  ...branchCollections,
  ...contentCollections,
  ...deliveryCollections,
  ...noteCollections,
  ...peopleCollections,
  ...rosterCollections,
  ...starCollections,
  ...studyCollections,
];
