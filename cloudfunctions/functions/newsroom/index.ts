import { newsroom } from '../../contract/newsroom';
import { answerPhones } from '../phone';
import { routes } from './routes';

export const main = answerPhones({ calls: newsroom, routes });
