import { paper } from '../../contract/paper';
import { answerPhones } from '../phone';
import { routes } from './routes';

export const main = answerPhones({ calls: paper, routes });
