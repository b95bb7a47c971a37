/** The variables that point the unmodified SDK at a gateway; without RUNENV it probes the network. */
export function sdkVariables(envId: string, adminUrl: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: envId,
    TENCENTCLOUD_SECRETID: 'local-fake-id',
    TENCENTCLOUD_SECRETKEY: 'local-fake-key',
  };
}
