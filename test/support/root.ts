import path from 'node:path';

/** The project's folder. A bench runs as dist/bench/<name>.js, a test where it stands: from both two up. */
export const root = path.resolve(__dirname, '../..');
