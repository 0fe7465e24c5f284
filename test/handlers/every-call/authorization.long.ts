/** Every call × every duty × own or other unit × own or other story, against the table by hand. */
import { proveAuthorization } from '../../support/authorization/prove-authorization';

proveAuthorization({ isWhole: true });
