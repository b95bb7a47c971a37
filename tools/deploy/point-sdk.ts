import { sdkVariables } from '../../local/cloud/host/sdk-variables';

/** Makes the repositories of this process work on a CloudBase environment; its key is in the variables. */
export function pointAtEnvironment(envId: string): void {
  process.env['SCF_NAMESPACE'] = envId;
}

/** Makes the repositories of this process work on a local cloud. */
export function pointAtLocalCloud(url: string): void {
  Object.assign(process.env, sdkVariables('local-env', `${url.replace(/\/$/u, '')}/admin`));
}

/** As npm start prints it. */
export function isLocalAddress(text: string): boolean {
  return /^http:\/\/[^/\s]+\/?$/u.test(text) && URL.canParse(text);
}
