import { collection, command } from './database';
import { RotationDocument } from './shift-documents';

const documents = () => collection('rotations', RotationDocument);

export const rotations = {
  /** Every rotation, past ones too, by id: an organisation has a handful. */
  all: () => documents().find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } }),
} as const;
