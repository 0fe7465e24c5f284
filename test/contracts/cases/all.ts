/** Every contract case, for what is said about all of them. */
import { arrayCases } from './arrays';
import { changeAndRemoveCases } from './change';
import { compareCases } from './compare';
import { conflictCases } from './conflicts';
import { expressionCases } from './expressions';
import { fileCases } from './files';
import { functionCases } from './functions';
import { geoCases } from './geo';
import { identityCases } from './identity';
import { indexCases } from './indexes';
import { lookupAndRawCases } from './lookup';
import { nestedCases } from './nested';
import { orderAndFieldCases } from './order';
import { readCases } from './read';
import { retryCases } from './retries';
import { stageCases } from './stages';
import { transactionReadCases } from './transaction-reads';
import { transactionCases } from './transactions';
import { updateCases } from './update';
import { arrayUpdateCases } from './update-arrays';
import { uploadCases } from './uploads';
import { wechatSdkCases } from './wechat-sdk';
import { writeCases } from './write';

export const allCases = {
  queries: [...compareCases, ...nestedCases, ...arrayCases, ...geoCases],
  reading: [...readCases, ...orderAndFieldCases],
  writing: [...writeCases, ...changeAndRemoveCases, ...updateCases, ...arrayUpdateCases],
  aggregation: [...stageCases, ...lookupAndRawCases, ...expressionCases],
  transactions: [...transactionCases, ...transactionReadCases, ...conflictCases, ...retryCases],
  indexes: indexCases,
  storage: [...uploadCases, ...fileCases],
  functions: [...functionCases, ...identityCases, ...wechatSdkCases],
};
