import { runContract } from '../support/contract/contract';
import { fileCases } from './cases/files';
import { uploadCases } from './cases/uploads';

runContract([...uploadCases, ...fileCases]);
