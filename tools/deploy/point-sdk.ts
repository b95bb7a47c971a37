import { sdkVariables } from '../../local/cloud/host/sdk-variables';

/** Makes the repositories of this process work on a CloudBase environment; its key is in the variables. */
export function pointAtEnvironment(envId: string): void {
  process.env['SCF_NAMESPACE'] = envId;
}

/** Makes the repositories of this process work on a local cloud, given the address that npm start prints. */
export function pointAtLocalCloud(address: string): void {
  Object.assign(process.env, sdkVariables('local-env', `${address.replace(/\/$/u, '')}/admin`));
}

/** As npm start prints it, with its token. */
export function isLocalAddress(text: string): boolean {
  return /^http:\/\/[^/\s]+\/[\w-]{32}\/?$/u.test(text) && URL.canParse(text);
}
