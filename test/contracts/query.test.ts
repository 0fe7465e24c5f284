import { runContract } from '../support/contract/contract';
import { arrayCases } from './cases/arrays';
import { compareCases } from './cases/compare';
import { nestedCases } from './cases/nested';

runContract([...compareCases, ...nestedCases, ...arrayCases]);
