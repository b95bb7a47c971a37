import type { PlainObject } from '../engine/document';
import type { GatewayRequest } from '../gateway/wire';
import { invalidParam, parseEjsonObject } from './ejson';

/** The fields of a database request, parsed; each throws INVALID_PARAM when it is not as it must be. */
export interface RequestFields {
  collectionName(): string;
  transactionId(): string | undefined;
  object(name: string): PlainObject | undefined;
  /** The query of an update or a removal, which must say which documents it means. */
  narrowQuery(): PlainObject;
  number(name: string): number | undefined;
  list(name: string): readonly unknown[];
  flag(name: string): boolean;
}

export function readFields({ fields }: GatewayRequest, nowMs: number): RequestFields {
  const object = (name: string) => parseEjsonObject(fields[name], nowMs);
  return {
    collectionName: () => {
      const name = fields['collectionName'];
      if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing');
      return name;
    },
    transactionId: () => {
      const id = fields['transactionId'];
      return typeof id === 'string' && id !== '' ? id : undefined;
    },
    object,
    narrowQuery: () => {
      const query = object('query');
      if (query !== undefined && Object.keys(query).length > 0) return query;
      throw invalidParam('query is empty: an update or removal must say which documents it means');
    },
    number: (name) => {
      const value = fields[name];
      if (value === undefined || value === null) return undefined;
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
      throw invalidParam(`${name} must be an integer from 0`);
    },
    list: (name) => {
      const value = fields[name];
      if (!Array.isArray(value)) throw invalidParam(`${name} must be an array`);
      return value as unknown[];
    },
    flag: (name) => fields[name] === true,
  };
}
