import { runContract } from '../support/contract/contract';
import { updateCases } from './cases/update';
import { arrayUpdateCases } from './cases/update-arrays';

runContract([...updateCases, ...arrayUpdateCases]);
