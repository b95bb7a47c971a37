import * as v from 'valibot';
import { AtMs, Count } from '../fields';

/** A file that was made, and where it can be fetched for a few minutes. docs/rules.md#R-130 */
export const Exported = v.strictObject({
  fileName: v.string(),
  url: v.string(),
  bytes: Count,
  endsAtMs: AtMs,
});
export type Exported = v.InferOutput<typeof Exported>;
