/** Two thousand strange inputs to every call of all functions but those of `fuzz-newsroom`. */
import { functionCalls } from '../../../cloudfunctions/contract';
import { fuzzCalls } from '../../support/attack/fuzz';

const names = Object.keys(functionCalls) as (keyof typeof functionCalls)[]; // its own keys
fuzzCalls(names.filter((name) => name !== 'newsroom' && name !== 'paper'));
