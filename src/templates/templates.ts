import { l10n } from 'vscode';
import appointment from './appointment.flow.json';
import blank from './blank.flow.json';
import contact from './contact.flow.json';
import signIn from './sign-in.flow.json';
import signUp from './sign-up.flow.json';
import survey from './survey.flow.json';

/** A flow to begin with. Its JSON is English: the person writes their own texts over it. */
export interface Template {
  readonly name: string;
  readonly description: string;
  /** What flows like this one usually are. */
  readonly category: string;
  /** It asks an endpoint for its data: without one it cannot be published. */
  readonly needsEndpoint: boolean;
  /** Its Flow JSON. */
  readonly text: string;
}

/** The entry of the bundle of templates: loaded when a person looks for one. The first is the emptiest. */
export function templates(): readonly Template[] {
  return [
    {
      name: l10n.t('Blank Flow'),
      description: l10n.t('One screen with a text and a button'),
      category: 'OTHER',
      needsEndpoint: false,
      text: written(blank),
    },
    {
      name: l10n.t('Sign-Up'),
      description: l10n.t('Name and email, then the terms, on two screens'),
      category: 'SIGN_UP',
      needsEndpoint: false,
      text: written(signUp),
    },
    {
      name: l10n.t('Appointment'),
      description: l10n.t('Service, date and details, on three screens with routing'),
      category: 'APPOINTMENT_BOOKING',
      needsEndpoint: false,
      text: written(appointment),
    },
    {
      name: l10n.t('Survey'),
      description: l10n.t('Two questions with one answer each, then reasons and a comment'),
      category: 'SURVEY',
      needsEndpoint: false,
      text: written(survey),
    },
    {
      name: l10n.t('Contact Form'),
      description: l10n.t('Who they are and what they want, on one screen'),
      category: 'CONTACT_US',
      needsEndpoint: false,
      text: written(contact),
    },
    {
      name: l10n.t('Sign-In'),
      description: l10n.t('Email and password, checked by your endpoint (data_exchange)'),
      category: 'SIGN_IN',
      needsEndpoint: true,
      text: written(signIn),
    },
  ];
}

const written = (flow: object): string => `${JSON.stringify(flow, undefined, 2)}\n`;
