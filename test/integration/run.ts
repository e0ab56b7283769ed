import { report } from '../host/report';
import { runIntegration } from './integration';

report(runIntegration());
