/** Whether it is the disk, or the system, that refuses: any other error is a fault of ours. */
export const isSystemError = (cause: unknown): cause is Error & { readonly syscall: unknown } =>
  cause instanceof Error && 'syscall' in cause;
