/** Rulebooks to start from: a county's own, and the published tables of real offices. */
import { county } from './county';
import { qianshan } from './r01-qianshan';
import { jinan } from './r03-jinan';
import { anlong } from './r04-anlong';
import { pujiang } from './r06-pujiang';
import { renshe } from './r07-renshe';
import { changshan } from './r08-changshan';
import { shucheng } from './r10-shucheng';
import { railway } from './r11-railway';
import { app } from './r12-app';
import { minjin } from './r14-minjin';
import { zhigong } from './r15-zhigong';
import { tongcheng } from './r16-tongcheng';
import { minhang } from './r17-minhang';
import { yongfu } from './r19-yongfu';
import { site } from './r22-site';
import { presetWords } from './wording';

export const presets = {
  ...{ county, qianshan, jinan, anlong, pujiang, renshe, changshan, shucheng, railway, app },
  ...{ minjin, zhigong, tongcheng, minhang, yongfu, site },
};

export type PresetKey = keyof typeof presets;

/** What a preset is good for, in a sentence. */
export const presetNote = (key: PresetKey): string => presetWords[key].note;
