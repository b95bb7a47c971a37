/** Written into the scripts by the build. */
declare const CLIENT_VERSION: string;
/** CloudBase environment of this build; null: the default one of the account. */
declare const ENV_ID: string | null;
