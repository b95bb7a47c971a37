export function prepare(): Promise<void>;
export function installIn(folder: string): Promise<void>;
