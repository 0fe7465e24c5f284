import { newsroom } from '../../contract/newsroom';
import { filingWanted } from '../../handlers/story/file-story';
import { answerPhones } from '../phone';
import { routes } from './routes';

export const main = answerPhones({
  calls: newsroom,
  routes,
  filings: { 'story.file': filingWanted },
});
