import type { Delivered } from '../api/outbox';

/** The one answer to what is only told. */
export const NOTED = { showCancel: false, confirmText: '知道了' } as const;

/** Where the package that has the words could not be fetched: what was not done is told all the same. */
export const notDelivered = ({ waiting, result }: Delivered) =>
  result.ok
    ? undefined
    : { title: '有一件没有办成', content: `“${waiting.title}”：打开看看，还差什么。` };
