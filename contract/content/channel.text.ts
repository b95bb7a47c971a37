import type { ContentChannel } from '../../domain/content/channel/item';
import type { Newer } from '../growing';

/** What the channels are called, on the phone and in messages. */
export const CHANNEL_NAME: Readonly<Record<ContentChannel | Newer, string>> = {
  party: '党务清风',
  integrity: '廉政清风',
  newer: '新栏目',
};
