/** Every call × every duty, against the table by hand; units and stories in turn. */
import { proveAuthorization } from '../../support/authorization/prove-authorization';

proveAuthorization({ isWhole: false });
