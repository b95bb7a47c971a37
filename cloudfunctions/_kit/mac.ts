import { createHmac } from 'node:crypto';
import type { Mac } from '../../domain/study/check-in-code';

/** HMAC-SHA256 in hexadecimal, for domain/study/check-in-code. */
export const mac: Mac = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');
