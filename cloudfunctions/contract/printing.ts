import * as z from 'zod/mini';

/** 国家、省、市、县、本级. */
export const outletLevel = z.enum(['national', 'provincial', 'city', 'county', 'own']);

export const position = z.enum(['front_lead', 'front', 'page_lead', 'important', 'other']);
export const adoptionState = z.enum(['reported', 'verified', 'rejected', 'withdrawn']);

/** A printing on the page of its story. */
export const printingView = z.strictObject({
  id: z.string(),
  outletName: z.string(),
  /** On the day of printing; null while the directory does not know the outlet. */
  level: z.nullable(outletLevel),
  printedOn: z.string(),
  position,
  state: adoptionState,
  headlineAsPrinted: z.string(),
  url: z.nullable(z.string()),
  clippingUrl: z.nullable(z.string()),
  isAfterKill: z.boolean(),
  /** Of the newest snapshot. */
  reads: z.nullable(z.number()),
  forwards: z.nullable(z.number()),
  /** Why the office rejected or withdrew it; empty otherwise. */
  stoppedWhy: z.string(),
});
