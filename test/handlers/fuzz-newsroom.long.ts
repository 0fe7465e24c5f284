/** Two thousand strange inputs to every call of the newsroom and of paper. */
import { fuzzCalls } from '../support/fuzz';

fuzzCalls(['newsroom', 'paper']);
