import { mutant, plain, form, children, inForm, C, condition, type Mutant } from './mutant';

export const conditionsMutants: readonly Mutant[] = [
  mutant(
    87,
    'an empty branch',
    'INVALID_PROPERTY_VALUE MIN_ITEMS_REQUIRED',
    'screens[0].layout.children[0].children[5].then',
    form(),
    (_, first) => (inForm(first)[5]!['then'] = []),
  ),
  condition(88, 'a blank condition', ' '),
  condition(89, 'empty parentheses', '( )'),
  condition(90, 'literal against literal', '573 == 376'),
  condition(91, 'parentheses the wrong way round', '))${data.premium}(('),
  condition(91, 'a closing parenthesis too many', '${data.premium})'),
  condition(91, 'a parenthesis left open', '(${data.premium}'),
  condition(91, 'a quote left open', "${data.text} == 'x"),
  condition(91, 'two operands without an operator', '${data.premium} ${form.terms}'),
  condition(91, 'an operator that does not exist', "${data.text} = 'x'"),
  condition(91, 'a number with a leading zero', '${data.amount} == 05'),
  condition(91, 'a character that does not belong there', '${data.premium} # ${form.terms}'),
  condition(91, 'a comparison beside &&', "${data.text} == 'x' && ${data.premium}"),
  condition(91, 'a text beside ||', '${data.text} || ${data.premium}'),
  condition(91, 'a text compared with a number', '${data.text} == 5'),
  condition(91, 'a word without quotes', '${data.text} == abc'),
  condition(91, 'nothing behind the last operator', '${data.premium} &&'),
  condition(92, 'a minus without a number', '${data.amount} > -a'),
  condition(93, 'a text alone', '((${data.text}))'),
  condition(94, 'a literal alone', 'true'),
  mutant(
    95,
    'an empty case beside one with a Footer',
    'MISSING_FOOTER_IN_SWITCH_BRANCHES',
    `${C(3)} | ${C(3)}.cases.empty`,
    plain(),
    (_, first) => {
      children(first).push({
        type: 'Switch',
        value: '${data.welcome}',
        cases: { default: [children(first).pop()!], empty: [] },
      });
    },
    'warning',
  ),
];
