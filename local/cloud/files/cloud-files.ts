import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../gateway/start-gateway';
import { type ActionRegistry, GatewayError } from '../gateway/wire';
import { contentTypeOf } from './content-type';
import { type FileStore, isCloudPath } from './file-store';

/** Where the gateway lets files in and out. */
export const FILES_PREFIX = '/files/';
/** How long a link to a private file lives when the caller names no age. */
const LINK_MS = 10 * 60 * 1000;
/** How many files one request may name. */
const MAX_LIST = 50;

export interface CloudFilesOptions {
  readonly store: FileStore;
  readonly envId: string;
  readonly nowMs: () => number;
  /** Address of the gateway, without a slash at the end. */
  readonly url: string;
}

/** The environment that a local cloud is when nothing else is said. */
export const LOCAL_ENV = 'local-env';

export const fileIdIn = (envId: string, cloudPath: string): string =>
  `cloud://${envId}.6c6f-${envId}-1000000000/${cloudPath}`;

/** Cloud storage: what `uploadFile`, `getTempFileURL` and their kin talk to. */
export class CloudFiles {
  readonly #options: CloudFilesOptions;
  readonly #secret = randomBytes(32);

  constructor(options: CloudFilesOptions) {
    this.#options = options;
  }

  fileIdOf(cloudPath: string): string {
    return fileIdIn(this.#options.envId, cloudPath);
  }

  /** Stores a file as a phone's `wx.cloud.uploadFile` does, over one of the same path. */
  write(cloudPath: string, bytes: Uint8Array): string {
    checkPath(cloudPath);
    this.#options.store.write(cloudPath, bytes);
    return this.fileIdOf(cloudPath);
  }

  /** The bytes of a file by its id, or undefined. */
  read(fileId: string): Buffer | undefined {
    const cloudPath = this.#pathOf(fileId);
    return cloudPath === undefined ? undefined : this.#options.store.read(cloudPath);
  }

  clear(): void {
    this.#options.store.clear();
  }

  /** A link that works until `maxAgeMs` have passed. Not percent-encoded: the SDK encodes it. */
  linkTo(fileId: string, maxAgeMs: number = LINK_MS): string | undefined {
    const cloudPath = this.#pathOf(fileId);
    if (cloudPath === undefined || !this.#options.store.has(cloudPath)) return undefined;
    const untilMs = this.#options.nowMs() + maxAgeMs;
    const sign = this.#sign('get', cloudPath, untilMs);
    return `${this.#options.url}${FILES_PREFIX}${cloudPath}?sign=${sign}&t=${untilMs}`;
  }

  actions(): ActionRegistry {
    return {
      'storage.getUploadMetadata': async ({ fields }) => ({ data: this.#uploadSlot(fields) }),
      'storage.batchGetDownloadUrl': async ({ fields }) => ({
        data: { download_list: listOf(fields, 'file_list').map((item) => this.#link(item)) },
      }),
      'storage.batchDeleteFile': async ({ fields }) => ({
        data: { delete_list: listOf(fields, 'fileid_list').map((item) => this.#remove(item)) },
      }),
      'storage.batchCopyFile': async ({ fields }) => ({
        data: { copy_list: listOf(fields, 'file_list').map((item) => this.#copy(item)) },
      }),
    };
  }

  /** PUT with the token of getUploadMetadata; GET and HEAD with a link that has not expired. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const cloudPath = pathOfUrl(url);
    if (cloudPath === undefined) {
      refuse(response, 400, 'InvalidURI');
      return;
    }
    const isUpload = request.method === 'PUT';
    const untilMs = Number(url.searchParams.get('t'));
    const sign = this.#sign(isUpload ? 'put' : 'get', cloudPath, untilMs);
    if (!sameText(sign, url.searchParams.get('sign') ?? '') || untilMs < this.#options.nowMs()) {
      refuse(response, 403, 'AccessDenied');
      return;
    }
    if (isUpload) {
      this.#options.store.write(cloudPath, await readBody(request));
      response.writeHead(200).end();
      return;
    }
    const bytes = this.#options.store.read(cloudPath);
    if (bytes === undefined) {
      refuse(response, 404, 'NoSuchKey');
      return;
    }
    response.writeHead(200, {
      'content-type': contentTypeOf(cloudPath),
      'content-length': bytes.length,
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  #uploadSlot(fields: Readonly<Record<string, unknown>>): object {
    const cloudPath = textOf(fields['path'], 'path');
    checkPath(cloudPath);
    const untilMs = this.#options.nowMs() + LINK_MS;
    const sign = this.#sign('put', cloudPath, untilMs);
    const encoded = cloudPath.split('/').map(encodeURIComponent).join('/');
    return {
      url: `${this.#options.url}${FILES_PREFIX}${encoded}?sign=${sign}&t=${untilMs}`,
      token: 'local-token',
      authorization: 'local-authorization',
      fileId: this.fileIdOf(cloudPath),
      cosFileId: `local-${sign.slice(0, 16)}`,
    };
  }

  #link(item: unknown): object {
    const { fileid, max_age: maxAgeSeconds } = item as { fileid?: unknown; max_age?: unknown };
    const fileID = textOf(fileid, 'fileid');
    const maxAgeMs = typeof maxAgeSeconds === 'number' ? maxAgeSeconds * 1000 : LINK_MS;
    const tempFileURL = this.linkTo(fileID, maxAgeMs);
    return tempFileURL === undefined
      ? { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
      : { code: 'SUCCESS', fileID, tempFileURL };
  }

  #remove(item: unknown): object {
    const fileID = textOf(item, 'fileid_list');
    const cloudPath = this.#pathOf(fileID);
    const removed = cloudPath !== undefined && this.#options.store.remove(cloudPath);
    return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  }

  #copy(item: unknown): object {
    const { src_path, dst_path, overwrite, remove_original } = item as Record<string, unknown>;
    const from = textOf(src_path, 'src_path');
    const to = textOf(dst_path, 'dst_path');
    checkPath(from);
    checkPath(to);
    const { store } = this.#options;
    const bytes = store.read(from);
    if (bytes === undefined) return { code: 'STORAGE_FILE_NONEXIST', message: `no file ${from}` };
    if (overwrite === false && store.has(to)) {
      return { code: 'STORAGE_REQUEST_FAIL', message: `${to} exists` };
    }
    store.write(to, bytes);
    if (remove_original === true) store.remove(from);
    return { code: 'SUCCESS', fileId: this.fileIdOf(to) };
  }

  /** Undefined for an id of another environment and for one that is none. */
  #pathOf(fileId: string): string | undefined {
    const prefix = this.fileIdOf('');
    const cloudPath = fileId.startsWith(prefix) ? fileId.slice(prefix.length) : '';
    return isCloudPath(cloudPath) ? cloudPath : undefined;
  }

  #sign(verb: 'get' | 'put', cloudPath: string, untilMs: number): string {
    const text = `${verb}\n${cloudPath}\n${untilMs}`;
    return createHmac('sha256', this.#secret).update(text).digest('hex');
  }
}

function checkPath(cloudPath: string): void {
  if (!isCloudPath(cloudPath)) {
    throw new GatewayError('INVALID_PARAM', 'the cloud path breaks the naming rules');
  }
}

function pathOfUrl(url: URL): string | undefined {
  try {
    const cloudPath = decodeURIComponent(url.pathname.slice(FILES_PREFIX.length));
    return isCloudPath(cloudPath) ? cloudPath : undefined;
  } catch {
    return undefined;
  }
}

function listOf(fields: Readonly<Record<string, unknown>>, name: string): unknown[] {
  const list = fields[name];
  if (Array.isArray(list) && list.length > 0 && list.length <= MAX_LIST) return list as unknown[];
  throw new GatewayError('INVALID_PARAM', `${name} must name 1 to ${MAX_LIST} files`);
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new GatewayError('INVALID_PARAM', `${name} must be a string that is not empty`);
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** As the object store answers: the SDK reads code and message out of this XML. */
function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message>` +
      '<RequestId>local</RequestId><TraceId>local</TraceId></Error>',
  );
}
