import { runContract } from '../support/contract/contract';
import { changeAndRemoveCases } from './cases/change';
import { geoCases } from './cases/geo';
import { orderAndFieldCases } from './cases/order';
import { readCases } from './cases/read';
import { writeCases } from './cases/write';

runContract([
  ...readCases,
  ...orderAndFieldCases,
  ...writeCases,
  ...changeAndRemoveCases,
  ...geoCases,
]);
