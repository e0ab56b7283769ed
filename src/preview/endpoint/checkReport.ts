import { l10n } from 'vscode';
import { escaped, pageOf, section } from '../../platform/markdownReport';
import type { Finding } from './check';

/** The findings in one sentence. */
export function summaryOf(findings: readonly Finding[], host: string): string {
  const wrong = findings.filter(({ grade }) => grade === 'wrong').length;
  const doubtful = findings.filter(({ grade }) => grade === 'doubtful').length;
  if (wrong > 0) return l10n.t('{0}: {1} of {2} checks failed.', host, wrong, findings.length);
  if (doubtful > 0) return l10n.t('{0} answers, but something should be better.', host);
  return l10n.t('{0} answers as it should.', host);
}

/** A page: each request, what came, how long it took, what that means. No answer is quoted. */
export function reportOf(
  findings: readonly Finding[],
  { address, isSigned, at }: { readonly address: string; readonly isSigned: boolean; readonly at: Date },
): string {
  const grades: Record<Finding['grade'], string> = {
    right: l10n.t('right'),
    doubtful: l10n.t('doubtful'),
    wrong: l10n.t('wrong'),
  };
  return pageOf(l10n.t('Check of {0}', address), [
    escaped(at.toLocaleString()),
    ...section(
      l10n.t('Checks'),
      [
        l10n.t('Check'),
        l10n.t('Result'),
        l10n.t('Expected'),
        l10n.t('Came'),
        l10n.t('Milliseconds'),
        l10n.t('Sent'),
      ],
      findings.map(({ title, grade, expected, came, milliseconds, sent }) => [
        title,
        grades[grade],
        expected,
        came,
        String(milliseconds),
        sent,
      ]),
    ),
    ...section(
      l10n.t('What to do'),
      [l10n.t('Check'), l10n.t('Meaning')],
      findings.filter(({ grade }) => grade !== 'right').map(({ title, meaning }) => [title, meaning]),
    ),
    ...(isSigned ? [] : [l10n.t('Signatures were not checked: no app secret is kept for this endpoint.')]),
  ]);
}
