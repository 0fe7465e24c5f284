import path from 'node:path';
import { runContract } from '../support/contract/contract';
import { functionCases } from './cases/functions';
import { identityCases } from './cases/identity';
import { wechatSdkCases } from './cases/wechat-sdk';

const functionsDir = path.join(__dirname, '../support/contract/contract-functions');

runContract([...functionCases, ...identityCases, ...wechatSdkCases], { functionsDir });
