import { report } from '../host/report';
import { runJourney } from './journey';

report(runJourney());
