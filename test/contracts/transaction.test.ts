import { runContract } from '../support/contract/contract';
import { conflictCases } from './cases/conflicts';
import { retryCases } from './cases/retries';
import { transactionReadCases } from './cases/transaction-reads';
import { transactionCases } from './cases/transactions';

runContract([...transactionCases, ...transactionReadCases, ...conflictCases, ...retryCases]);
