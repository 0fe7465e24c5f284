import { runContract } from '../support/contract/contract';
import { expressionCases } from './cases/expressions';
import { lookupAndRawCases } from './cases/lookup';
import { stageCases } from './cases/stages';

runContract([...stageCases, ...lookupAndRawCases, ...expressionCases]);
