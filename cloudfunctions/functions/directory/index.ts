import { directory } from '../../contract/directory';
import { answerPhones } from '../phone';
import { routes } from './routes';

export const main = answerPhones({ calls: directory, routes });
