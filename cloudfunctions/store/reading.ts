import { databaseFault } from './database';

/** Documents that an aggregation answers, as far as anybody tried; without a limit the platform answers twenty. */
export const groupsMax = 10_000;

/** Runs a read of the SDK; whatever it throws becomes a fault that is safe to retry. */
export async function reading<Found>(read: () => Promise<{ data?: unknown }>): Promise<Found[]> {
  try {
    // The caller names what its collection holds; nothing but this store writes there.
    return ((await read()).data ?? []) as Found[];
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}
