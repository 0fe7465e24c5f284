/** Names of the stages that hold until an office configures its own chain. */
export const stageNames = { first: '初审', second: '复审', signOff: '终审签发' };
