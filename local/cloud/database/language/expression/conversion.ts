import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import { isNullish } from './argument';
import { dateOfText } from './date-parse';
import type { ByPosition, Operators } from './signature';

/** `$type` and the conversions of MongoDB 4.0. Decimals are ordinary numbers here. */
export const conversionOperators: Operators = {
  $type: { least: 1, most: 1, of: (value) => typeNameOf(value) },
  $toBool: conversion('bool'),
  $toDate: conversion('date'),
  $toDecimal: conversion('decimal'),
  $toDouble: conversion('double'),
  $toInt: conversion('int'),
  $toLong: conversion('long'),
  $toString: conversion('string'),
  $convert: {
    names: ['input', 'to', 'onError', 'onNull'],
    required: ['input', 'to'],
    ofNamed: (args) => {
      if (isNullish(args.input)) return args.onNull ?? null;
      const target = targetOf(args.to);
      try {
        return converted(args.input, target);
      } catch (error) {
        if ('onError' in args) return args.onError;
        throw error;
      }
    },
  },
};

function conversion(target: string): ByPosition {
  return { least: 1, most: 1, of: (value) => (isNullish(value) ? null : converted(value, target)) };
}

const numbered: Record<number, string> = {
  1: 'double',
  2: 'string',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
};

function targetOf(to: unknown): string {
  const name = typeof to === 'number' ? numbered[to] : to;
  if (typeof name === 'string' && Object.values(numbered).includes(name)) return name;
  throw badQuery(`$convert's 'to' argument is no type to convert to: ${JSON.stringify(to)}`);
}

function converted(value: unknown, target: string): unknown {
  switch (target) {
    case 'bool':
      return value !== false && value !== 0;
    case 'string':
      return toText(value);
    case 'date':
      return toDate(value);
    case 'int':
      return toWhole(value, target, 0x7fffffff);
    case 'long':
      return toWhole(value, target, Number.MAX_SAFE_INTEGER);
    default:
      return toNumber(value, target);
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw unsupported(value, 'string');
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(Math.trunc(value));
  if (typeof value === 'string') return dateOfText(value, undefined, undefined);
  throw unsupported(value, 'date');
}

function toNumber(value: unknown, target: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string') throw unsupported(value, target);
  // Number('') is 0 and Number(' 1') is 1; MongoDB refuses both.
  if (value.trim() !== value || value === '' || Number.isNaN(Number(value))) {
    throw badQuery(`Failed to parse number '${value}' in $convert`, 'ConversionFailure');
  }
  return Number(value);
}

/** Numbers lose their fraction; text must be a whole number already. */
function toWhole(value: unknown, target: string, max: number): number {
  const number = toNumber(value, target);
  if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) {
    throw badQuery(`Failed to parse number '${value}' in $convert`, 'ConversionFailure');
  }
  const whole = Math.trunc(number);
  if (!(Math.abs(whole) <= max)) {
    throw badQuery('Conversion would overflow target type in $convert', 'ConversionFailure');
  }
  return whole;
}

function unsupported(value: unknown, target: string): Error {
  return badQuery(
    `Unsupported conversion from ${typeNameOf(value)} to ${target} in $convert with no ` +
      'onError value',
    'ConversionFailure',
  );
}
