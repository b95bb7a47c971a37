import { schema } from '../../../cloudfunctions/_store/schema';
import { everyKind } from './every-kind';

test('every kind of document has its collection, and every collection one kind of document', async () => {
  const kinds = await everyKind();
  expect(kinds.map(({ collection }) => collection).sort()).toEqual(
    schema.map(({ name }) => name).sort(),
  );
});
