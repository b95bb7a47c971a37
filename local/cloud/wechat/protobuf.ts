import { Reader, Writer } from 'protobufjs/minimal.js';

/**
 * The two messages of cloud calls (`wx.openApi`), as far as wx-server-sdk uses them:
 * CommApiData { 2: OpenApiData { 1: repeated KeyValuePair { 1: key, 2: value } } } and
 * CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode }.
 */
export interface OpenApiAnswer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** A refusal by WeChat's gateway, before the API is reached; 0 for none. */
  readonly errorCode: number;
}

/** The parameters of a cloud call by name; each value is JSON text, or the bytes of a file. */
export function decodeParameters(message: Uint8Array): Map<string, Uint8Array> {
  const parameters = new Map<string, Uint8Array>();
  readFields(message, (field, reader) => {
    if (field !== 2) return false;
    readFields(reader.bytes(), (pairField, pairReader) => {
      if (pairField !== 1) return false;
      const [key, value] = decodePair(pairReader.bytes());
      parameters.set(key, value);
      return true;
    });
    return true;
  });
  return parameters;
}

export function encodeAnswer(answer: OpenApiAnswer): Uint8Array {
  const writer = Writer.create();
  writer.uint32((1 << 3) | 2).bytes(answer.bytes);
  writer.uint32((2 << 3) | 2).string(answer.contentType);
  writer.uint32(3 << 3).int32(answer.errorCode);
  return writer.finish();
}

function decodePair(message: Uint8Array): [string, Uint8Array] {
  let key = '';
  let value: Uint8Array = new Uint8Array();
  readFields(message, (field, reader) => {
    if (field === 1) key = reader.string();
    else if (field === 2) value = reader.bytes();
    else return false;
    return true;
  });
  return [key, value];
}

/** Calls `read` for every field; a field that it does not read (false) is skipped. */
function readFields(message: Uint8Array, read: (field: number, reader: Reader) => boolean): void {
  const reader = Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (!read(tag >>> 3, reader)) reader.skipType(tag & 7);
  }
}
