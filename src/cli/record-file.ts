/** The name under which a build's record stands beside its outputs. */
export const recordName = 'build.json';
