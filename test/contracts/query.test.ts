import { runContract } from '../support/contract';
import { compareCases } from './cases/compare';
import { nestedCases } from './cases/nested';

runContract([...compareCases, ...nestedCases]);
