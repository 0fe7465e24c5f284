/** Two thousand strange inputs to every call of the newsroom and of paper. */
import { fuzzCalls } from '../../support/attack/fuzz';

fuzzCalls(['newsroom', 'paper']);
