import { runContract } from '../support/contract/contract';
import { indexCases } from './cases/indexes';

runContract(indexCases);
