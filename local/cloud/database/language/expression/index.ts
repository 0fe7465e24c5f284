/**
 * Aggregation expressions, compiled once and then evaluated for each document. Which operators
 * there are follows the SDK's list and MongoDB 4.2; what is newer is refused as unknown.
 */
export { compileExpression, type Expression } from './compile';
export { noVariables, type Variables } from './evaluation';
export { truthOf } from './truth';
