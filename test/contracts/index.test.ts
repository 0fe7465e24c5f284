import { runContract } from '../support/contract';
import { indexCases } from './cases/indexes';

runContract(indexCases);
