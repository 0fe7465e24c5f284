import { runContract } from '../support/contract';
import { updateCases } from './cases/update';
import { arrayUpdateCases } from './cases/update-arrays';

runContract([...updateCases, ...arrayUpdateCases]);
