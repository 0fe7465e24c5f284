import { api } from '../api';
import { ApiFault } from '../fault';
import type { WxContext } from '../context';
import { askByDialog, makeField } from '../overlay/dialog';
import { make } from '../overlay/layer';
import { wording } from '../wording';
import type { Privacy } from './privacy';
import type { Settings } from './settings';

const SCOPE = 'scope.userLocation';
/** WeChat's words since July 2022. */
const UNDECLARED =
  'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json';
/** How long a browser may look for its place, ms; ours. */
const LOCATE_MS = 10_000;

/** Where the phone is: the browser's geolocation, or what a person types. */
export function createLocation({ host }: WxContext, privacy: Privacy, settings: Settings) {
  const allow = async (name: string) => {
    if (!host.config.requiredPrivateInfos.includes(name)) throw new ApiFault(UNDECLARED);
    await privacy.require(name);
  };
  return {
    getLocation: api('getLocation', async () => {
      await allow('getLocation');
      await settings.require(SCOPE);
      const { coords } = await locate();
      return {
        latitude: coords.latitude,
        longitude: coords.longitude,
        accuracy: coords.accuracy,
        horizontalAccuracy: coords.accuracy,
        altitude: coords.altitude ?? 0,
        verticalAccuracy: coords.altitudeAccuracy ?? 0,
        speed: coords.speed ?? -1,
      };
    }),
    // Since 2022 it asks for no permission of its own: the person points at the place.
    chooseLocation: api('chooseLocation', async ({ latitude, longitude }) => {
      await allow('chooseLocation');
      const form = make('div', '');
      const name = makeField(wording.locationName, 'text');
      const north = makeField(wording.locationLatitude, 'number');
      const east = makeField(wording.locationLongitude, 'number');
      north.value = String(latitude ?? '');
      east.value = String(longitude ?? '');
      form.append(...[name, north, east].map((input) => input.parentElement ?? input));
      const text = { title: wording.locationTitle, content: form, hasCancel: true };
      if (!(await askByDialog(host, text))) throw new ApiFault('cancel');
      return {
        name: name.value,
        address: name.value,
        latitude: Number(north.value),
        longitude: Number(east.value),
      };
    }),
  };
}

function locate(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      resolve,
      // Documented for a phone whose location is switched off or cannot be found.
      (problem) => reject(new ApiFault(`ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF ${problem.message}`)),
      { timeout: LOCATE_MS },
    );
  });
}
