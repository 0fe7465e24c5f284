import { points } from '../../contract/points';
import { answerPhones } from '../phone';
import { routes } from './routes';

export const main = answerPhones({ calls: points, routes });
